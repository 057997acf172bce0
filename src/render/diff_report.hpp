#pragma once

#include <string>

#include "render/check_report.hpp"
#include "runready/pack.hpp"
#include "runready/prove.hpp"

/// How two packs differ, for people and for programs.
namespace runready {

/// Shares of answers, the smallest example of each change, and what is responsible.
std::string diff_text(const Studied& after, const DiffReport& report);

/// One line: `{"schema":"runready/rules-diff/1",…}`.
std::string diff_json(const Pack& before, const Studied& after, const DiffReport& report);

}  // namespace runready
