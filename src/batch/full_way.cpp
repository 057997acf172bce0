#include "batch/full_way.hpp"

#include <algorithm>

#include "model/answers.hpp"
#include "render/diagnostic_json.hpp"
#include "render/fields.hpp"
#include "text/report.hpp"

namespace runready {

namespace {

/// Without `--fields` a batch leaves out what further replies could do.
bool wants_outlook(const BatchOptions& options) {
  return options.strict || (!options.json.fields.empty() && need_outlook(options.json.fields));
}

void count(const Assessment& assessment, BatchCounts& counts) {
  ++counts.answered;
  ++counts.recommendations[static_cast<std::size_t>(assessment.recommendation)];
  ++counts.referrals[static_cast<std::size_t>(assessment.referral)];
  if (counts.rules.empty()) return;
  std::vector<RuleId> rules;
  for (const Reason& reason : assessment.reasons) {
    if (reason.rule) rules.push_back(*reason.rule);
  }
  std::sort(rules.begin(), rules.end());
  rules.erase(std::unique(rules.begin(), rules.end()), rules.end());
  for (const RuleId rule : rules) ++counts.rules[rule.index];
}

}  // namespace

FullWay::FullWay(const Pack& pack, const BatchOptions& options)
    : pack_(pack), options_(options), needs_outlook_(wants_outlook(options)) {}

std::optional<AnswersInput> FullWay::read(std::string_view line, std::uint64_t number,
                                          BatchCounts& counts, std::string& refused) const {
  Diagnostics found;
  auto input = read_answers(line, 0, pack_, found);
  if (!input) refused = refuse(found, number, id_of_answers(line), counts);
  return input;
}

std::string FullWay::answer(AnswersInput input, std::uint64_t number, BatchCounts& counts) {
  Diagnostics found;
  Answers& told = input.answers;
  const std::string& id_json = input.id_json;
  if (options_.nothing_else) told.nothing_else = true;
  if (!tells_anything(told)) {
    report_error(found, "nothing-told", Span{}, "nothing was told",
                 "`\"nothing_else\": true` says that nothing is wrong");
    return refuse(found, number, id_json, counts);
  }
  const auto known = infer(pack_, told, found);
  if (!known) return refuse(found, number, id_json, counts);
  std::optional<Outlook> outlook;
  if (needs_outlook_) {
    // What is said of one line depends on no line before it.
    if (!prover_ || prover_->has_given_up()) prover_.emplace(pack_, options_.node_budget);
    outlook = prover_->outlook(*known);
    if (options_.strict && !outlook->settled) {
      return refuse(not_settled(*known), number, id_json, counts);
    }
  }
  const Assessment assessment = assess(pack_, *known);
  count(assessment, counts);
  // Without `--fields` an outlook is left out, whatever it was needed for.
  const std::optional<Outlook> none;
  const bool shows_outlook = !options_.json.fields.empty();
  const Report report{pack_,   assessment, shows_outlook ? outlook : none, {}, options_.proved,
                      id_json, false};
  return to_json(report, options_.json);
}

std::string FullWay::refuse(const Diagnostics& found, std::uint64_t number,
                            std::string_view id_json, BatchCounts& counts) const {
  ++counts.errors;
  return error_json(found, number, id_json);
}

Diagnostics FullWay::not_settled(const Known& known) {
  std::string open;
  for (const Asked& asked : prover_->open_questions(known)) {
    const std::string quoted = "`" + pack_.question(asked.question).id + "`";
    if (open.find(quoted) == std::string::npos) open += (open.empty() ? "" : ", ") + quoted;
  }
  Diagnostics found;
  report_error(found, "not-settled", Span{},
               "not settled: what was not told could change the outcome",
               "tell these too, or say `\"nothing_else\": true`: " + open);
  return found;
}

}  // namespace runready
