#include "render/readers.hpp"

#include <algorithm>
#include <optional>

namespace runready {

namespace {

template <class Id>
void add_once(std::vector<Id>& ids, Id id) {
  if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
}

void collect(const Pack& pack, const Condition& condition, Reads& reads) {
  if (is_test(condition.kind)) {
    add_once(reads.questions, pack.variable(condition.variable).question);
  } else if (condition.kind == Condition::Kind::term) {
    add_once(reads.terms, condition.term);
  }
  for (const Condition& operand : condition.operands) collect(pack, operand, reads);
}

bool reads(const Condition& condition, TermId term) {
  if (condition.kind == Condition::Kind::term) return condition.term == term;
  return std::any_of(condition.operands.begin(), condition.operands.end(),
                     [&](const Condition& operand) { return reads(operand, term); });
}

bool reads(const std::optional<Condition>& condition, TermId term) {
  return condition && reads(*condition, term);
}

}  // namespace

Reads reads_of(const Pack& pack, const Condition& condition) {
  Reads found;
  collect(pack, condition, found);
  return found;
}

std::vector<std::string> readers_of(const Pack& pack, TermId term) {
  std::vector<std::string> readers;
  const auto add = [&](std::string_view kind, const auto& entries, auto does_read) {
    for (const auto& entry : entries) {
      if (does_read(entry)) readers.push_back(std::string(kind) + " `" + entry.id + "`");
    }
  };
  const auto by_when = [&](const auto& entry) { return reads(entry.when, term); };
  const auto by_either = [&](const auto& entry) {
    return reads(entry.when, term) || reads(entry.unless, term);
  };
  add("question", pack.questions, by_when);
  add("term", pack.terms, by_when);
  add("rule", pack.rules, by_when);
  add("workout", pack.workouts, by_either);
  add("tip", pack.tips, by_either);
  if (reads(pack.heart_rate.unless, term)) readers.emplace_back("`heart_rate`");
  for (const auto& [key, wordings] : pack.wordings) {
    if (std::any_of(wordings.begin(), wordings.end(), by_when)) {
      readers.push_back("text `" + key + "`");
    }
  }
  return readers;
}

}  // namespace runready
