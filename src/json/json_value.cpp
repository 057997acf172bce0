#include "json/json_value.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <limits>
#include <nlohmann/json.hpp>
#include <numeric>
#include <utility>

#include "json/json_syntax.hpp"
#include "text/diagnostics.hpp"
#include "text/utf8.hpp"
#include "text/words.hpp"

namespace runready {

using Type = JsonValue::Type;

const JsonValue* JsonValue::find(std::string_view key) const {
  const auto at = std::find_if(members.begin(), members.end(),
                               [&](const JsonMember& m) { return m.key == key; });
  return at == members.end() ? nullptr : &at->value;
}

std::string describe(const JsonValue& value) {
  switch (value.type) {
    case Type::null:
      return "`null`";
    case Type::boolean:
      return value.boolean ? "`true`" : "`false`";
    case Type::integer:
    case Type::number:
      return "`" + (value.string.empty() ? std::to_string(value.integer) : value.string) + "`";
    case Type::string:
      return "the string " + in_backticks(value.string);
    case Type::array:
      return "a list";
    case Type::object:
      break;
  }
  return "an object";
}

// nlohmann's reader calls a function for each piece of a text and keeps neither places nor the keys
// that come twice. So it reads through an iterator that tells how far it is: a piece begins where
// white space, a comma or a colon after the piece before it ends. Of texts that are not JSON it is
// only used that they are not: `explain` says why, from the last piece that was right.

namespace {

using Type = JsonValue::Type;

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

/// Goes through a text and leaves word of how far it came.
class CountingIterator {
 public:
  using iterator_category = std::forward_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountingIterator(const char* at, const char*& reached) : at_(at), reached_(&reached) {}
  reference operator*() const { return *at_; }
  CountingIterator& operator++() {
    *reached_ = ++at_;
    return *this;
  }
  CountingIterator operator++(int) {
    CountingIterator before = *this;
    ++*this;
    return before;
  }
  friend bool operator==(const CountingIterator& a, const CountingIterator& b) {
    return a.at_ == b.at_;
  }

 private:
  const char* at_;
  const char** reached_;
};

/// The whole number that a number of JSON is, however it is written, no double in between; the
/// nearest of 64 bits if it is larger; nothing if it is not whole.
std::optional<std::int64_t> whole_number(std::string_view text) {
  constexpr std::int64_t kFar = 1'000'000'000;  // no text is as long
  const bool is_negative = text.starts_with('-');
  if (is_negative) text.remove_prefix(1);
  const std::size_t exponent_at = std::min(text.find_first_of("eE"), text.size());
  std::string digits(text.substr(0, exponent_at));
  std::int64_t point = static_cast<std::int64_t>(std::min(digits.find('.'), digits.size()));
  std::erase(digits, '.');
  if (exponent_at < text.size()) {
    std::string_view exponent = text.substr(exponent_at + 1);
    if (exponent.starts_with('+')) exponent.remove_prefix(1);
    std::int64_t shift = exponent.starts_with('-') ? -kFar : kFar;
    std::from_chars(exponent.data(), exponent.data() + exponent.size(), shift);
    point += std::clamp(shift, -kFar, kFar);
  }
  digits.erase(digits.find_last_not_of('0') + 1);  // npos + 1 is 0
  if (digits.empty()) return 0;
  if (static_cast<std::int64_t>(digits.size()) > point) return std::nullopt;
  const std::size_t zeros = digits.find_first_not_of('0');
  const auto size = point - static_cast<std::int64_t>(zeros);
  constexpr std::int64_t kMostDigits = 19;
  const bool is_short = size <= kMostDigits;
  digits.resize(is_short ? static_cast<std::size_t>(point) : digits.size(), '0');
  digits.erase(0, zeros);
  if (is_negative) digits.insert(0, "-");
  std::int64_t number = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (is_short && read.ec == std::errc()) return number;
  return is_negative ? std::numeric_limits<std::int64_t>::min()
                     : std::numeric_limits<std::int64_t>::max();
}

/// Past a number. REQUIRES: one begins there.
std::size_t end_of_number(std::string_view text, std::size_t at) {
  const auto is_at = [&](std::string_view any) {
    return at < text.size() && any.find(text[at]) != std::string_view::npos;
  };
  const auto skip = [&](std::string_view any) {
    if (is_at(any)) ++at;
  };
  const auto skip_digits = [&] {
    at = std::min(text.find_first_not_of("0123456789", at), text.size());
  };
  skip("-");
  if (is_at("0")) {
    ++at;
  } else {
    skip_digits();
  }
  if (is_at(".")) {
    ++at;
    skip_digits();
  }
  if (is_at("eE")) {
    ++at;
    skip("+-");
    skip_digits();
  }
  return at;
}

/// Takes the pieces as nlohmann's reader finds them and builds the value. All functions but
/// `read_text` are called by it; where one gives false, reading ends, with the reason among the
/// diagnostics.
class Builder {
 public:
  Builder(std::string_view text, std::uint32_t file, Diagnostics& diagnostics, JsonLimits limits)
      : text_(text), file_(file), diagnostics_(diagnostics), limits_(limits), at_(text.data()) {}

  std::optional<JsonValue> read_text() {
    if (text_.starts_with(kByteOrderMark)) end_ = kByteOrderMark.size();
    const char* const last = text_.data() + text_.size();
    const bool has_zero = text_.find('\0') != std::string_view::npos;  // the library would stop
    if (has_zero || !nlohmann::json::sax_parse(CountingIterator(text_.data(), at_),
                                               CountingIterator(last, at_), this)) {
      if (!is_explained_) explain_mistake();
      return std::nullopt;
    }
    return std::move(root_);
  }

  bool null() { return add(Type::null) != nullptr; }

  bool boolean(bool value) {
    JsonValue* const into = add(Type::boolean);
    if (into != nullptr) into->boolean = value;
    return into != nullptr;
  }

  bool number_integer(std::int64_t value) {
    JsonValue* const into = add(Type::integer);
    if (into == nullptr) return false;
    into->integer = value;
    into->number = static_cast<double>(value);
    return true;
  }

  bool number_unsigned(std::uint64_t value) {
    constexpr std::uint64_t kMost = std::numeric_limits<std::int64_t>::max();
    if (!number_integer(static_cast<std::int64_t>(std::min(value, kMost)))) return false;
    last_->number = static_cast<double>(value);
    if (value > kMost) last_->string = text_of(last_->span);
    return true;
  }

  bool number_float(double value, const std::string& /*unused*/) {
    JsonValue* const into = add(Type::number);
    if (into == nullptr) return false;
    into->number = value == 0 ? 0 : value;  // and not -0
    into->string = text_of(into->span);
    if (const auto whole = whole_number(into->string)) {
      into->type = Type::integer;
      into->integer = *whole;
    }
    return true;
  }

  bool string(std::string& value) {
    JsonValue* const into = add(Type::string);
    if (into != nullptr) into->string = std::move(value);
    return into != nullptr;
  }

  static bool binary(const nlohmann::json::binary_t& /*unused*/) { return false; }

  bool start_object(std::size_t /*unused*/) {
    if (!open(Type::object)) return false;
    constexpr std::size_t kOfAnswers = 16;  // what is read most often are answers, line by line
    if (open_.size() == 1) open_.back()->members.reserve(kOfAnswers);
    return true;
  }

  bool start_array(std::size_t /*unused*/) { return open(Type::array); }

  bool key(std::string& value) {
    JsonMember& member = open_.back()->members.emplace_back();
    member.key = std::move(value);
    member.key_span = place();
    is_right(JsonPiece::key);
    return true;
  }

  bool end_array() { return close(); }
  bool end_object() {
    drop_duplicates(open_.back()->members);
    return close();
  }

  bool parse_error(std::size_t /*unused*/, const std::string& /*unused*/,
                   const nlohmann::json::exception& error) {
    constexpr int kNumberOverflow = 406;
    if (error.id != kNumberOverflow) return false;
    const Span span = place_of_number();
    return stop("json-number", span, "the number " + in_backticks(text_of(span)) + " is too large");
  }

 private:
  std::string_view text_of(Span span) const {
    return text_.substr(span.begin, span.end - span.begin);
  }

  /// Where the piece began that was read just now, and where it ended.
  Span place() const {
    return {file_, static_cast<std::uint32_t>(next_begin()),
            static_cast<std::uint32_t>(at_ - text_.data())};
  }

  std::size_t next_begin() const {
    std::size_t begin = skip_json_space(text_, end_);
    if (text_[begin] == ',' || text_[begin] == ':') begin = skip_json_space(text_, begin + 1);
    return begin;
  }

  /// The library sees that a number has ended only by what follows, if anything does.
  Span place_of_number() const {
    const std::size_t begin = next_begin();
    return {file_, static_cast<std::uint32_t>(begin),
            static_cast<std::uint32_t>(end_of_number(text_, begin))};
  }

  /// Everything up to the end of the last piece is right.
  void is_right(JsonPiece piece, std::size_t end) {
    after_ = piece;
    end_ = end;
  }
  void is_right(JsonPiece piece) { is_right(piece, static_cast<std::size_t>(at_ - text_.data())); }

  JsonPiece piece_of_value() const {
    return open_.empty()                       ? JsonPiece::whole
           : open_.back()->type == Type::array ? JsonPiece::item
                                               : JsonPiece::member;
  }

  bool stop(std::string code, Span span, std::string message) {
    diagnostics_.push_back({Severity::error, std::move(code), span, std::move(message), ""});
    is_explained_ = true;
    return false;
  }

  /// The value whose place and type are known, to be filled; null if there are too many.
  JsonValue* add(Type type) {
    JsonValue& into = open_.empty()                       ? root_
                      : open_.back()->type == Type::array ? open_.back()->items.emplace_back()
                                                          : open_.back()->members.back().value;
    into.type = type;
    const bool is_number = type == Type::integer || type == Type::number;
    into.span = is_number ? place_of_number() : place();
    last_ = &into;
    if (++values_ > limits_.values) {
      stop("json-too-large", into.span,
           "more than " + std::to_string(limits_.values) + " values in one text");
      return nullptr;
    }
    is_right(piece_of_value(), into.span.end);
    return &into;
  }

  bool open(Type type) {
    JsonValue* const into = add(type);
    if (into == nullptr) return false;
    if (open_.size() == limits_.depth) {
      return stop("json-too-deep", into->span,
                  "nested deeper than " + std::to_string(limits_.depth) + " lists and objects");
    }
    open_.push_back(into);
    after_ = type == Type::array ? JsonPiece::open_list : JsonPiece::open_object;
    return true;
  }

  bool close() {
    JsonValue& closed = *open_.back();
    closed.span.end = static_cast<std::uint32_t>(at_ - text_.data());
    open_.pop_back();
    is_right(piece_of_value());
    return true;
  }

  /// What is wrong with the text, of which so much is certain that something is.
  void explain_mistake() {
    const auto at_byte = [&](std::size_t at) {
      const auto begin = static_cast<std::uint32_t>(at);
      return Span{file_, begin, begin + 1};
    };
    if (const std::size_t valid = valid_utf8_prefix(text_); valid < text_.size()) {
      stop("json-utf8", at_byte(valid), "invalid UTF-8");
    } else if (const std::size_t zero = text_.find('\0'); zero != std::string_view::npos) {
      stop("json-syntax", at_byte(zero), "unexpected zero byte");
    } else {
      const Span open = open_.empty() ? Span{} : open_.back()->span;
      diagnostics_.push_back(explain({text_, file_, after_, end_, open}));
    }
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
  const char* at_;       ///< how far the library has read
  std::size_t end_ = 0;  ///< where the last right piece ended
  JsonPiece after_ = JsonPiece::nothing;
  JsonValue root_;
  std::vector<JsonValue*> open_;  ///< lists and objects not closed yet; none grows but the last
  JsonValue* last_ = nullptr;
  std::size_t values_ = 0;
  bool is_explained_ = false;
};

}  // namespace

std::optional<JsonValue> read_json(std::string_view text, std::uint32_t file,
                                   Diagnostics& diagnostics, JsonLimits limits) {
  if (text.size() > limits.bytes) {
    report_error(diagnostics, "json-too-large", {file, 0, 0},
                 "the text has " + std::to_string(text.size()) + " bytes, more than " +
                     std::to_string(limits.bytes));
    return std::nullopt;
  }
  return Builder(text, file, diagnostics, limits).read_text();
}

}  // namespace runready
