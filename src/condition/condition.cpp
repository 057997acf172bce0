#include "runready/condition.hpp"

#include <algorithm>
#include <cassert>

namespace runready {

bool operator==(const Condition& a, const Condition& b) {
  if (a.kind != b.kind) return false;
  if (a.kind == Condition::Kind::term) return a.term == b.term;
  if (is_test(a.kind)) return a.variable == b.variable && a.values == b.values;
  return a.operands == b.operands;
}

bool accepts(const Condition& test, std::int32_t value) {
  assert(is_test(test.kind));
  const std::vector<std::int32_t>& values = test.values;
  switch (test.kind) {
    case Condition::Kind::holds:
    case Condition::Kind::has_option:
      return value == 1;
    case Condition::Kind::one_of:
      return std::find(values.begin(), values.end(), value) != values.end();
    case Condition::Kind::equal:
      return value == values[0];
    case Condition::Kind::not_equal:
      return value != values[0];
    case Condition::Kind::less:
      return value < values[0];
    case Condition::Kind::less_equal:
      return value <= values[0];
    case Condition::Kind::greater:
      return value > values[0];
    case Condition::Kind::greater_equal:
      return value >= values[0];
    case Condition::Kind::between:
      return values[0] < value && value < values[1];
    case Condition::Kind::between_inclusive:
      return values[0] <= value && value <= values[1];
    case Condition::Kind::all_of:
    case Condition::Kind::any_of:
    case Condition::Kind::any_option:
    case Condition::Kind::negation:
    case Condition::Kind::term:
      break;
  }
  return false;
}

}  // namespace runready
