#pragma once

#include <vector>

#include "runready/render.hpp"

namespace runready {

/// The facts that what a report shows rests on: its reasons, workouts and tips, and the feel check
/// on a day of running. In pack order, each once.
std::vector<FactId> cited_facts(const Report& report);

}  // namespace runready
