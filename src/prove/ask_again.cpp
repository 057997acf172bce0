#include "prove/ask_again.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "prove/cells.hpp"
#include "prove/compile.hpp"
#include "prove/joint.hpp"
#include "prove/space.hpp"

namespace runready {

namespace {

bool can_change(const Pack& pack, VariableId id, std::int32_t reply) {
  const Question& question = pack.question_of(id);
  return !question.fixed && (question.type != QuestionType::multi_choice || reply != 0);
}

/// Where the variable is cut: as conditions cut it, and around the reply told.
std::vector<std::int32_t> starts_around(const Pack& pack, VariableId id,
                                        std::vector<std::int32_t> starts, std::int32_t reply) {
  starts.push_back(reply);
  if (reply < pack.variable(id).max) starts.push_back(reply + 1);
  std::ranges::sort(starts);
  starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
  return starts;
}

/// Whether no reply is nearer to another than a third: then the harmless one is the one to name.
bool is_unordered(const Question& question) {
  return question.type == QuestionType::choice && question.caution == Caution::none;
}

/// The space of told replies that can change; everything else is as it is counted now.
class Changeable {
 public:
  Changeable(const Pack& pack, const Known& known)
      : pack_(pack), known_(known), starts_(cell_starts(pack)) {
    for (std::size_t c = 0; c < known.both.complaints.size(); ++c) {
      space.readings.push_back(c == 0 ? Readings(pack.variables.size()) : space.readings.front());
      for (std::uint32_t v = 0; v < pack.variables.size(); ++v) {
        if (c == 0 || pack.question_of({v}).about == About::complaint) add({v}, c);
      }
    }
  }

  Space space;

 private:
  void add(VariableId id, std::size_t complaint) {
    const Question& question = pack_.question_of(id);
    const Replies& told = question.about == About::runner
                              ? known_.both.runner
                              : known_.both.complaints[complaint].replies;
    Reading& reading = space.readings[complaint][id.index];
    reading = {Reading::Kind::constant, 0, told[id], {}, {}};
    if (!told.knows(id)) {
      reading.kind = question.assume ? Reading::Kind::constant : Reading::Kind::unknown;
      reading.value = pack_.variable(id).default_value;
    } else if (can_change(pack_, id, told[id])) {
      add_level(reading, {id, complaint}, told[id]);
    }
  }

  void add_level(Reading& reading, Space::Place place, std::int32_t reply) {
    const Variable& variable = pack_.variable(place.variable);
    reading.kind = Reading::Kind::level;
    reading.level = static_cast<std::uint32_t>(space.places.size());
    reading.starts = starts_around(pack_, place.variable, starts_[place.variable.index], reply);
    CutVariable cells = cut(reading.starts, variable.max, reply);
    reading.values = std::move(cells.representatives);
    if (is_unordered(pack_.question(variable.question)) && reply != variable.default_value) {
      reading.values[cell_of(reading, variable.default_value)] = variable.default_value;
    }
    space.shapes.push_back(std::move(cells.shape));
    space.places.push_back(place);
  }

  const Pack& pack_;
  const Known& known_;
  CellStarts starts_;
};

/// Where it makes a truth hold as well, the harmless reply in place of another that is no nearer.
void prefer_defaults(const Pack& pack, const Space& space, const Diagrams& diagrams, Node truth,
                     Cells& cells) {
  for (std::size_t level = 0; level < cells.size(); ++level) {
    const auto [variable, complaint] = space.places[level];
    const std::uint32_t told = space.shapes[level].default_cell;
    if (cells[level] == told || !is_unordered(pack.question_of(variable))) continue;
    Cells harmless = cells;
    harmless[level] =
        cell_of(space.readings[complaint][variable.index], pack.variable(variable).default_value);
    if (harmless[level] != told && diagrams.holds_at(truth, harmless)) cells = harmless;
  }
}

/// The replies at which `cells` differ from what was told, by question.
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

}  // namespace

std::vector<AskAgain> ask_again_when(const Pack& pack, const Known& known, const Verdict& given,
                                     std::size_t node_budget) {
  std::vector<AskAgain> nearest;
  if (given.referral >= Referral::urgent) return nearest;
  const Space space = Changeable(pack, known).space;
  Diagrams diagrams(space.shapes, node_budget);
  std::vector<Compiler> compilers;
  for (const Readings& readings : space.readings) compilers.emplace_back(pack, readings, diagrams);
  JointOutcome outcome(pack, compilers, diagrams);
  const Node higher = outcome.above(given.referral);
  for (auto level = given.recommendation; level != Recommendation::run;) {
    level = step(level, -1);
    const Node reached = diagrams.apply(Op::except, outcome.at_least(level), outcome.above(level));
    const Node wanted = diagrams.apply(Op::except, reached, higher);
    auto cells = diagrams.cheapest(wanted);
    if (!cells) continue;
    prefer_defaults(pack, space, diagrams, wanted, *cells);
    nearest.push_back({level, changes_at(pack, space, *cells)});
  }
  return nearest;
}

}  // namespace runready
