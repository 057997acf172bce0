#include "pack/placeholders.hpp"

namespace runready {

namespace {

std::string times(std::size_t count) {
  return count == 0 ? "no `{}`" : count == 1 ? "one `{}`" : std::to_string(count) + " `{}`";
}

}  // namespace

std::size_t placeholders_in(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = text.find("{}"); at != text.npos; at = text.find("{}", at + 2)) ++count;
  return count;
}

void check_placeholders(Loading& in, const JsonValue& json, std::string_view text,
                        std::size_t wanted) {
  const std::size_t found = placeholders_in(text);
  if (text.empty() || found == wanted) return;
  in.error("placeholders", json.span,
           "expected " + times(wanted) + " in this text, found " + times(found));
}

}  // namespace runready
