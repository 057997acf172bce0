#include "text/report.hpp"

#include <utility>

namespace runready {

namespace {

void report(Diagnostics& to, Diagnostic diagnostic) {
  if (is_full(to)) {
    // A dropped error must not pass for a success with warnings.
    if (diagnostic.severity == Severity::error) to.back().severity = Severity::error;
    return;
  }
  if (to.size() + 1 == kMaxDiagnostics) {
    diagnostic = {diagnostic.severity, "too-many-mistakes", diagnostic.span,
                  "too many mistakes, those from here on are not shown", ""};
  }
  to.push_back(std::move(diagnostic));
}

}  // namespace

bool is_full(const Diagnostics& diagnostics) { return diagnostics.size() >= kMaxDiagnostics; }

void report_error(Diagnostics& to, std::string code, Span span, std::string message,
                  std::string help) {
  report(to, {Severity::error, std::move(code), span, std::move(message), std::move(help)});
}

void report_warning(Diagnostics& to, std::string code, Span span, std::string message,
                    std::string help) {
  report(to, {Severity::warning, std::move(code), span, std::move(message), std::move(help)});
}

}  // namespace runready
