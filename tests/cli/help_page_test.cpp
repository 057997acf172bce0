#include "cli/help_page.hpp"

#include <algorithm>

#include "catch.hpp"
#include "cli/help.hpp"
#include "support/packs.hpp"
#include "text/utf8.hpp"

using namespace runready;

TEST_CASE("rows that follow one another share a column and wrap in it", "[cli]") {
  const HelpPage page{paragraph("Text."), heading("Flags"),
                      item("--a", "what a does, at some length so that it wraps"),
                      item("--bcd", "what b does\nand a second line"), paragraph("End.")};
  CHECK(to_text(page, 40) ==
        "Text.\n"
        "\n"
        "Flags:\n"
        "  --a    what a does, at some length so\n"
        "         that it wraps\n"
        "  --bcd  what b does\n"
        "         and a second line\n"
        "\n"
        "End.\n");
}

TEST_CASE("a row too wide for the column goes on in the next line", "[cli]") {
  const HelpPage page{item("--a", "short"),
                      item("--a-flag-of-a-length-nobody-would-type", "does something")};
  CHECK(to_text(page, 60) ==
        "  --a  short\n"
        "  --a-flag-of-a-length-nobody-would-type\n"
        "      does something\n");
}

TEST_CASE("help fits into its width", "[cli]") {
  const Pack pack = testing::load(testing::base_files());
  for (const auto width : std::vector<std::size_t>{60, 80, 100}) {
    std::string all = to_text(overview_page(&pack), width);
    for (const Topic& topic : all_topics()) all += to_text(topic.page(), width);
    for (const Command& command : all_commands()) {
      all += to_text(command_page(command, &pack), width);
    }
    for (std::size_t start = 0; start < all.size();) {
      const std::size_t end = all.find('\n', start);
      const std::string line = all.substr(start, end - start);
      INFO(line);
      // A command is not broken: it is to be copied.
      CHECK((display_width(line) <= width || line.substr(0, 10) == "  runready"));
      CHECK((line.empty() || line.back() != ' '));
      start = end + 1;
    }
  }
}
