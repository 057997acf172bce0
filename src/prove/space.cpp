#include "prove/space.hpp"

#include <algorithm>
#include <cassert>
#include <numeric>
#include <utility>

#include "rules/condition.hpp"

namespace runready {

namespace {

/// Adds the values at which the test begins or ceases to be true.
void add_starts(const Condition& test, const Variable& variable, std::vector<std::int32_t>& to) {
  const auto add = [&](std::int32_t value) {
    const bool inside = variable.min < value && value <= variable.max;
    if (inside && accepts(test, value - 1) != accepts(test, value)) to.push_back(value);
  };
  if (test.values.empty()) add(1);
  for (const std::int32_t value : test.values) {
    add(value);
    add(value + 1);
  }
}

/// Adds the values at which a marked option of a choice begins and ends: each is asked about alone.
void add_marks(const Question& question, const Variable& variable, std::vector<std::int32_t>& to) {
  if (question.type != QuestionType::choice) return;
  for (std::int32_t v = variable.min; v <= variable.max; ++v) {
    if (!question.options[static_cast<std::size_t>(v)].permits) continue;
    if (v > variable.min) to.push_back(v);
    if (v < variable.max) to.push_back(v + 1);
  }
}

}  // namespace

CellStarts cell_starts(const Pack& pack) {
  CellStarts starts;
  for (const Variable& variable : pack.variables) {
    starts.push_back({variable.min});
    if (variable.default_value > variable.min) starts.back().push_back(variable.default_value);
    if (variable.default_value < variable.max) starts.back().push_back(variable.default_value + 1);
    add_marks(pack.question(variable.question), variable, starts.back());
  }
  for_each_condition(pack, [&](const Condition& condition) {
    for_each_test(condition, [&](const Condition& test) {
      add_starts(test, pack.variable(test.variable), starts[test.variable.index]);
    });
  });
  for (auto& of_variable : starts) {
    std::ranges::sort(of_variable);
    of_variable.erase(std::unique(of_variable.begin(), of_variable.end()), of_variable.end());
  }
  return starts;
}

CutVariable cut(const std::vector<std::int32_t>& starts, std::int32_t highest,
                std::int32_t default_value) {
  CutVariable cut;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const std::int32_t low = starts[i];
    const std::int32_t high = i + 1 < starts.size() ? starts[i + 1] - 1 : highest;
    cut.shape.sizes.push_back(high - low + 1);
    cut.representatives.push_back(std::clamp(default_value, low, high));
    if (low == default_value) cut.shape.default_cell = static_cast<std::uint32_t>(i);
  }
  return cut;
}

// A diagram must remember, at each level, all that was read above it and still matters below. So
// what is read together should stand together. F. Aloul, I. Markov and K. Sakallah, FORCE: a fast
// and easy-to-implement variable-ordering heuristic (2003), has the idea: every variable is drawn
// to the middle of each condition that reads it, in rounds, as long as conditions get shorter.
//
// Chosen by measurement on the first edition of the default pack, when whole outcomes were made
// (nodes of a check): the order of asking 842,000; drawn so 289,000. A condition of many variables
// draws each of them the less: with equal weights 442,000. Not drawn by gates, as their reach would
// pull everything to the middle (333,000), nor by tips, of which diagrams are made one at a time
// (895,000). Of 500 random beginnings the one that ends with the shortest conditions is no better
// than the order of asking, which an author gave thought (500,000).

namespace {

constexpr int kMostRounds = 100;
constexpr int kPatience = 4;  ///< rounds without getting shorter

class Drawing {
 public:
  Drawing(std::uint32_t count, const std::vector<Cluster>& clusters)
      : clusters_(clusters), order_(count), places_(count), drawn_to_(count), weights_(count) {
    std::iota(order_.begin(), order_.end(), 0U);
    std::iota(places_.begin(), places_.end(), 0.0);
  }

  Order run() {
    Order best = order_;
    double least = length_of_all();
    for (int round = 0, last_gain = 0; round < kMostRounds && round - last_gain < kPatience;
         ++round) {
      draw();
      const double length = length_of_all();
      if (length >= least) continue;
      least = length;
      best = order_;
      last_gain = round;
    }
    return best;
  }

 private:
  double length_of_all() const {
    double total = 0;
    for (const Cluster& cluster : clusters_) {
      const auto [first, last] =
          std::ranges::minmax(cluster, {}, [&](std::uint32_t thing) { return places_[thing]; });
      total += places_[last] - places_[first];
    }
    return total;
  }

  /// Puts everything in the order of where it is drawn to; what nothing draws stays.
  void draw() {
    std::ranges::fill(drawn_to_, 0.0);
    std::ranges::fill(weights_, 0.0);
    for (const Cluster& cluster : clusters_) draw(cluster);
    const auto place = [&](std::uint32_t thing) {
      return weights_[thing] > 0 ? drawn_to_[thing] / weights_[thing] : places_[thing];
    };
    std::ranges::stable_sort(order_, {}, place);
    for (std::size_t i = 0; i < order_.size(); ++i) places_[order_[i]] = static_cast<double>(i);
  }

  void draw(const Cluster& cluster) {
    const double weight = 1 / static_cast<double>(cluster.size());
    double middle = 0;
    for (const std::uint32_t thing : cluster) middle += weight * places_[thing];
    for (const std::uint32_t thing : cluster) {
      drawn_to_[thing] += weight * middle;
      weights_[thing] += weight;
    }
  }

  const std::vector<Cluster>& clusters_;
  Order order_;
  std::vector<double> places_;  ///< by thing
  std::vector<double> drawn_to_, weights_;
};

}  // namespace

Clusters variables_read_together(const Pack& pack) {
  Clusters clusters;
  const auto add = [&](const Condition& condition, bool added) {
    Cluster cluster;
    for (const VariableId id : variables_read(pack, condition)) cluster.push_back(id.index);
    if (cluster.size() < 2) return;
    (added ? clusters.of_add_ons : clusters.of_base).push_back(std::move(cluster));
  };
  for (const Rule& rule : pack.rules) add(rule.when, rule.added);
  for (const Workout& workout : pack.workouts) {
    if (workout.when) add(*workout.when, workout.added);
    if (workout.unless) add(*workout.unless, workout.added);
  }
  return clusters;
}

namespace {

/// Puts what only add-ons read beside the middle of what is read with it.
Order with_add_ons(const Order& order, const Clusters& clusters) {
  std::vector<double> places(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) places[order[i]] = static_cast<double>(i);
  std::vector<bool> is_of_base(order.size(), false);
  for (const Cluster& cluster : clusters.of_base) {
    for (const std::uint32_t thing : cluster) is_of_base[thing] = true;
  }
  std::vector<double> drawn_to(order.size(), 0.0);
  std::vector<double> weights(order.size(), 0.0);
  for (const Cluster& cluster : clusters.of_add_ons) {
    for (const std::uint32_t near : cluster) {
      for (const std::uint32_t thing : cluster) {
        if (is_of_base[thing] || !is_of_base[near]) continue;
        drawn_to[thing] += places[near];
        weights[thing] += 1;
      }
    }
  }
  for (std::size_t thing = 0; thing < places.size(); ++thing) {
    if (weights[thing] > 0) places[thing] = drawn_to[thing] / weights[thing];
  }
  Order with = order;
  std::ranges::stable_sort(with, {}, [&](std::uint32_t thing) { return places[thing]; });
  return with;
}

}  // namespace

Order near_each_other(std::uint32_t count, const Clusters& clusters) {
  const Order order = Drawing(count, clusters.of_base).run();
  return clusters.of_add_ons.empty() ? order : with_add_ons(order, clusters);
}

Order diagram_order(const Pack& pack) {
  return near_each_other(static_cast<std::uint32_t>(pack.variables.size()),
                         variables_read_together(pack));
}

Space space_of(const Pack& pack, const Order& order, std::size_t complaints) {
  assert(complaints > 0);
  const CellStarts starts = cell_starts(pack);
  Space space;
  for (std::size_t c = 0; c < complaints; ++c) {
    space.readings.push_back(c == 0 ? Readings(starts.size()) : space.readings.front());
    for (const std::uint32_t v : order) {
      if (c > 0 && pack.question_of({v}).about == About::runner) continue;
      const Variable& variable = pack.variables[v];
      CutVariable cells = cut(starts[v], variable.max, variable.default_value);
      Reading& reading = space.readings[c][v];
      reading.level = static_cast<std::uint32_t>(space.places.size());
      reading.starts = starts[v];
      reading.values = std::move(cells.representatives);
      cells.shape.turn = turn_of(pack, {{v}, c});
      space.shapes.push_back(std::move(cells.shape));
      space.places.push_back({{v}, c});
    }
  }
  return space;
}

std::uint32_t turn_of(const Pack& pack, Space::Place place) {
  return static_cast<std::uint32_t>(place.complaint * pack.variables.size()) + place.variable.index;
}

void fix_known(const Pack& pack, const Known& known, Space& space) {
  for (std::size_t c = 0; c < space.readings.size(); ++c) {
    for (std::uint32_t v = 0; v < pack.variables.size(); ++v) {
      const Question& question = pack.question_of({v});
      const Replies& replies =
          question.about == About::runner ? known.both.runner : known.both.complaints[c].replies;
      Reading& reading = space.readings[c][v];
      if (replies.knows({v})) {
        reading.kind = Reading::Kind::constant;
        reading.value = replies[{v}];
      } else if (known.told.nothing_else && goes_without_saying(question)) {
        reading.kind = Reading::Kind::constant;
        reading.value = pack.variable({v}).default_value;
      }
    }
  }
}

std::uint32_t cell_of(const Reading& reading, std::int32_t value) {
  const auto next = std::ranges::upper_bound(reading.starts, value);
  return static_cast<std::uint32_t>(next - reading.starts.begin()) - 1;
}

Replies replies_at(const Readings& readings, const Cells& cells) {
  Replies replies(readings.size());
  for (std::uint32_t v = 0; v < readings.size(); ++v) {
    const Reading& reading = readings[v];
    const bool free = reading.kind == Reading::Kind::level;
    if (free) replies.set({v}, reading.values[cells[reading.level]]);
    if (reading.kind == Reading::Kind::constant) replies.set({v}, reading.value);
  }
  return replies;
}

}  // namespace runready
