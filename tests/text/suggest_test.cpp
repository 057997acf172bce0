#include "text/suggest.hpp"

#include "catch.hpp"

namespace runready {
namespace {

TEST_CASE("the nearest word is suggested", "[text]") {
  const std::vector<std::string_view> words = {"gait",       "pain",  "quality",  "sleep_hours",
                                               "knee-front", "where", "walk_test"};
  const std::string_view rows[][2] = {
      {"gait", "gait"},
      {"giat", "gait"},
      {"GAIT", "gait"},
      {"slep_hours", "sleep_hours"},
      {"sleep-hours", "sleep_hours"},
      {"kneefront", "knee-front"},
      {"qualty", "quality"},
      {"walktset", "walk_test"},
      {"xyz", ""},
      {"", ""},
      {"p", ""},
      {"pa", ""},
      {"pan", "pain"},
      {"json", ""},
      {"something else", ""},
  };
  for (const auto& [word, expected] : rows) {
    INFO(word);
    CHECK(nearest(word, words) == expected);
  }
}

TEST_CASE("of equally near words the first is suggested", "[text]") {
  CHECK(nearest("cat", std::vector<std::string_view>{"bat", "hat"}) == "bat");
  CHECK(nearest("hat", std::vector<std::string_view>{"bat", "hat"}) == "hat");
}

TEST_CASE("a word of a megabyte is compared with nothing", "[text]") {
  const std::string word(1'000'000, 'a');
  CHECK(nearest(word, std::vector<std::string_view>(4096, std::string_view(word))).empty());
}

TEST_CASE("a suggestion names the nearest word or the few there are", "[text]") {
  const std::vector<std::string_view> few = {"normal", "altered", "limping"};
  CHECK(suggestion("limpin", few) == "did you mean `limping`?");
  CHECK(suggestion("zebra", few) == "expected one of `normal`, `altered`, `limping`");
  CHECK(suggestion("zebra", std::vector<std::string_view>{"normal"}) == "expected `normal`");
  CHECK(suggestion("zebra", std::vector<std::string_view>(9, "normal")).empty());
  CHECK(suggestion("zebra", {}).empty());
}

}  // namespace
}  // namespace runready
