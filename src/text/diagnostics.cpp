#include "text/diagnostics.hpp"

#include <algorithm>
#include <utility>

#include "text/utf8.hpp"

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

namespace {

/// How much of a line is shown, in columns: at most so much of it all, before and under the carets.
constexpr std::size_t kShown = 96;
constexpr std::size_t kShownBefore = 40;
constexpr std::size_t kShownMarked = 40;
/// Bytes looked at on each side, so that a line of a megabyte costs little.
constexpr std::size_t kWindow = 512;
constexpr std::string_view kCut = "...";
constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xc0) == 0x80; }

/// A span's line in its file and where in it the span begins and ends, in bytes.
struct Place {
  std::size_t line_number = 1;
  std::string_view line;
  std::size_t begin = 0;
  std::size_t end = 0;
};

Place place_of(Span span, std::string_view text) {
  const std::size_t at = std::min<std::size_t>(span.begin, text.size());
  const std::string_view before = text.substr(0, at);
  std::size_t line_begin = before.rfind('\n') + 1;  // npos + 1 is 0
  if (line_begin == 0 && before.starts_with(kByteOrderMark)) line_begin = kByteOrderMark.size();
  std::string_view line = text.substr(line_begin, text.find('\n', at) - line_begin);
  if (line.ends_with('\r')) line.remove_suffix(1);
  Place place;
  place.line_number = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')) + 1;
  place.line = line;
  place.begin = std::min(at - line_begin, line.size());
  place.end = std::clamp(std::size_t{span.end} - std::min<std::size_t>(span.end, line_begin),
                         place.begin, line.size());
  return place;
}

std::size_t column_of(const Place& place) {
  const std::string_view before = place.line.substr(0, place.begin);
  return static_cast<std::size_t>(std::count_if(before.begin(), before.end(),
                                                [](char c) { return !is_continuation(c); })) +
         1;
}

/// As a terminal may show it; a tab is one space, so that the carets stand where they should.
std::string shown(std::string_view part) {
  std::string spaced(part);
  std::replace(spaced.begin(), spaced.end(), '\t', ' ');
  return printable(spaced);
}

/// The end of a line's beginning: what fits into `width` columns, marked if it was cut.
std::string shown_tail(std::string_view part, std::size_t width) {
  bool is_cut = part.size() > kWindow;
  if (is_cut) {
    part.remove_prefix(part.size() - kWindow);
    while (!part.empty() && is_continuation(part.front())) part.remove_prefix(1);
  }
  const std::string text = shown(part);
  std::string_view tail = text;
  for (std::size_t excess = display_width(tail); excess > width;) {
    const CodePoint c = first_code_point(tail);
    excess -= display_width(tail.substr(0, c.bytes));
    tail.remove_prefix(c.bytes);
    is_cut = true;
  }
  return (is_cut ? std::string(kCut) : std::string()) + std::string(tail);
}

/// The beginning of a part: what fits into `width` columns, marked if it was cut.
std::string shown_head(std::string_view part, std::size_t width) {
  bool is_cut = part.size() > kWindow;
  part = part.substr(0, kWindow);
  const std::string text = shown(part);
  const std::string_view fits = fitting_prefix(text, width);
  is_cut = is_cut || fits.size() < text.size();
  return is_cut ? std::string(fits) + std::string(kCut) : text;
}

/// The source line and a line of carets below it.
std::string snippet(const Place& place) {
  const std::string before = shown_tail(place.line.substr(0, place.begin), kShownBefore);
  const std::string marked =
      shown_head(place.line.substr(place.begin, place.end - place.begin), kShownMarked);
  const std::size_t carets = std::max<std::size_t>(display_width(marked), 1);
  const std::size_t used = display_width(before) + display_width(marked);
  const std::string after =
      marked.ends_with(kCut) ? "" : shown_head(place.line.substr(place.end), kShown - used);
  return "  " + before + marked + after + "\n  " + std::string(display_width(before), ' ') +
         std::string(carets, '^') + "\n";
}

}  // namespace

bool has_errors(const Diagnostics& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& d) { return d.severity == Severity::error; });
}

std::string to_text(const Diagnostic& diagnostic, std::span<const SourceFile> files) {
  const bool has_place = diagnostic.span.file < files.size();
  std::string out;
  Place place;
  if (has_place) {
    const SourceFile& file = files[diagnostic.span.file];
    place = place_of(diagnostic.span, file.text);
    out += printable(file.name) + ":" + std::to_string(place.line_number) + ":" +
           std::to_string(column_of(place)) + ": ";
  }
  out += diagnostic.severity == Severity::error ? "error: " : "warning: ";
  out += printable(diagnostic.message);
  if (!diagnostic.code.empty()) out += " [" + diagnostic.code + "]";
  out += "\n";
  if (has_place) out += snippet(place);
  if (!diagnostic.help.empty()) out += "help: " + printable(diagnostic.help) + "\n";
  return out;
}

}  // namespace runready
