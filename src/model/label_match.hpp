#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "runready/pack.hpp"

/// Which options somebody means who types some words of their labels.
namespace runready {

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

}  // namespace runready
