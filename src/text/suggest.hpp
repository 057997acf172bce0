#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// "did you mean": the nearest known word to a mistyped one.
namespace runready {

/// The candidate at the smallest edit distance (insert, delete, replace, swap of neighbours; `_`
/// and `-` count as equal, case is ignored), at most 3 and at most half the word's length; the
/// first of equals. Empty if none is near.
std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates);

/// That distance of two words, as far as it is no more than `limit` (at most 3); else one more.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

/// "did you mean `near`?", or "expected one of `a`, `b`, `c`" for few candidates, or empty.
std::string suggestion(std::string_view word, std::span<const std::string_view> candidates);

}  // namespace runready
