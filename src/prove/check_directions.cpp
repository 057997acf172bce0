#include <algorithm>
#include <string>
#include <utility>

#include "prove/check.hpp"
#include "prove/directions.hpp"

namespace runready {

namespace {

using Verdict = Finding::Verdict;

/// "`gait` `limping`", "`where` with `knee`", "`pain` 4", "`any_pain` yes".
std::string reply_named(const Pack& pack, VariableId id, std::int32_t value) {
  const Variable& variable = pack.variable(id);
  const Question& question = pack.question_of(id);
  std::string asked = "`" + question.id + "` ";
  switch (question.type) {
    case QuestionType::boolean:
      return asked + (value == 0 ? "no" : "yes");
    case QuestionType::choice:
      return asked + "`" + question.options[static_cast<std::size_t>(value)].id + "`";
    case QuestionType::multi_choice:
      return asked + (value == 0 ? "without" : "with") + " `" +
             question.options[*variable.option].id + "`";
    case QuestionType::integer:
      return asked + std::to_string(value);
  }
  return asked;
}

class DirectionChecks {
 public:
  explicit DirectionChecks(CompiledPack& pack) : pack_(pack), directions_(pack.directions()) {}

  /// Over answers that can be told together. Of a list each option is compared with the list
  /// without it.
  Finding harmless_default(QuestionId id) {
    const Question& question = pack_.pack.question(id);
    std::optional<Fall> worst;
    for (const MonotoneOn on : kAllScales) {
      for (const Scale& scale : directions_.scales(on)) {
        look_under_default(worst, scale, question);
      }
    }
    Finding finding = compared("harmless-default", question.id, question.span, worst,
                               "the default is not harmless: ");
    finding.one_complaint = finding.verdict == Verdict::proved &&
                            frees_a_workout(variables_of(question), &Directions::from_default);
    return finding;
  }

  Finding caution(QuestionId id) {
    const Question& question = pack_.pack.question(id);
    return compared("caution", question.id, question.span, fall_of(question, kAllScales),
                    "caution does not go as declared: ");
  }

  Finding invariant(const Invariant& invariant) {
    std::optional<Fall> worst;
    bool carries_over = true;
    for (const QuestionId id : invariant.monotone) {
      const Question& question = pack_.pack.question(id);
      keep_smaller(worst, fall_of(question, invariant.on));
      carries_over = carries_over && !(has(invariant.on, MonotoneOn::recommendation) &&
                                       frees_a_workout(directed(question), &Directions::rises));
    }
    Finding finding = compared("invariant", invariant.id, invariant.span, worst, "does not hold: ");
    finding.one_complaint = finding.verdict == Verdict::proved && !carries_over;
    return finding;
  }

  static bool has_direction(const Question& question) { return question.caution != Caution::none; }

 private:
  static inline const std::vector<MonotoneOn> kAllScales = {
      MonotoneOn::recommendation, MonotoneOn::referral, MonotoneOn::exclusions};

  static bool has(const std::vector<MonotoneOn>& on, MonotoneOn one) {
    return std::ranges::find(on, one) != on.end();
  }

  static void keep_smaller(std::optional<Fall>& kept, std::optional<Fall> other) {
    if (other && (!kept || other->replies < kept->replies)) kept = std::move(other);
  }

  static std::vector<VariableId> variables_of(const Question& question) {
    std::vector<VariableId> variables;
    for (std::uint32_t i = 0; i < question.variable_count; ++i) {
      variables.push_back({question.first_variable.index + i});
    }
    return variables;
  }

  /// Where an option is compared: of a list that is marked as a whole beside others only.
  Node compared_in(VariableId id) {
    const Question& question = pack_.pack.question_of(id);
    if (!question.permits || question.type != QuestionType::multi_choice) return kTrue;
    std::vector<Node> others;
    for (const VariableId other : variables_of(question)) {
      if (other != id) others.push_back(pack_.diagrams.negate(pack_.at_default(other)));
    }
    return pack_.diagrams.any_of(std::move(others));
  }

  /// The variables of a question that have a direction of caution.
  std::vector<VariableId> directed(const Question& question) const {
    std::vector<VariableId> variables;
    for (std::uint32_t i = 0; i < question.variable_count; ++i) {
      const bool is_option = question.type == QuestionType::multi_choice;
      if (is_option && question.options[i].caution == Caution::none) continue;
      variables.push_back({question.first_variable.index + i});
    }
    return variables;
  }

  std::optional<Fall> fall_of(const Question& question, const std::vector<MonotoneOn>& on) {
    std::optional<Fall> worst;
    for (const MonotoneOn kind : kAllScales) {
      if (!has(on, kind)) continue;
      for (const Scale& scale : directions_.scales(kind)) {
        for (const VariableId variable : directed(question)) {
          look_for(worst, scale, variable, directions_.rises(variable), {compared_in(variable)});
        }
      }
    }
    return worst;
  }

  void look_for(std::optional<Fall>& worst, const Scale& scale, VariableId variable,
                const std::vector<Step>& steps, const Where& where) {
    for (const Step& step : steps) {
      if (!directions_.loses(scale, step, where)) continue;
      keep_smaller(worst, directions_.smallest(scale, variable, step, where));
    }
  }

  void look_under_default(std::optional<Fall>& worst, const Scale& scale,
                          const Question& question) {
    for (const VariableId variable : variables_of(question)) {
      Where where = pack_.told_together(pack_.pack.variable(variable).question);
      where.push_back(compared_in(variable));
      look_for(worst, scale, variable, directions_.from_default(variable), where);
    }
  }

  /// Whether a step that should give no less ever lets a workout be offered that was not allowed
  /// before, under the recommendation it leads to or a more cautious one. Then another
  /// complaint may turn the step into a more permissive outcome of both (see check_invariants.cpp).
  /// Where no recommendation falls, that takes a workout that becomes available.
  /// REQUIRES: the step was found to give no less.
  bool frees_a_workout(const std::vector<VariableId>& variables,
                       std::vector<Step> (Directions::*steps_of)(VariableId) const) {
    for (const VariableId variable : variables) {
      for (const Step& step : (directions_.*steps_of)(variable)) {
        for (std::uint32_t w = 0; w < pack_.pack.workouts.size(); ++w) {
          const Node freed = directions_.made_available({w}, step);
          const auto highest = std::ranges::max(pack_.pack.workouts[w].offered_for);
          if (freed != kFalse && directions_.stays_within(highest, step, freed)) return true;
        }
      }
    }
    return false;
  }

  Finding compared(const char* check, const std::string& subject, Span span,
                   const std::optional<Fall>& fall, const std::string& what) {
    if (!fall) return finding_of(Verdict::proved, check, subject, span);
    Finding finding = finding_of(Verdict::refuted, check, subject, span, what + words(*fall));
    finding.example = pack_.example_at(fall->after);
    finding.compared_with = pack_.example_at(fall->before);
    return finding;
  }

  /// "`gait` `limping` gives recommendation run, but `gait` `altered` rest".
  std::string words(const Fall& fall) const {
    const Reading& reading = pack_.readings()[fall.variable.index];
    const auto reply = [&](const Cells& cells) {
      return reply_named(pack_.pack, fall.variable, reading.values[cells[reading.level]]);
    };
    return reply(fall.after) + " gives " + scale_words(fall.scale, fall.after) + ", but " +
           reply(fall.before) + " gives " + scale_words(fall.scale, fall.before);
  }

  std::string scale_words(const Scale& scale, const Cells& cells) const {
    switch (scale.on) {
      case MonotoneOn::recommendation:
        return "recommendation " + std::string(name(pack_.verdict_at(cells).recommendation));
      case MonotoneOn::referral:
        return "referral " + std::string(name(pack_.verdict_at(cells).referral));
      case MonotoneOn::exclusions:
        return "`" + pack_.pack.activities[scale.index].id +
               (pack_.diagrams.holds_at(directions_.root(scale), cells) ? "` excluded"
                                                                        : "` not excluded");
    }
    return "";
  }

  CompiledPack& pack_;
  Directions& directions_;
};

}  // namespace

Findings check_directions(Proving& proving) {
  Findings findings;
  const auto add = [&](const char* check, const std::string& subject, Span span, auto prove_one) {
    std::ranges::move(proving.attempt(check, subject, span,
                                      [&](CompiledPack& pack) -> Findings {
                                        return {prove_one(DirectionChecks(pack))};
                                      }),
                      std::back_inserter(findings));
  };
  for (std::uint32_t q = 0; q < proving.pack().questions.size(); ++q) {
    const Question& question = proving.pack().questions[q];
    add("harmless-default", question.id, question.span,
        [&](DirectionChecks checks) { return checks.harmless_default({q}); });
    if (DirectionChecks::has_direction(question)) {
      add("caution", question.id, question.span,
          [&](DirectionChecks checks) { return checks.caution({q}); });
    }
  }
  for (const Invariant& invariant : proving.pack().invariants) {
    if (invariant.then_outcome) continue;
    add("invariant", invariant.id, invariant.span,
        [&](DirectionChecks checks) { return checks.invariant(invariant); });
  }
  return findings;
}

}  // namespace runready
