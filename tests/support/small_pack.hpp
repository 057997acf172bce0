// A pack small enough to keep in the head, made by hand: for tests of what needs a pack but not
// the loading of one.
#pragma once

#include <string_view>

#include "runready/pack.hpp"

namespace runready::testing {

/// Questions, in order (* the default):
///   any_pain  bool about the runner: no*
///   training  multi-choice about the runner: raced, downhill
///   race      choice about the runner, never assumed, when `raced`: 5k*, half, marathon
///   where     multi-choice about a complaint, when any_pain: knee-front, knee-outer, shin
///   pain      integer 0 to 10 about a complaint, when any_pain: 2*
///   gait      choice about a complaint, when any_pain: normal*, altered, limping
/// Terms: `severe` (pain 7 or more), `shin-sign` (severe, and where has shin). No rules. Of the
/// texts those of sentences.
Pack small_pack();

VariableId variable_of(const Pack& pack, std::string_view question);
/// REQUIRES: a multi-choice.
VariableId variable_of(const Pack& pack, std::string_view question, std::string_view option);

}  // namespace runready::testing
