#include "text/suggest.hpp"

#include <algorithm>
#include <array>

#include "text/backticks.hpp"

namespace runready {

namespace {

constexpr std::size_t kFarthest = 3;
constexpr std::size_t kLongestWord = 64;  ///< longer ones are no word of ours
constexpr std::size_t kFew = 8;

char folded(char c) {
  if (c >= 'A' && c <= 'Z') return static_cast<char>(c - 'A' + 'a');
  return c == '_' ? '-' : c;
}

/// Edit distance with swaps of neighbours, no piece edited twice ("optimal string alignment"):
/// Wagner and Fischer's table, of which three rows are kept. REQUIRES: at most kLongestWord bytes.
std::size_t distance(std::string_view a, std::string_view b) {
  using Row = std::array<std::size_t, kLongestWord + 1>;
  Row before{};
  Row last{};
  Row row{};
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    before = last;
    last = row;
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const char x = folded(a[i - 1]);
      const char y = folded(b[j - 1]);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (x == y ? 0u : 1u)});
      const bool swapped = i > 1 && j > 1 && x == folded(b[j - 2]) && y == folded(a[i - 2]);
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
  }
  return row[b.size()];
}

std::size_t difference(std::size_t a, std::size_t b) { return a < b ? b - a : a - b; }

}  // namespace

std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates) {
  if (word.empty() || word.size() > kLongestWord) return {};
  std::string_view best;
  std::size_t least = std::min(kFarthest, word.size() / 2) + 1;
  for (const std::string_view candidate : candidates) {
    if (candidate.size() > kLongestWord || difference(candidate.size(), word.size()) >= least) {
      continue;
    }
    if (const std::size_t d = distance(word, candidate); d < least) {
      least = d;
      best = candidate;
    }
  }
  return best;
}

std::string suggestion(std::string_view word, std::span<const std::string_view> candidates) {
  if (const std::string_view near = nearest(word, candidates); !near.empty()) {
    return "did you mean " + in_backticks(near) + "?";
  }
  if (candidates.empty() || candidates.size() > kFew) return {};
  std::string all = candidates.size() == 1 ? "expected " : "expected one of ";
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    all += (i == 0 ? "" : ", ") + in_backticks(candidates[i]);
  }
  return all;
}

}  // namespace runready
