#include "rules/reasons.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace runready {

namespace {

void add_once(std::vector<VariableId>& to, VariableId id) {
  if (std::find(to.begin(), to.end(), id) == to.end()) to.push_back(id);
}

class Decisive {
 public:
  Decisive(const Pack& pack, const Evaluation& evaluation) : pack_(pack), evaluation_(evaluation) {}

  void collect(const Condition& condition, Truth truth) {
    visit(
        condition,
        [&](Joined joined) {
          for (const Condition& operand : joined.operands) {
            if (evaluate(operand, evaluation_.replies, evaluation_.terms) == truth) {
              collect(operand, truth);
            }
          }
        },
        [&](Negated negated) { collect(negated.operand, negate(truth)); },
        [&](NamedTerm term) { collect_term(term.id, truth); },
        [&](const Condition& test) { add_once(found, test.variable); });
  }

  std::vector<VariableId> found;

 private:
  /// Each term is looked into once, so that terms that share terms stay cheap.
  void collect_term(TermId id, Truth truth) {
    if (std::find(terms_seen_.begin(), terms_seen_.end(), id) != terms_seen_.end()) return;
    terms_seen_.push_back(id);
    collect(pack_.terms[id.index].when, truth);
  }

  const Pack& pack_;
  const Evaluation& evaluation_;
  std::vector<TermId> terms_seen_;
};

const Replies& replies_about(const Pack& pack, const Answers& answers, std::size_t complaint,
                             VariableId id) {
  return pack.question_of(id).about == About::runner ? answers.runner
                                                     : answers.complaints[complaint].replies;
}

/// Replies somebody told (or that follow from what was told), symptoms before harmless ones: a
/// harmless reply is named only where no other made the rule true.
std::vector<VariableId> causes(const Pack& pack, const Known& known, std::size_t complaint,
                               const std::vector<VariableId>& decisive, const Replies& effective) {
  std::vector<VariableId> told;
  std::vector<VariableId> symptoms;
  for (const VariableId id : decisive) {
    const std::int32_t reply = replies_about(pack, known.both, complaint, id)[id];
    if (reply == kUnknown || reply != effective[id]) continue;
    told.push_back(id);
    if (reply != pack.variable(id).default_value) symptoms.push_back(id);
  }
  return symptoms.empty() ? told : symptoms;
}

std::vector<QuestionId> questions_of(const Pack& pack, const std::vector<VariableId>& variables) {
  std::vector<QuestionId> questions;
  for (const VariableId id : variables) {
    const QuestionId question = pack.variable(id).question;
    if (std::find(questions.begin(), questions.end(), question) == questions.end()) {
      questions.push_back(question);
    }
  }
  return questions;
}

/// An unknown rule is made by both: what is known and points to it, and what is missing. `towards`
/// is the truth of the condition that would make the rule true.
void add_known_in(const Condition& condition, Truth towards, const Pack& pack,
                  const Evaluation& evaluation, std::vector<VariableId>& known) {
  const auto look_at = [&](const Condition& part, Truth wanted) {
    const Truth truth = evaluate(part, evaluation.replies, evaluation.terms);
    if (truth == Truth::unknown) add_known_in(part, wanted, pack, evaluation, known);
    if (truth != wanted) return;
    for (const VariableId id : decisive_variables(pack, part, evaluation)) add_once(known, id);
  };
  visit(
      condition,
      [&](Joined joined) {
        for (const Condition& operand : joined.operands) look_at(operand, towards);
      },
      [&](Negated negated) { look_at(negated.operand, negate(towards)); }, [](NamedTerm) {},
      [](const Condition&) {});
}

void add_causes_of(const Pack& pack, const Known& known, const Evaluation& evaluation,
                   std::size_t complaint, Reason& reason) {
  const Condition& when = pack.rule(*reason.rule).when;
  std::vector<VariableId> decisive = decisive_variables(pack, when, evaluation);
  if (evaluation.rules[reason.rule->index] == Truth::unknown) {
    reason.unknown = questions_of(pack, decisive);
    decisive.clear();
    add_known_in(when, Truth::yes, pack, evaluation, decisive);
  }
  reason.because_of = causes(pack, known, complaint, decisive, evaluation.replies);
}

}  // namespace

std::vector<VariableId> decisive_variables(const Pack& pack, const Condition& condition,
                                           const Evaluation& evaluation) {
  Decisive decisive(pack, evaluation);
  decisive.collect(condition, evaluate(condition, evaluation.replies, evaluation.terms));
  return std::move(decisive.found);
}

void add_causes(const Pack& pack, const Known& known, std::span<const Evaluation> complaints,
                std::vector<Reason>& reasons) {
  for (Reason& reason : reasons) {
    if (!reason.rule) continue;
    const std::size_t complaint = reason.complaint.value_or(0);
    add_causes_of(pack, known, complaints[complaint], complaint, reason);
  }
}

std::vector<Reason> reasons_for(const Pack& pack, std::span<const Evaluation> complaints,
                                const Verdict& verdict) {
  std::vector<Reason> reasons;
  if (verdict.recommendation != verdict.floor) {
    reasons.push_back({std::nullopt, std::nullopt, verdict.recommendation, Referral::none, {}, {}});
  }
  for (std::uint32_t r = 0; r < pack.rules.size(); ++r) {
    for (std::size_t c = 0; c < complaints.size(); ++c) {
      if (!counts(complaints[c].rules[r], Unknowns::harmful)) continue;
      const Rule& rule = pack.rules[r];
      reasons.push_back({RuleId{r}, std::nullopt, rule.recommend, rule.referral, {}, {}});
      if (!rule.reads_complaint) break;  // says the same of every complaint
      reasons.back().complaint = c;
    }
  }
  std::stable_sort(reasons.begin(), reasons.end(), [](const Reason& a, const Reason& b) {
    return a.recommend != b.recommend ? a.recommend > b.recommend : a.referral > b.referral;
  });
  return reasons;
}

namespace {

using Pieces = std::vector<Condition>;

class Search {
 public:
  Search(const Pack& pack, const Evaluation& evaluation) : pack_(pack), evaluation_(evaluation) {}

  /// What it takes for the condition to be `wanted`.
  Pieces find(const Condition& condition, bool wanted) {
    return visit(
        condition,
        [&](Joined joined) {
          return joined.all == wanted ? all(joined.operands, wanted)
                                      : fewest(joined.operands, wanted);
        },
        [&](Negated negated) { return find(negated.operand, !wanted); },
        [&](NamedTerm term) { return find_term(term.id, wanted); },
        [&](const Condition& test) { return find_test(test, wanted); });
  }

 private:
  Pieces find_test(const Condition& test, bool wanted) const {
    const Truth truth = evaluate(test, evaluation_.replies, evaluation_.terms);
    if (truth == (wanted ? Truth::yes : Truth::no)) return {};
    if (wanted) return {test};
    Condition negation;
    negation.kind = Condition::Kind::negation;
    negation.operands = {test};
    return {negation};
  }

  /// Each term once for each wish, so that terms that share terms stay cheap.
  Pieces find_term(TermId id, bool wanted) {
    const auto key = std::pair(id, wanted);
    if (const auto known = terms_.find(key); known != terms_.end()) return known->second;
    Pieces pieces = find(pack_.terms[id.index].when, wanted);
    terms_.emplace(key, pieces);
    return pieces;
  }

  Pieces all(const std::vector<Condition>& operands, bool wanted) {
    Pieces pieces;
    for (const Condition& operand : operands) {
      for (Condition& piece : find(operand, wanted)) {
        if (pieces.size() < kEnough) pieces.push_back(std::move(piece));
      }
    }
    return pieces;
  }

  Pieces fewest(const std::vector<Condition>& operands, bool wanted) {
    Pieces best = find(operands.front(), wanted);
    for (std::size_t i = 1; i < operands.size() && !best.empty(); ++i) {
      Pieces other = find(operands[i], wanted);
      if (other.size() < best.size()) best = std::move(other);
    }
    return best;
  }

  /// Terms of terms could multiply without end; nobody reads on so far.
  static constexpr std::size_t kEnough = 64;

  const Pack& pack_;
  const Evaluation& evaluation_;
  std::map<std::pair<TermId, bool>, Pieces> terms_;
};

}  // namespace

std::vector<Condition> missing_for(const Pack& pack, const Condition& condition,
                                   const Evaluation& evaluation) {
  return Search(pack, evaluation).find(condition, true);
}

}  // namespace runready
