#include <algorithm>
#include <charconv>
#include <cmath>
#include <numeric>
#include <utility>

#include "text/backticks.hpp"
#include "text/json_syntax.hpp"
#include "text/json_value.hpp"
#include "text/report.hpp"
#include "text/utf8.hpp"

// Reads from left to right, one function for each kind of value, and remembers the last piece that
// was right. At the first that is not, reading stops and `explain` looks at the text from there to
// say what is wrong, so that nothing here has to. A library would read too, but none tells where a
// value stood and which keys came twice, and packs are read whenever the program starts.

namespace runready {

namespace {

using Type = JsonValue::Type;

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";
constexpr double kLargestExactWhole = 9007199254740992.0;  ///< 2^53

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Stands for itself in a string.
bool is_plain(char c) { return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\'; }

/// Whether a number that is not 0 and that no double can hold is too small rather than too large.
/// REQUIRES: it is one in JSON.
bool is_too_small(std::string_view number) {
  const std::size_t exponent_at = std::min(number.find_first_of("eE"), number.size());
  const std::string_view digits = number.substr(0, exponent_at);
  const auto point = static_cast<double>(std::min(digits.find('.'), digits.size()));
  const auto first = static_cast<double>(digits.find_first_of("123456789"));
  double exponent = 0;
  if (exponent_at < number.size()) {
    const std::string_view sign_and_digits = number.substr(exponent_at + 1);
    for (const char c : sign_and_digits) {
      if (is_digit(c)) exponent = exponent * 10 + (c - '0');
    }
    if (sign_and_digits.front() == '-') exponent = -exponent;
  }
  return point - first + exponent < 0;
}

void append_utf8(std::string& to, std::uint32_t code_point) {
  const auto add = [&](std::uint32_t byte) { to += static_cast<char>(byte); };
  const auto add_rest = [&](std::uint32_t shift) { add(0x80 | (code_point >> shift & 0x3f)); };
  if (code_point < 0x80) {
    add(code_point);
  } else if (code_point < 0x800) {
    add(0xc0 | code_point >> 6);
    add_rest(0);
  } else if (code_point < 0x10000) {
    add(0xe0 | code_point >> 12);
    add_rest(6);
    add_rest(0);
  } else {
    add(0xf0 | code_point >> 18);
    add_rest(12);
    add_rest(6);
    add_rest(0);
  }
}

/// All functions that give a bool give false once reading has to stop; the reason is then among
/// the diagnostics.
class Reader {
 public:
  Reader(std::string_view text, std::uint32_t file, Diagnostics& diagnostics, JsonLimits limits)
      : text_(text), file_(file), diagnostics_(diagnostics), limits_(limits) {
    if (text.starts_with(kByteOrderMark)) at_ = end_ = kByteOrderMark.size();
  }

  std::optional<JsonValue> read() {
    std::optional<JsonValue> root(std::in_place);
    skip_space();
    if (!read_value(*root)) return std::nullopt;
    is_right(JsonPiece::whole);
    skip_space();
    if (at_ < text_.size() && !stop()) return std::nullopt;
    return root;
  }

 private:
  /// The next byte; 0, which no JSON text holds, at the end.
  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  void skip_space() {
    while (is_space(peek())) ++at_;
  }

  bool skip(char c) {
    if (peek() != c) return false;
    ++at_;
    return true;
  }

  /// Everything up to here is right.
  void is_right(JsonPiece piece) {
    after_ = piece;
    end_ = at_;
  }

  Span span_from(std::size_t begin) const {
    return {file_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_)};
  }

  bool stop() {
    diagnostics_.push_back(explain({text_, file_, after_, end_, open_}));
    return false;
  }

  bool stop(std::string code, Span span, std::string message) {
    diagnostics_.push_back({Severity::error, std::move(code), span, std::move(message), ""});
    return false;
  }

  bool count(Span span) {
    if (++values_ <= limits_.values) return true;
    return stop("json-too-large", span,
                "more than " + std::to_string(limits_.values) + " values in one text");
  }

  bool read_value(JsonValue& into) {
    switch (peek()) {
      case '{':
        return read_object(into);
      case '[':
        return read_list(into);
      case '"':
        return read_string(into);
      case 't':
        return read_word(into, "true", Type::boolean);
      case 'f':
        return read_word(into, "false", Type::boolean);
      case 'n':
        return read_word(into, "null", Type::null);
      default:
        return read_number(into);
    }
  }

  bool read_word(JsonValue& into, std::string_view word, Type type) {
    if (text_.substr(at_, word.size()) != word) return stop();
    at_ += word.size();
    into.type = type;
    into.boolean = word == "true";
    into.span = span_from(at_ - word.size());
    return count(into.span);
  }

  /// Past the number that begins here; false if none does.
  bool skip_number(bool& is_whole) {
    const auto skip_digits = [&] {
      const std::size_t begin = at_;
      while (is_digit(peek())) ++at_;
      return at_ > begin;
    };
    skip('-');
    if (!skip('0') && !skip_digits()) return false;
    if (skip('.')) {
      is_whole = false;
      if (!skip_digits()) return false;
    }
    if (skip('e') || skip('E')) {
      is_whole = false;
      if (!skip('+')) skip('-');
      if (!skip_digits()) return false;
    }
    return true;
  }

  bool read_number(JsonValue& into) {
    const std::size_t begin = at_;
    bool is_whole = true;
    if (!skip_number(is_whole)) return stop();
    into.span = span_from(begin);
    const std::string_view digits = text_.substr(begin, at_ - begin);
    const char* const last = digits.data() + digits.size();
    if (is_whole && std::from_chars(digits.data(), last, into.integer).ec == std::errc()) {
      into.type = Type::integer;
      into.number = static_cast<double>(into.integer);
      return count(into.span);
    }
    const bool fits = std::from_chars(digits.data(), last, into.number).ec == std::errc();
    if (!fits && !is_too_small(digits)) {
      return stop("json-number", into.span, "the number " + in_backticks(digits) + " is too large");
    }
    if (!fits) into.number = 0;
    into.type = Type::number;
    if (std::trunc(into.number) == into.number && std::abs(into.number) <= kLargestExactWhole) {
      into.type = Type::integer;
      into.integer = static_cast<std::int64_t>(into.number);
    }
    return count(into.span);
  }

  bool read_string(JsonValue& into) {
    const std::size_t begin = at_;
    if (!read_text(into.string)) return stop();
    into.type = Type::string;
    into.span = span_from(begin);
    return count(into.span);
  }

  /// What stands between double quotes; false, without a diagnostic, if that is not right.
  bool read_text(std::string& into) {
    if (!skip('"')) return false;
    for (;;) {
      const std::size_t begin = at_;
      while (is_plain(peek())) ++at_;
      into.append(text_, begin, at_ - begin);
      if (skip('"')) return true;
      if (!skip('\\') || !read_escape(into)) return false;
    }
  }

  bool read_escape(std::string& into) {
    constexpr std::string_view kNames = "\"\\/bfnrt";
    constexpr std::string_view kMeanings = "\"\\/\b\f\n\r\t";
    const char name = peek();
    if (name == 'u') return read_code_point(into);
    const std::size_t which = kNames.find(name);
    if (which == std::string_view::npos) return false;
    ++at_;
    into += kMeanings[which];
    return true;
  }

  /// `u00e9`; characters past U+FFFF are written as two such, a high and a low half.
  bool read_code_point(std::string& into) {
    std::uint32_t unit = 0;
    if (!read_unit(unit) || (unit >= 0xdc00 && unit < 0xe000)) return false;
    if (unit >= 0xd800 && unit < 0xdc00) {
      std::uint32_t low = 0;
      if (!skip('\\') || !read_unit(low) || low < 0xdc00 || low >= 0xe000) return false;
      unit = 0x10000 + ((unit - 0xd800) << 10 | (low - 0xdc00));
    }
    append_utf8(into, unit);
    return true;
  }

  bool read_unit(std::uint32_t& unit) {
    if (!skip('u') || text_.size() - at_ < 4) return false;
    const char* const first = text_.data() + at_;
    const auto read = std::from_chars(first, first + 4, unit, 16);
    at_ += 4;
    return read.ptr == first + 4;
  }

  bool open(JsonValue& into, Type type) {
    ++at_;
    into.type = type;
    into.span = span_from(at_ - 1);
    if (!count(into.span)) return false;
    if (depth_ == limits_.depth) {
      return stop("json-too-deep", into.span,
                  "nested deeper than " + std::to_string(limits_.depth) + " lists and objects");
    }
    is_right(type == Type::array ? JsonPiece::open_list : JsonPiece::open_object);
    skip_space();
    return true;
  }

  bool read_list(JsonValue& into) {
    if (!open(into, Type::array)) return false;
    if (!read_parts(into, ']', [&] {
          if (!read_value(into.items.emplace_back())) return false;
          is_right(JsonPiece::item);
          return true;
        })) {
      return false;
    }
    into.span.end = static_cast<std::uint32_t>(at_);
    return true;
  }

  bool read_object(JsonValue& into) {
    if (!open(into, Type::object)) return false;
    if (!read_parts(into, '}', [&] { return read_member(into.members.emplace_back()); })) {
      return false;
    }
    into.span.end = static_cast<std::uint32_t>(at_);
    drop_duplicates(into.members);
    return true;
  }

  /// Parts with commas between them, up to the bracket that closes them.
  template <class ReadPart>
  bool read_parts(const JsonValue& of, char closing, ReadPart read_part) {
    if (skip(closing)) return true;
    const Span outer = std::exchange(open_, of.span);
    ++depth_;
    for (;;) {
      if (!read_part()) return false;
      skip_space();
      if (skip(closing)) break;
      if (!skip(',')) return stop();
      skip_space();
    }
    --depth_;
    open_ = outer;
    return true;
  }

  bool read_member(JsonMember& into) {
    const std::size_t begin = at_;
    if (!read_text(into.key)) return stop();
    into.key_span = span_from(begin);
    is_right(JsonPiece::key);
    skip_space();
    if (!skip(':')) return stop();
    skip_space();
    const bool is_over = is_unwanted(into.key) && skip_brackets();
    if (!is_over && !read_value(into.value)) return false;
    is_right(JsonPiece::member);
    return true;
  }

  bool is_unwanted(std::string_view key) const {
    return depth_ == 1 && std::ranges::find(limits_.unwanted, key) != limits_.unwanted.end();
  }

  /// Past a list or an object with a look at nothing but its strings and brackets. False, and
  /// nothing skipped, if here is none or it has no end: reading it tells why.
  bool skip_brackets() {
    if (peek() != '[' && peek() != '{') return false;
    std::size_t depth = 0;
    for (std::size_t at = at_; at < text_.size(); ++at) {
      const char c = text_[at];
      if (c == '"') at = end_of_string(at);
      if (c == '[' || c == '{') ++depth;
      if ((c == ']' || c == '}') && --depth == 0) {
        at_ = at + 1;
        return true;
      }
    }
    return false;
  }

  /// Where the quote stands that ends the string that begins here; past the text if none does.
  std::size_t end_of_string(std::size_t at) const {
    while (++at < text_.size() && text_[at] != '"') {
      if (text_[at] == '\\') ++at;
    }
    return at;
  }

  static bool has_duplicates(const std::vector<JsonMember>& members) {
    for (std::size_t i = 1; i < members.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        if (members[i].key == members[j].key) return true;
      }
    }
    return false;
  }

  /// Keeps the first of members with the same key.
  void drop_duplicates(std::vector<JsonMember>& members) {
    constexpr std::size_t kFew = 24;
    if (members.size() <= kFew && !has_duplicates(members)) return;
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
    report_error(diagnostics_, "json-duplicate-key", later.key_span,
                 "duplicate key " + in_backticks(later.key),
                 "it stands first in " +
                     place_of_earlier(text_, first.key_span.begin, later.key_span.begin));
  }

  std::string_view text_;
  std::uint32_t file_;
  Diagnostics& diagnostics_;
  JsonLimits limits_;
  std::size_t at_ = 0;
  std::size_t end_ = 0;  ///< where the last right piece ended
  JsonPiece after_ = JsonPiece::nothing;
  Span open_;  ///< the innermost bracket not closed yet
  std::size_t depth_ = 0;
  std::size_t values_ = 0;
};

/// What the reading relies on or would not find. Whether all is well.
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
  return Reader(text, file, diagnostics, limits).read();
}

}  // namespace runready
