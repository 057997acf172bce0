#include "cli/settings.hpp"

#include "catch.hpp"
#include "cli/commands.hpp"
#include "support/packs.hpp"

using namespace runready;

namespace {

CommandLine line(const std::vector<std::string>& words) {
  Diagnostics found;
  return parse(words, all_commands().front().flags, nullptr, found);
}

bool colors(const std::vector<std::string>& words, const Environment& environment) {
  return use_color(line(words), environment, Stream::output);
}

}  // namespace

TEST_CASE("colour: the flag, NO_COLOR, forcing, the terminal, in this order", "[cli]") {
  Environment terminal;
  terminal.output_is_terminal = true;
  terminal.term = "xterm";
  CHECK(colors({}, terminal));
  CHECK(!colors({}, Environment{}));
  CHECK(!colors({"--color", "never"}, terminal));
  CHECK(colors({"--color", "always"}, Environment{}));
  Environment environment = terminal;
  environment.term = "dumb";
  CHECK(!colors({}, environment));
  environment = terminal;
  environment.term.reset();
  CHECK(!colors({}, environment));
  environment = terminal;
  environment.no_color = "";
  CHECK(colors({}, environment));
  environment.no_color = "1";
  CHECK(!colors({}, environment));
  environment.force_color = "1";
  CHECK(!colors({}, environment));
  CHECK(colors({"--color=always"}, environment));
  environment = {};
  environment.clicolor_force = "1";
  CHECK(colors({}, environment));
  environment.clicolor_force = "0";
  CHECK(!colors({}, environment));
  environment.force_color = "3";
  CHECK(colors({}, environment));
}

TEST_CASE("width: the flag, the terminal up to 100, or 80", "[cli]") {
  Environment environment;
  CHECK(text_width(line({}), environment) == 80);
  environment.columns = 60;
  CHECK(text_width(line({}), environment) == 60);
  environment.columns = 240;
  CHECK(text_width(line({}), environment) == 100);
  CHECK(text_width(line({"--width", "240"}), environment) == 240);
}

TEST_CASE("values that a flag does not take are told", "[cli]") {
  const auto codes = [](const std::vector<std::string>& words) {
    Diagnostics found;
    check_flags(line(words), found);
    return testing::codes(found);
  };
  CHECK(codes({"--color", "auto", "--format", "json", "--width", "20"}).empty());
  for (const std::vector<std::string>& words :
       std::vector<std::vector<std::string>>{{"--color", "sometimes"},
                                             {"--format", "jsn"},
                                             {"--width", "19"},
                                             {"--width", "1001"},
                                             {"--width", "wide"},
                                             {"--width", "80x"}}) {
    INFO(words.back());
    CHECK(codes(words) == "bad-value");
  }
}

TEST_CASE("rules: the flag, the environment, the configuration, in this order", "[cli]") {
  Config config;
  config.rules = "of-config";
  config.add_rules = {"more"};
  Environment environment;
  const auto in_use = [&](const std::vector<std::string>& words) {
    const Settings settings = settle(line(words), environment, config);
    return settings.rules.value.value_or("built-in") + " " +
           std::string(name(settings.rules.origin)) + " " +
           std::to_string(settings.add_rules.value.size());
  };
  CHECK(in_use({}) == "of-config config 1");
  environment.rules = "";
  CHECK(in_use({}) == "of-config config 1");
  environment.rules = "of-environment";
  CHECK(in_use({}) == "of-environment environment 0");
  CHECK(in_use({"--rules", "of-flag"}) == "of-flag flag 0");
  CHECK(in_use({"--add-rules", "a", "--add-rules", "b"}) == "of-environment environment 2");
}

TEST_CASE("~ in the configuration is the home folder", "[cli]") {
  Diagnostics found;
  const Config config = parse_config(
      {"/etc/c.json", R"({"rules": "~/mine", "add_rules": ["~/club", "~ann/x"]})"}, found);
  REQUIRE(found.empty());
  Environment environment;
  environment.home = "/home/ann";
  const Settings settings = settle(line({}), environment, config);
  CHECK(settings.rules.value == "/home/ann/mine");
  CHECK(settings.add_rules.value == std::vector<std::string>{"/home/ann/club", "/etc/~ann/x"});
}
