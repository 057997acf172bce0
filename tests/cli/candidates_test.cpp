#include "cli/candidates.hpp"

#include "catch.hpp"
#include "support/packs.hpp"

using namespace runready;

namespace {

const Pack& base() {
  static const Pack pack = testing::load(testing::base_files());
  return pack;
}

/// The words offered, separated by spaces; `:path` for a path.
std::string offered(const std::vector<std::string>& words, const Pack* pack = &base()) {
  const Candidates found = candidates(words, pack);
  std::string text = found.is_path ? ":path" : "";
  for (const Candidate& candidate : found.words) {
    text += (text.empty() ? "" : " ") + candidate.word;
  }
  return text;
}

bool offers(const std::vector<std::string>& words, const std::string& word) {
  return (" " + offered(words) + " ").find(" " + word + " ") != std::string::npos;
}

}  // namespace

TEST_CASE("the first word is a command or the first word of some", "[cli]") {
  CHECK(offered({""}) == "check next batch questions rules config diary schema completion help");
  CHECK(offered({"rul"}) == offered({""}));
  CHECK(offered({"rules", ""}) == "init check test show diff graph");
  CHECK(offered({"completion", "b"}) == "bash zsh fish candidates");
}

TEST_CASE("flags are those of the command and of the pack's questions", "[cli]") {
  CHECK(offers({"--"}, "--gait"));
  CHECK(offers({"-"}, "--no-any-pain"));
  CHECK(offers({"check", "--ga"}, "--exit-code"));
  CHECK(offers({"check", ""}, "--gait"));
  CHECK_FALSE(offers({"next", "--"}, "--gait"));
  CHECK(offers({"batch", "-"}, "--jobs"));
  CHECK_FALSE(offers({"batch", "-"}, "--exit-code"));
  CHECK(offers({"rules", "check", "--"}, "--json"));
}

TEST_CASE("flags that are given are not offered again, but those that add up", "[cli]") {
  CHECK_FALSE(offers({"--gait", "limping", "--"}, "--gait"));
  CHECK_FALSE(offers({"--gait=limping", "--"}, "--gait"));
  CHECK_FALSE(offers({"--any-pain", "--"}, "--no-any-pain"));
  CHECK(offers({"--where", "shin", "--"}, "--where"));
  CHECK(offers({"--also", "pain=2", "--"}, "--also"));
  CHECK_FALSE(offers({"-j", "--"}, "--json"));
}

TEST_CASE("the reply to a question is one of its own", "[cli]") {
  CHECK(offered({"--gait", ""}) == "normal altered limping");
  CHECK(offered({"--gait=lim"}) == "--gait=normal --gait=altered --gait=limping");
  CHECK(offered({"--pain", ""}) == "0 1 2 3 4 5 6 7 8 9 10");
  CHECK(offered({"--slept", ""}).empty());
  CHECK(candidates(std::vector<std::string>{"--gait", ""}, &base()).words.back() ==
        Candidate{"limping", "I limp"});
  CHECK(candidates(std::vector<std::string>{"--pain", ""}, &base()).words.front() ==
        Candidate{"0", "your pain is 0"});
}

TEST_CASE("lists go on after a comma with what is not in them", "[cli]") {
  CHECK(offered({"--where", ""}) == "shin calf arm none");
  CHECK(offered({"--where", "calf,"}) == "calf,shin calf,arm");
  CHECK(offered({"--where=calf,sh"}) == "--where=calf,shin --where=calf,arm");
  CHECK(offered({"--have", "bike,"}) == "bike,running bike,pool bike,impact bike,legs bike,seated");
  CHECK(offers({"--fields", "recommendation,"}, "recommendation,reasons"));
  CHECK_FALSE(offers({"--fields", "recommendation,"}, "recommendation,reasons.rule"));
  CHECK(offers({"--fields", "reasons."}, "reasons.rule"));
}

TEST_CASE("one more complaint is told by question and reply", "[cli]") {
  CHECK(offered({"--also", ""}) == "where= gait= pain=");
  CHECK(offered({"--also", "gait=limping,"}) == "gait=limping,where= gait=limping,pain=");
  CHECK(offered({"--also", "gait="}) == "gait=normal gait=altered gait=limping");
  CHECK(offered({"--also", "where=shin+"}) == "where=shin+calf where=shin+arm");
  CHECK(offered({"--also", "pain=2,where=ca"}) ==
        "pain=2,where=shin pain=2,where=calf pain=2,where=arm pain=2,where=none");
  CHECK(offered({"--also", "slept="}).empty());
  CHECK(offered({"--also", "zzz="}).empty());
}

TEST_CASE("values of the program's own flags", "[cli]") {
  CHECK(offered({"--format", ""}) == "text json markdown html");
  CHECK(offered({"-f", ""}) == "text json markdown html");
  CHECK(offered({"-jf", ""}) == "text json markdown html");
  CHECK(offered({"--color", ""}) == "auto always never");
  CHECK(offered({"--width", ""}).empty());
  CHECK(offered({"--answers", ""}) == ":path");
  CHECK(offered({"rules", "check", "--rules="}) == ":path");
}

TEST_CASE("arguments are what the command takes", "[cli]") {
  CHECK(offered({"rules", "show", ""}) ==
        "limp tired sore spare-calf-always spare-calf-night spare-arm-always spare-arm-night "
        "bad-leg");
  CHECK(offered({"rules", "show", "limp", ""}) ==
        "tired sore spare-calf-always spare-calf-night spare-arm-always spare-arm-night bad-leg");
  CHECK(offered({"rules", "check", ""}) == ":path");
  CHECK(offered({"batch", "da"}) == ":path");
  CHECK(offered({"rules", "diff", "a", "b", ""}).find("--exit-code") != std::string::npos);
  CHECK(offers({"help", ""}, "exit-status"));
  CHECK(offers({"help", ""}, "rules"));
  CHECK(offers({"schema", ""}, "answers"));
  CHECK(offers({"schema", ""}, "assessment"));
  CHECK(offered({"help", "config", ""}) == "path show set init edit");
  CHECK(offered({"check", "--", ""}).empty());
}

TEST_CASE("what does not exist has no candidates, and without a pack there are fewer", "[cli]") {
  CHECK(offered({"chekc", ""}).empty());
  CHECK(offered({"--zzz="}).empty());
  CHECK(offered({"--json="}).empty());
  CHECK(offered({"rules", "zzz", ""}).empty());
  CHECK(offered({"rules", "show", "l"}, nullptr).empty());
  CHECK(offered({"--gait", ""}, nullptr).find("--answers") == 0);
  CHECK(offered({"--also", ""}, nullptr).empty());
}

TEST_CASE("lines carry meanings after a tab, with nothing that would break them", "[cli]") {
  CHECK(to_lines({true, {}}) == ":path\n");
  CHECK(to_lines({false, {{"a", ""}, {"b", "two\tlines\nof it"}}}) ==
        "a\nb\ttwo\\u{9}lines\\u{a}of it\n");
}
