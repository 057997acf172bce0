// What a pack says of itself, to be tried and proved: cases and invariants.

#include <algorithm>
#include <utility>

#include "model/answers.hpp"
#include "pack/members.hpp"
#include "pack/names.hpp"
#include "pack/parts.hpp"
#include "pack/values.hpp"
#include "text/words.hpp"

namespace runready {

namespace {

template <class Level, const auto& kNames>
constexpr Member<Bounds<Level>> kBoundsMembers[] = {
    {"at_least", kOptional, name_of<&Bounds<Level>::at_least, kNames>},
    {"at_most", kOptional, name_of<&Bounds<Level>::at_most, kNames>},
};

template <auto kField, const auto& kNames>
void bounds(Loading& in, JsonValue& json, OutcomePattern& outcome) {
  using Levels = Value<kField>;
  using Level = typename Plain<Value<&Levels::at_least>>::Type;
  Levels& levels = outcome.*kField;
  const std::string_view example = kNames[kNames.size() - 1];
  const std::string_view meant =
      json.type == JsonValue::Type::string ? std::string_view(json.string) : example;
  const std::string help = "write `{\"at_least\": \"" +
                           std::string(std::ranges::count(kNames, meant) > 0 ? meant : example) +
                           "\"}`";
  if (json.type != JsonValue::Type::object) {
    in.error("wrong-type", json.span, "expected `at_least` or `at_most`, found " + describe(json),
             help);
    return;
  }
  read_members<Levels>(in, json, "a pair of bounds", kBoundsMembers<Level, kNames>, levels);
  if (json.members.empty()) {
    in.error("missing-key", json.span, "expected `at_least` or `at_most`", help);
  } else if (levels.at_least && levels.at_most && *levels.at_least > *levels.at_most) {
    in.error("out-of-range", json.span, "nothing is at least and at most this");
  }
}

constexpr Member<OutcomePattern> kOutcomeMembers[] = {
    {"recommend", kOptional, bounds<&OutcomePattern::recommend, kRecommendationNames>},
    {"referral", kOptional, bounds<&OutcomePattern::referral, kReferralNames>},
    {"excludes", kOptional,
     [](Loading& in, JsonValue& json, OutcomePattern& outcome) {
       outcome.excludes = read_activities(in, json, Empty::refused);
     }},
    {"offers", kOptional,
     [](Loading& in, JsonValue& json, OutcomePattern& outcome) {
       outcome.offers = read_workout_groups(in, json);
     }},
    {"offers_no", kOptional,
     [](Loading& in, JsonValue& json, OutcomePattern& outcome) {
       outcome.offers_no = read_workouts(in, json);
     }},
    {"no_tips", kOptional,
     [](Loading& in, JsonValue& json, OutcomePattern& outcome) {
       outcome.no_tips = read_tips(in, json);
     }},
};

template <auto kField>
void outcome(Loading& in, JsonValue& json, Invariant& invariant) {
  OutcomePattern pattern;
  if (json.type != JsonValue::Type::object) {
    in.error("wrong-type", json.span, "expected an outcome, found " + describe(json),
             help_for_level(json.string, R"({"at_least": ")", R"("})"));
    return;
  }
  if (!read_members<OutcomePattern>(in, json, "an outcome", kOutcomeMembers, pattern)) return;
  if (json.members.empty()) in.error("empty-outcome", json.span, "this outcome says nothing");
  invariant.*kField = std::move(pattern);
}

void invariant_only(Loading& in, JsonValue& json, Invariant& invariant) {
  invariant.only = read_references<QuestionId>(in, json, in.questions, Empty::refused);
}

bool has_direction(const Question& question) { return question.caution != Caution::none; }

void invariant_monotone(Loading& in, JsonValue& json, Invariant& invariant) {
  for (const JsonValue* word : read_words(in, json, Empty::refused)) {
    const auto index = read_reference(in, *word, in.questions);
    if (!index) continue;
    invariant.monotone.push_back(QuestionId{*index});
    if (!has_direction(in.pack.questions[*index])) {
      in.error("no-direction", word->span,
               "the replies to " + in_backticks(word->string) + " have no direction of caution",
               "give the question `\"caution\": \"rises\"` or `\"falls\"`");
    }
  }
}

void invariant_on(Loading& in, JsonValue& json, Invariant& invariant) {
  for (const JsonValue* word : read_words(in, json, Empty::refused)) {
    if (const auto place = read_name(in, *word, kMonotoneOnNames)) {
      invariant.on.push_back(static_cast<MonotoneOn>(*place));
    }
  }
}

constexpr Member<Invariant> kInvariantMembers[] = {
    {"id", kRequired, nullptr},
    {"for_all", kOptional, condition<&Invariant::for_all>},
    {"only", kOptional, invariant_only},
    {"if", kOptional, outcome<&Invariant::if_outcome>},
    {"then", kOptional, outcome<&Invariant::then_outcome>},
    {"monotone", kOptional, invariant_monotone},
    {"on", kOptional, invariant_on},
    {"sources", kOptional, sources_if_any<&Invariant::sources>},
};

/// An invariant says `then` of outcomes or is `monotone`; what goes with the one does not go with
/// the other.
void finish_invariant(Loading& in, JsonValue& json, Invariant& invariant) {
  const bool is_monotone = json.find("monotone") != nullptr;
  const std::string_view kind = is_monotone ? "monotone" : "then";
  if (!is_monotone && json.find("then") == nullptr) {
    in.error("missing-key", invariant.span, "an invariant needs `then` or `monotone`");
  }
  for (const JsonMember& member : json.members) {
    const bool is_of_monotone = member.key == "on";
    const bool is_of_then = member.key == "for_all" || member.key == "only" || member.key == "if" ||
                            member.key == "then";
    if (is_monotone ? !is_of_then : !is_of_monotone) continue;
    in.error("misplaced-key", member.key_span,
             "an invariant with `" + std::string(kind) + "` has no " + in_backticks(member.key));
  }
  if (is_monotone && json.find("on") == nullptr) {
    invariant.on = {MonotoneOn::recommendation, MonotoneOn::referral, MonotoneOn::exclusions};
  }
}

constexpr Entries<Invariant> kInvariants = {
    "an invariant", kInvariantMembers, {kMaxEntries, "invariants"}, is_id, finish_invariant};

}  // namespace

void load_invariants(Loading& in, JsonValue& json) {
  read_entries(in, json, kInvariants, in.invariants, in.pack.invariants);
}

void list_invariant_keys(std::vector<KeyTable>& into) {
  list_keys<Bounds<Recommendation>>(into, "a pair of bounds",
                                    kBoundsMembers<Recommendation, kRecommendationNames>);
  list_keys<OutcomePattern>(into, "an outcome", kOutcomeMembers);
  list_keys<Invariant>(into, "an invariant", kInvariantMembers);
}

namespace {

/// Rules, or the reserved id of escalation, that count (or do not).
template <auto kField, bool kCount>
void rules(Loading& in, JsonValue& json, Expectation& expect) {
  for (const JsonValue* word : read_words(in, json, Empty::refused)) {
    if (word->string == kEscalationRule) {
      expect.escalates = kCount;
    } else if (const auto rule = read_reference(in, *word, in.rules)) {
      (expect.*kField).push_back(RuleId{*rule});
    }
  }
}

constexpr Member<Expectation> kExpectationMembers[] = {
    {"recommend", kOptional, name_of<&Expectation::recommend, kRecommendationNames>},
    {"referral", kOptional, name_of<&Expectation::referral, kReferralNames>},
    {"fires", kOptional, rules<&Expectation::fires, true>},
    {"not", kOptional, rules<&Expectation::fires_not, false>},
    {"offers", kOptional,
     [](Loading& in, JsonValue& json, Expectation& expect) {
       expect.offers = read_workout_groups(in, json);
     }},
    {"offers_no", kOptional,
     [](Loading& in, JsonValue& json, Expectation& expect) {
       expect.offers_no = read_workouts(in, json);
     }},
    {"tips", kOptional,
     [](Loading& in, JsonValue& json, Expectation& expect) {
       expect.tips = read_tip_groups(in, json);
     }},
    {"no_tips", kOptional,
     [](Loading& in, JsonValue& json, Expectation& expect) {
       expect.no_tips = read_tips(in, json);
     }},
};

/// What is wanted and not wanted in one case is a slip of the pen.
void check_contradictions(Loading& in, const JsonValue& json) {
  constexpr std::pair<std::string_view, std::string_view> kOpposites[] = {
      {"fires", "not"}, {"offers", "offers_no"}, {"tips", "no_tips"}};
  for (const auto& [wanted, unwanted] : kOpposites) {
    const JsonValue* some = json.find(wanted);
    const JsonValue* others = json.find(unwanted);
    if (some == nullptr || others == nullptr) continue;
    for (const JsonValue& word : others->items) {
      const auto is_same = [&](const JsonValue& other) { return other.string == word.string; };
      if (word.type != JsonValue::Type::string || std::ranges::none_of(some->items, is_same)) {
        continue;
      }
      in.error("contradiction", word.span,
               in_backticks(word.string) + " stands in `" + std::string(wanted) + "` too",
               "take it out of one of the two");
    }
  }
}

void case_answers(Loading& in, JsonValue& json, Case& example) {
  if (in.is_full()) return;
  if (auto answers = parse_answers(json, in.pack, in.diagnostics)) {
    example.answers = std::move(*answers);
  }
}

void case_expect(Loading& in, JsonValue& json, Case& example) {
  if (json.type != JsonValue::Type::object) {
    in.error("wrong-type", json.span, "expected an expectation, found " + describe(json),
             help_for_level(json.string, "\"", "\""));
    return;
  }
  const bool is_object =
      read_members<Expectation>(in, json, "an expectation", kExpectationMembers, example.expect);
  if (is_object && json.members.empty()) {
    in.error("empty-outcome", json.span, "this case expects nothing");
  }
  check_contradictions(in, json);
}

constexpr Member<Case> kCaseMembers[] = {
    {"id", kRequired, nullptr},
    {"title", kOptional, text<&Case::title>},
    {"answers", kRequired, case_answers},
    {"expect", kRequired, case_expect},
};

constexpr Entries<Case> kCases = {"a case", kCaseMembers, {kMaxEntries, "cases"}, is_id, nullptr};

}  // namespace

void load_cases(Loading& in, JsonValue& json) {
  read_entries(in, json, kCases, in.cases, in.pack.cases);
}

void list_case_keys(std::vector<KeyTable>& into) {
  list_keys<Expectation>(into, "an expectation", kExpectationMembers);
  list_keys<Case>(into, "a case", kCaseMembers);
}

}  // namespace runready
