#include <algorithm>
#include <cmath>
#include <iterator>
#include <nlohmann/json.hpp>
#include <numeric>

#include "text/backticks.hpp"
#include "text/json_syntax.hpp"
#include "text/json_value.hpp"
#include "text/report.hpp"
#include "text/utf8.hpp"

// The JSON library keeps no positions and drops duplicate keys. Both are had by reading with its
// SAX interface over an iterator that counts: a callback comes when the bytes of its token and none
// after it were taken (but one more after a number), and the token begins where the one before
// ended, past white space, `,` and `:`. The library does not recurse, and nothing is built deeper
// than the limits allow.

namespace runready {

namespace {

using Type = JsonValue::Type;

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";
constexpr double kLargestExactWhole = 9007199254740992.0;  ///< 2^53
constexpr int kNumberOverflow = 406;                       ///< the library's error id

class CountingIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountingIterator(const char* at, std::size_t* taken) : at_(at), taken_(taken) {}
  reference operator*() const { return *at_; }
  CountingIterator& operator++() {
    ++at_;
    ++*taken_;
    return *this;
  }
  friend bool operator==(CountingIterator a, CountingIterator b) { return a.at_ == b.at_; }

 private:
  const char* at_;
  std::size_t* taken_;
};

/// White space, and what separates values in JSON known to be right.
bool is_between_tokens(char c) {
  return c == ' ' || c == '\n' || c == ',' || c == ':' || c == '\t' || c == '\r';
}

/// Small objects, most of all, are spared the sorting.
bool may_have_duplicates(const std::vector<JsonMember>& members) {
  constexpr std::size_t kSmall = 32;
  if (members.size() > kSmall) return true;
  for (std::size_t i = 1; i < members.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (members[i].key == members[j].key) return true;
    }
  }
  return false;
}

/// Receives the library's callbacks, whose names and signatures are the library's.
class Builder {
 public:
  Builder(std::string_view text, std::uint32_t file, Diagnostics& diagnostics, JsonLimits limits)
      : text_(text), file_(file), diagnostics_(diagnostics), limits_(limits) {
    if (text.starts_with(kByteOrderMark)) end_ = kByteOrderMark.size();
  }

  std::optional<JsonValue> read() {
    const CountingIterator first(text_.data(), &taken_);
    const CountingIterator last(text_.data() + text_.size(), &taken_);
    if (!nlohmann::json::sax_parse(first, last, this)) return std::nullopt;
    return std::move(root_);
  }

  bool null() { return add(Type::null, token_span()) != nullptr; }

  bool boolean(bool truth) {
    JsonValue* value = add(Type::boolean, token_span());
    if (value != nullptr) value->boolean = truth;
    return value != nullptr;
  }

  bool number_integer(std::int64_t number) {
    JsonValue* value = add(Type::integer, number_span());
    if (value == nullptr) return false;
    value->integer = number;
    value->number = static_cast<double>(number);
    return true;
  }

  bool number_unsigned(std::uint64_t number) {
    if (number > std::uint64_t{INT64_MAX}) return number_float(static_cast<double>(number), {});
    return number_integer(static_cast<std::int64_t>(number));
  }

  bool number_float(double number, const std::string& /*text*/) {
    const bool is_whole = std::trunc(number) == number && std::abs(number) <= kLargestExactWhole;
    if (is_whole) return number_integer(static_cast<std::int64_t>(number));
    JsonValue* value = add(Type::number, number_span());
    if (value != nullptr) value->number = number;
    return value != nullptr;
  }

  // Texts are copied: the library uses the string it hands out again for the next.
  bool string(const std::string& text) {
    JsonValue* value = add(Type::string, token_span());
    if (value != nullptr) value->string = text;
    return value != nullptr;
  }

  bool binary(nlohmann::json::binary_t& /*unused*/) { return false; }  // never in JSON text
  bool start_object(std::size_t /*unused*/) { return open(Type::object); }
  bool start_array(std::size_t /*unused*/) { return open(Type::array); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }

  bool key(const std::string& key) {
    JsonMember& member = open_.back()->members.emplace_back();
    member.key = key;
    member.key_span = token_span();
    after_ = JsonPiece::key;
    return true;
  }

  bool parse_error(std::size_t /*unused*/, const std::string& /*unused*/,
                   const nlohmann::json::exception& error) {
    if (error.id == kNumberOverflow) {
      const Span span = number_span();
      const std::string_view number = text_.substr(span.begin, span.end - span.begin);
      return fail("json-number", span, "the number " + in_backticks(number) + " is too large");
    }
    const Span none;
    diagnostics_.push_back(
        explain({text_, file_, after_, end_, open_.empty() ? none : open_.back()->span}));
    return false;
  }

 private:
  /// The first byte of the token after the last one.
  std::size_t next_token() const {
    std::size_t at = end_;
    while (at < text_.size() && is_between_tokens(text_[at])) ++at;
    return at;
  }

  Span span_to(std::size_t begin, std::size_t end) {
    end_ = end;
    return {file_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }

  Span token_span() { return span_to(next_token(), taken_); }

  /// The library has taken one byte past a number unless the text ends.
  Span number_span() {
    const std::size_t begin = next_token();
    return span_to(begin, end_of_json_number(text_, begin));
  }

  /// A new value where the next one belongs, filled in place: what holds it does not move while it
  /// is open. Null if there are too many.
  JsonValue* add(Type type, Span span) {
    if (++values_ > limits_.values) {
      fail("json-too-large", span,
           "more than " + std::to_string(limits_.values) + " values in one text");
      return nullptr;
    }
    JsonValue& value = place();
    value.type = type;
    value.span = span;
    after_ = after_value();
    return &value;
  }

  JsonValue& place() {
    if (open_.empty()) return root_;
    JsonValue& in = *open_.back();
    return in.type == Type::array ? in.items.emplace_back() : in.members.back().value;
  }

  JsonPiece after_value() const {
    if (open_.empty()) return JsonPiece::whole;
    return open_.back()->type == Type::array ? JsonPiece::item : JsonPiece::member;
  }

  bool open(Type type) {
    JsonValue* value = add(type, token_span());
    if (value == nullptr) return false;
    if (open_.size() == limits_.depth) {
      return fail("json-too-deep", value->span,
                  "nested deeper than " + std::to_string(limits_.depth) + " lists and objects");
    }
    open_.push_back(value);
    after_ = type == Type::array ? JsonPiece::open_list : JsonPiece::open_object;
    return true;
  }

  bool close() {
    JsonValue& value = *open_.back();
    open_.pop_back();
    value.span.end = token_span().end;
    if (may_have_duplicates(value.members)) drop_duplicates(value.members);
    after_ = after_value();
    return true;
  }

  /// Keeps the first of members with the same key.
  void drop_duplicates(std::vector<JsonMember>& members) {
    std::vector<std::size_t> by_key(members.size());
    std::iota(by_key.begin(), by_key.end(), std::size_t{0});
    std::stable_sort(by_key.begin(), by_key.end(),
                     [&](std::size_t a, std::size_t b) { return members[a].key < members[b].key; });
    std::vector<std::pair<std::size_t, std::size_t>> repeated;  // a later one, the first
    for (std::size_t i = 1, first = 0; i < by_key.size(); ++i) {
      if (members[by_key[first]].key == members[by_key[i]].key) {
        repeated.emplace_back(by_key[i], by_key[first]);
      } else {
        first = i;
      }
    }
    std::sort(repeated.begin(), repeated.end());
    for (const auto& [later, first] : repeated) {
      report_duplicate(members[later], members[first]);
      members[later].key_span.file = Span::kNoFile;  // marks it
    }
    std::erase_if(members, [](const JsonMember& m) { return m.key_span.file == Span::kNoFile; });
  }

  void report_duplicate(const JsonMember& later, const JsonMember& first) {
    if (is_full(diagnostics_)) return;
    const std::string_view before = text_.substr(0, first.key_span.begin);
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    report_error(diagnostics_, "json-duplicate-key", later.key_span,
                 "duplicate key " + in_backticks(later.key),
                 "it stands first in line " + std::to_string(line));
  }

  bool fail(std::string code, Span span, std::string message) {
    diagnostics_.push_back({Severity::error, std::move(code), span, std::move(message), ""});
    return false;
  }

  std::string_view text_;
  std::uint32_t file_;
  Diagnostics& diagnostics_;
  JsonLimits limits_;
  std::size_t taken_ = 0;  ///< bytes the library has read
  std::size_t end_ = 0;    ///< where the last token ended
  std::size_t values_ = 0;
  JsonPiece after_ = JsonPiece::nothing;
  std::vector<JsonValue*> open_;  ///< from the outermost to the innermost
  JsonValue root_;
};

/// What the library would not find or not say clearly. Whether all is well.
bool check_bytes(std::string_view text, std::uint32_t file, Diagnostics& diagnostics,
                 JsonLimits limits) {
  if (text.size() > limits.bytes) {
    report_error(diagnostics, "json-too-large", {file, 0, 0},
                 "the text has " + std::to_string(text.size()) + " bytes, more than " +
                     std::to_string(limits.bytes));
    return false;
  }
  const auto byte_span = [&](std::size_t at) {
    const auto begin = static_cast<std::uint32_t>(at);
    return Span{file, begin, begin + 1};
  };
  if (const std::size_t valid = valid_utf8_prefix(text); valid < text.size()) {
    report_error(diagnostics, "json-utf8", byte_span(valid), "invalid UTF-8");
    return false;
  }
  // The library takes a zero byte for the end of the text.
  if (const std::size_t zero = text.find('\0'); zero != std::string_view::npos) {
    report_error(diagnostics, "json-syntax", byte_span(zero), "unexpected zero byte");
    return false;
  }
  return true;
}

}  // namespace

std::optional<JsonValue> read_json(std::string_view text, std::uint32_t file,
                                   Diagnostics& diagnostics, JsonLimits limits) {
  if (!check_bytes(text, file, diagnostics, limits)) return std::nullopt;
  return Builder(text, file, diagnostics, limits).read();
}

}  // namespace runready
