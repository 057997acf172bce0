#include "model/meant_words.hpp"

#include <algorithm>
#include <charconv>
#include <functional>
#include <iterator>
#include <string>

#include "text/words.hpp"

namespace runready {

namespace {

constexpr std::size_t kLeastOfAWord = 3;  ///< letters by which the beginning of a word is known
constexpr std::size_t kOneSlip = 5;       ///< letters from which on a slip may be in them
constexpr std::size_t kTwoSlips = 9;

enum class Nearness : std::uint8_t { none, slip, beginning, same };

/// English plurals; in other languages a slip or a beginning does the same.
std::string singular(const std::string& word) {
  const std::string_view view = word;
  if (view.size() > 4 && view.ends_with("ves")) return word.substr(0, word.size() - 3) + "f";
  if (view.size() > 3 && view.ends_with("s") && !view.ends_with("ss")) {
    return word.substr(0, word.size() - 1);
  }
  return word;
}

Nearness nearness(const std::string& typed, const std::string& word) {
  if (typed == word || singular(typed) == singular(word)) return Nearness::same;
  if (typed.size() >= kLeastOfAWord && word.starts_with(typed)) return Nearness::beginning;
  if (typed.size() < kOneSlip) return Nearness::none;
  const std::size_t slips = typed.size() < kTwoSlips ? 1 : 2;
  return edit_distance(typed, word, slips) <= slips ? Nearness::slip : Nearness::none;
}

bool is_same(const std::string& a, const std::string& b) {
  return nearness(a, b) == Nearness::same;
}

Nearness nearest_of(const std::string& typed, const std::vector<std::string>& words) {
  Nearness best = Nearness::none;
  for (const std::string& word : words) best = std::max(best, nearness(typed, word));
  return best;
}

using Texts = std::vector<std::vector<std::string>>;  ///< the words of one text for each option

/// The options that come nearest to a word; none if none comes near.
std::vector<std::uint32_t> options_with(const std::string& typed, const Texts& texts) {
  std::vector<std::uint32_t> found;
  Nearness best = Nearness::slip;
  for (std::uint32_t i = 0; i < texts.size(); ++i) {
    const Nearness near = nearest_of(typed, texts[i]);
    if (near < best) continue;
    if (near > best) found.clear();
    best = near;
    found.push_back(i);
  }
  return found;
}

/// Every option that has a word or its beginning; if there are none, those with a slip in it.
std::vector<std::uint32_t> options_near(const std::string& typed, const Texts& texts) {
  std::vector<std::uint32_t> found;
  for (std::uint32_t i = 0; i < texts.size(); ++i) {
    if (nearest_of(typed, texts[i]) >= Nearness::beginning) found.push_back(i);
  }
  return found.empty() ? options_with(typed, texts) : found;
}

/// The options of which a part of the label is exactly the phrase: all of it, or what stands before
/// its first comma or bracket.
std::vector<std::uint32_t> options_called(const Question& question,
                                          const std::vector<std::string>& phrase,
                                          std::string_view until) {
  std::vector<std::uint32_t> found;
  for (std::uint32_t i = 0; i < question.options.size(); ++i) {
    const std::string_view label = question.options[i].label;
    const std::vector<std::string> words = words_in(label.substr(0, label.find_first_of(until)));
    if (std::ranges::equal(phrase, words, is_same)) found.push_back(i);
  }
  return found;
}

/// What else an option is called at the prompt: words, and phrases of several words.
std::vector<std::vector<std::string>> other_words(const Option& option) {
  std::vector<std::vector<std::string>> all;
  for (const std::string& words : option.words) all.push_back(words_in(words));
  return all;
}

/// Those of which one of the other words is exactly the phrase.
std::vector<std::uint32_t> options_also_called(const Question& question,
                                               const std::vector<std::string>& phrase) {
  std::vector<std::uint32_t> found;
  for (std::uint32_t i = 0; i < question.options.size(); ++i) {
    const auto is_it = [&](const std::vector<std::string>& words) {
      return std::ranges::equal(words, phrase, is_same);
    };
    if (std::ranges::any_of(other_words(question.options[i]), is_it)) found.push_back(i);
  }
  return found;
}

/// Those that have the phrase, in which there is more than one word, among the words typed.
std::vector<std::uint32_t> options_with_phrase_in(const Question& question,
                                                  const std::vector<std::string>& typed) {
  std::vector<std::uint32_t> found;
  for (std::uint32_t i = 0; i < question.options.size(); ++i) {
    const auto all = other_words(question.options[i]);
    const auto is_in = [&](const std::vector<std::string>& phrase) {
      return phrase.size() > 1 && !std::ranges::search(typed, phrase).empty();
    };
    if (std::ranges::any_of(all, is_in)) found.push_back(i);
  }
  return found;
}

/// Takes the words of such phrases out of those typed.
void leave_out_phrases(const Question& question, const std::vector<std::uint32_t>& options,
                       std::vector<std::string>& typed) {
  for (const std::uint32_t option : options) {
    for (const std::vector<std::string>& phrase : other_words(question.options[option])) {
      const auto is_of_it = [&](const std::string& word) {
        return std::ranges::find(phrase, word) != phrase.end();
      };
      if (phrase.size() > 1 && std::ranges::all_of(phrase, [&](const std::string& word) {
            return std::ranges::find(typed, word) != typed.end();
          })) {
        std::erase_if(typed, is_of_it);
      }
    }
  }
}

/// The words of labels, and of what options are called by a single word.
Texts labels_of(const Question& question) {
  Texts texts;
  for (const Option& option : question.options) {
    texts.push_back(words_in(option.label));
    for (const std::vector<std::string>& words : other_words(option)) {
      if (words.size() == 1) texts.back().push_back(words.front());
    }
  }
  return texts;
}

/// Those that have all the words typed somewhere, in phrases too.
std::vector<std::uint32_t> options_with_all(const Question& question,
                                            const std::vector<std::string>& typed) {
  std::vector<std::uint32_t> found;
  for (std::uint32_t i = 0; i < question.options.size(); ++i) {
    std::vector<std::string> words = words_in(question.options[i].label);
    for (const std::vector<std::string>& more : other_words(question.options[i])) {
      words.insert(words.end(), more.begin(), more.end());
    }
    const auto is_there = [&](const std::string& word) {
      return nearest_of(word, words) >= Nearness::beginning;
    };
    if (std::ranges::all_of(typed, is_there)) found.push_back(i);
  }
  return found;
}

/// What is called exactly so, with all that could be: a word of several is never one of them.
std::vector<std::uint32_t> options_by_other_words(const Question& question,
                                                  const std::vector<std::string>& phrase) {
  const std::vector<std::uint32_t> called = options_also_called(question, phrase);
  if (called.empty()) return {};
  std::vector<std::uint32_t> all;
  std::ranges::set_union(called, options_with_all(question, phrase), std::back_inserter(all));
  return all;
}

Texts groups_of(const Question& question) {
  Texts texts;
  for (const Option& option : question.options) texts.push_back(words_in(option.group));
  return texts;
}

/// To the options that have this word too. If there are none, two things were named, any of them;
/// but a short word is only "the" or "and".
void narrow(Meant& meant, const std::vector<std::uint32_t>& with, bool is_short) {
  std::vector<std::uint32_t> both;
  std::ranges::set_intersection(meant.options, with, std::back_inserter(both));
  if (both.empty() && is_short) return;
  if (both.empty()) {
    meant.every_word = false;
    std::ranges::set_union(meant.options, with, std::back_inserter(both));
  }
  meant.options = std::move(both);
}

}  // namespace

bool is_called(const Question& question, std::string_view phrase) {
  const std::vector<std::string> typed = words_in(phrase);
  return !options_called(question, typed, "").empty() ||
         !options_also_called(question, typed).empty();
}

Meant options_meant(const Question& question, std::string_view phrase) {
  std::vector<std::string> typed = words_in(phrase);
  if (typed.empty()) return {};
  if (auto called = options_called(question, typed, ""); !called.empty()) return {called, true};
  std::vector<std::uint32_t> called;
  std::ranges::set_union(options_called(question, typed, ",(;:/"),
                         options_by_other_words(question, typed), std::back_inserter(called));
  if (!called.empty()) return {called, true};
  const Texts labels = labels_of(question);
  const Texts groups = groups_of(question);
  // Those first that say most.
  std::ranges::stable_sort(typed, std::greater{}, &std::string::size);
  Meant meant{options_with_phrase_in(question, words_in(phrase))};
  leave_out_phrases(question, meant.options, typed);
  for (const std::string& word : typed) {
    std::vector<std::uint32_t> with = options_with(word, labels);
    if (with.empty()) with = options_with(word, groups);
    if (!meant.options.empty() && !with.empty()) narrow(meant, with, word.size() <= kLeastOfAWord);
    if (with.empty()) meant.every_word = false;
    if (meant.options.empty()) meant.options = std::move(with);
  }
  return meant;
}

Meant options_mentioning(const Question& question, std::string_view phrase) {
  const std::vector<std::string> typed = words_in(phrase);
  if (auto called = options_called(question, typed, ""); !called.empty()) return {called, true};
  if (auto called = options_by_other_words(question, typed); !called.empty()) return {called, true};
  const Texts labels = labels_of(question);
  Meant meant{options_with_phrase_in(question, typed)};
  for (const std::string& word : typed) {
    const std::vector<std::uint32_t> with = options_near(word, labels);
    if (with.empty()) meant.every_word = false;
    if (word.size() < kLeastOfAWord) continue;
    std::vector<std::uint32_t> either;
    std::ranges::set_union(meant.options, with, std::back_inserter(either));
    meant.options = std::move(either);
  }
  return meant;
}

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
