#include "pack/placeholders.hpp"

namespace runready {

std::size_t placeholders_in(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = text.find("{}"); at != text.npos; at = text.find("{}", at + 2)) ++count;
  return count;
}

void check_placeholders(Loading& in, const JsonValue& json, std::string_view text,
                        std::size_t wanted) {
  const std::size_t found = placeholders_in(text);
  if (text.empty() || found == wanted) return;
  in.error(
      "placeholders", json.span,
      "this text has `{}` " + std::to_string(found) + " times, expected " + std::to_string(wanted));
}

}  // namespace runready
