// Looking things up in a pack, and the levels of its outcomes by name.

#include "runready/pack.hpp"

#include <algorithm>
#include <cassert>
#include <span>

#include "runready/outcome.hpp"

namespace runready {

void Rule::except(Condition unless) {
  Condition denied;
  denied.kind = Condition::Kind::negation;
  denied.span = unless.span;
  denied.operands.push_back(std::move(unless));
  Condition both;
  both.kind = Condition::Kind::all_of;
  both.span = when.span;
  both.operands.push_back(std::move(when));
  both.operands.push_back(std::move(denied));
  when = std::move(both);
  has_unless = true;
}

namespace {

/// The index of the entry with that id. Looked through one by one: packs are small, and the hot
/// paths know indexes.
template <class Id, class Entries>
std::optional<Id> entry_named(const Entries& entries, std::string_view wanted) {
  const auto at = std::find_if(entries.begin(), entries.end(),
                               [&](const auto& entry) { return entry.id == wanted; });
  if (at == entries.end()) return std::nullopt;
  return Id{static_cast<std::uint32_t>(at - entries.begin())};
}

}  // namespace

const std::string& Pack::text(std::string_view key) const {
  const auto at = texts.find(key);
  assert(at != texts.end());
  return at->second;
}

std::optional<QuestionId> Pack::question_named(std::string_view wanted) const {
  return entry_named<QuestionId>(questions, wanted);
}

std::optional<TermId> Pack::term_named(std::string_view wanted) const {
  return entry_named<TermId>(terms, wanted);
}

std::optional<RuleId> Pack::rule_named(std::string_view wanted) const {
  return entry_named<RuleId>(rules, wanted);
}

std::optional<ActivityId> Pack::activity_named(std::string_view wanted) const {
  return entry_named<ActivityId>(activities, wanted);
}

bool permits(const Question& question, const Variable& variable, std::int32_t value) {
  if (value == variable.default_value) return false;
  if (question.permits || question.options.empty()) return question.permits;
  const std::uint32_t option = variable.option.value_or(static_cast<std::uint32_t>(value));
  return question.options[option].permits;
}

bool goes_without_saying(const Question& question) {
  return question.assume && question.none_is_reply;
}

std::optional<std::uint32_t> option_named(const Question& question, std::string_view id) {
  const auto at = std::find_if(question.options.begin(), question.options.end(),
                               [&](const Option& option) { return option.id == id; });
  if (at == question.options.end()) return std::nullopt;
  return static_cast<std::uint32_t>(at - question.options.begin());
}

namespace {

template <class Level>
std::optional<Level> level_named(std::span<const std::string_view> names, std::string_view wanted) {
  const auto at = std::find(names.begin(), names.end(), wanted);
  if (at == names.end()) return std::nullopt;
  return static_cast<Level>(at - names.begin());
}

}  // namespace

std::optional<Recommendation> recommendation_named(std::string_view name) {
  return level_named<Recommendation>(kRecommendationNames, name);
}

std::optional<Referral> referral_named(std::string_view name) {
  return level_named<Referral>(kReferralNames, name);
}

}  // namespace runready
