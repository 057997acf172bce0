#include "catch.hpp"
#include "cli/command_line.hpp"
#include "cli/commands.hpp"
#include "support/packs.hpp"

using namespace runready;

namespace {

const FlagSet kCheckFlags = all_commands().front().flags;

struct Parsed {
  CommandLine line;
  Diagnostics found;
};

Parsed parsed(const std::vector<std::string>& words, const Pack* pack = nullptr) {
  Parsed result;
  result.line = parse(words, kCheckFlags, pack, result.found);
  report_unknown(result.line, kCheckFlags, pack, result.found);
  return result;
}

std::string codes(const std::vector<std::string>& words, const Pack* pack = nullptr) {
  return testing::codes(parsed(words, pack).found);
}

const Pack& base() {
  static const Pack pack = testing::load(testing::base_files());
  return pack;
}

/// The replies of a line as `--flag words`, separated by `; `.
std::string replies(const std::vector<std::string>& words) {
  std::string text;
  for (const ReplyFlag& flag : parsed(words, &base()).line.replies) {
    text += (text.empty() ? "" : "; ") + flag.spelled + " " + flag.words;
  }
  return text;
}

std::string help_on(const std::vector<std::string>& words) {
  const Parsed result = parsed(words, &base());
  return result.found.empty() ? "" : result.found.front().help;
}

}  // namespace

TEST_CASE("flags are taken in any of their forms", "[cli]") {
  for (const std::vector<std::string>& words : std::vector<std::vector<std::string>>{
           {"--answers", "a.json"}, {"--answers=a.json"}, {"-a", "a.json"}, {"-aa.json"}}) {
    INFO(words.front());
    CHECK(parsed(words).line.last(Flag::answers) == "a.json");
  }
  CHECK(parsed({"--json"}).line.has(Flag::json));
  CHECK(parsed({"-j"}).line.has(Flag::json));
  CHECK(parsed({"-jh"}).line.has(Flag::help));
  CHECK(parsed({"--answers", "-"}).line.last(Flag::answers) == "-");
}

TEST_CASE("a repeated flag adds up, is the last one or is a mistake, as its row says", "[cli]") {
  CHECK(parsed({"--format", "text", "--format", "json"}).line.last(Flag::format) == "json");
  CHECK(parsed({"--fields", "a,b", "--fields", "c,,"}).line.list(Flag::fields) ==
        std::vector<std::string>{"a", "b", "c"});
  CHECK(codes({"--answers", "a", "--answers", "b"}) == "given-twice");
}

TEST_CASE("a flag that wants a value and has none is told", "[cli]") {
  CHECK(codes({"--answers"}) == "missing-value");
  CHECK(codes({"--json", "-a"}) == "missing-value");
  CHECK(codes({"--answers", "--json"}) == "missing-value");
  CHECK(codes({"--json=yes"}) == "unexpected-value");
  CHECK(codes({"--json=true"}).empty());
}

TEST_CASE("an empty value is a mistake; the next word is not taken for it", "[cli]") {
  CHECK(codes({"--fields=", "--json"}) == "missing-value");
  CHECK(codes({"--fields", ""}) == "missing-value");
  CHECK(codes({"--json=", "x"}) == "unexpected-value");
  CHECK(codes({"--pain=", "4"}, &base()) == "missing-value");
  CHECK(codes({"--any-pain=", "no"}, &base()) == "missing-value");
  CHECK(parsed({"--", "--fields="}).line.arguments == std::vector<std::string>{"--fields="});
}

TEST_CASE("blanks around the entries of a list are no part of them", "[cli]") {
  CHECK(parsed({"--fields", " a, b ,, ,c d"}).line.list(Flag::fields) ==
        std::vector<std::string>{"a", "b", "c d"});
}

TEST_CASE("every question is a flag, a bool question two", "[cli]") {
  CHECK(replies({"--any-pain"}) == "--any-pain yes");
  CHECK(replies({"--no-any-pain"}) == "--no-any-pain no");
  CHECK(replies({"--any-pain=no"}) == "--any-pain no");
  CHECK(replies({"--pain", "4"}) == "--pain 4");
  CHECK(replies({"--pain=4"}) == "--pain 4");
  CHECK(replies({"--pain", "-4"}) == "--pain -4");
  CHECK(replies({"--where", "shin", "--gait=limping", "--where", "calf"}) ==
        "--where shin; --where calf; --gait limping");
  CHECK(codes({"--no-any-pain=yes"}, &base()) == "unexpected-value");
  CHECK(codes({"--pain"}, &base()) == "missing-value");
}

TEST_CASE("without the pack its flags are unknown, for now", "[cli]") {
  const Parsed result = parsed({"--pain", "4", "--json"});
  CHECK(result.line.unknown == std::vector<std::string>{"--pain"});
  CHECK(result.line.has(Flag::json));
}

TEST_CASE("all unknown flags are told at once", "[cli]") {
  CHECK(codes({"--pian", "4", "--gat", "x", "-x"}, &base()) ==
        "unknown-flag unknown-flag unknown-flag");
}

TEST_CASE("an unknown flag is answered with what may have been meant", "[cli]") {
  CHECK(help_on({"--pian=3"}) == "did you mean `--pain`?");
  CHECK(help_on({"-pain", "3"}) == "did you mean `--pain`?");
  CHECK(help_on({"--any_pain"}) == "did you mean `--any-pain`?");
  CHECK(help_on({"--jsn"}) == "did you mean `--json`?");
  CHECK(help_on({"--limping"}) == "did you mean `--gait limping`?");
  CHECK(help_on({"--schema"}) == "it is a flag of `runready questions`");
  CHECK(help_on({"--completely-else"}) == "`--help` lists the flags");
}

TEST_CASE("words after -- are no flags", "[cli]") {
  const Parsed result = parsed({"--json", "--", "--pain", "x"}, &base());
  CHECK(result.line.unknown.empty());
  CHECK(result.line.arguments == std::vector<std::string>{"--pain", "x"});
}

TEST_CASE("the first argument too many is told", "[cli]") {
  const auto unexpected = [](const std::vector<std::string>& words) {
    Diagnostics found;
    report_unexpected(parsed(words).line, all_commands().front(), found);
    return found.empty() ? "" : found.front().message + "; " + found.front().help;
  };
  CHECK(unexpected({}).empty());
  CHECK(unexpected({"x", "y"}) ==
        "unexpected argument `x`; replies are given by flags; `--help` lists them");
  CHECK(unexpected({"check"}) ==
        "unexpected argument `check`; a command comes first: `runready check`");
}
