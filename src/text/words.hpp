#pragma once

#include <cstddef>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Words as people type and read them: taken apart, the nearest known one ("did you mean"), put
/// into texts of a pack, quoted in messages and for shells. No locale is consulted.
namespace runready {

/// Small letters for large ones: those of ASCII and the accented ones of Western Europe.
std::string lower(std::string_view text);

/// `text` with its first letter large, if that is one of a to z.
std::string sentence_case(std::string text);

/// The words of a text in small letters; whatever is neither letter nor digit stands between them.
std::vector<std::string> words_in(std::string_view text);

/// The pieces between any of the separators, without the spaces around them and without empty ones.
std::vector<std::string_view> split_at(std::string_view text, std::string_view separators);

/// `text` without the white space around it.
std::string_view trimmed(std::string_view text);

/// The candidate at the smallest edit distance (insert, delete, replace, swap of neighbours; `_`
/// and `-` count as equal, case is ignored), at most 3 and at most half the word's length; the
/// first of equals. Empty if none is near.
std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates);

/// That distance of two words, as far as it is no more than `limit` (at most 3); else one more.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

/// "did you mean `near`?", or "expected one of `a`, `b`, `c`" for few candidates, or empty.
std::string suggestion(std::string_view word, std::span<const std::string_view> candidates);

/// A text of a pack with each `{}` in turn replaced by an argument: `fill("{} to {}", {"1", "3"})`.
/// Where there are fewer arguments than places, the last places stay as they are.
std::string fill(std::string_view text, std::initializer_list<std::string_view> arguments);

/// The text in backticks, safe to print, on one line, cut where it is long: `` `limpin` ``.
std::string in_backticks(std::string_view input);

/// A word as a shell reads it back: quoted only where it must be, and safe to print. (Escapes in
/// quotes are for the shells that have them, such as bash and zsh.)
std::string shell_word(std::string_view word);

}  // namespace runready
