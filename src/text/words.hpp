#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Words as people type them, taken apart for comparing. No locale is consulted.
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

}  // namespace runready
