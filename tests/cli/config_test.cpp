#include "cli/config.hpp"

#include "catch.hpp"
#include "cli/commands.hpp"
#include "runready/read_answers.hpp"
#include "support/packs.hpp"

using namespace runready;

namespace {

std::string mistakes(const std::string& text) {
  Diagnostics found;
  const Config config = parse_config({"config.json", text}, found);
  return testing::to_text(found, {config.file});
}

std::string standing(const std::string& replies, const Pack& pack) {
  Diagnostics found;
  const Config config = parse_config({"config.json", R"({"replies": )" + replies + "}"}, found);
  Answers answers;
  answers.runner = standing_replies(config, pack, found);
  return found.empty() ? to_json(pack, answers) : testing::codes(found);
}

std::string standing(const std::string& replies) {
  return standing(replies, testing::load(testing::base_files()));
}

std::string path(const Environment& environment, const std::vector<std::string>& words = {}) {
  Diagnostics found;
  return config_path(parse(words, all_commands().front().flags, nullptr, found), environment).path;
}

}  // namespace

TEST_CASE("the configuration is where the flag, the variables or the home folder say", "[cli]") {
  Environment environment;
  CHECK(path(environment).empty());
  environment.home = "/home/ann";
  CHECK(path(environment) == "/home/ann/.config/runready/config.json");
  environment.xdg_config_home = "relative";
  CHECK(path(environment) == "/home/ann/.config/runready/config.json");
  environment.xdg_config_home = "/etc/ann";
  CHECK(path(environment) == "/etc/ann/runready/config.json");
  environment.config = "mine.json";
  CHECK(path(environment) == "mine.json");
  CHECK(path(environment, {"--config", "other.json"}) == "other.json");
}

TEST_CASE("a configuration is read", "[cli]") {
  Diagnostics found;
  const Config config = parse_config(
      {"/home/ann/config.json", R"({"rules": "../rules", "add_rules": ["/a.json", "b.json"],
        "have": ["bike"], "age": 44, "max_heart_rate": 180.0, "replies": {"slept": 7}})"},
      found);
  CHECK(found.empty());
  CHECK(config.rules == "/home/rules");
  CHECK(config.add_rules == std::vector<std::string>{"/a.json", "/home/ann/b.json"});
  CHECK(config.have == std::vector<std::string>{"bike"});
  CHECK(config.age == 44);
  CHECK(config.max_heart_rate == 180);
}

TEST_CASE("an empty file is an empty configuration", "[cli]") {
  CHECK(mistakes("").empty());
  CHECK(mistakes(" \n").empty());
  CHECK(mistakes("{}").empty());
}

TEST_CASE("mistakes in the configuration are told, all at once, where they stand", "[cli]") {
  CHECK(mistakes(R"({"agee": 4, "have": "bike", "max_heart_rate": 20})") ==
        "config.json:1:2: error: unknown key `agee` [unknown-config-key]\n"
        "  {\"agee\": 4, \"have\": \"bike\", \"max_heart_rate\": 20}\n"
        "   ^^^^^^\n"
        "help: did you mean `age`?\n"
        "config.json:1:21: error: expected a list, found the string `bike` [wrong-type]\n"
        "  {\"agee\": 4, \"have\": \"bike\", \"max_heart_rate\": 20}\n"
        "                      ^^^^^^\n"
        "config.json:1:47: error: expected 60 to 240, found `20` [out-of-range]\n"
        "  ...\": 4, \"have\": \"bike\", \"max_heart_rate\": 20}\n"
        "                                             ^^\n");
  CHECK(mistakes("[]") ==
        "config.json:1:1: error: expected an object, found a list [wrong-type]\n  []\n  ^^\n");
}

TEST_CASE("standing replies are about the runner", "[cli]") {
  CHECK(standing(R"({"slept": 7})") == R"({"slept":7})");
  CHECK(standing(R"({"pain": 7})") == "misplaced-question");
  CHECK(standing(R"({"sleptt": 7})") == "unknown-question");
  CHECK(standing(R"({"slept": 70})") == "out-of-range");
}

TEST_CASE("what permits does not stand in the configuration", "[cli]") {
  Pack pack = testing::load(testing::base_files());
  pack.questions[pack.question_named("any_pain")->index].permits = true;
  CHECK(standing(R"({"any_pain": true})", pack) == "permits-more");
  CHECK(standing(R"({"any_pain": false, "slept": 7})", pack) == R"({"any_pain":false,"slept":7})");
}
