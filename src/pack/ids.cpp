#include "pack/ids.hpp"

#include <algorithm>

namespace runready {

namespace {

constexpr bool is_lower_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}
constexpr bool is_letter_or_digit(char c) { return is_lower_or_digit(c) || (c >= 'A' && c <= 'Z'); }

}  // namespace

std::optional<std::uint32_t> Ids::find(std::string_view id) const {
  const auto found = entries_.find(id);
  if (found == entries_.end()) return std::nullopt;
  return found->second.index;
}

std::optional<Span> Ids::declare(std::string_view id, std::uint32_t index, Span span) {
  const auto [entry, is_new] = entries_.try_emplace(id, Entry{index, span});
  if (!is_new) return entry->second.span;
  order_.push_back(id);
  return std::nullopt;
}

bool is_id(std::string_view text) {
  return !text.empty() && text.size() <= kMaxIdBytes && is_lower_or_digit(text.front()) &&
         std::ranges::all_of(text,
                             [](char c) { return is_lower_or_digit(c) || c == '-' || c == '_'; });
}

bool is_reference_id(std::string_view text) {
  return !text.empty() && text.size() <= kMaxIdBytes && is_letter_or_digit(text.front()) &&
         std::ranges::all_of(text, [](char c) {
           return is_letter_or_digit(c) || c == '-' || c == '_' || c == '.';
         });
}

}  // namespace runready
