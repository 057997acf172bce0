#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "runready/diagnostic.hpp"

/// JSON that remembers where everything stood, so that later stages can point at it.
///
/// Strict: one value, valid UTF-8, no duplicate keys, no numbers a double cannot hold. A byte order
/// mark before the value is passed over. Every mistake is a diagnostic with a code (`json-syntax`,
/// `json-utf8`, `json-duplicate-key`, `json-number`, `json-too-deep`, `json-too-large`).
///
///     if (auto json = read_json(text, 0, diagnostics)) {
///       if (const JsonValue* pain = json->find("pain")) point_at(pain->span);
///     }
namespace runready {

struct JsonMember;

struct JsonValue {
  enum class Type : std::uint8_t { null, boolean, integer, number, string, array, object };

  Type type = Type::null;
  bool boolean = false;
  std::int64_t integer = 0;  ///< of `integer`, also one written `4.0` or `4e0`; the nearest there
                             ///< is of one past 64 bits
  double number = 0;         ///< of `number` and `integer`
  std::string string;        ///< of a number not written as `integer` is: how it was written
  std::vector<JsonValue> items;     ///< of `array`
  std::vector<JsonMember> members;  ///< of `object`, in file order, first of duplicates kept
  Span span;                        ///< from the value's first byte to past its last

  /// The member with that key, or null. REQUIRES: type == object.
  const JsonValue* find(std::string_view key) const;
};

struct JsonMember {
  std::string key;
  Span key_span;  ///< with the quotes
  JsonValue value;
};

/// Beyond these a text is refused, so that neither the reading nor the recursion of whoever walks
/// the value can be made to fail.
struct JsonLimits {
  std::size_t depth = 64;  ///< lists and objects inside one another
  std::size_t bytes = std::size_t{8} << 20;
  std::size_t values = 1'000'000;
};

/// The value in `text`, spans in file number `file`; nothing if it is not JSON at all. Duplicate
/// keys are reported but do not stop the reading.
std::optional<JsonValue> read_json(std::string_view text, std::uint32_t file,
                                   Diagnostics& diagnostics, JsonLimits limits = {});

/// The value in CBOR made by ourselves, without spans; nothing if it is none.
std::optional<JsonValue> read_cbor(std::string_view bytes);

/// ``the string `limping` ``, `` `4` ``, `` `true` ``, `a list`, `an object`, `` `null` ``: for
/// messages.
std::string describe(const JsonValue& value);

}  // namespace runready
