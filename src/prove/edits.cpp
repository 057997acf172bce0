#include "prove/edits.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "pack/write_pack.hpp"
#include "text/json_value.hpp"

namespace runready {

namespace {

/// A pack written out; its parts are equal where their bytes are.
class Written {
 public:
  explicit Written(const Pack& pack) : text_(write_pack(pack)) {
    constexpr std::size_t kAny = std::size_t{1} << 32;
    Diagnostics none;
    root_ = read_json(text_, 0, none, {kAny, kAny, kAny}).value_or(JsonValue{});
  }

  const JsonValue& root() const { return root_; }

  std::string_view bytes(const JsonValue& value) const {
    return std::string_view(text_).substr(value.span.begin, value.span.end - value.span.begin);
  }

 private:
  std::string text_;
  JsonValue root_;
};

/// The entries of a part by id: those of a list, or the members of an object.
std::map<std::string_view, const JsonValue*> entries_of(const JsonValue* part) {
  std::map<std::string_view, const JsonValue*> entries;
  if (part == nullptr) return entries;
  for (const JsonValue& entry : part->items) entries.emplace(entry.find("id")->string, &entry);
  for (const JsonMember& member : part->members) entries.emplace(member.key, &member.value);
  return entries;
}

class Comparing {
 public:
  Comparing(const Pack& before, const Pack& after) : before_(before), after_(after) {}

  std::vector<Edit> run() {
    for (const JsonMember& part : after_.root().members) compare(part.key);
    for (const JsonMember& part : before_.root().members) {
      if (after_.root().find(part.key) == nullptr) compare(part.key);
    }
    return std::move(edits_);
  }

 private:
  /// Who it is and which version is said elsewhere.
  static bool is_compared(std::string_view part) { return part != "pack"; }

  void compare(const std::string& part) {
    if (!is_compared(part)) return;
    const auto was = entries_of(before_.root().find(part));
    const auto is = entries_of(after_.root().find(part));
    for (const auto& [id, entry] : is) {
      const auto old = was.find(id);
      if (old == was.end()) {
        add(part, id, Edit::Kind::added);
      } else if (before_.bytes(*old->second) != after_.bytes(*entry)) {
        add(part, id, Edit::Kind::changed).keys = keys(*old->second, *entry);
      }
    }
    for (const auto& [id, entry] : was) {
      if (!is.contains(id)) add(part, id, Edit::Kind::removed);
    }
  }

  Edit& add(const std::string& part, std::string_view id, Edit::Kind kind) {
    return edits_.emplace_back(Edit{part, std::string(id), kind, {}});
  }

  std::vector<std::string> keys(const JsonValue& was, const JsonValue& is) const {
    std::vector<std::string> keys;
    for (const JsonMember& member : is.members) {
      const JsonValue* old = was.find(member.key);
      if (old == nullptr || before_.bytes(*old) != after_.bytes(member.value)) {
        keys.push_back(member.key);
      }
    }
    for (const JsonMember& member : was.members) {
      if (is.find(member.key) == nullptr) keys.push_back(member.key);
    }
    return keys;
  }

  Written before_;
  Written after_;
  std::vector<Edit> edits_;
};

}  // namespace

std::vector<Edit> edits(const Pack& before, const Pack& after) {
  return Comparing(before, after).run();
}

}  // namespace runready
