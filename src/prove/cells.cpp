#include "prove/cells.hpp"

#include <algorithm>

#include "prove/conditions.hpp"

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

}  // namespace runready
