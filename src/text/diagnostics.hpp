#pragma once

#include <cstddef>
#include <string>

#include "runready/diagnostic.hpp"

/// Diagnostics gathered, bounded: a hostile input with a million mistakes gets two hundred
/// messages and one that says so. How they look at a terminal stands beside it: the line, and a
/// caret under the mistake.
///
///     report_error(diagnostics, "wrong-type", json.span,
///                  "expected a list, found " + describe(json), "write `[]` for nothing");
namespace runready {

inline constexpr std::size_t kMaxDiagnostics = 200;

/// Whether further mistakes are dropped. Callers need not ask, but may spare themselves work.
bool is_full(const Diagnostics& diagnostics);

void report_error(Diagnostics& to, std::string code, Span span, std::string message,
                  std::string help = {});
void report_warning(Diagnostics& to, std::string code, Span span, std::string message,
                    std::string help = {});

}  // namespace runready
