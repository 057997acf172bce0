#include "text/words.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "text/utf8.hpp"

namespace runready {

namespace {

constexpr std::string_view kSpace = " \t\r\n\v\f";

char lower_ascii(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// Bytes of other alphabets are parts of words too.
bool is_of_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

std::string lower(std::string_view text) {
  std::string lowered(text);
  for (std::size_t i = 0; i < lowered.size(); ++i) {
    lowered[i] = lower_ascii(lowered[i]);
    // U+00C0 to U+00DE but for the multiplication sign, in UTF-8; 0x20 further on are the small
    // ones.
    if (lowered[i] != '\xc3' || i + 1 == lowered.size()) continue;
    const auto next = static_cast<unsigned char>(lowered[i + 1]);
    if (next >= 0x80 && next <= 0x9e && next != 0x97)
      lowered[i + 1] = static_cast<char>(next + 0x20);
  }
  return lowered;
}

std::string sentence_case(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') {
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
  }
  return text;
}

std::vector<std::string> words_in(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : lower(text) + ' ') {
    if (is_of_word(c)) {
      word += c;
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  return words;
}

std::vector<std::string_view> split_at(std::string_view text, std::string_view separators) {
  std::vector<std::string_view> pieces;
  for (;;) {
    const std::size_t end = text.find_first_of(separators);
    const std::string_view piece = trimmed(text.substr(0, end));
    if (!piece.empty()) pieces.push_back(piece);
    if (end == std::string_view::npos) return pieces;
    text.remove_prefix(end + 1);
  }
}

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(kSpace);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

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

std::string fill(std::string_view text, std::initializer_list<std::string_view> arguments) {
  std::string filled;
  for (const std::string_view argument : arguments) {
    const std::size_t place = text.find("{}");
    if (place == std::string_view::npos) break;
    filled.append(text.substr(0, place)).append(argument);
    text.remove_prefix(place + 2);
  }
  return filled.append(text);
}

namespace {
constexpr std::size_t kLongest = 60;
}

std::string in_backticks(std::string_view input) {
  // Bytes first, so that a megabyte of input costs nothing: no code point has more than four.
  const std::string_view start = input.substr(0, kLongest * 4);
  std::string shown = printable(start);
  // It looks like a space, and may be all that is wrong with a word.
  constexpr std::string_view kNoBreakSpace = "\u00a0";
  for (std::size_t at = 0; (at = shown.find(kNoBreakSpace, at)) != std::string::npos;) {
    shown.replace(at, kNoBreakSpace.size(), "\\u{a0}");
  }
  const std::string_view fits = fitting_prefix(shown, kLongest);
  const bool is_cut = start.size() < input.size() || fits.size() < shown.size();
  return "`" + std::string(fits) + (is_cut ? "...`" : "`");
}

namespace {

bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("-_./=+:,@%").find(c) != std::string_view::npos;
}

/// `$'\x1b[31m'`: bytes that a terminal must not get, as escapes that a shell reads back.
std::string with_escapes(std::string_view word) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string quoted = "$'";
  while (!word.empty()) {
    const CodePoint c = first_code_point(word);
    const std::string_view bytes = word.substr(0, c.bytes);
    if (bytes == "'" || bytes == "\\") {
      quoted += '\\' + std::string(bytes);
    } else if (c.valid && !is_unsafe(c.value)) {
      quoted += bytes;
    } else {
      for (const char byte : bytes) {
        const auto value = static_cast<unsigned char>(byte);
        quoted += {'\\', 'x', kDigits[value >> 4], kDigits[value & 0xf]};
      }
    }
    word.remove_prefix(c.bytes);
  }
  return quoted + "'";
}

}  // namespace

std::string shell_word(std::string_view word) {
  if (!word.empty() && std::all_of(word.begin(), word.end(), is_plain)) return std::string(word);
  if (printable(word) != word) return with_escapes(word);
  std::string quoted = "'";
  for (const char c : word) {
    if (c == '\'') {
      quoted += "'\\''";
    } else {
      quoted += c;
    }
  }
  return quoted + "'";
}

}  // namespace runready
