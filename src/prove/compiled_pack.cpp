#include "prove/compiled_pack.hpp"

#include <algorithm>
#include <iterator>

#include "prove/directions.hpp"
#include "prove/open_questions.hpp"
#include "rules/condition.hpp"
#include "rules/gates.hpp"
#include "runready/assessment.hpp"

namespace runready {

namespace {

class Telling {
 public:
  Telling(const Pack& pack, const Replies& complete)
      : pack_(pack), truth_(effective_replies(pack, complete)) {
    answers_.runner = Replies(pack.variables.size());
    answers_.complaints.push_back({"", Replies(pack.variables.size())});
  }

  Answers run() {
    for (std::uint32_t q = 0; q < pack_.questions.size(); ++q) {
      if (is_needed({q})) tell({q});
    }
    Diagnostics ambiguous;
    if (!infer(pack_, answers_, ambiguous)) open_every_gate();
    return std::move(answers_);
  }

 private:
  bool does_apply(QuestionId id) const {
    return applies(pack_, pack_.question(id), truth_) == Truth::yes;
  }

  bool is_needed(QuestionId id) const {
    if (!pack_.question(id).assume) return does_apply(id);
    return !is_default(id);
  }

  bool is_default(QuestionId id) const {
    const Question& question = pack_.question(id);
    for (std::uint32_t i = 0; i < question.variable_count; ++i) {
      const VariableId variable{question.first_variable.index + i};
      if (truth_[variable] != pack_.variable(variable).default_value) return false;
    }
    return true;
  }

  void tell(QuestionId id) {
    const Question& question = pack_.question(id);
    if (!question.none_is_reply && is_default(id)) return;
    Replies& into =
        question.about == About::runner ? answers_.runner : answers_.complaints[0].replies;
    for (std::uint32_t i = 0; i < question.variable_count; ++i) {
      const VariableId variable{question.first_variable.index + i};
      into.set(variable, truth_[variable]);
    }
  }

  bool is_told(QuestionId id) const {
    const Question& question = pack_.question(id);
    return (question.about == About::runner ? answers_.runner : answers_.complaints[0].replies)
        .knows(question.first_variable);
  }

  /// Tells whatever the gates of told questions read, and what the gates of that read.
  void open_every_gate() {
    std::vector<bool> followed(pack_.questions.size(), false);
    std::vector<QuestionId> open;
    for (std::uint32_t q = 0; q < pack_.questions.size(); ++q) {
      if (is_told({q})) open.push_back({q});
    }
    while (!open.empty()) {
      const QuestionId id = open.back();
      open.pop_back();
      if (followed[id.index]) continue;
      followed[id.index] = true;
      if (does_apply(id)) tell(id);
      const auto& gate = pack_.question(id).when;
      if (!gate) continue;
      for (const QuestionId read : questions_read(pack_, *gate)) open.push_back(read);
    }
  }

  const Pack& pack_;
  Replies truth_;
  Answers answers_;
};

}  // namespace

Answers smallest_answers(const Pack& pack, const Replies& complete) {
  return Telling(pack, complete).run();
}

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

Cover cover(CompiledPack& pack, Node where, const std::function<bool(RuleId)>& counts,
            const Cells& fixed, const std::optional<Cells>& before) {
  Cover cover;
  while (auto cells = pack.diagrams.cheapest(where)) {
    for (std::size_t level = 0; level < fixed.size(); ++level) {
      if (fixed[level] != kFree) (*cells)[level] = fixed[level];
    }
    if (before && !pack.diagrams.is_cheaper(*cells, *before)) return cover;
    const std::vector<RuleId> firing = pack.rules_firing_at(*cells);
    const auto rule = std::ranges::find_if(firing, counts);
    if (rule == firing.end()) {
      cover.uncovered = cells;
      return cover;
    }
    cover.used.push_back(*rule);
    const Node fires = pack.outcome.rule(*rule);
    where = pack.diagrams.apply(Op::except, where,
                                fixed.empty() ? fires : pack.diagrams.restrict(fires, fixed));
  }
  return cover;
}

}  // namespace runready
