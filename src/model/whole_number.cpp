#include "model/whole_number.hpp"

#include <algorithm>
#include <charconv>
#include <string>
#include <vector>

#include "text/words.hpp"

namespace runready {

namespace {

/// What is longer than a day, in days.
struct LongUnit {
  std::string_view words;
  std::int64_t least;
  std::int64_t most;
};
constexpr LongUnit kLongUnits[] = {
    {"words.weeks", 7, 7}, {"words.months", 28, 31}, {"words.years", 365, 366}};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Numbers, words and the signs `/` and `-` between numbers, each a piece of its own.
std::vector<std::string> pieces_of(std::string_view words) {
  std::vector<std::string> pieces;
  for (const char c : lower(words)) {
    const bool is_sign = c == '/' || c == '-';
    if (c == ' ' || c == '\t') {
      pieces.emplace_back();
    } else if (pieces.empty() || pieces.back().empty()) {
      pieces.emplace_back(1, c);
    } else if (is_sign || !is_digit(pieces.back().back()) != !is_digit(c)) {
      pieces.emplace_back(1, c);
    } else {
      pieces.back() += c;
    }
  }
  std::erase_if(pieces, [](const std::string& piece) { return piece.empty(); });
  return pieces;
}

class NumberReader {
 public:
  NumberReader(const Pack& pack, const Question& question) : pack_(pack), question_(question) {}

  std::optional<std::int64_t> read(std::string_view words) {
    pieces_ = pieces_of(words);
    std::erase_if(pieces_, [&](const std::string& piece) { return is(piece, "words.about"); });
    if (is_in_days() && pieces_.size() == 1) {
      if (is(pieces_[0], "words.today")) return 0;
      if (is(pieces_[0], "words.yesterday")) return 1;
    }
    const bool is_negative = !pieces_.empty() && pieces_[0] == "-";
    if (is_negative) pieces_.erase(pieces_.begin());
    auto number = value(0);
    if (!number) return std::nullopt;
    std::size_t at = 1;
    if (is_negative) {
      number = -*number;
    } else if (const auto other = second(at)) {
      number = more_careful(*number, *other);
      at += 2;
    } else if (at + 1 < pieces_.size() && pieces_[at] == "/" && value(at + 1) == question_.max) {
      at += 2;
    }
    if (!number || at == pieces_.size()) return number;
    if (at + 1 != pieces_.size()) return std::nullopt;
    return in_unit(*number, pieces_[at]);
  }

 private:
  bool is(const std::string& piece, std::string_view key) const {
    const std::vector<std::string> known = words_in(pack_.text(key));
    return std::find(known.begin(), known.end(), piece) != known.end();
  }

  bool is_in_days() const { return is(lower(question_.unit), "words.days"); }

  std::optional<std::int64_t> value(std::size_t at) const {
    if (at >= pieces_.size()) return std::nullopt;
    if (is_digit(pieces_[at].front())) return whole_number(pieces_[at]);
    if (is(pieces_[at], "words.one")) return 1;
    const std::vector<std::string> names = words_in(pack_.text("words.numbers"));
    const auto name = std::find(names.begin(), names.end(), pieces_[at]);
    if (name == names.end()) return std::nullopt;
    return name - names.begin();
  }

  /// The other end of `3-4`, "3 or 4".
  std::optional<std::int64_t> second(std::size_t at) const {
    if (at >= pieces_.size()) return std::nullopt;
    const bool is_between = pieces_[at] == "-" || is(pieces_[at], "words.to");
    return is_between ? value(at + 1) : std::nullopt;
  }

  std::optional<std::int64_t> more_careful(std::int64_t a, std::int64_t b) const {
    if (question_.caution == Caution::rises) return std::max(a, b);
    if (question_.caution == Caution::falls) return std::min(a, b);
    return std::nullopt;
  }

  std::optional<std::int64_t> in_unit(std::int64_t number, const std::string& unit) const {
    if (is_in_days() && is(unit, "words.days")) return number;
    if (is_in_days() && number <= kMaxInteger) {
      for (const LongUnit& row : kLongUnits) {
        if (is(unit, row.words)) return days_of(number, row);
      }
    }
    if (!question_.unit.empty() && unit == lower(question_.unit)) return number;
    return std::nullopt;
  }

  /// A month is as long as asks for more caution. More days than the question takes are its most:
  /// "a year ago" is then still understood, and never as more favourable than it is.
  std::int64_t days_of(std::int64_t number, const LongUnit& unit) const {
    const std::int64_t days = question_.caution == Caution::rises ? unit.most : unit.least;
    if (question_.caution == Caution::none) return number * days;
    return std::min<std::int64_t>(number * days, question_.max);
  }

  const Pack& pack_;
  const Question& question_;
  std::vector<std::string> pieces_;
};

}  // namespace

std::optional<std::int64_t> whole_number(std::string_view word) {
  std::int64_t number = 0;
  const char* end = word.data() + word.size();
  const auto [stop, error] = std::from_chars(word.data(), end, number);
  if (word.empty() || error != std::errc() || stop != end) return std::nullopt;
  return number;
}

bool is_all_digits(std::string_view word) {
  if (word.starts_with('-')) word.remove_prefix(1);
  return !word.empty() && std::all_of(word.begin(), word.end(), is_digit);
}

std::optional<std::int64_t> number_meant(const Pack& pack, const Question& question,
                                         std::string_view words) {
  return NumberReader(pack, question).read(words);
}

}  // namespace runready
