#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "runready/pack.hpp"

/// Numbers in words.
namespace runready {

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
