#include "prove/directions.hpp"

#include <algorithm>
#include <span>
#include <utility>

#include "prove/compiled_pack.hpp"

namespace runready {

namespace {

/// A list that is marked as a whole marks none of its options against another.
bool is_marked(const Pack& pack, VariableId id, std::int32_t value) {
  const Variable& variable = pack.variable(id);
  const Question& question = pack.question_of(id);
  if (variable.option) return value != 0 && question.options[*variable.option].permits;
  return permits(question, variable, value);
}

/// The cells of a variable in the direction of caution, without those that are marked.
std::vector<std::uint32_t> cells_in_order(const CompiledPack& pack, VariableId id) {
  const std::vector<std::int32_t>& values = pack.readings()[id.index].values;
  std::vector<std::uint32_t> cells;
  for (std::uint32_t cell = 0; cell < values.size(); ++cell) {
    if (!is_marked(pack.pack, id, values[cell])) cells.push_back(cell);
  }
  if (pack.pack.question_of(id).caution == Caution::falls) std::ranges::reverse(cells);
  return cells;
}

}  // namespace

Directions::Directions(CompiledPack& pack) : pack_(pack), looking_(pack.space.places.size()) {
  for (const Space::Place& place : pack.space.places) {
    in_order_.push_back(cells_in_order(pack, place.variable));
  }
  for (std::uint32_t r = 0; r < pack.pack.rules.size(); ++r) {
    if (pack.outcome.is_shunned({OutcomePart::Kind::rule, r})) {
      too_large_.push_back({r});
      continue;
    }
    const Node rule = pack.outcome.rule({r});
    const std::vector<bool> read = pack.diagrams.support(std::span(&rule, 1));
    for (std::size_t level = 0; level < read.size(); ++level) {
      if (read[level]) looking_[level].push_back({r});
    }
  }
}

std::vector<Scale> Directions::scales(MonotoneOn on) {
  std::vector<Scale> scales;
  const auto add = [&](std::size_t from, std::size_t end) {
    for (std::size_t i = from; i < end; ++i) scales.push_back({on, static_cast<std::uint32_t>(i)});
  };
  switch (on) {
    case MonotoneOn::recommendation:
      add(1, kRecommendationNames.size());
      break;
    case MonotoneOn::referral:
      add(1, kReferralNames.size());
      break;
    case MonotoneOn::exclusions:
      add(0, pack_.pack.activities.size());
      std::erase_if(scales, [&](const Scale& scale) { return root(scale) == kFalse; });
      break;
  }
  return scales;
}

Node Directions::root(const Scale& scale) {
  switch (scale.on) {
    case MonotoneOn::recommendation:
      return pack_.outcome.at_least(static_cast<Recommendation>(scale.index));
    case MonotoneOn::referral:
      return pack_.outcome.at_least(static_cast<Referral>(scale.index));
    case MonotoneOn::exclusions:
      break;
  }
  return pack_.outcome.excluded({scale.index});
}

std::vector<Step> Directions::rises(VariableId variable) const {
  const std::uint32_t level = pack_.readings()[variable.index].level;
  const std::vector<std::uint32_t>& cells = in_order_[level];
  std::vector<Step> steps;
  for (std::size_t i = 1; i < cells.size(); ++i) steps.push_back({level, cells[i - 1], cells[i]});
  return steps;
}

std::vector<Step> Directions::from_default(VariableId variable) const {
  const std::uint32_t level = pack_.readings()[variable.index].level;
  const std::uint32_t usual = pack_.diagrams.levels()[level].default_cell;
  std::vector<Step> steps;
  for (const std::uint32_t cell : in_order_[level]) {
    if (cell != usual) steps.push_back({level, usual, cell});
  }
  return steps;
}

Node Directions::at(Node truth, std::uint32_t level, std::uint32_t cell) {
  return pack_.diagrams.restrict(truth, only_at(level, cell));
}

Cells Directions::only_at(std::uint32_t level, std::uint32_t cell) const {
  Cells fixed(pack_.diagrams.levels().size(), kFree);
  fixed[level] = cell;
  return fixed;
}

/// The nodes of a truth at a level.
const std::vector<Node>& Directions::nodes_at(Node truth, std::uint32_t level) {
  auto& levels = nodes_[truth];
  if (levels.empty()) {
    levels.resize(pack_.diagrams.levels().size());
    for (const Node node : pack_.diagrams.nodes_of(std::span(&truth, 1))) {
      levels[pack_.diagrams.level(node)].push_back(node);
    }
  }
  return levels[level];
}

/// All else equal, two answers go through the same nodes until they come to the step's level. So a
/// truth is kept if at every node of that level the second child has what the first has. That makes
/// no nodes where it is so, which is nearly everywhere.
Node Directions::lost(Node truth, const Step& step) {
  const std::vector<Node>& nodes = nodes_at(truth, step.level);
  const bool is_kept = std::ranges::all_of(nodes, [&](Node node) {
    const Node before = pack_.diagrams.children(node)[step.before];
    const Node after = pack_.diagrams.children(node)[step.after];
    return pack_.diagrams.apply(Op::except, before, after) == kFalse;
  });
  if (is_kept) return kFalse;
  const Node before = at(truth, step.level, step.before);
  return pack_.diagrams.apply(Op::except, before, at(truth, step.level, step.after));
}

/// Where a step loses a truth, and the answers before and after it are meant.
Node Directions::lost_within(Node truth, const Step& step, const Where& where) {
  Node gone = lost(truth, step);
  for (const std::uint32_t cell : {step.after, step.before}) {
    for (const Node part : where) {
      if (gone == kFalse) return kFalse;
      gone = pack_.diagrams.apply(Op::all, gone, at(part, step.level, cell));
    }
  }
  return gone;
}

const Directions::Losses& Directions::losses(const Step& step, const Where& where) {
  const auto known = losses_.find({step, where});
  if (known != losses_.end()) return known->second;
  Losses losses;
  for (const RuleId rule : looking_[step.level]) {
    const Node gone = lost_within(pack_.outcome.rule(rule), step, where);
    if (gone != kFalse) losses.rules.emplace_back(rule, gone);
  }
  for (std::size_t i = 0; i < losses.stuck.size(); ++i) {
    const Node stuck = pack_.outcome.nothing_offered(static_cast<Recommendation>(i));
    losses.stuck[i] = lost_within(stuck, step, where);
  }
  return losses_.emplace(std::pair(step, where), std::move(losses)).first->second;
}

/// Whether, of the rules that count, one fires before the step and none after it. One that is too
/// large throws.
bool Directions::rules_lose(const std::function<bool(RuleId)>& counts, const Step& step,
                            const Losses& losses) {
  for (const RuleId rule : too_large_) {
    if (counts(rule)) pack_.outcome.rule(rule);
  }
  return std::ranges::any_of(losses.rules, [&](const auto& lost) {
    return counts(lost.first) &&
           cover(pack_, lost.second, counts, only_at(step.level, step.after)).uncovered;
  });
}

std::function<bool(RuleId)> Directions::counting(const Scale& scale) const {
  return [this, scale](RuleId id) {
    const Rule& rule = pack_.pack.rule(id);
    switch (scale.on) {
      case MonotoneOn::recommendation:
        return static_cast<std::uint32_t>(rule.recommend) >= scale.index;
      case MonotoneOn::referral:
        return static_cast<std::uint32_t>(rule.referral) >= scale.index;
      case MonotoneOn::exclusions:
        break;
    }
    return std::ranges::find(rule.exclude, ActivityId{scale.index}) != rule.exclude.end();
  };
}

/// What is recommended is lost with the rules that ask for it, or with having nothing to offer for
/// a level before it (see JointOutcome::at_least). Without either it is kept.
bool Directions::loses(const Scale& scale, const Step& step, const Where& where) {
  const Losses& lost_here = losses(step, where);
  if (scale.on != MonotoneOn::recommendation) return rules_lose(counting(scale), step, lost_here);
  for (std::uint32_t level = 1; level <= scale.index; ++level) {
    if (lost_here.stuck[level - 1] != kFalse ||
        rules_lose(counting({scale.on, level}), step, lost_here)) {
      return fall(scale, step, lost_here) != kFalse;
    }
  }
  return false;
}

/// Where the truth is lost: of what a step switches off, where nothing makes up for it.
Node Directions::fall(const Scale& scale, const Step& step, const Losses& losses) {
  Diagrams& d = pack_.diagrams;
  const auto counts = counting(scale);
  const bool recommends = scale.on == MonotoneOn::recommendation;
  std::vector<Node> switched_off;
  for (const auto& [rule, gone] : losses.rules) {
    if (recommends || counts(rule)) switched_off.push_back(gone);
  }
  if (recommends) {
    switched_off.insert(switched_off.end(), losses.stuck.begin(), losses.stuck.end());
    const auto level = static_cast<Recommendation>(scale.index);
    const Node some = d.any_of(std::move(switched_off));
    const auto holds_at = [&](std::uint32_t cell) {
      return at(pack_.outcome.at_least(level, with_cell(some, step.level, cell)), step.level, cell);
    };
    const Node before = holds_at(step.before);
    return d.apply(Op::except, before, holds_at(step.after));
  }
  Node left = d.any_of(std::move(switched_off));
  for (std::uint32_t r = 0; r < pack_.pack.rules.size() && left != kFalse; ++r) {
    if (!counts({r})) continue;
    left = d.apply(Op::except, left, at(pack_.outcome.rule({r}), step.level, step.after));
  }
  return left;
}

Node Directions::with_cell(Node where, std::uint32_t level, std::uint32_t cell) {
  std::vector<Node> children(pack_.diagrams.levels()[level].sizes.size(), kFalse);
  children[cell] = kTrue;
  return pack_.diagrams.apply(Op::all, where, pack_.diagrams.make(level, children));
}

std::optional<Fall> Directions::smallest(const Scale& scale, VariableId variable, const Step& step,
                                         const Where& where) {
  Diagrams& d = pack_.diagrams;
  const auto cells = d.cheapest(fall(scale, step, losses(step, where)));
  if (!cells) return std::nullopt;
  Fall fall{scale, variable, *cells, *cells, 0};
  fall.before[step.level] = step.before;
  fall.after[step.level] = step.after;
  fall.replies = d.cost(fall.after);
  return fall;
}

Node Directions::made_available(WorkoutId id, const Step& step) {
  return lost(pack_.diagrams.negate(pack_.outcome.available(id)), step);
}

bool Directions::stays_within(Recommendation highest, const Step& step, Node where) {
  const auto asks = [&](RuleId id) { return pack_.pack.rule(id).recommend > highest; };
  const Cover covered = cover(pack_, where, asks, only_at(step.level, step.after));
  if (!covered.uncovered) return false;
  if (pack_.verdict_at(*covered.uncovered).recommendation <= highest) return true;
  const Node here = with_cell(where, step.level, step.after);
  return pack_.diagrams.apply(Op::except, here, pack_.outcome.above(highest, here)) != kFalse;
}

}  // namespace runready
