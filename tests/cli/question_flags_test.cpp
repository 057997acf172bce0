#include "catch.hpp"
#include "cli/commands.hpp"
#include "cli/told_answers.hpp"
#include "model/answers.hpp"
#include "report/questions.hpp"
#include "runready/read_answers.hpp"
#include "support/packs.hpp"
#include "support/random_pack.hpp"

using namespace runready;

namespace {

const Pack& base() {
  static const Pack pack = testing::load(testing::base_files());
  return pack;
}

/// What words of a command line tell, beside answers told before: as JSON, or the codes of what
/// is wrong.
std::string told(const Pack& pack, const std::vector<std::string>& words, Answers answers) {
  Diagnostics found;
  const CommandLine line = parse(words, all_commands().front().flags, &pack, found);
  apply_replies(pack, line.replies, answers, found);
  for (const std::string& pairs : line.values(Flag::also)) apply_also(pack, pairs, answers, found);
  if (line.has(Flag::nothing_else)) answers.nothing_else = true;
  return found.empty() ? to_json(pack, answers) : testing::codes(found);
}

std::string told(const std::vector<std::string>& words) {
  return told(base(), words, no_answers(base()));
}

std::string told_beside(const std::string& json, const std::vector<std::string>& words) {
  Diagnostics found;
  return told(base(), words, read_answers(json, 0, base(), found)->answers);
}

std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> words;
  std::size_t start = 0;
  while (start <= text.size()) {
    const std::size_t end = std::min(text.find(' ', start), text.size());
    words.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  return words;
}

}  // namespace

TEST_CASE("flags tell replies", "[cli]") {
  CHECK(told({"--gait", "limping", "--slept", "7"}) == R"({"slept":7,"gait":"limping"})");
  CHECK(told({"--any-pain"}) == R"({"any_pain":true})");
  CHECK(told({"--no-any-pain"}) == R"({"any_pain":false})");
  CHECK(told({"--where", "none"}) == R"({"where":[]})");
  CHECK(told({"--gait", "Limping"}) == R"({"gait":"limping"})");
  CHECK(told({"--gait", "hopping"}) == "unknown-option");
}

TEST_CASE("lists of repeated flags unite, other replies must agree", "[cli]") {
  CHECK(told({"--where", "shin", "--where", "arm"}) == R"({"where":["shin","arm"]})");
  CHECK(told({"--where", "shin,calf"}) == R"({"where":["shin","calf"]})");
  CHECK(told({"--pain", "3", "--pain", "3"}) == R"({"pain":3})");
  CHECK(told({"--pain", "3", "--pain", "5"}) == "given-twice");
  CHECK(told({"--any-pain", "--no-any-pain"}) == "given-twice");
  CHECK(told({"--where", "none", "--where", "arm"}) == "given-twice");
}

TEST_CASE("flags take the place of a key told before, whole", "[cli]") {
  CHECK(told_beside(R"({"pain": 7, "where": ["shin"]})", {"--where", "arm"}) ==
        R"({"where":["arm"],"pain":7})");
  CHECK(told_beside(R"({"complaints": [{"pain": 7}]})", {"--pain", "2"}) ==
        R"({"complaints":[{"pain":2}]})");
}

TEST_CASE("a flag about one of several complaints could mean any of them", "[cli]") {
  const std::string two = R"({"complaints": [{"pain": 7}, {"pain": 2}]})";
  CHECK(told_beside(two, {"--gait", "limping"}) == "which-complaint");
  CHECK(told_beside(two, {"--slept", "4"}) ==
        R"({"slept":4,"complaints":[{"pain":7},{"pain":2}]})");
}

TEST_CASE("--also adds a complaint", "[cli]") {
  CHECK(told({"--pain", "2", "--also", "where=shin+arm,gait=limping"}) ==
        R"({"complaints":[{"pain":2},{"where":["shin","arm"],"gait":"limping"}]})");
  CHECK(told({"--also", "pain=2", "--also", "pain=3"}) ==
        R"({"complaints":[{"pain":2},{"pain":3}]})");
  CHECK(told({"--any-pain", "--also", "where=none"}) ==
        R"({"any_pain":true,"complaints":[{"where":[]}]})");
}

TEST_CASE("what --also does not understand is told", "[cli]") {
  CHECK(told({"--also", "pain"}) == "also-syntax");
  CHECK(told({"--also", ""}) == "missing-value");
  CHECK(told({"--also", "=3"}) == "also-syntax");
  CHECK(told({"--also", "pian=3"}) == "unknown-question");
  CHECK(told({"--also", "slept=3"}) == "misplaced-question");
  CHECK(told({"--also", "pain=3,pain=4"}) == "given-twice");
  CHECK(told({"--also", "pain=11"}) == "out-of-range");
  std::vector<std::string> nine;
  for (int i = 0; i < 9; ++i) nine.insert(nine.end(), {"--also", "pain=1"});
  CHECK(told(nine) == "too-many-complaints");
}

TEST_CASE("the command for answers tells them again", "[cli][property]") {
  testing::Dice dice(20);
  for (int round = 0; round < 500; ++round) {
    const Pack pack = testing::random_pack(dice);
    Answers answers = testing::random_answers(pack, dice, 1 + dice.below(3), 60);
    // Complaints of which nothing is told cannot be told.
    const Replies nothing(pack.variables.size());
    std::erase_if(answers.complaints, [&](const Complaint& c) { return c.replies == nothing; });
    if (answers.complaints.empty()) continue;
    answers.flat = answers.complaints.size() == 1;
    const std::string command = command_for(pack, answers);
    std::vector<std::string> words = split(command);
    words.erase(words.begin());
    INFO(command);
    CHECK(told(pack, words, no_answers(pack)) == to_json(pack, answers));
  }
}
