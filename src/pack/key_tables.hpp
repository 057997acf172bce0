#pragma once

#include <span>
#include <string_view>
#include <vector>

/// The keys of every kind of object in a pack file, as the loader knows them: for the test that
/// holds loader and JSON Schema together.
namespace runready {

enum class Presence : bool { optional, required };

struct Key {
  std::string_view name;
  Presence presence;
  friend bool operator==(const Key&, const Key&) = default;
};

struct KeyTable {
  std::string_view what;  ///< as in messages: "a rule"
  std::vector<Key> keys;
};

std::vector<KeyTable> key_tables();

}  // namespace runready
