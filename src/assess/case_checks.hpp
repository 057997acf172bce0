#pragma once

#include <vector>

#include "assess/cases.hpp"
#include "assess/judge.hpp"

namespace runready {

/// What a case expects of its assessment and does not get. `complaints` are the evaluations that
/// the assessment rests on.
std::vector<Mismatch> mismatches(const Pack& pack, const Expectation& expect,
                                 const Assessment& assessment,
                                 const std::vector<Evaluation>& complaints);

}  // namespace runready
