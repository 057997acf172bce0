#pragma once

#include <chrono>
#include <optional>

#include "diary/past.hpp"
#include "runready/answers.hpp"
#include "runready/pack.hpp"

/// What follows today from earlier days: replies that nobody need tell again. They stand for what
/// the runner would have told and mean the same to the rules; they are shown as coming from the
/// diary, and what is told today comes first. The tables in derive.cpp say what follows from what.
///
/// No reply follows that may allow more than silence: such is told each time.
namespace runready {

/// Who is going to see what follows.
enum class DerivedFor : bool {
  flags,   ///< it counts as it is
  asking,  ///< what changes from day to day is asked
};

/// The replies that follow, in the shape of `told`: to questions that are not answered in it, and
/// so that they go with it. Days of `past` are before `today`.
Answers derive(const Pack& pack, const Past& past, const Answers& told,
               std::chrono::local_days today, DerivedFor purpose);

/// Which lists a run of so many kilometres today adds to, from the longest of the last 30 days:
/// those of `plan`. Nothing if there was no run in them.
std::optional<Answers> derive_plan(const Pack& pack, const Past& past, double kilometres,
                                   std::chrono::local_days today);

/// Both, where the first tells what the second does not.
Answers joined(const Pack& pack, const Answers& told, const Answers& derived);

}  // namespace runready
