#include "pack/members.hpp"
#include "pack/readers.hpp"
#include "pack/reads.hpp"
#include "pack/reserved.hpp"
#include "pack/targets.hpp"
#include "text/backticks.hpp"

namespace runready {

namespace {

void rule_exclude(Loading& in, JsonValue& json, Rule& rule) {
  rule.exclude = read_activities(in, json, Empty::allowed);
  for (const JsonValue& name : json.items) {
    if (name.type == JsonValue::Type::string) rule.exclude_names.push_back(name.string);
  }
}

constexpr Member<Rule> kRuleMembers[] = {
    {"id", kRequired, nullptr},
    {"when", kRequired, condition<&Rule::when>},
    {"unless", kOptional, nullptr},
    {"recommend", kOptional, name_of<&Rule::recommend, kRecommendationNames>},
    {"referral", kOptional, name_of<&Rule::referral, kReferralNames>},
    {"exclude", kOptional, rule_exclude},
    {"recheck_hours", kOptional, integer<&Rule::recheck_hours, 1, 720>},
    {"explains", kOptional, boolean<&Rule::explains>},
    {"because", kRequired, text<&Rule::because>},
    {"sources", kRequired, sources<&Rule::sources>},
};

/// Whether a key was written with anything but what it is by default. What is no floor because it
/// is wrong has been reported as wrong.
bool demands(const JsonValue& json, std::string_view key, std::string_view harmless) {
  const JsonValue* told = json.find(key);
  if (told == nullptr) return false;
  if (told->type == JsonValue::Type::array) return !told->items.empty();
  return told->string != harmless;
}

void finish_rule(Loading& in, JsonValue& json, Rule& rule) {
  if (const JsonValue* unless = json.find("unless")) rule.except(read_condition(in, *unless));
  rule.reads_complaint = reads_complaint(in.pack, rule.when);
  if (rule.id == kEscalationRule) {
    in.error("reserved-id", rule.span, "a rule cannot be called " + in_backticks(rule.id),
             "that is the reason given where no workout is left");
  }
  if (!demands(json, "recommend", name(Recommendation::run)) &&
      !demands(json, "referral", name(Referral::none)) && !demands(json, "exclude", "")) {
    in.error("no-demand", rule.span, "this rule demands nothing",
             "add `recommend`, `referral` or `exclude`");
  }
}

constexpr Entries<Rule> kRules = {"a rule", kRuleMembers, {kMaxRules, "rules"}, is_id, finish_rule};

}  // namespace

void load_rules(Loading& in, JsonValue& json) {
  read_entries(in, json, kRules, in.rules, in.pack.rules);
}

void list_rule_keys(std::vector<KeyTable>& into) { list_keys<Rule>(into, "a rule", kRuleMembers); }

}  // namespace runready
