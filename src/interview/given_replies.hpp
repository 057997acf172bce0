#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "runready/assessment.hpp"
#include "runready/pack.hpp"

/// Every reply given in an interview, those that do not apply any more among them: if a gate is
/// opened again, what stood behind it need not be told twice.
namespace runready {

class GivenReplies {
 public:
  GivenReplies(const Pack& pack, Answers told);

  /// One value for each variable of the question.
  void write(const Asked& asked, std::span<const std::int32_t> values);

  /// How many things hurt, as far as told; at least 1. Fewer set the last ones aside.
  std::size_t things() const { return things_; }
  void set_things(std::size_t count);

  /// The replies that apply, or that `infer` finds to. Where a reply changed on the way back leaves
  /// in doubt whether another applies, that waits until it is certain.
  const Answers& told() const { return told_; }

  /// Questions that were answered and do not apply, or not for certain.
  std::size_t set_aside() const { return set_aside_; }

  /// The reply as it stands, also one set aside; kUnknown where there is none.
  std::vector<std::int32_t> values(const Asked& asked) const;

 private:
  void look_through();

  const Pack* pack_;
  Answers kept_;
  Answers told_;
  std::size_t things_ = 1;
  std::size_t set_aside_ = 0;
};

}  // namespace runready
