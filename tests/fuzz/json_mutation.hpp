// Changes to the values of JSON. Bytes changed at random are hardly ever JSON; so one value is put
// in another's place, taken out, said twice or called by another's key.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "fuzz/json_text.hpp"
#include "json/json_value.hpp"

// Only libFuzzer has it.
extern "C" [[gnu::weak]] std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size,
                                                      std::size_t max_size);

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
        if (!value.items.empty()) value.items.push_back(value.items[below(value.items.size())]);
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

enum class Texts : bool { whole, lines };

/// A mutator of libFuzzer for texts that are JSON, changed as values seven times in eight. With
/// `lines` each line is a text, and one of them is changed. The first `head` bytes are left to
/// libFuzzer. Gives the size after it.
inline std::size_t mutate_json(std::uint8_t* data, std::size_t size, std::size_t max_size,
                               unsigned seed, Texts texts = Texts::whole, std::size_t head = 0) {
  const std::string_view all{reinterpret_cast<const char*>(data), size};
  std::minstd_rand dice(seed);
  std::size_t begin = std::min(head, size);
  std::size_t end = size;
  if (texts == Texts::lines && begin < size) {
    const std::size_t at = begin + dice() % (size - begin);
    if (const std::size_t before = all.substr(head, at - head).rfind('\n');
        before != std::string_view::npos) {
      begin = head + before + 1;
    }
    end = std::min(all.find('\n', at), size);
  }
  Diagnostics none;
  auto json = read_json(all.substr(begin, end - begin), 0, none);
  if (!json || seed % 8 == 0) return LLVMFuzzerMutate(data, size, max_size);
  Mutation(*json, seed).run();
  const std::string changed =
      std::string(all.substr(0, begin)) + json_text(*json) + std::string(all.substr(end));
  if (changed.size() > max_size) return size;
  std::copy(changed.begin(), changed.end(), data);
  return changed.size();
}

}  // namespace runready::fuzz
