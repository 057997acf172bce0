#include <vector>

#include "prove/checks.hpp"
#include "prove/conditions.hpp"

namespace runready {

Findings check_unused(const Pack& pack) {
  std::vector<bool> term_read(pack.terms.size(), false);
  std::vector<bool> question_read(pack.questions.size(), false);
  for_each_condition(pack, [&](const Condition& condition) {
    for_each_read(
        condition, [&](NamedTerm term) { term_read[term.id.index] = true; },
        [&](const Condition& test) {
          question_read[pack.variable(test.variable).question.index] = true;
        });
  });
  Findings findings;
  const auto warn = [&](const std::string& id, Span span, const std::string& kind) {
    findings.push_back(finding_of(Finding::Verdict::warning, "unused", id, span,
                                  "nothing reads the " + kind + " `" + id + "`"));
  };
  for (std::size_t t = 0; t < term_read.size(); ++t) {
    if (!term_read[t]) warn(pack.terms[t].id, pack.terms[t].span, "term");
  }
  for (std::size_t q = 0; q < question_read.size(); ++q) {
    if (!question_read[q]) warn(pack.questions[q].id, pack.questions[q].span, "question");
  }
  return findings;
}

}  // namespace runready
