#include "render/readers.hpp"

#include <algorithm>
#include <optional>

#include "condition/visit.hpp"

namespace runready {

namespace {

template <class Id>
void add_once(std::vector<Id>& ids, Id id) {
  if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
}

bool reads(const Condition& condition, TermId term) {
  bool found = false;
  for_each_term(condition, [&](NamedTerm named) { found |= named.id == term; });
  return found;
}

bool reads(const std::optional<Condition>& condition, TermId term) {
  return condition && reads(*condition, term);
}

}  // namespace

Reads reads_of(const Pack& pack, const Condition& condition) {
  Reads found;
  for_each_read(
      condition, [&](NamedTerm term) { add_once(found.terms, term.id); },
      [&](const Condition& test) {
        add_once(found.questions, pack.variable(test.variable).question);
      });
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

bool may_permit(const Question& question) {
  return question.permits || std::ranges::any_of(question.options, &Option::permits);
}

}  // namespace runready
