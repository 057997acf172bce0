#include "pack/placeholders.hpp"

#include <string>

#include "text/backticks.hpp"

namespace runready {

namespace {

std::string times(std::size_t count) {
  return count == 0 ? "no `{}`" : count == 1 ? "one `{}`" : std::to_string(count) + " `{}`";
}

}  // namespace

void check_placeholders(Loading& in, Span span, std::string_view text, std::size_t wanted) {
  std::size_t found = 0;
  for (std::size_t at = text.find('{'); at != text.npos; at = text.find('{', at + 1)) {
    const std::size_t end = text.find_first_of("{}", at + 1);
    if (end == text.npos || text[end] == '{') continue;
    const std::string_view placeholder = text.substr(at, end + 1 - at);
    if (placeholder == "{}") {
      ++found;
      continue;
    }
    in.error("unknown-placeholder", span, "nothing is put in for " + in_backticks(placeholder),
             in.placeholders.empty() ? "only what a table says has `{row}` and `{cell}`"
                                     : in.suggest(placeholder, in.placeholders));
  }
  if (found == wanted) return;
  in.error("placeholders", span,
           "expected " + times(wanted) + " in this text, found " + times(found));
}

}  // namespace runready
