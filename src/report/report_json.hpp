#pragma once

#include <string>
#include <string_view>

#include "runready/assessment.hpp"
#include "runready/diagnostic.hpp"
#include "runready/pack.hpp"

/// The assessment as JSON: of a report, its outlook, and the next question (`runready next`).
namespace runready {

// What other front ends drive an interview with.

/// One line with the question to put next: `{"schema":"runready/next/1","settled":false,…}`.
/// REQUIRES: the outlook has a question to ask next.
std::string next_json(const Pack& pack, const Known& known, const Outlook& outlook,
                      std::string_view id_json);

}  // namespace runready
