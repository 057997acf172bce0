#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <variant>
#include <vector>

#include "runready/assessment.hpp"
#include "runready/interview.hpp"
#include "runready/pack.hpp"

/// What an interview asks, in which order, and every reply given to it.
namespace runready {

/// "Does anything else hurt?", asked when so many things have been told.
struct AnythingElse {
  std::size_t told = 1;
  friend bool operator==(const AnythingElse&, const AnythingElse&) = default;
};

/// "What do you have at hand?", of the activities offered.
struct WhatIsAtHand {
  friend bool operator==(const WhatIsAtHand&, const WhatIsAtHand&) = default;
};

/// Whether to keep that for another day.
struct WhetherToKeep {
  friend bool operator==(const WhetherToKeep&, const WhetherToKeep&) = default;
};

/// Several lists about the runner put as one.
struct Together {
  std::vector<QuestionId> questions;
  friend bool operator==(const Together&, const Together&) = default;
};

/// How a thing is that hurt at an earlier check-in.
struct SinceThen {
  std::size_t thing = 0;
  friend bool operator==(const SinceThen&, const SinceThen&) = default;
};

/// The replies to that, in the order they are put.
enum class HowNow : std::uint8_t { gone, better, same, worse, something_new };

using Step = std::variant<Asked, AnythingElse, WhatIsAtHand, WhetherToKeep, Together, SinceThen>;

/// What Enter alone does.
struct OnEnter {
  enum class Does : std::uint8_t { nothing, takes_default, keeps };
  Does does = Does::nothing;
  std::vector<std::int32_t> values = {};  ///< the reply it gives
  bool usual = false;                     ///< `keeps` one from the config
};

/// The reply "yes, several things" where `is_entrance`; as a told reply it is a yes.
inline constexpr std::int32_t kSeveral = 2;

/// The question that tells whether anything hurts at all: the first bool question about the runner
/// whose "no" shuts the gate of every question about a complaint. Where there is one, "several
/// things" is a reply to it, so that those whom one thing hurts need not be asked for more.
std::optional<QuestionId> entrance_to_complaints(const Pack& pack);

/// The next of the questions that matter: in the author's order, one complaint after the other,
/// and only once it is certain that it applies. REQUIRES: `open` is not empty.
Asked first_to_ask(const Pack& pack, std::span<const Asked> open, const Known& known);

/// Every reply given in an interview, those that do not apply any more among them: if a gate is
/// opened again, what stood behind it need not be told twice.
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

// The questions of a morning that are not those of the pack, made of them.

/// Lists as one, the options of the first under the headings of their groups, those of the others
/// under that of their section: so that all of it is seen at once in a window of 24 lines.
Question together_as_one(const Pack& pack, const Together& together, const Morning& morning);

/// "Yesterday: Quad, 4 of 10. How is it now?"
Question question_since(const Pack& pack, std::string_view day, std::string_view then);

}  // namespace runready
