#include "prove/compile.hpp"

#include <algorithm>

#include "prove/conditions.hpp"

namespace runready {

namespace {

bool may_be_unknown(const Reading& reading) {
  return reading.kind == Reading::Kind::unknown ||
         (reading.kind == Reading::Kind::level && reading.values.front() == kUnknown);
}

}  // namespace

Compiler::Compiler(const Pack& pack, const Readings& readings, Diagrams& diagrams)
    : pack_(pack),
      readings_(readings),
      diagrams_(diagrams),
      some_unknown_(std::ranges::any_of(readings, may_be_unknown)),
      parts_(pack.terms.size() + pack.questions.size()) {}

Node Compiler::condition(const Condition& condition, bool if_unknown) {
  prepare(condition);
  return build(condition, if_unknown);
}

Node Compiler::gate(QuestionId question) {
  const auto& when = pack_.question(question).when;
  return when ? condition(*when) : kTrue;
}

// --- Terms and gates, each made once, after those it reads -----------------------------------
// Chains of them may be as long as the pack, so they are followed with a stack of our own.

const Condition* Compiler::condition_of(PartId part) const {
  if (part < pack_.terms.size()) return &pack_.terms[part].when;
  const auto& gate = pack_.questions[part - pack_.terms.size()].when;
  return gate ? &*gate : nullptr;
}

std::vector<Compiler::PartId> Compiler::unmade_parts(const Condition& condition) const {
  std::vector<PartId> parts;
  const auto add = [&](PartId part) {
    if (!parts_[part].is_made()) parts.push_back(part);
  };
  for_each_read(
      condition, [&](NamedTerm term) { add(part_of(term.id)); },
      [&](const Condition& test) {
        const PartId part = part_of(pack_.variable(test.variable).question);
        if (condition_of(part) != nullptr) add(part);
      });
  return parts;
}

void Compiler::prepare(const Condition& condition) {
  std::vector<PartId> open = unmade_parts(condition);
  while (!open.empty()) {
    const PartId part = open.back();
    const std::vector<PartId> needed =
        parts_[part].is_made() ? std::vector<PartId>() : unmade_parts(*condition_of(part));
    if (!needed.empty()) {
      open.insert(open.end(), needed.begin(), needed.end());
      continue;
    }
    if (!parts_[part].is_made()) parts_[part] = made(*condition_of(part));
    open.pop_back();
  }
}

Compiler::Part Compiler::made(const Condition& condition) {
  const Node counted = build(condition, true);
  return {{some_unknown_ ? build(condition, false) : counted, counted}};
}

// --- Conditions whose parts are made ---------------------------------------------------------

Node Compiler::build(const Condition& condition, bool if_unknown) {
  return visit(
      condition,
      [&](Joined joined) {
        std::vector<Node> nodes;
        for (const Condition& c : joined.operands) nodes.push_back(build(c, if_unknown));
        return joined.all ? diagrams_.all_of(std::move(nodes)) : diagrams_.any_of(std::move(nodes));
      },
      [&](Negated negated) { return diagrams_.negate(build(negated.operand, !if_unknown)); },
      [&](NamedTerm term) { return *parts_[part_of(term.id)].if_unknown[if_unknown]; },
      [&](const Condition& test) { return build_test(test, if_unknown); });
}

Node Compiler::build_test(const Condition& test, bool if_unknown) {
  const Variable& variable = pack_.variable(test.variable);
  const Node open_test = build_open_test(test, readings_[test.variable.index], if_unknown);
  const PartId gate = part_of(variable.question);
  if (condition_of(gate) == nullptr) return open_test;
  const Node is_open = *parts_[gate].if_unknown[true];
  return accepts(test, variable.default_value)
             ? diagrams_.apply(Op::any, diagrams_.negate(is_open), open_test)
             : diagrams_.apply(Op::all, is_open, open_test);
}

/// The test where its question applies.
Node Compiler::build_open_test(const Condition& test, const Reading& reading, bool if_unknown) {
  if (reading.kind == Reading::Kind::unknown) return if_unknown ? kTrue : kFalse;
  if (reading.kind == Reading::Kind::constant) return accepts(test, reading.value);
  std::vector<Node> children;
  for (const std::int32_t value : reading.values) {
    children.push_back(value == kUnknown ? if_unknown : accepts(test, value));
  }
  return diagrams_.make(reading.level, children);
}

}  // namespace runready
