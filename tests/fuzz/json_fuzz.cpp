// Reading JSON: every span lies inside the text and inside the span around it; nlohmann/json by
// itself gives the same, or finds a mistake where we do; what was read without a mistake is the
// same when written and read again.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>

#include "fuzz/json_text.hpp"
#include "fuzz/nlohmann_says.hpp"
#include "fuzz/require.hpp"
#include "json/json_value.hpp"

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

/// Mistakes that are none to nlohmann/json: it has no such limits, and keeps the last of several
/// members with the same key.
bool is_ours_alone(const Diagnostic& diagnostic) {
  constexpr std::string_view kCodes[] = {"json-too-deep", "json-too-large", "json-duplicate-key"};
  return std::ranges::find(kCodes, diagnostic.code) != std::end(kCodes);
}

void require_same_as_nlohmann(std::string_view text, const std::optional<JsonValue>& value,
                              const Diagnostics& found) {
  if (text.find('\0') != std::string_view::npos) return;
  if (std::ranges::any_of(found, is_ours_alone)) return;
  const auto theirs = fuzz::nlohmann_says(text);
  require(theirs.has_value() == value.has_value());
  require(!value || fuzz::is_same(*value, *theirs));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text{reinterpret_cast<const char*>(data), size};
  const Span whole = fuzz::whole(text);
  Diagnostics found;
  const auto value = read_json(text, 0, found);
  require(value.has_value() || has_errors(found));
  fuzz::require_showable(found, text);
  require_same_as_nlohmann(text, value, found);
  if (!value) return 0;
  require_spans_within(*value, whole);
  if (has_errors(found)) return 0;
  const std::string once = fuzz::json_text(*value);
  const auto again = read_json(once, 0, found);
  require(again.has_value() && !has_errors(found) && fuzz::json_text(*again) == once);
  return 0;
}
