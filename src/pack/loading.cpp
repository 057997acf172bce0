#include "pack/loading.hpp"

#include <algorithm>
#include <utility>

#include "text/report.hpp"
#include "text/suggest.hpp"

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

}  // namespace runready
