// Reading JSON: every span lies inside the text and inside the span around it, and what was read
// without a mistake is the same when written and read again.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "fuzz/json_text.hpp"
#include "fuzz/require.hpp"
#include "text/json_value.hpp"

namespace {

using namespace runready;

using fuzz::is_within;
using fuzz::require;

void require_spans_within(const JsonValue& value, Span outer) {
  require(is_within(value.span, outer));
  for (const JsonValue& item : value.items) require_spans_within(item, value.span);
  for (const JsonMember& member : value.members) {
    require(is_within(member.key_span, value.span));
    require_spans_within(member.value, value.span);
  }
}

}  // namespace

// The name and the types are libFuzzer's. NOLINTBEGIN(readability-identifier-naming)
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  // NOLINTEND(readability-identifier-naming)
  const std::string_view text{reinterpret_cast<const char*>(data), size};
  const Span whole = fuzz::whole(text);
  Diagnostics found;
  const auto value = read_json(text, 0, found);
  require(value.has_value() || has_errors(found));
  fuzz::require_showable(found, text);
  if (!value) return 0;
  require_spans_within(*value, whole);
  if (has_errors(found)) return 0;

  const std::string once = fuzz::json_text(*value);
  const auto again = read_json(once, 0, found);
  require(again.has_value() && !has_errors(found) && fuzz::json_text(*again) == once);
  return 0;
}
