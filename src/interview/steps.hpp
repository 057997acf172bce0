#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <variant>
#include <vector>

#include "runready/assessment.hpp"
#include "runready/pack.hpp"

/// What an interview asks, and in which order.
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

}  // namespace runready
