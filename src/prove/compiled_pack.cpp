#include "prove/compiled_pack.hpp"

#include <algorithm>
#include <iterator>
#include <vector>

#include "assess/knowledge.hpp"
#include "prove/directions.hpp"
#include "prove/example.hpp"
#include "prove/open_questions.hpp"

namespace runready {

CompiledPack::CompiledPack(const Pack& of_pack, std::size_t node_budget)
    : pack(of_pack),
      space(space_of(of_pack, diagram_order(of_pack))),
      diagrams(space.shapes, node_budget),
      compiler(of_pack, space.readings.front(), diagrams),
      outcome(of_pack, std::span(&compiler, 1), diagrams) {}

CompiledPack::~CompiledPack() = default;

Directions& CompiledPack::directions() {
  if (!directions_) directions_ = std::make_unique<Directions>(*this);
  return *directions_;
}

Node CompiledPack::at_default(VariableId variable) {
  const std::uint32_t level = readings()[variable.index].level;
  std::vector<Node> children(space.shapes[level].sizes.size(), kFalse);
  children[space.shapes[level].default_cell] = kTrue;
  return diagrams.make(level, children);
}

std::vector<Node> CompiledPack::told_only_if_open(const std::function<bool(QuestionId)>& is_meant) {
  std::vector<Node> each;
  for (std::uint32_t q = 0; q < pack.questions.size(); ++q) {
    const Question& question = pack.questions[q];
    if (!question.when || !is_meant({q})) continue;
    const Node is_open = compiler.gate({q});
    for (std::uint32_t i = 0; i < question.variable_count; ++i) {
      const Node usual = at_default({question.first_variable.index + i});
      each.push_back(diagrams.apply(Op::any, is_open, usual));
    }
  }
  // What decides most is least.
  std::ranges::stable_sort(
      each, {}, [&](Node node) { return diagrams.nodes_of(std::span(&node, 1)).size(); });
  return each;
}

Node CompiledPack::counted_once() {
  return diagrams.all_of(told_only_if_open([](QuestionId) { return true; }));
}

std::vector<Node> CompiledPack::told_together(QuestionId question) {
  return told_only_if_open([&](QuestionId other) {
    return other != question && with_gates(pack, {other})[question.index];
  });
}

CompiledPack::RuleIndex CompiledPack::index_rules() {
  RuleIndex index{{}, std::vector<std::vector<RuleId>>(diagrams.levels().size()), {}};
  Cells usual;
  for (const LevelShape& shape : diagrams.levels()) usual.push_back(shape.default_cell);
  for (std::uint32_t r = 0; r < pack.rules.size(); ++r) {
    if (outcome.is_shunned({OutcomePart::Kind::rule, r})) {
      index.too_large.push_back({r});
      continue;
    }
    const Node rule = outcome.rule({r});
    if (diagrams.holds_at(rule, usual)) index.at_default.push_back({r});
    for (const Node node : diagrams.nodes_of(std::span(&rule, 1))) {
      auto& looking = index.by_level[diagrams.level(node)];
      if (looking.empty() || looking.back() != RuleId{r}) looking.push_back({r});
    }
  }
  return index;
}

std::vector<RuleId> CompiledPack::rules_firing_at(const Cells& cells) {
  if (!rule_index_) rule_index_ = index_rules();
  std::vector<RuleId> rules = rule_index_->at_default;
  for (std::size_t level = 0; level < cells.size(); ++level) {
    if (cells[level] == diagrams.levels()[level].default_cell) continue;
    const auto& looking = rule_index_->by_level[level];
    rules.insert(rules.end(), looking.begin(), looking.end());
  }
  std::erase_if(rules, [&](RuleId id) { return !diagrams.holds_at(outcome.rule(id), cells); });
  if (!rule_index_->too_large.empty()) {
    const Evaluation evaluation = evaluation_at(cells);
    std::ranges::copy_if(rule_index_->too_large, std::back_inserter(rules),
                         [&](RuleId id) { return evaluation.rules[id.index] == Truth::yes; });
  }
  std::ranges::sort(rules);
  rules.erase(std::unique(rules.begin(), rules.end()), rules.end());
  return rules;
}

Evaluation CompiledPack::evaluation_at(const Cells& cells) const {
  return evaluate_rules(pack, effective_replies(pack, replies_at(readings(), cells)));
}

Verdict CompiledPack::verdict_at(const Cells& cells) const {
  const Evaluation evaluation = evaluation_at(cells);
  return judge(pack, std::span(&evaluation, 1), Unknowns::harmful);
}

bool CompiledPack::shows_at(TipId id, const Cells& cells) const {
  const Evaluation evaluation = evaluation_at(cells);
  const std::span<const Evaluation> one(&evaluation, 1);
  const Recommendation level = judge(pack, one, Unknowns::harmful).recommendation;
  const Tip& tip = pack.tips[id.index];
  return std::ranges::any_of(levels_of(pack, id),
                             [&](Within run) { return run.contains(level); }) &&
         is_offered(tip.when, tip.unless, one, Unknowns::harmful);
}

Counterexample CompiledPack::example_at(const Cells& cells) const {
  return {smallest_answers(pack, replies_at(readings(), cells)), outcome_words(verdict_at(cells))};
}

std::string outcome_words(const Verdict& verdict) {
  return "recommendation " + std::string(name(verdict.recommendation)) + ", referral " +
         std::string(name(verdict.referral));
}

}  // namespace runready
