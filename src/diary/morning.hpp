#pragma once

#include <chrono>
#include <optional>

#include "diary/past.hpp"
#include "runready/interview.hpp"
#include "runready/pack.hpp"

/// A morning that starts from the last check-in, if that is at most seven days old: what the
/// interview asks at once, and what it need not ask where a thing is as it was.
namespace runready {

/// Nothing if there is no such check-in, or the rules in use do not ask what is needed.
std::optional<Morning> morning_of(const Pack& pack, const Past& past,
                                  std::chrono::local_days today);

}  // namespace runready
