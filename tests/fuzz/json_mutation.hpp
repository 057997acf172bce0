// Changes to the values of JSON. Bytes changed at random are hardly ever JSON; so one value is put
// in another's place, taken out, said twice or called by another's key.
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <string_view>
#include <utility>
#include <vector>

#include "text/json_value.hpp"

namespace runready::fuzz {

class Mutation {
 public:
  Mutation(JsonValue& root, std::uint32_t seed) : dice_(seed) { collect(root); }

  void run() {
    for (std::size_t changes = 1 + below(3); changes > 0; --changes) change();
  }

 private:
  std::size_t below(std::size_t n) { return dice_() % n; }

  void collect(JsonValue& value) {
    values_.push_back(&value);
    for (JsonValue& item : value.items) collect(item);
    for (JsonMember& member : value.members) {
      members_.push_back(&member);
      collect(member.value);
    }
  }

  /// Lists grow and shrink last of all: pointers into them would be lost.
  void change() {
    JsonValue& value = *values_[below(values_.size())];
    switch (below(6)) {
      case 0:
        if (!members_.empty()) {
          members_[below(members_.size())]->key = members_[below(members_.size())]->key;
        }
        break;
      case 1:
        value = literal();
        forget();
        break;
      case 2:
        if (!value.items.empty()) value.items.erase(value.items.begin() + place(value.items));
        if (!value.members.empty()) {
          value.members.erase(value.members.begin() + place(value.members));
        }
        forget();
        break;
      case 3:
        if (!value.items.empty())
          value.items.push_back(JsonValue(value.items[below(value.items.size())]));
        forget();
        break;
      default:
        JsonValue copy = *values_[below(values_.size())];
        value = std::move(copy);
        forget();
    }
  }

  template <class List>
  std::ptrdiff_t place(const List& list) {
    return static_cast<std::ptrdiff_t>(below(list.size()));
  }

  JsonValue literal() {
    static constexpr std::string_view kLiterals[] = {"null", "true", "0",    "1",  "-1",
                                                     "11",   "1.5",  "\"\"", "[]", "{}"};
    Diagnostics none;
    return read_json(kLiterals[below(std::size(kLiterals))], 0, none).value_or(JsonValue{});
  }

  void forget() {
    JsonValue& root = *values_.front();
    values_.clear();
    members_.clear();
    collect(root);
  }

  std::minstd_rand dice_;
  std::vector<JsonValue*> values_;
  std::vector<JsonMember*> members_;
};

}  // namespace runready::fuzz
