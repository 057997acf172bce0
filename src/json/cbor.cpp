// nlohmann's reader of CBOR appends texts byte by byte; of a start that only advises, it took two
// thirds. What is read here was written by ourselves when the program was built: lengths stand
// before what they count, so texts are copied whole and lists have their size from the first.

#include <bit>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "json/json_value.hpp"

namespace runready {

namespace {

using Type = JsonValue::Type;

/// RFC 8949: three bits say what it is, five how long, or in how many bytes behind that stands.
class CborReader {
 public:
  explicit CborReader(std::string_view bytes) : left_(bytes) {}

  std::optional<JsonValue> read_all() {
    JsonValue root;
    if (!read(root, JsonLimits{}.depth) || !left_.empty()) return std::nullopt;
    return root;
  }

 private:
  enum class Major : std::uint8_t { natural, negative, bytes, text, list, map, tag, simple };

  struct Head {
    Major major;
    std::uint8_t size;       ///< of five bits
    std::uint64_t argument;  ///< that, or what the bytes behind say
  };

  std::optional<Head> read_head() {
    if (left_.empty()) return std::nullopt;
    const auto first = static_cast<std::uint8_t>(left_.front());
    left_.remove_prefix(1);
    Head head{static_cast<Major>(first >> 5), static_cast<std::uint8_t>(first & 31), 0};
    constexpr std::uint8_t kInOneByte = 24;
    constexpr std::uint8_t kInEightBytes = 27;
    head.argument = head.size;
    if (head.size < kInOneByte) return head;
    if (head.size > kInEightBytes) return std::nullopt;
    const std::size_t count = std::size_t{1} << (head.size - kInOneByte);
    if (left_.size() < count) return std::nullopt;
    head.argument = 0;
    for (std::size_t i = 0; i < count; ++i) {
      head.argument = head.argument << 8 | static_cast<std::uint8_t>(left_[i]);
    }
    left_.remove_prefix(count);
    return head;
  }

  bool take_text(const Head& head, std::string& into) {
    if (head.major != Major::text || left_.size() < head.argument) return false;
    into.assign(left_.substr(0, head.argument));
    left_.remove_prefix(head.argument);
    return true;
  }

  bool read(JsonValue& into, std::size_t depth) {
    const std::optional<Head> head = read_head();
    if (!head || depth == 0) return false;
    switch (head->major) {
      case Major::natural:
        set_integer(into, static_cast<std::int64_t>(head->argument));
        return true;
      case Major::negative:
        set_integer(into, -1 - static_cast<std::int64_t>(head->argument));
        return true;
      case Major::text:
        into.type = Type::string;
        return take_text(*head, into.string);
      case Major::list:
        return read_list(into, head->argument, depth);
      case Major::map:
        return read_map(into, head->argument, depth);
      case Major::simple:
        return read_simple(into, *head);
      case Major::bytes:
      case Major::tag:
        return false;
    }
    return false;
  }

  static void set_integer(JsonValue& into, std::int64_t value) {
    into.type = Type::integer;
    into.integer = value;
    into.number = static_cast<double>(value);
  }

  bool read_list(JsonValue& into, std::uint64_t size, std::size_t depth) {
    into.type = Type::array;
    if (size > left_.size()) return false;
    into.items.resize(size);
    for (JsonValue& item : into.items) {
      if (!read(item, depth - 1)) return false;
    }
    return true;
  }

  bool read_map(JsonValue& into, std::uint64_t size, std::size_t depth) {
    into.type = Type::object;
    if (size > left_.size()) return false;
    into.members.resize(size);
    for (JsonMember& member : into.members) {
      const std::optional<Head> key = read_head();
      if (!key || !take_text(*key, member.key) || !read(member.value, depth - 1)) return false;
    }
    return true;
  }

  static bool read_simple(JsonValue& into, const Head& head) {
    constexpr std::uint8_t kFalse = 20;
    constexpr std::uint8_t kTrue = 21;
    constexpr std::uint8_t kNull = 22;
    constexpr std::uint8_t kDouble = 27;
    switch (head.size) {
      case kFalse:
      case kTrue:
        into.type = Type::boolean;
        into.boolean = head.size == kTrue;
        return true;
      case kNull:
        return true;
      case kDouble:
        into.type = Type::number;
        into.number = std::bit_cast<double>(head.argument);
        return true;
      default:
        return false;
    }
  }

  std::string_view left_;
};

}  // namespace

std::optional<JsonValue> read_cbor(std::string_view bytes) { return CborReader(bytes).read_all(); }

}  // namespace runready
