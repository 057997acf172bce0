#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "runready/index.hpp"

/// What a runner told: replies about the runner, and replies about each thing that hurts.
///
/// A reply is stored by variable (see pack.hpp): `bool` 0/1, `choice` its option index, `integer`
/// its value, and each option of a multi-choice 0/1. What was not told is `kUnknown`; silence is
/// never the same as "no". Values, each thread's own.
namespace runready {

inline constexpr std::int32_t kUnknown = std::numeric_limits<std::int32_t>::min();

/// One value or `kUnknown` for every variable of a pack.
class Replies {
 public:
  Replies() = default;
  explicit Replies(std::size_t variables) : values_(variables, kUnknown) {}

  std::int32_t operator[](VariableId id) const { return values_[id.index]; }
  bool knows(VariableId id) const { return values_[id.index] != kUnknown; }
  void set(VariableId id, std::int32_t value) { values_[id.index] = value; }
  void forget(VariableId id) { values_[id.index] = kUnknown; }
  std::size_t size() const { return values_.size(); }

  friend bool operator==(const Replies&, const Replies&) = default;

 private:
  std::vector<std::int32_t> values_;
};

/// One thing that hurts. `replies` has the pack's full size; only variables of questions about a
/// complaint are used.
struct Complaint {
  std::string label;  ///< free words of the user, echoed; may be empty
  Replies replies;
  friend bool operator==(const Complaint&, const Complaint&) = default;
};

/// REQUIRES of every user: at most kMaxComplaints complaints. No complaint at all reads as one of
/// which nothing was told.
struct Answers {
  Replies runner;
  std::vector<Complaint> complaints;
  bool nothing_else = false;  ///< everything not mentioned is harmless, as told
  bool flat = true;           ///< whether one complaint is written without `complaints`
  friend bool operator==(const Answers&, const Answers&) = default;
};

}  // namespace runready
