#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "runready/diagnostic.hpp"
#include "text/json_writer.hpp"

/// Mistakes as JSON.
namespace runready {

/// A place in a text, counted from 1; columns in code points.
struct Position {
  std::size_t line = 1;
  std::size_t column = 1;
};

Position position_of(std::string_view text, std::size_t offset);

/// `"file":…,"line":…,"column":…` into an open object; nothing if the span points nowhere.
void write_place(JsonWriter& out, Span span, std::span<const SourceFile> files);

/// An object for each.
void write_diagnostics(JsonWriter& out, const Diagnostics& diagnostics,
                       std::span<const SourceFile> files);

/// What stands in the place of an assessment that could not be given: the first error.
/// `{"line":7,"id":"ann","error":{"code":…,"message":…,"help":…}}`, the line only of a batch; what
/// is kept of it stands behind the id.
std::string error_json(const Diagnostics& diagnostics, std::optional<std::size_t> line,
                       std::string_view id_json, std::string_view kept_json = {});

}  // namespace runready
