// What fuzz targets say of their findings.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "runready/diagnostic.hpp"
#include "text/utf8.hpp"

namespace runready::fuzz {

/// Stops the program, which is a finding, unless it holds.
inline void require(bool holds) {
  if (!holds) std::abort();
}

inline bool is_within(Span inner, Span outer) {
  return outer.begin <= inner.begin && inner.begin <= inner.end && inner.end <= outer.end;
}

inline Span whole(std::string_view text) {
  return {.file = 0, .begin = 0, .end = static_cast<std::uint32_t>(text.size())};
}

/// Every diagnostic points into the text, or at nothing where that is allowed, and can be shown.
inline void require_showable(const Diagnostics& found, std::string_view text,
                             bool may_point_nowhere = false) {
  const SourceFile files[] = {{"input", std::string(text)}};
  for (const Diagnostic& diagnostic : found) {
    const bool points = diagnostic.span.file == 0;
    require(points || may_point_nowhere);
    require(!points || is_within(diagnostic.span, whole(text)));
    require(!diagnostic.code.empty() && !diagnostic.message.empty());
    const std::string shown = to_text(diagnostic, files);
    require(printable(shown, true) == shown);
  }
}

}  // namespace runready::fuzz
