#include "render/diagnostic_json.hpp"

#include <algorithm>

namespace runready {

namespace {

std::ptrdiff_t count_newlines(std::string_view text) {
  return std::count(text.begin(), text.end(), '\n');
}

bool begins_code_point(char byte) { return (static_cast<unsigned char>(byte) & 0xc0) != 0x80; }

const Diagnostic& first_error(const Diagnostics& diagnostics) {
  const auto error = std::find_if(diagnostics.begin(), diagnostics.end(), [](const Diagnostic& d) {
    return d.severity == Severity::error;
  });
  return error == diagnostics.end() ? diagnostics.front() : *error;
}

}  // namespace

Position position_of(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset);
  const std::size_t line_start = before.rfind('\n') + 1;  // npos + 1 is 0
  const std::string_view line = before.substr(line_start);
  Position position;
  position.line += static_cast<std::size_t>(count_newlines(before));
  position.column +=
      static_cast<std::size_t>(std::count_if(line.begin(), line.end(), begins_code_point));
  return position;
}

void write_place(JsonWriter& out, Span span, std::span<const SourceFile> files) {
  if (span.file >= files.size()) return;
  const Position position = position_of(files[span.file].text, span.begin);
  out.key("file").value(files[span.file].name);
  out.key("line").value(position.line).key("column").value(position.column);
}

void write_diagnostics(JsonWriter& out, const Diagnostics& diagnostics,
                       std::span<const SourceFile> files) {
  out.begin_array();
  for (const Diagnostic& diagnostic : diagnostics) {
    out.begin_object();
    out.key("severity").value(diagnostic.severity == Severity::error ? "error" : "warning");
    out.key("code").value(diagnostic.code);
    write_place(out, diagnostic.span, files);
    out.key("message").value(diagnostic.message);
    if (!diagnostic.help.empty()) out.key("help").value(diagnostic.help);
    out.end_object();
  }
  out.end_array();
}

std::string error_json(const Diagnostics& diagnostics, std::optional<std::size_t> line,
                       std::string_view id_json, std::string_view kept_json) {
  const Diagnostic& error = first_error(diagnostics);
  std::string text;
  JsonWriter out(text);
  out.begin_object();
  if (line) out.key("line").value(*line);
  if (!id_json.empty()) out.key("id").raw(id_json);
  if (!kept_json.empty()) out.members(kept_json);
  out.key("error").begin_object();
  out.key("code").value(error.code).key("message").value(error.message);
  if (!error.help.empty()) out.key("help").value(error.help);
  out.end_object().end_object();
  return text;
}

}  // namespace runready
