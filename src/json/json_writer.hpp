#pragma once

#include <cstdint>
#include <string>
#include <string_view>

/// Writes compact JSON in the order told, appending to a string. Invalid UTF-8 in texts comes out
/// as U+FFFD, so the result is always valid.
///
///     std::string out;
///     JsonWriter w(out);
///     w.begin_object().key("pain").value(4).end_object();   // {"pain":4}
namespace runready {

class JsonWriter {
 public:
  explicit JsonWriter(std::string& out) : out_(out) {}

  JsonWriter& begin_object();
  JsonWriter& end_object();
  JsonWriter& begin_array();
  JsonWriter& end_array();
  JsonWriter& key(std::string_view key);
  JsonWriter& value(std::string_view text);
  JsonWriter& value(const char* text) { return value(std::string_view(text)); }
  JsonWriter& value(std::int64_t number);
  JsonWriter& value(std::int32_t number) { return value(std::int64_t{number}); }
  JsonWriter& value(std::size_t number) { return value(static_cast<std::int64_t>(number)); }
  JsonWriter& value(double number);
  JsonWriter& value(bool truth);
  JsonWriter& null();
  /// Text that is JSON already: a value, or members of the open object without its braces.
  JsonWriter& raw(std::string_view json);
  JsonWriter& members(std::string_view json);

 private:
  void separate();

  std::string& out_;
  bool first_ = true;
};

/// Appends `text` as a JSON string with its quotes.
void append_json_string(std::string& out, std::string_view text);

}  // namespace runready
