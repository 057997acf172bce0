#include <algorithm>

#include "catch.hpp"
#include "cli/commands.hpp"
#include "cli/help.hpp"
#include "pack/loading.hpp"
#include "support/paths.hpp"
#include "support/process.hpp"

namespace runready::testing {
namespace {

std::filesystem::path page(std::string_view name) {
  return program().parent_path() / "manual" / name;
}

/// As it is read, without roff's dashes and fonts.
std::string plain(std::string_view name) {
  std::string text = read_file(page(name));
  for (const std::string mark : {"\\fB", "\\fI", "\\fR", "\\"}) {
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at)) {
      text.erase(at, mark.size());
    }
  }
  return text;
}

TEST_CASE("the manual has every command, flag and topic", "[manual]") {
  const std::string text = plain("runready.1");
  for (const Command& command : all_commands()) {
    INFO(command.name);
    CHECK(text.find(".TP\n" + std::string(command.name)) != std::string::npos);
  }
  for (const FlagInfo& flag : all_flags()) {
    INFO(flag.name);
    CHECK(text.find("--" + std::string(flag.name)) != std::string::npos);
    CHECK(text.find(flag.summary) != std::string::npos);
  }
  for (const Topic& topic : all_topics()) {
    std::string title(topic.name);
    std::transform(title.begin(), title.end(), title.begin(),
                   [](char c) { return c == '-' ? ' ' : static_cast<char>(std::toupper(c)); });
    CHECK(text.find(".SH \"" + title + "\"") != std::string::npos);
  }
}

TEST_CASE("the manual of packs has every key of the loader", "[manual]") {
  const std::string text = plain("runready-pack.5");
  for (const KeyTable& table : key_tables()) {
    for (const Key& key : table.keys) {
      INFO(table.what << ": " << key.name);
      CHECK(text.find(".TP\n" + std::string(key.name) + "\n") != std::string::npos);
    }
  }
}

}  // namespace
}  // namespace runready::testing
