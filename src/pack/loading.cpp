#include "pack/loading.hpp"

#include <algorithm>
#include <utility>

#include "text/diagnostics.hpp"
#include "text/words.hpp"

namespace runready {

void Loading::error(std::string_view code, Span span, std::string message, std::string help) {
  report_error(diagnostics, std::string(code), span, std::move(message), std::move(help));
}

void Loading::warning(std::string_view code, Span span, std::string message, std::string help) {
  report_warning(diagnostics, std::string(code), span, std::move(message), std::move(help));
}

std::string Loading::suggest(std::string_view word, std::span<const std::string_view> known) const {
  return is_full() ? std::string() : suggestion(word, known);
}

bool Loading::is_full() const { return runready::is_full(diagnostics); }

std::string Loading::place(Span span) const {
  const SourceFile& file = files[span.file];
  const auto end = file.text.begin() + static_cast<std::ptrdiff_t>(span.begin);
  return file.name + ":" + std::to_string(1 + std::count(file.text.begin(), end, '\n'));
}

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
