#pragma once

#include <optional>

#include "runready/assessment.hpp"

/// The exit status of `check --exit-code`.
namespace runready {

/// REQUIRES: of a run the outlook is there: a run that is not settled is no run yet.
int outcome_status(const Assessment& assessment, const std::optional<Outlook>& outlook);

}  // namespace runready
