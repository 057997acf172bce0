#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "runready/diagnostic.hpp"

/// The ids of one kind of entry, while a pack is loaded: looked up by hash, suggested in order.
namespace runready {

class Ids {
 public:
  /// `kind` is its word in messages and codes: `rule`, `fact`.
  explicit Ids(std::string_view kind) : kind_(kind) {}

  std::string_view kind() const { return kind_; }
  std::optional<std::uint32_t> find(std::string_view id) const;

  /// Makes `id` stand for entry number `index`; the span of the earlier one, and no change, if it
  /// stands for an entry already. REQUIRES: `id` outlives this.
  std::optional<Span> declare(std::string_view id, std::uint32_t index, Span span);

  /// In order of declaration.
  const std::vector<std::string_view>& all() const { return order_; }

 private:
  struct Entry {
    std::uint32_t index = 0;
    Span span;
  };

  std::string_view kind_;
  std::unordered_map<std::string_view, Entry> entries_;
  std::vector<std::string_view> order_;
};

/// Lower-case letters, digits, `-` and `_`, at most kMaxIdBytes, beginning with a letter or digit.
bool is_id(std::string_view text);

/// As is_id, with capitals and dots: what facts and sources are called (`A1.33`).
bool is_reference_id(std::string_view text);

inline constexpr std::size_t kMaxIdBytes = 64;
inline constexpr std::string_view kIdRule =
    "small letters, digits, `-` and `_`, at most 64, the first a letter or digit";
inline constexpr std::string_view kReferenceIdRule =
    "letters, digits, `.`, `-` and `_`, at most 64, the first a letter or digit";

}  // namespace runready
