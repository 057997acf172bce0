#include <algorithm>
#include <string>

#include "catch.hpp"
#include "support/random_pack.hpp"
#include "text/words.hpp"

namespace runready {
namespace {

TEST_CASE("the nearest word is suggested", "[text]") {
  const std::vector<std::string_view> words = {"gait",       "pain",  "quality",   "sleep_hours",
                                               "knee-front", "where", "walk_test", "touchy"};
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
      {"nosuch", ""},
  };
  for (const auto& [word, expected] : rows) {
    INFO(word);
    CHECK(nearest(word, words) == expected);
  }
}

/// As it is defined, without a table: what edits it takes at the first letters, then the rest.
std::size_t reference_distance(std::string_view a, std::string_view b) {
  if (a.empty() || b.empty()) return a.size() + b.size();
  const std::size_t replaced =
      reference_distance(a.substr(1), b.substr(1)) + (a[0] == b[0] ? 0 : 1);
  std::size_t least = std::min(
      {reference_distance(a.substr(1), b) + 1, reference_distance(a, b.substr(1)) + 1, replaced});
  if (a.size() > 1 && b.size() > 1 && a[0] == b[1] && a[1] == b[0]) {
    least = std::min(least, reference_distance(a.substr(2), b.substr(2)) + 1);
  }
  return least;
}

TEST_CASE("a word is suggested if and only if at most a third of it is edited", "[text]") {
  testing::Dice dice(1);
  const auto random_word = [&](std::size_t length) {
    std::string word;
    while (word.size() < length) word += static_cast<char>('a' + dice.below(3));
    return word;
  };
  for (int i = 0; i < 300; ++i) {
    const std::string word = random_word(5 + dice.below(4));
    const std::string candidate = random_word(4 + dice.below(5));
    CAPTURE(word, candidate);
    const bool is_near = reference_distance(word, candidate) <= (word.size() + 1) / 3;
    CHECK(nearest(word, std::vector<std::string_view>{candidate}).empty() != is_near);
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
