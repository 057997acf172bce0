#include "cli/flags.hpp"

#include <set>

#include "catch.hpp"
#include "cli/commands.hpp"
#include "pack/names.hpp"

using namespace runready;

TEST_CASE("every flag of the program is reserved, so that no question takes it", "[cli]") {
  for (const FlagInfo& flag : all_flags()) {
    INFO(flag.name);
    CHECK(!reserved_meaning(flag.name).empty());
  }
}

TEST_CASE("flags have names and letters of their own", "[cli]") {
  std::set<std::string_view> names;
  std::set<char> letters;
  for (const FlagInfo& flag : all_flags()) {
    INFO(flag.name);
    CHECK(names.insert(flag.name).second);
    CHECK((flag.letter == 0 || letters.insert(flag.letter).second));
    CHECK(&info(flag.flag) == &flag);
  }
}

TEST_CASE("flags of one group stand together, so that help has each heading once", "[cli]") {
  std::set<std::string_view> ended;
  std::string_view group;
  for (const FlagInfo& flag : all_flags()) {
    if (flag.group == group) continue;
    CHECK(ended.insert(flag.group).second);
    group = flag.group;
  }
}

TEST_CASE("summaries are one line, lower case, without a full stop", "[cli]") {
  for (const FlagInfo& flag : all_flags()) {
    INFO(flag.name);
    CHECK(!flag.summary.empty());
    CHECK(flag.summary.back() != '.');
    CHECK((flag.summary.front() < 'A' || flag.summary.front() > 'Z' ||
           flag.summary.substr(0, 4) == "JSON"));
  }
  for (const Command& command : all_commands()) {
    INFO(command.name);
    CHECK(command.summary.back() != '.');
    CHECK(command.flags.has(Flag::help));
    CHECK(command.flags.has(Flag::version));
  }
}
