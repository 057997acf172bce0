#include "text/suggest.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

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

/// A word as it is compared.
class Folded {
 public:
  /// REQUIRES: at most kLongestWord bytes.
  explicit Folded(std::string_view word) : size_(word.size()) {
    std::transform(word.begin(), word.end(), letters_.begin(), folded);
  }
  std::size_t size() const { return size_; }
  char operator[](std::size_t i) const { return letters_[i]; }

 private:
  std::array<char, kLongestWord> letters_;
  std::size_t size_;
};

/// Edit distance with swaps of neighbours, no piece edited twice ("optimal string alignment"), as
/// far as it is less than `limit`: Wagner and Fischer's table, of which three rows are kept, and of
/// those only what is near the diagonal, since every step away from it is an edit (Ukkonen).
/// REQUIRES: limit <= kFarthest + 1; the sizes differ by less than it.
std::size_t distance(const Folded& a, const Folded& b, std::size_t limit) {
  using Row = std::array<std::uint8_t, kLongestWord + 2>;
  const auto number = [](std::size_t n) { return static_cast<std::uint8_t>(n); };
  std::array<Row, 3> rows;
  for (std::size_t j = 0; j <= b.size(); ++j) rows[0][j] = number(j);
  std::size_t least_before = 0;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    Row& row = rows[i % 3];
    const Row& last = rows[(i + 2) % 3];
    const Row& before = rows[(i + 1) % 3];
    const std::size_t from = i > limit ? i - limit : 1;
    const std::size_t to = std::min(i + limit, b.size());
    row[from - 1] = number(from > 1 ? limit : i);
    std::size_t least = limit;  // of this row; a swap reaches two rows back
    for (std::size_t j = from; j <= to; ++j) {
      const bool is_same = a[i - 1] == b[j - 1];
      std::size_t edits =
          std::min({last[j] + 1u, row[j - 1] + 1u, last[j - 1] + (is_same ? 0u : 1u)});
      const bool is_swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (is_swapped) edits = std::min<std::size_t>(edits, before[j - 2] + 1);
      row[j] = number(edits);
      least = std::min(least, edits);
    }
    row[to + 1] = number(limit);
    if (least >= limit && least_before >= limit) return limit;
    least_before = least;
  }
  return rows[a.size() % 3][b.size()];
}

std::size_t difference(std::size_t a, std::size_t b) { return a < b ? b - a : a - b; }

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
  const std::size_t longest = std::max(a.size(), b.size());
  if (longest > kLongestWord || difference(a.size(), b.size()) > limit) return limit + 1;
  return distance(Folded(a), Folded(b), limit + 1);
}

std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates) {
  if (word.empty() || word.size() > kLongestWord) return {};
  const Folded wanted(word);
  std::string_view best;
  // A third of the word at most: what shares half of its letters is another word.
  std::size_t least = std::min(kFarthest, (word.size() + 1) / 3) + 1;
  for (const std::string_view candidate : candidates) {
    if (candidate.size() > kLongestWord || difference(candidate.size(), word.size()) >= least) {
      continue;
    }
    if (const std::size_t d = distance(wanted, Folded(candidate), least); d < least) {
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
