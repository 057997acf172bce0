// Showing text: nothing that steers a terminal comes through, no line is too wide, no character is
// split, and any place in any text can be pointed at. The first two bytes choose width and place.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "fuzz/require.hpp"
#include "json/json_value.hpp"
#include "json/json_writer.hpp"
#include "text/utf8.hpp"
#include "text/words.hpp"

namespace {

using namespace runready;
using fuzz::require;

void require_printable(std::string_view text) {
  require(is_valid_utf8(text));
  while (!text.empty()) {
    const CodePoint c = first_code_point(text);
    require(!is_unsafe(c.value));
    text.remove_prefix(c.bytes);
  }
}

void wrap_within(std::string_view text, std::size_t width) {
  const std::vector<std::string> lines = wrap(text, width);
  require(!lines.empty());
  for (const std::string& line : lines) {
    // A single wide character stands out of a line one column wide.
    require(display_width(line) <= std::max<std::size_t>(width, 2));
    require(is_valid_utf8(line));
  }
}

void require_json_string(std::string_view text) {
  std::string json;
  append_json_string(json, text);
  Diagnostics found;
  const auto value = read_json(json, 0, found);
  require(value.has_value() && found.empty());
  require(!is_valid_utf8(text) || value->string == text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return 0;
  const std::size_t width = data[0];
  const std::string_view text{reinterpret_cast<const char*>(data) + 2, size - 2};
  const std::string safe = printable(text);
  require_printable(safe);
  require(printable(safe) == safe);
  require_printable(in_backticks(text));
  require(display_width(fitting_prefix(safe, width)) <= width);
  wrap_within(printable(text, true), width);
  require_json_string(text);
  const auto place = static_cast<std::uint32_t>(std::min<std::size_t>(data[1], text.size()));
  const Span span{0, place, static_cast<std::uint32_t>(text.size())};
  fuzz::require_showable({{Severity::error, "c", span, safe + "!", safe}}, text);
  const std::string_view words[] = {"gait", "pain", text.substr(0, text.size() / 2)};
  suggestion(text, words);
  return 0;
}
