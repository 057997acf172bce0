// Parsing conditions: what is one is the same when written and parsed again, can be said, and can
// be written with its terms in it; what is none has a mistake that can be shown.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "fuzz/require.hpp"
#include "rules/condition_json.hpp"
#include "rules/sentence.hpp"
#include "support/small_pack.hpp"

namespace {

using namespace runready;
using fuzz::require;

std::string written(const Condition& condition, const Pack& pack, Terms terms) {
  std::string text;
  JsonWriter writer{text};
  write_condition(writer, condition, pack, terms);
  return text;
}

Condition parse(std::string_view text, const Pack& pack) {
  Diagnostics found;
  const auto json = read_json(text, 0, found, {.depth = 1000});
  require(json.has_value());
  auto condition = parse_condition(*json, pack, found);
  require(condition.has_value() && found.empty());
  return std::move(*condition);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Pack pack = testing::small_pack();
  const std::string_view text{reinterpret_cast<const char*>(data), size};
  Diagnostics found;
  const auto json = read_json(text, 0, found);
  if (!json || has_errors(found)) return 0;
  const auto condition = parse_condition(*json, pack, found);
  require(condition.has_value() != has_errors(found));
  fuzz::require_showable(found, text);
  if (!condition) return 0;
  require(condition->span == json->span);
  require(parse(written(*condition, pack, Terms::by_name), pack) == *condition);
  require(!sentence(*condition, pack).empty());
  if (can_inline_terms(*condition, pack)) {
    parse(written(*condition, pack, Terms::inlined), pack);
  }
  return 0;
}
