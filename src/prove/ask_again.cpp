#include "prove/ask_again.hpp"

#include <optional>
#include <utility>

#include "prove/cells.hpp"
#include "prove/compile.hpp"
#include "prove/joint.hpp"
#include "prove/space.hpp"

namespace runready {

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
