#include <algorithm>
#include <string>
#include <vector>

#include "catch.hpp"
#include "runready/batch.hpp"
#include "runready/load.hpp"
#include "support/packs.hpp"
#include "support/random_lines.hpp"
#include "support/random_pack.hpp"

using namespace runready;
using namespace runready::testing;

namespace {

/// What a line that is not settled gives depends on the questions still open: only that is looked
/// at here.
std::string short_of_help(const std::string& line) {
  return line.find("\"not-settled\"") == std::string::npos ? line : "not settled";
}

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    lines.push_back(short_of_help(std::string(text.substr(0, end))));
    text.remove_prefix(end + 1);
  }
  return lines;
}

std::vector<std::string> raw_lines(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1);
    if (text.substr(0, end).find_first_not_of(" \t\r") != std::string_view::npos) {
      lines.emplace_back(text.substr(0, end));
    }
    text.remove_prefix(end + 1);
  }
  return lines;
}

std::string lines_of(const Pack& pack, Dice& dice, std::size_t count) {
  std::string lines;
  for (std::size_t i = 0; i < count; ++i) lines += random_line(pack, dice) + "\n";
  return lines;
}

void require_same(const Pack& pack, const BatchOptions& options, const std::string& lines) {
  const auto expected = split(reference_lines(pack, options, lines));
  const auto found = split(answered(pack, options, lines));
  REQUIRE(found.size() == expected.size());
  const auto at = std::mismatch(found.begin(), found.end(), expected.begin());
  if (at.first == found.end()) return;
  const auto number = static_cast<std::size_t>(at.first - found.begin());
  const std::string line = raw_lines(lines).at(number);
  CAPTURE(line, *at.first, *at.second);
  FAIL();
}

}  // namespace

TEST_CASE("a batch gives what check gives, line by line, for random packs", "[batch]") {
  for (std::uint32_t seed = 1; seed <= 250; ++seed) {
    CAPTURE(seed);
    Dice dice(seed);
    RandomPackOptions sizes;
    sizes.questions = 1 + dice.below(9);
    sizes.terms = dice.below(5);
    sizes.rules = 1 + dice.below(20);
    sizes.workouts = dice.below(6);
    sizes.tips = dice.below(4);
    if (dice.percent(20)) sizes.wordings = 2;
    sizes.default_opens = true;
    sizes.never_assumed = dice.percent(50);
    const Pack pack = with_texts(random_pack(dice, sizes));
    for (int i = 0; i < 4; ++i) {
      const BatchOptions options = random_options(dice);
      require_same(pack, options, lines_of(pack, dice, 40));
    }
  }
}

TEST_CASE("a batch gives what check gives for the pack it is measured with", "[batch]") {
  const Pack pack = load(measured_files());
  Dice dice(1);
  for (int i = 0; i < 10; ++i) {
    const BatchOptions options = random_options(dice);
    require_same(pack, options, lines_of(pack, dice, 100));
  }
}

TEST_CASE("a batch gives what check gives for the default pack", "[batch]") {
  const Pack pack = load(default_pack_files());
  Dice dice(2);
  for (int i = 0; i < 12; ++i) {
    BatchOptions options = random_options(dice);
    options.strict = options.strict && i < 3;  // proving takes its time
    require_same(pack, options, lines_of(pack, dice, 60));
  }
}

TEST_CASE("every way of writing the same answers gives the same line", "[batch]") {
  const Pack pack = load(measured_files());
  const BatchOptions brief{.json = {{"recommendation", "referral", "reasons"}, true}};
  const std::string_view ways[] = {
      R"({"any_pain":true,"pain":7,"where":["shin","foot"],"gait":"altered"})",
      R"({"any_pain": true, "pain": 7, "where": ["shin", "foot"], "gait": "altered"})",
      R"({"any_pain": true,"pain":7, "where": ["shin","foot"], "gait":"altered"})",
      R"({ "any_pain" : true , "pain" : 7 , "where" : [ "shin" , "foot" ] , "gait" : "altered" })",
      R"({"gait":"altered","where":["foot","shin"],"pain":7.0,"any_pain":true})",
      R"({"answers":{"any_pain":true,"pain":7,"where":["shin","foot"],"gait":"altered"}})",
      R"({"any_pain":true,"pain":7e0,"where":["sh\u0069n","foot"],"gait":"altered","sides":null})",
      "{\"any_pain\":true,\"pain\":7,\"where\":[\"shin\",\"foot\"],\"gait\":\"altered\"}\r",
      R"({"complaints":[{"pain":7,"where":["shin","foot"],"gait":"altered"}],"any_pain":true})"};
  const std::string expected = answered(pack, brief, std::string(ways[0]) + "\n");
  CHECK(expected.find("\"reasons\":[\"") != std::string::npos);
  for (const std::string_view way : ways) {
    CAPTURE(way);
    CHECK(answered(pack, brief, std::string(way) + "\n") == expected);
  }
}

TEST_CASE("a long piece that begins, has its middle and ends as a known one is not it", "[batch]") {
  const Pack pack = load(measured_files());
  const std::string known = R"("hard-session-yesterday"])";
  for (const std::size_t more : {std::size_t{8}, std::size_t{0x10000} - 2, std::size_t{0x10000}}) {
    const std::string wanted = known.substr(0, 8) + std::string(more, 'x') + known.substr(8);
    require_same(pack, {}, R"({"training":["raced",)" + wanted + "}\n");
    require_same(pack, {}, R"({"training":["raced",)" + wanted.substr(0, 8) + known + "}\n");
  }
}
