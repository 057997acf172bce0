#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "runready/assessment.hpp"

/// Every rule with its truth, for whoever wants it explained.
namespace runready {

struct RuleTruth {
  RuleId rule;
  std::optional<std::size_t> complaint;  ///< of rules that read a question about a complaint
  Truth truth = Truth::unknown;          ///< over what is known, nothing assumed
};

/// `yes`, `no`, `unknown`.
std::string_view truth_name(Truth truth);

/// In pack order, those about complaints once for each.
std::vector<RuleTruth> rule_truths(const Pack& pack, const Known& known);

}  // namespace runready
