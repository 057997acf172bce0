// What a check must find, by trying all answers to a pack: the diagrams are compared with this.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "runready/prove.hpp"
#include "support/reference_judge.hpp"

namespace runready::testing {

/// Every complete answers of one complaint, as all replies in one.
struct Point {
  Replies replies;
  ReferenceOutcome outcome;
};

/// All of them. The pack must outlive it.
struct Enumerated {
  explicit Enumerated(const Pack& of_pack);

  static std::vector<std::int32_t> key(const Replies& replies);
  const Point& at(const Replies& replies) const { return points[index.at(key(replies))]; }
  bool any(const std::function<bool(const Point&)>& holds) const;

  const Pack& pack;
  std::vector<Point> points;
  std::map<std::vector<std::int32_t>, std::size_t> index;
};

bool gives_less(const ReferenceOutcome& a, const ReferenceOutcome& b,
                const std::vector<MonotoneOn>& on);
bool fits(const OutcomePattern& pattern, const ReferenceOutcome& outcome);
bool is_in_scope(const Pack& pack, const Invariant& invariant, const Replies& replies);
bool is_premise(const Invariant& invariant, const ReferenceOutcome& outcome);

/// The replies one step more cautious in a variable, if it has such a step: past what permits, and
/// of a list that permits as a whole only beside another option.
std::optional<Replies> one_step_up(const Pack& pack, VariableId id, const Replies& replies);

/// The replies with one variable at its default, where the default must then give no more caution:
/// both can be told, and what is told is not marked.
std::optional<Replies> at_harmless_default(const Pack& pack, VariableId id, const Replies& replies);

/// Whether an activity is excluded though one is allowed that it is gentler than.
bool is_barred_though_gentler(const Pack& pack, ActivityId id, const ReferenceOutcome& outcome);

/// The finding of that check about that subject. Throws Disagreement where there is none.
const Finding& finding(const CheckReport& report, const std::string& check,
                       const std::string& subject);

/// What a check found is not what trying all answers finds.
struct Disagreement : std::logic_error {
  using std::logic_error::logic_error;
};

/// Compares everything a check says of a pack: verdicts, examples, insights into rules, counts.
/// Throws Disagreement. REQUIRES: few answers; `report.complete`.
void require_same_as_enumeration(const Pack& pack, const CheckReport& report);

}  // namespace runready::testing
