#include "catch.hpp"
#include "report/reporting.hpp"
#include "support/packs.hpp"

namespace runready::testing {
namespace {

TEST_CASE("the report as HTML says what the Markdown says, with the answer as its title",
          "[render]") {
  const Pack pack = load(base_files());
  const Reporting reporting(
      pack, R"({"slept": 8, "complaints": [{"where": ["calf"], "label": "<b>left & right</b>"},
                                           {"where": ["shin"], "gait": "limping"}]})");
  const std::string page = reporting.html();
  CHECK(page.find("<title>REST · runready</title>") != std::string::npos);
  CHECK(page.find("<header class=\"stop\">\n<h1>REST</h1>") != std::string::npos);
  CHECK(page.find("&lt;b&gt;left &amp; right&lt;/b&gt;</th>") != std::string::npos);
  CHECK(page.find("<b>") == std::string::npos);
  CHECK(page.find("<td>How do you walk?</td><td>I limp</td>") != std::string::npos);
  CHECK(page.find("<h2>" + pack.text("report.title.say") + "</h2>") != std::string::npos);
  CHECK(page.find("<p>" + pack.text("notice") + "</p>\n</footer>") != std::string::npos);
}

}  // namespace
}  // namespace runready::testing
