#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "runready/pack.hpp"

/// What somebody means who types words instead of an id or a figure: which options, which number.
namespace runready {

/// Which options somebody means who types some words of their labels.
struct Meant {
  std::vector<std::uint32_t> options;  ///< ascending; one: it is clear which
  bool every_word = true;              ///< false: words stood among them that no label has
};

/// Whether some option is called exactly so, by its label or another of its words.
bool is_called(const Question& question, std::string_view phrase);

/// The options whose label has every word of the phrase that any label has at all. A word is known
/// by its whole, its plural, three letters of its beginning or, if long enough, with a slip, the
/// nearest of these that fits any label; where none fits, the headings of groups are looked at.
/// "Hamstring" is the label that begins with it as against one that only mentions it. What options
/// are called besides (`words`) counts as their labels do, a phrase only as a whole; where the
/// words of another option have all of it too, both are meant.
///
///     options_meant(where, "front knee")   // Knee, front or kneecap
Meant options_meant(const Question& question, std::string_view phrase);

/// Every option whose label has some word of the phrase, of three letters or more; only the one
/// whose label is the phrase, if there is one. For lists in which each option warns: a guess there
/// might take the lesser sign for the graver.
Meant options_mentioning(const Question& question, std::string_view phrase);

// Numbers in words.

/// `4`, `-3`: digits only. Nothing for anything else, and for what 64 bits do not hold.
std::optional<std::int64_t> whole_number(std::string_view word);

/// Digits, a sign before them allowed, of whatever size.
bool is_all_digits(std::string_view word);

/// The number somebody means who is asked for one: `4`, `four`, `4/10`, of `3-4` the more careful
/// one, "about 5 days ago", and of a question in days "2 weeks" and "yesterday". The words are the
/// pack's.
std::optional<std::int64_t> number_meant(const Pack& pack, const Question& question,
                                         std::string_view words);

}  // namespace runready
