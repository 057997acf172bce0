#include "cli/help.hpp"

#include <algorithm>

#include "catch.hpp"
#include "support/packs.hpp"
#include "text/utf8.hpp"

using namespace runready;

TEST_CASE("help fits into its width", "[cli]") {
  const Pack pack = testing::load(testing::base_files());
  for (const auto width : std::vector<std::size_t>{60, 80, 100}) {
    std::string all;
    for (const Extent extent : {Extent::brief, Extent::whole}) {
      all += to_terminal(overview_page(&pack, extent), {width});
    }
    for (const Topic& topic : all_topics()) all += to_terminal(topic.page(), {width});
    for (const Command& command : all_commands()) {
      all += to_terminal(command_page(command, &pack, Extent::whole), {width});
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

TEST_CASE("short help fits on a screen", "[cli]") {
  const Pack pack = testing::load(testing::base_files());
  const std::string text = to_terminal(overview_page(&pack, Extent::brief), {80});
  CHECK(std::count(text.begin(), text.end(), '\n') <= 24);
  CHECK(text.find("runready --help") != std::string::npos);
}
