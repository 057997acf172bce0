#include "batch/transitions.hpp"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "batch/summary.hpp"
#include "fmt/format.h"
#include "model/answers.hpp"
#include "runready/read_answers.hpp"
#include "text/utf8.hpp"
#include "text/words.hpp"

namespace runready {

namespace {

constexpr std::size_t kMostRules = 5;
constexpr std::size_t kMostOfAnswers = 200;

std::string words(const std::optional<Transitions::Given>& given) {
  if (!given) return "refused";
  return std::string(name(given->recommendation)) + ", " + std::string(name(given->referral));
}

/// The most frequent first.
std::vector<std::pair<std::string, std::uint64_t>> by_frequency(
    const Transitions::Transition& change) {
  std::vector<std::pair<std::string, std::uint64_t>> rules(change.rules.begin(),
                                                           change.rules.end());
  std::ranges::stable_sort(rules, std::ranges::greater{},
                           [](const auto& rule) { return rule.second; });
  return rules;
}

std::string rules_text(const Transitions::Transition& change) {
  std::string text;
  const auto rules = by_frequency(change);
  for (std::size_t i = 0; i < std::min(rules.size(), kMostRules); ++i) {
    text += (text.empty() ? "" : ", ") + rules[i].first + " (" + grouped(rules[i].second) + ")";
  }
  if (rules.size() > kMostRules) text += " and " + grouped(rules.size() - kMostRules) + " more";
  return text;
}

std::string shortened(const std::string& answers) {
  if (answers.size() <= kMostOfAnswers) return printable(answers);
  return printable(answers.substr(0, kMostOfAnswers)) + "…";
}

}  // namespace

struct Transitions::Outcome {
  std::optional<Given> given;
  std::set<std::tuple<std::string, Recommendation, Referral>> reasons;
  std::vector<std::string> offered;
  std::string refused;
};

Transitions::Outcome Transitions::outcome(const Pack& pack, std::string_view line) {
  Outcome outcome;
  Diagnostics found;
  const auto input = read_answers(line, 0, pack, found);
  const auto known =
      input && tells_anything(input->answers) ? infer(pack, input->answers, found) : std::nullopt;
  if (!known) {
    outcome.refused = found.empty() ? "nothing was told" : found.front().message;
    return outcome;
  }
  const Assessment assessment = assess(pack, *known, {.causes = false, .tips = false});
  outcome.given = {assessment.recommendation, assessment.referral};
  for (const Reason& reason : assessment.reasons) {
    if (!reason.rule) continue;
    outcome.reasons.emplace(pack.rule(*reason.rule).id, reason.recommend, reason.referral);
  }
  for (const WorkoutId id : assessment.offered)
    outcome.offered.push_back(pack.workouts[id.index].id);
  return outcome;
}

void Transitions::add(std::string_view line, std::uint64_t number) {
  if (trimmed(line).empty()) return;
  ++lines_;
  const Outcome was = outcome(before_, line);
  const Outcome is = outcome(after_, line);
  Transition& change = by_kind_[{was.given, is.given}];
  if (change.count++ == 0) {
    change.from = was.given;
    change.to = is.given;
    change.first_line = number;
    change.answers = trimmed(line);
    change.refused = was.given ? is.refused : was.refused;
  }
  if (was.given && was.given == is.given && was.offered != is.offered) ++other_workouts_;
  if (was.given == is.given) return;
  std::set<std::string> rules;
  for (const auto& [one, other] : {std::pair(&was, &is), {&is, &was}}) {
    for (const auto& reason : one->reasons) {
      if (!other->reasons.contains(reason)) rules.insert(std::get<0>(reason));
    }
  }
  for (const std::string& rule : rules) ++change.rules[rule];
}

std::vector<Transitions::Transition> Transitions::list() const {
  std::vector<Transition> list;
  for (const auto& [kind, change] : by_kind_) list.push_back(change);
  std::ranges::stable_sort(list, {}, [](const Transition& change) {
    return std::pair(change.from == change.to, -static_cast<std::int64_t>(change.count));
  });
  return list;
}

std::string transitions_text(const Transitions& changes) {
  std::uint64_t same = 0;
  std::uint64_t refused = 0;
  std::string rows;
  for (const Transitions::Transition& change : changes.list()) {
    if (!change.from && !change.to) refused += change.count;
    if (change.from == change.to) {
      same += change.from ? change.count : 0;
      continue;
    }
    rows += fmt::format("  {:<24} {:<24} {:>10}\n", words(change.from), words(change.to),
                        grouped(change.count));
    rows += fmt::format("    line {}: {}\n", change.first_line, shortened(change.answers));
    if (!change.refused.empty()) rows += "    refused: " + printable(change.refused) + "\n";
    if (!change.rules.empty()) rows += "    rules: " + rules_text(change) + "\n";
  }
  std::string text =
      fmt::format("of {} answers {} change, {} stay the same", grouped(changes.lines()),
                  grouped(changes.lines() - same - refused), grouped(same));
  if (changes.other_workouts() > 0) {
    text += fmt::format(" ({} of them with other workouts)", grouped(changes.other_workouts()));
  }
  if (refused > 0) text += fmt::format(", {} are refused by both", grouped(refused));
  text += "\n";
  if (rows.empty()) return text;
  return text + fmt::format("  {:<24} {:<24} {:>10}\n", "from", "to", "how many") + rows;
}

void write_transitions(JsonWriter& out, const Transitions& changes) {
  const auto write_given = [&](std::string_view key,
                               const std::optional<Transitions::Given>& given) {
    out.key(key);
    if (!given) {
      out.null();
      return;
    }
    out.begin_object().key("recommendation").value(name(given->recommendation));
    out.key("referral").value(name(given->referral)).end_object();
  };
  const auto number = [](std::uint64_t count) { return static_cast<std::int64_t>(count); };
  out.begin_object().key("answers").value(number(changes.lines()));
  out.key("other_workouts").value(number(changes.other_workouts()));
  out.key("transitions").begin_array();
  for (const Transitions::Transition& change : changes.list()) {
    out.begin_object();
    write_given("from", change.from);
    write_given("to", change.to);
    out.key("count").value(number(change.count));
    out.key("line").value(number(change.first_line));
    out.key("example").value(change.answers);
    if (!change.refused.empty()) out.key("refused").value(change.refused);
    out.key("rules").begin_object();
    for (const auto& [rule, count] : by_frequency(change)) out.key(rule).value(number(count));
    out.end_object().end_object();
  }
  out.end_array().end_object();
}

}  // namespace runready
