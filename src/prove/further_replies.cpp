#include "prove/further_replies.hpp"

#include <algorithm>
#include <utility>

#include "prove/compile.hpp"
#include "prove/open_questions.hpp"
#include "rules/condition.hpp"
#include "rules/gates.hpp"

namespace runready {

namespace {

/// Where nothing was told of it.
void tell_default(const Pack& pack, QuestionId id, Replies& replies) {
  const Question& question = pack.question(id);
  for (std::uint32_t i = 0; i < question.variable_count; ++i) {
    const VariableId variable{question.first_variable.index + i};
    if (!replies.knows(variable)) replies.set(variable, pack.variable(variable).default_value);
  }
}

Evaluation evaluation_of(const Pack& pack, const Replies& replies) {
  return evaluate_rules(pack, effective_replies(pack, replies));
}

}  // namespace

OneReply::OneReply(const Pack& pack, const CellStarts& starts, const Known& known)
    : pack_(pack), starts_(starts), told_(subjects(pack, known.both)) {
  for (Replies& replies : told_) {
    for (std::uint32_t q = 0; q < pack.questions.size() && known.told.nothing_else; ++q) {
      if (goes_without_saying(pack.questions[q])) tell_default(pack, {q}, replies);
    }
    usual_.push_back(replies);
    for (std::uint32_t q = 0; q < pack.questions.size(); ++q) {
      tell_default(pack, {q}, usual_.back());
    }
    evaluations_.push_back(evaluation_of(pack, usual_.back()));
  }
  verdict_ = judge(pack, evaluations_, Unknowns::harmful);
}

/// The outcome of all complaints if one variable, of the runner or of a complaint, had a value.
Verdict OneReply::verdict_with(const Asked& asked, VariableId variable, std::int32_t value) const {
  std::vector<Evaluation> evaluations = evaluations_;
  for (std::size_t c = 0; c < usual_.size(); ++c) {
    if (asked.complaint && *asked.complaint != c) continue;
    Replies replies = usual_[c];
    replies.set(variable, value);
    evaluations[c] = evaluation_of(pack_, replies);
  }
  return judge(pack_, evaluations, Unknowns::harmful);
}

/// Calls `visit` with the outcome of each, until it returns false.
template <class Visit>
void OneReply::for_each_reply(const Asked& asked, Visit visit) const {
  const Question& question = pack_.question(asked.question);
  for (std::uint32_t i = 0; i < question.variable_count; ++i) {
    const VariableId variable{question.first_variable.index + i};
    if (told_[asked.complaint.value_or(0)].knows(variable)) continue;
    for (const std::int32_t value : starts_[variable.index]) {
      if (value == pack_.variable(variable).default_value) continue;
      if (!visit(verdict_with(asked, variable, value))) return;
    }
  }
}

Stakes OneReply::changes(const Asked& asked) const {
  Stakes found;
  for_each_reply(asked, [&](const Verdict& other) {
    const bool same_recommendation = other.recommendation == verdict_.recommendation;
    found.recommendation = found.recommendation || !same_recommendation;
    found.referral = found.referral || other.referral != verdict_.referral;
    found.workouts = found.workouts || (same_recommendation && other.offered != verdict_.offered);
    return !(found.recommendation && found.referral && found.workouts);
  });
  return found;
}

OutcomeRange OneReply::range() const {
  OutcomeRange range{verdict_.recommendation, verdict_.recommendation, verdict_.referral,
                     verdict_.referral};
  const auto widen = [&](const Verdict& other) {
    range.least = std::min(range.least, other.recommendation);
    range.most = std::max(range.most, other.recommendation);
    range.referral_least = std::min(range.referral_least, other.referral);
    range.referral_most = std::max(range.referral_most, other.referral);
    return true;
  };
  for (std::size_t c = 0; c < usual_.size(); ++c) {
    for (std::uint32_t q = 0; q < pack_.questions.size(); ++q) {
      const bool about_runner = pack_.questions[q].about == About::runner;
      if (about_runner && c > 0) continue;
      for_each_reply(about_runner ? Asked{{q}, std::nullopt} : Asked{{q}, c}, widen);
    }
  }
  return range;
}

namespace {

class Unsettled {
 public:
  Unsettled(const Pack& pack, const Known& known) : pack_(pack) {
    for (const Replies& replies : subjects(pack, known.both)) {
      complaints_.push_back(
          evaluate_rules(pack, told_replies(pack, replies, known.told.nothing_else)));
    }
    least_ = judge(pack, complaints_, Unknowns::harmless);
  }

  /// The questions that something unknown reads which could still count.
  std::vector<QuestionId> read() {
    for (const Evaluation& complaint : complaints_) {
      for (std::size_t r = 0; r < pack_.rules.size(); ++r) {
        if (complaint.rules[r] == Truth::unknown && could_count(pack_.rules[r])) {
          add(pack_.rules[r].when);
        }
      }
      if (is_rest()) continue;
      for (const Workout& workout : pack_.workouts) {
        add_if_unknown(workout.when, complaint);
        add_if_unknown(workout.unless, complaint);
      }
    }
    return std::move(read_);
  }

 private:
  bool is_rest() const { return least_.recommendation == Recommendation::rest; }

  bool could_count(const Rule& rule) const {
    return rule.referral > least_.referral ||
           (!is_rest() && (rule.recommend > least_.floor || !rule.exclude.empty()));
  }

  void add_if_unknown(const std::optional<Condition>& condition, const Evaluation& complaint) {
    if (condition && evaluate(*condition, complaint.replies, complaint.terms) == Truth::unknown) {
      add(*condition);
    }
  }

  void add(const Condition& condition) {
    const std::vector<QuestionId> more = questions_read(pack_, condition);
    read_.insert(read_.end(), more.begin(), more.end());
  }

  const Pack& pack_;
  std::vector<Evaluation> complaints_;
  Verdict least_;
  std::vector<QuestionId> read_;
};

}  // namespace

std::vector<Asked> possibly_open_questions(const Pack& pack, const Known& known) {
  const std::vector<bool> read = with_gates(pack, Unsettled(pack, known).read());
  std::vector<Asked> open = Askable(pack, known).all();
  std::erase_if(open, [&](const Asked& asked) { return !read[asked.question.index]; });
  return open;
}

namespace {

/// One variable of one complaint as it is now.
struct Now {
  const Question& question;
  const Variable& variable;
  std::int32_t reply = kUnknown;
  bool nothing_else = false;
  const std::vector<std::int32_t>& starts;  ///< where conditions cut it
};

/// Values that a variable might have instead, the nearest first.
using Alternatives = std::vector<std::int32_t> (*)(const Now&);

/// Whether a reply is hoped to pass. What permits need not.
bool heals(const Now& now) {
  const Question& question = now.question;
  if (now.reply == kUnknown || permits(question, now.variable, now.reply)) return false;
  if (question.type == QuestionType::multi_choice) {
    return now.reply != 0 && (question.heals || question.options[*now.variable.option].heals);
  }
  return question.heals ||
         (!question.options.empty() && question.options[static_cast<std::size_t>(now.reply)].heals);
}

/// Of a question with an order of caution the replies with less of it. Of numbers that no condition
/// tells apart the nearest will do.
std::vector<std::int32_t> against_caution(const Now& now) {
  std::vector<std::int32_t> values;
  const bool rises = now.question.caution == Caution::rises;
  if (now.question.type != QuestionType::integer) {
    const std::int32_t step = rises ? -1 : 1;
    for (std::int32_t v = now.reply + step; v >= now.variable.min && v <= now.variable.max;
         v += step) {
      if (!permits(now.question, now.variable, v)) values.push_back(v);
    }
  } else if (rises) {
    for (auto start = now.starts.rbegin(); start != now.starts.rend(); ++start) {
      if (*start <= now.reply && *start > now.variable.min) values.push_back(*start - 1);
    }
  } else {
    for (const std::int32_t start : now.starts) {
      if (start > now.reply) values.push_back(start);
    }
  }
  return values;
}

std::vector<std::int32_t> healed(const Now& now) {
  if (!heals(now)) return {};
  if (now.question.type == QuestionType::multi_choice) return {0};
  if (now.question.caution != Caution::none) return against_caution(now);
  if (now.reply == now.variable.default_value) return {};
  return {now.variable.default_value};
}

std::vector<std::int32_t> permitting(const Now& now) {
  const bool is_told =
      now.reply != kUnknown || (now.nothing_else && goes_without_saying(now.question));
  std::vector<std::int32_t> values;
  if (is_told) return values;
  const auto add = [&](std::int32_t value) {
    if (permits(now.question, now.variable, value)) values.push_back(value);
  };
  if (now.question.type != QuestionType::integer) {
    for (std::int32_t v = now.variable.min; v <= now.variable.max; ++v) add(v);
  } else {
    for (const std::int32_t start : now.starts) add(start);
  }
  return values;
}

/// The space of what might be different; everything else is as it is counted now. The first cell of
/// a level is what is, the others are its alternatives.
class Alternative {
 public:
  Alternative(const Pack& pack, const Known& known, Alternatives alternatives)
      : pack_(pack), known_(known), alternatives_(alternatives), starts_(cell_starts(pack)) {
    for (std::size_t c = 0; c < known.both.complaints.size(); ++c) {
      space.readings.push_back(c == 0 ? Readings(pack.variables.size()) : space.readings.front());
      for (std::uint32_t v = 0; v < pack.variables.size(); ++v) {
        if (c == 0 || pack.question_of({v}).about == About::complaint) add({{v}, c});
      }
    }
  }

  Space space;

 private:
  void add(Space::Place place) {
    const Variable& variable = pack_.variable(place.variable);
    const Question& question = pack_.question(variable.question);
    const Replies& told = question.about == About::runner
                              ? known_.both.runner
                              : known_.both.complaints[place.complaint].replies;
    const Now now{question, variable, told[place.variable], known_.told.nothing_else,
                  starts_[place.variable.index]};
    Reading& reading = space.readings[place.complaint][place.variable.index];
    reading = {Reading::Kind::constant, 0, now.reply, {}, {}};
    if (now.reply == kUnknown) {
      reading.kind = question.assume ? Reading::Kind::constant : Reading::Kind::unknown;
      reading.value = variable.default_value;
    }
    const std::vector<std::int32_t> values = alternatives_(now);
    if (!values.empty()) add_level(reading, place, values);
  }

  void add_level(Reading& reading, Space::Place place, const std::vector<std::int32_t>& values) {
    const bool is_unknown = reading.kind == Reading::Kind::unknown;
    reading.kind = Reading::Kind::level;
    reading.level = static_cast<std::uint32_t>(space.places.size());
    reading.values = {is_unknown ? kUnknown : reading.value};
    reading.values.insert(reading.values.end(), values.begin(), values.end());
    space.shapes.push_back({std::vector<double>(reading.values.size(), 1), 0});
    space.places.push_back(place);
  }

  const Pack& pack_;
  const Known& known_;
  Alternatives alternatives_;
  CellStarts starts_;
};

/// The replies at which `cells` differ from what is, by question.
std::vector<AskAgain::Change> changes_at(const Pack& pack, const Space& space, const Cells& cells) {
  std::vector<AskAgain::Change> changes;
  for (std::size_t level = 0; level < cells.size(); ++level) {
    if (cells[level] == space.shapes[level].default_cell) continue;
    const auto [variable, complaint] = space.places[level];
    Asked asked{pack.variable(variable).question, std::nullopt};
    if (pack.question(asked.question).about == About::complaint) asked.complaint = complaint;
    if (changes.empty() || changes.back().asked != asked) changes.push_back({asked, {}});
    const Reading& reading = space.readings[complaint][variable.index];
    changes.back().replies.emplace_back(variable, reading.values[cells[level]]);
  }
  return changes;
}

std::vector<AskAgain> nearest(const Pack& pack, const Known& known, const Verdict& given,
                              Alternatives alternatives, std::size_t node_budget) {
  std::vector<AskAgain> nearest;
  if (given.referral >= Referral::urgent) return nearest;
  const Space space = Alternative(pack, known, alternatives).space;
  if (space.places.empty()) return nearest;
  Diagrams diagrams(space.shapes, node_budget);
  std::vector<Compiler> compilers;
  for (const Readings& readings : space.readings) compilers.emplace_back(pack, readings, diagrams);
  JointOutcome outcome(pack, compilers, diagrams);
  const Node higher = outcome.above(given.referral);
  for (auto level = given.recommendation; level != Recommendation::run;) {
    const Node too_much = diagrams.any_of({outcome.at_least(level), higher});
    const auto cells = diagrams.cheapest(diagrams.negate(too_much));
    if (!cells) break;
    do {
      level = step(level, -1);
    } while (!diagrams.holds_at(outcome.at_least(level), *cells));
    nearest.push_back({level, changes_at(pack, space, *cells)});
  }
  return nearest;
}

}  // namespace

std::vector<AskAgain> ask_again_when(const Pack& pack, const Known& known, const Verdict& given,
                                     std::size_t node_budget) {
  return nearest(pack, known, given, healed, node_budget);
}

std::vector<AskAgain> would_permit(const Pack& pack, const Known& known, const Verdict& given,
                                   std::size_t node_budget) {
  return nearest(pack, known, given, permitting, node_budget);
}

}  // namespace runready
