#include "render/rule_truths.hpp"

#include "assess/judge.hpp"
#include "assess/knowledge.hpp"

namespace runready {

std::string_view truth_name(Truth truth) {
  return truth == Truth::yes ? "yes" : truth == Truth::no ? "no" : "unknown";
}

std::vector<RuleTruth> rule_truths(const Pack& pack, const Known& known) {
  std::vector<Evaluation> complaints;
  for (const Replies& replies : subjects(pack, known.both)) {
    complaints.push_back(
        evaluate_rules(pack, told_replies(pack, replies, known.told.nothing_else)));
  }
  std::vector<RuleTruth> truths;
  for (std::uint32_t r = 0; r < pack.rules.size(); ++r) {
    if (!pack.rules[r].reads_complaint) {
      truths.push_back({RuleId{r}, std::nullopt, complaints.front().rules[r]});
      continue;
    }
    for (std::size_t c = 0; c < complaints.size(); ++c) {
      truths.push_back({RuleId{r}, c, complaints[c].rules[r]});
    }
  }
  return truths;
}

}  // namespace runready
