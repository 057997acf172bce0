// "What a reply is, and what silence is": each paragraph of the rule, as examples that would come
// out differently if it were read differently.

#include "catch.hpp"
#include "runready/read_answers.hpp"
#include "support/told.hpp"

using namespace runready;
using testing::answers_of;
using testing::assess;
using testing::inference_errors;
using testing::pack_of;

namespace {

const Pack& legs() {
  static const Pack pack = pack_of(R"({
    "questions": [
      {"id": "any_pain", "about": "runner", "section": "s", "type": "bool", "ask": "?",
       "says": "something hurts", "says_not": "nothing hurts", "default": false, "why": "."},
      {"id": "where", "about": "complaint", "section": "s", "type": "multi-choice", "ask": "?",
       "when": {"==": [{"var": "any_pain"}, true]}, "default": [], "why": ".",
       "options": [{"id": "knee", "label": "knee", "says": "your knee hurts"},
                   {"id": "shin", "label": "shin", "says": "your shin hurts"}]},
      {"id": "pattern", "about": "complaint", "section": "s", "type": "choice", "ask": "?",
       "when": {"==": [{"var": "any_pain"}, true]}, "default": "soreness", "why": ".",
       "options": [{"id": "soreness", "label": "s", "says": "it is soreness"},
                   {"id": "describe", "label": "d", "says": "it is not plain soreness"}]},
      {"id": "pain", "about": "complaint", "section": "s", "type": "integer", "ask": "?",
       "when": {"==": [{"var": "any_pain"}, true]}, "range": [0, 10], "default": 2,
       "caution": "rises", "says": "your pain is {}", "why": "."},
      {"id": "training", "about": "runner", "section": "s", "type": "multi-choice", "ask": "?",
       "default": [], "why": ".",
       "options": [{"id": "raced", "label": "raced", "says": "you raced"},
                   {"id": "hard", "label": "hard", "says": "you trained hard"}]},
      {"id": "race", "about": "runner", "section": "s", "type": "choice", "ask": "?",
       "when": {"in": ["raced", {"var": "training"}]}, "default": "5k", "assume": false, "why": ".",
       "options": [{"id": "5k", "label": "5k", "says": "you raced 5 km"},
                   {"id": "marathon", "label": "m", "says": "you raced a marathon"}]},
      {"id": "quality", "about": "complaint", "section": "s", "type": "choice", "ask": "?",
       "when": {"==": [{"var": "pattern"}, "describe"]}, "default": "dull", "why": ".",
       "options": [{"id": "dull", "label": "dull", "says": "it is dull"},
                   {"id": "sharp", "label": "sharp", "says": "it is sharp"}]},
      {"id": "tired", "about": "runner", "section": "s", "type": "bool", "ask": "?",
       "when": {"or": [{"==": [{"var": "any_pain"}, true]}, {"in": ["hard", {"var": "training"}]}]},
       "says": "you are tired", "says_not": "you are fresh", "default": false, "why": "."}
    ],
    "rules": [
      {"id": "hurts", "when": {"var": "any_pain"}, "recommend": "easy-run", "because": ".", "sources": ["F1"]},
      {"id": "pain-high", "when": {">=": [{"var": "pain"}, 6]}, "recommend": "cross-train", "because": ".", "sources": ["F1"]},
      {"id": "sharp", "when": {"==": [{"var": "quality"}, "sharp"]}, "recommend": "rest", "referral": "see", "because": ".", "sources": ["F1"]},
      {"id": "shin", "when": {"in": ["shin", {"var": "where"}]}, "recommend": "cross-train", "because": ".", "sources": ["F1"]},
      {"id": "hard-day", "when": {"in": ["hard", {"var": "training"}]}, "recommend": "easy-run", "because": ".", "sources": ["F1"]},
      {"id": "marathon", "when": {"==": [{"var": "race"}, "marathon"]}, "recommend": "cross-train", "because": ".", "sources": ["F1"]},
      {"id": "tired", "when": {"var": "tired"}, "recommend": "easy-run", "because": ".", "sources": ["F1"]}
    ],
    "activities": [{"id": "running", "label": "running", "tags": []}, {"id": "bike", "label": "bike", "tags": []}],
    "workouts": [
      {"id": "jog", "activity": "running", "for": ["easy-run"], "minutes": [30, 40], "effort": {"rpe": [2, 3]}, "how": ".", "sources": ["F1"]},
      {"id": "spin", "activity": "bike", "for": ["cross-train"], "minutes": [30, 40], "effort": {"rpe": [2, 3]}, "how": ".", "sources": ["F1"]}
    ]
  })");
  return pack;
}

Known known(std::string_view json) {
  Diagnostics wrong;
  auto known = infer(legs(), answers_of(legs(), json), wrong);
  REQUIRE(known);
  return *known;
}

std::string inferred(std::string_view json) { return to_json(legs(), known(json).inferred); }

std::string assumed(std::string_view json) { return to_json(legs(), assess(legs(), json).assumed); }

}  // namespace

TEST_CASE("a symptom told behind gates opens them all, and says so", "[assess]") {
  CHECK(inferred(R"({"quality": "sharp"})") == R"({"any_pain":true,"pattern":"describe"})");
  CHECK(assess(legs(), R"({"quality": "sharp"})").recommendation == Recommendation::rest);
}

TEST_CASE("an inferred option leaves the other options of its question unanswered", "[assess]") {
  CHECK(inferred(R"({"race": "marathon"})") == R"({"training":["raced"]})");
  const OutcomeRange range = possible_range(legs(), known(R"({"race": "marathon"})"));
  CHECK(range.most == Recommendation::rest);
  const Known told = known(R"({"race": "marathon"})");
  CHECK_FALSE(told.both.runner.knows(
      VariableId{legs().question(*legs().question_named("training")).first_variable.index + 1}));
}

TEST_CASE("a default reply neither opens nor contradicts a gate", "[assess]") {
  CHECK(inferred(R"({"quality": "dull"})") == "{}");
  CHECK(assess(legs(), R"({"quality": "dull", "any_pain": false})").recommendation ==
        Recommendation::run);
  CHECK(inferred(R"({"where": []})") == "{}");
}

TEST_CASE("a default that opens infers as a symptom does, but contradicts nothing", "[assess]") {
  Pack pack = legs();
  pack.questions[pack.question_named("quality")->index].default_opens = true;
  const auto inferred_of = [&](std::string_view json) {
    Diagnostics wrong;
    const auto known = infer(pack, answers_of(pack, json), wrong);
    return known ? to_json(pack, known->inferred) : wrong[0].code;
  };
  CHECK(inferred_of(R"({"quality": "dull"})") == R"({"any_pain":true,"pattern":"describe"})");
  CHECK(assess(pack, R"({"quality": "dull"})").recommendation == Recommendation::easy_run);
  CHECK(inferred_of(R"({"quality": "dull", "any_pain": false})") == "{}");
  CHECK(inferred_of(R"({"quality": "dull", "pattern": "soreness"})") == "{}");
  CHECK(inference_errors(pack, R"({"quality": "sharp", "any_pain": false})") == "gate-shut");
}

TEST_CASE("a symptom behind a gate told shut is an error", "[assess]") {
  CHECK(inference_errors(legs(), R"({"any_pain": false, "pain": 5})") == "gate-shut");
  CHECK(inference_errors(legs(), R"({"pattern": "soreness", "quality": "sharp"})") == "gate-shut");
  CHECK(inference_errors(legs(), R"({"training": [], "race": "5k"})") == "");
}

TEST_CASE("a gate that can be opened in more than one way must be answered", "[assess]") {
  CHECK(inference_errors(legs(), R"({"tired": true})") == "gate-ambiguous");
  CHECK(inference_errors(legs(), R"({"tired": true, "pain": 4})") == "");
  CHECK(inference_errors(legs(), R"({"tired": true, "training": ["hard"]})") == "");
}

TEST_CASE("a gate that may open in more than one way is open if the defaults open it", "[assess]") {
  Pack pack = legs();
  Question& pattern = pack.questions[pack.question_named("pattern")->index];
  Condition& gate = *pack.questions[pack.question_named("quality")->index].when;
  Condition knee;
  knee.kind = Condition::Kind::has_option;
  knee.variable = pack.question(*pack.question_named("where")).first_variable;
  Condition either;
  either.kind = Condition::Kind::any_of;
  either.operands = {gate, knee};
  gate = either;
  CHECK(inference_errors(pack, R"({"quality": "sharp", "any_pain": true})") == "gate-ambiguous");

  pattern.default_value = 1;
  pack.variables[pattern.first_variable.index].default_value = 1;
  const std::string_view told = R"({"quality": "sharp", "any_pain": true})";
  const Assessment a = assess(pack, told);
  CHECK(a.recommendation == Recommendation::rest);
  CHECK(to_json(pack, a.known.inferred) == "{}");
  CHECK(to_json(pack, a.assumed) ==
        R"({"training":[],"tired":false,"where":[],"pattern":"describe","pain":2})");
  CHECK(possible_range(pack, a.known).least == Recommendation::easy_run);
  CHECK(inference_errors(pack, R"({"quality": "sharp", "pattern": "soreness", "where": []})") ==
        "gate-shut");
}

TEST_CASE("what permits is never inferred", "[assess]") {
  Pack pack = legs();
  pack.questions[pack.question_named("pattern")->index].options[1].permits = true;
  CHECK(inference_errors(pack, R"({"quality": "sharp"})") == "gate-ambiguous");
  CHECK(inference_errors(pack, R"({"quality": "sharp", "pattern": "describe"})") == "");
}

TEST_CASE("where the empty list is no reply, it stands for what nobody told", "[assess]") {
  Pack pack = legs();
  pack.questions[pack.question_named("where")->index].none_is_reply = false;
  const Assessment a = assess(pack, R"({"any_pain": true, "nothing_else": true})");
  CHECK(to_json(pack, a.assumed) == R"({"where":[]})");
  CHECK(a.assumed_count == 1);
  CHECK(possible_range(pack, a.known).most == Recommendation::cross_train);
  Diagnostics wrong;
  CHECK_FALSE(read_answers(R"({"where": []})", 0, pack, wrong));
  CHECK(wrong.at(0).code == "none-is-no-reply");
}

TEST_CASE("of very many values the only one that opens a gate is found at once", "[assess]") {
  const auto days = [](const std::string& id, const std::string& rest) {
    return R"({"id": ")" + id + R"(", "about": "runner", "section": "s", "type": "integer",
               "ask": "?", "says": "{}", "range": [0, 99999], "default": 0, "why": ".")" +
           rest + "}";
  };
  const Pack pack = pack_of(R"({"questions": [)" + days("first", "") + ", " +
                            days("one", R"(, "when": {"==": [{"var": "first"}, 99998]})") + ", " +
                            days("last", R"(, "when": {">": [{"var": "first"}, 99998]})") + ", " +
                            days("two", R"(, "when": {">": [{"var": "first"}, 99997]})") + "]}");
  const auto inferred = [&](std::string_view json) {
    Diagnostics wrong;
    const auto known = infer(pack, answers_of(pack, json), wrong);
    return known ? to_json(pack, known->inferred) : wrong.front().code;
  };
  CHECK(inferred(R"({"one": 1})") == R"({"first":99998})");
  CHECK(inferred(R"({"last": 1})") == R"({"first":99999})");
  CHECK(inferred(R"({"two": 1})") == "gate-ambiguous");
}

TEST_CASE("one way left to open a gate is inferred from what was told", "[assess]") {
  CHECK(inferred(R"({"tired": true, "any_pain": false})") == R"({"training":["hard"]})");
}

TEST_CASE("unanswered questions that apply are assumed, and only those", "[assess]") {
  CHECK(assumed(R"({"any_pain": false})") == R"({"training":[]})");
  CHECK(assumed(R"({"any_pain": true, "training": []})") ==
        R"({"tired":false,"where":[],"pattern":"soreness","pain":2})");
  CHECK(assess(legs(), R"({"any_pain": true, "training": []})").assumed_count == 4);
}

TEST_CASE("JSON null is unanswered", "[assess]") {
  CHECK(assumed(R"({"any_pain": null, "training": []})") == R"({"any_pain":false})");
}

TEST_CASE("a told list is complete, and the empty list is a reply", "[assess]") {
  CHECK(assumed(R"({"training": ["hard"], "any_pain": false})") == R"({"tired":false})");
  CHECK(assumed(R"({"training": [], "any_pain": false})") == "{}");
}

TEST_CASE("a question that is never assumed makes its rules count", "[assess]") {
  const Assessment a = assess(legs(), R"({"training": ["raced"], "any_pain": false})");
  CHECK(a.recommendation == Recommendation::cross_train);
  REQUIRE(a.reasons.size() == 1);
  REQUIRE(a.reasons[0].unknown.size() == 1);
  CHECK(legs().question(a.reasons[0].unknown[0]).id == "race");
  CHECK(to_json(legs(), a.assumed) == "{}");
}

TEST_CASE("nothing else: what is not mentioned is harmless as told, not assumed", "[assess]") {
  CHECK(assumed(R"({"any_pain": true, "nothing_else": true})") == "{}");
  const OutcomeRange range =
      possible_range(legs(), known(R"({"any_pain": true, "nothing_else": true})"));
  CHECK(range == OutcomeRange{Recommendation::easy_run, Recommendation::easy_run, Referral::none,
                              Referral::none});
}

TEST_CASE("nothing else does not answer what is never assumed", "[assess]") {
  const std::string_view told = R"({"training": ["raced"], "nothing_else": true})";
  CHECK(assess(legs(), told).recommendation == Recommendation::cross_train);
  CHECK(possible_range(legs(), known(told)).least == Recommendation::run);
}

TEST_CASE("silence is not no: the range holds what could still be told", "[assess]") {
  const OutcomeRange all = possible_range(legs(), known("{\"training\": []}"));
  CHECK(all ==
        OutcomeRange{Recommendation::run, Recommendation::rest, Referral::none, Referral::see});
  const OutcomeRange fine = possible_range(legs(), known(R"({"training": [], "any_pain": false})"));
  CHECK(fine.most == Recommendation::run);
}

TEST_CASE("a reason quotes the replies that made its rule true", "[assess]") {
  const Assessment a = assess(legs(), R"({"quality": "sharp", "pain": 4})");
  REQUIRE(a.reasons.size() == 2);
  CHECK(legs().rule(*a.reasons[0].rule).id == "sharp");
  REQUIRE(a.reasons[0].because_of.size() == 1);
  CHECK(legs().question_of(a.reasons[0].because_of[0]).id == "quality");
  CHECK(a.reasons[0].complaint == 0U);
  CHECK(legs().rule(*a.reasons[1].rule).id == "hurts");
  CHECK_FALSE(a.reasons[1].complaint);
}

TEST_CASE("complaints are joined: each may only add caution", "[assess]") {
  const Assessment a =
      assess(legs(), R"({"complaints": [{"where": ["knee"], "pain": 2}, {"where": ["shin"]}]})");
  CHECK(a.recommendation == Recommendation::cross_train);
  REQUIRE(!a.reasons.empty());
  CHECK(legs().rule(*a.reasons[0].rule).id == "shin");
  CHECK(a.reasons[0].complaint == 1U);
}
