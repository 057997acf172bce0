#include "runready/condition.hpp"

#include "catch.hpp"

namespace runready {
namespace {

using Kind = Condition::Kind;

/// The values from 0 to 6 that a test accepts.
std::vector<std::int32_t> accepted(Kind kind, std::vector<std::int32_t> values) {
  Condition test;
  test.kind = kind;
  test.values = std::move(values);
  std::vector<std::int32_t> all;
  for (std::int32_t v = 0; v <= 6; ++v) {
    if (accepts(test, v)) all.push_back(v);
  }
  return all;
}

TEST_CASE("a test accepts the values it says", "[condition]") {
  using Values = std::vector<std::int32_t>;
  struct Row {
    Kind kind;
    Values values;
    Values accepted;
  };
  const Row rows[] = {
      {Kind::holds, {}, {1}},
      {Kind::has_option, {}, {1}},
      {Kind::one_of, {4, 2}, {2, 4}},
      {Kind::equal, {3}, {3}},
      {Kind::not_equal, {3}, {0, 1, 2, 4, 5, 6}},
      {Kind::less, {2}, {0, 1}},
      {Kind::less_equal, {2}, {0, 1, 2}},
      {Kind::greater, {4}, {5, 6}},
      {Kind::greater_equal, {4}, {4, 5, 6}},
      {Kind::between, {2, 5}, {3, 4}},
      {Kind::between_inclusive, {2, 5}, {2, 3, 4, 5}},
  };
  for (const Row& row : rows) {
    INFO(static_cast<int>(row.kind));
    CHECK(is_test(row.kind));
    CHECK(accepted(row.kind, row.values) == row.accepted);
  }
  CHECK_FALSE(is_test(Kind::term));
  CHECK_FALSE(is_test(Kind::negation));
}

TEST_CASE("conditions are equal if they mean the same in the same shape", "[condition]") {
  Condition a;
  a.kind = Kind::equal;
  a.variable = {1};
  a.values = {2};
  Condition b = a;
  b.span = {0, 5, 9};
  CHECK(a == b);
  b.values = {3};
  CHECK_FALSE(a == b);
  b = a;
  b.variable = {2};
  CHECK_FALSE(a == b);
  b = a;
  b.kind = Kind::not_equal;
  CHECK_FALSE(a == b);

  Condition both;
  both.operands = {a, b};
  Condition swapped;
  swapped.operands = {b, a};
  CHECK(both == both);
  CHECK_FALSE(both == swapped);

  Condition term;
  term.kind = Kind::term;
  Condition other = term;
  CHECK(term == other);
  other.term = {1};
  CHECK_FALSE(term == other);
}

}  // namespace
}  // namespace runready
