#include "render/digest.hpp"

#include "catch.hpp"
#include "render/reporting.hpp"
#include "support/packs.hpp"

namespace runready::testing {
namespace {

using Tone = Digest::Tone;
using Lines = std::vector<std::string>;

/// More to say than the base pack has: referrals, exclusions alone, a rule on what is never
/// assumed, many tips.
constexpr std::string_view kMore = R"({
  "questions": [
    {"id": "signs", "about": "runner", "section": "day", "type": "multi-choice", "ask": "Signs?",
      "why": "They decide.", "default": [], "options": [
        {"id": "chest", "label": "Chest pain", "says": "your chest hurts"},
        {"id": "blow", "label": "A blow", "says": "you took a blow"},
        {"id": "blister", "label": "A blister", "says": "you have a blister", "says_not": "you have no blister"},
        {"id": "odd", "label": "Odd", "says": "it is odd"}]}],
  "rules": [
    {"id": "chest", "when": {"in": ["chest", {"var": "signs"}]}, "recommend": "rest",
      "referral": "emergency", "because": "Chest pain does not wait.", "sources": ["A1.1"]},
    {"id": "blow", "when": {"in": ["blow", {"var": "signs"}]}, "recommend": "rest",
      "referral": "urgent", "because": "A blow is looked at.", "sources": ["A1.1"]},
    {"id": "blister", "when": {"in": ["blister", {"var": "signs"}]}, "exclude": ["pool"],
      "because": "Keep it dry.", "sources": ["B2"]},
    {"id": "odd", "when": {"in": ["odd", {"var": "signs"}]}, "referral": "consider",
      "because": "Mention it.", "sources": ["B2"]},
    {"id": "very-tired", "when": {"<": [{"var": "slept"}, 2]}, "recommend": "easy-run",
      "recheck_hours": 48, "because": "A night without sleep.", "sources": ["B2"]}],
  "tips": [
    {"id": "b1", "phase": "before", "text": "Before 1.", "sources": ["B2"]},
    {"id": "b2", "phase": "before", "text": "Before 2.", "sources": ["B2"]},
    {"id": "b3", "phase": "before", "text": "Before 3.", "sources": ["B2"]},
    {"id": "d1", "phase": "during", "text": "During 1.", "sources": ["B2"]},
    {"id": "a2", "phase": "after", "text": "After 2.", "sources": ["B2"]},
    {"id": "a3", "phase": "after", "text": "After 3.", "sources": ["B2"]}]})";

Digest digest(const Pack& pack, std::string_view answers, Detail detail = Detail::short_form) {
  return digest_of(Reporting(pack, answers).report(), detail);
}

Lines because(const std::vector<Digest::Reason>& reasons) {
  Lines lines;
  for (const Digest::Reason& reason : reasons) lines.push_back(reason.because);
  return lines;
}

TEST_CASE("a day without anything wrong goes as planned", "[render]") {
  const Pack pack = load(base_and(kMore));
  const Digest d = digest(pack, R"({"any_pain": false, "slept": 8, "signs": []})");
  CHECK(d.tone == Tone::go);
  CHECK(d.banner == "RUN");
  CHECK(d.lead == Lines{"Run as you planned."});
  CHECK(because(d.reasons) == Lines{"Nothing you said speaks against it."});
  CHECK(d.session_note == "Your session, as you planned it.");
  CHECK(d.go_on_if.starts_with("After 10 minutes, go on if "));
  CHECK(d.see_someone.empty());
  CHECK(d.standing.empty());
}

TEST_CASE("what was assumed makes a run conditional", "[render]") {
  const Pack pack = load(base_and(kMore));
  const Digest d = digest(pack, R"({"any_pain": false, "slept": 8})");
  CHECK(d.tone == Tone::careful);
  CHECK(d.banner == "RUN, IF NOTHING ELSE IS WRONG");
  CHECK(d.standing == Lines{"This is not settled yet. So far it could be: Run to Rest; up to the "
                            "emergency number.",
                            "What matters most now: Signs? (--signs)"});
}

TEST_CASE("what was assumed and cannot matter leaves the answer settled", "[render]") {
  const Pack pack = load(base_and(kMore));
  const Digest d = digest(pack, R"({"signs": ["chest"]})");
  CHECK(d.standing == Lines{"This is settled: nothing you could still answer would change it."});
}

TEST_CASE("an emergency says what to do now and nothing else", "[render]") {
  const Pack pack = load(base_and(kMore));
  const Digest d =
      digest(pack, R"({"any_pain": true, "gait": "limping", "signs": ["chest", "blow"]})");
  CHECK(d.tone == Tone::emergency);
  CHECK(d.banner == "EMERGENCY: CALL THE EMERGENCY NUMBER NOW");
  CHECK(because(d.reasons) == Lines{"Chest pain does not wait."});
  CHECK(d.phases.empty());
  CHECK(d.sessions.empty());
  CHECK(d.ask_again.empty());
  CHECK(d.see_someone.empty());
}

TEST_CASE("urgent is not an emergency and says what would make it one", "[render]") {
  const Pack pack = load(base_and(kMore));
  const Digest d = digest(pack, R"({"signs": ["blow"], "any_pain": false, "slept": 8})");
  CHECK(d.tone == Tone::urgent);
  CHECK(d.banner == "BE SEEN TODAY, AND REST");
  REQUIRE(d.lead.size() == 2);
  CHECK(d.lead[1] == "If it gets much worse while you wait, call the emergency number.");
  CHECK(d.ask_again.empty());
}

TEST_CASE("reasons name the replies that caused them, the lesser ones stand apart", "[render]") {
  const Pack pack = load(base_and(kMore));
  const Digest d =
      digest(pack, R"({"any_pain": true, "where": ["shin"], "pain": 5, "gait": "normal",
                                    "slept": 4, "signs": ["blister"]})");
  CHECK(d.banner == "CROSS-TRAIN");
  REQUIRE(because(d.reasons) == Lines{"Spare it."});
  CHECK(d.reasons[0].said == "You said: your shin hurts and your pain is 5.");
  CHECK(because(d.also) == Lines{"Short nights make slow legs."});
  CHECK(d.avoid == "As a session, leave out: swimming.");
  REQUIRE(d.sessions.size() == 1);
  CHECK(d.sessions[0].title == "Easy cycling, 30 to 40 minutes");
  CHECK(d.go_on_if.empty());
}

TEST_CASE("with several complaints it is said which one it was", "[render]") {
  Pack pack = load(base_and(kMore));
  pack.questions[pack.question_named("any_pain")->index].heals = false;
  pack.questions[pack.question_named("gait")->index].heals = true;
  const Digest d = digest(pack, R"({"slept": 8, "signs": [], "complaints": [
      {"where": ["calf"], "pain": 1, "gait": "altered"},
      {"where": ["shin"], "gait": "limping"}]})");
  REQUIRE(because(d.reasons) == Lines{"A limp needs rest."});
  CHECK(d.reasons[0].said == "You said of Calf: you walk askew. You said of Shin: you limp.");
  CHECK(d.lead.size() == 2);  // rest, and an appointment
  CHECK(d.ask_again == Lines{"In 24 hours, or as soon as something changes.",
                             "Run if you walk normally (Calf) and you walk normally (Shin)."});
}

TEST_CASE("what counts for want of a reply is told once, the weightiest", "[render]") {
  const Pack pack = load(base_and(kMore));
  const std::string_view answers = R"({"any_pain": false, "signs": []})";
  const Digest d = digest(pack, answers);
  REQUIRE(because(d.reasons) == Lines{"A night without sleep."});
  CHECK(d.reasons[0].missing ==
        "Not answered, so the careful reading counts: How many hours did you sleep?");
  CHECK(because(digest(pack, answers, Detail::full).reasons) ==
        Lines{"Short nights make slow legs.", "A night without sleep."});
}

TEST_CASE("escalation is a reason", "[render]") {
  const Pack pack =
      load(base_and(R"({"rules": [{"id": "no-bike", "when": {"<": [{"var": "slept"}, 3]},
    "recommend": "cross-train", "exclude": ["bike", "pool"], "because": "Too tired.", "sources": ["B2"]}]})"));
  const Digest d = digest(pack, R"({"any_pain": false, "slept": 1})");
  CHECK(d.banner == "REST");
  REQUIRE(d.reasons.size() == 2);
  CHECK(d.reasons[0].because == pack.text("escalation.because"));
  CHECK(d.reasons[1].because == "Too tired.");
  CHECK(d.avoid.empty());
}

TEST_CASE("a page has six tips, some of every phase", "[render]") {
  const Pack pack = load(base_and(kMore));
  const std::string_view answers =
      R"({"any_pain": true, "where": ["calf"], "slept": 4, "signs": []})";
  const auto counts = [&](Detail detail) {
    std::vector<std::size_t> tips;
    for (const Digest::Phase& phase : digest(pack, answers, detail).phases) {
      tips.push_back(phase.tips.size());
    }
    return tips;
  };
  CHECK(counts(Detail::short_form) == std::vector<std::size_t>{2, 1, 2, 1});
  CHECK(counts(Detail::full) == std::vector<std::size_t>{3, 1, 3, 1});
}

TEST_CASE("only what is at hand is offered, else what would be allowed is named", "[render]") {
  const Pack pack = load(base_and(kMore));
  Reporting reporting(pack, R"({"any_pain": false, "slept": 4, "signs": []})");
  reporting.runner.have = {*pack.activity_named("pool")};
  Digest d = digest_of(reporting.report(), Detail::short_form);
  REQUIRE(d.sessions.size() == 1);
  CHECK(d.sessions[0].title == "Running, 20 minutes");
  Reporting other(pack,
                  R"({"any_pain": true, "where": ["shin"], "pain": 5, "slept": 8, "signs": []})");
  other.runner.have = {*pack.activity_named("pool")};
  d = digest_of(other.report(), Detail::short_form);
  CHECK(d.session_note == "Nothing that is allowed is among what you have at hand. It would be:");
  REQUIRE(d.sessions.size() == 1);
  CHECK(d.sessions[0].title == "Easy cycling, 30 to 40 minutes");
}

TEST_CASE("it says when to ask again and what would change the answer", "[render]") {
  const Pack pack = load(base_and(kMore));
  const Digest d = digest(
      pack, R"({"any_pain": true, "where": ["calf"], "gait": "altered", "slept": 8, "signs": []})");
  CHECK(d.ask_again ==
        Lines{"In 24 hours, or as soon as something changes.", "Run if nothing hurts."});
  CHECK(d.see_someone == Lines{"Be seen sooner if it gets worse or something new turns up."});
}

TEST_CASE("who need not be seen learns what would change that", "[render]") {
  const Pack pack = load(base_and(kMore));
  const Digest d =
      digest(pack, R"({"any_pain": true, "where": ["shin"], "pain": 5, "slept": 8, "signs": []})");
  CHECK(d.ask_again == Lines{"Before your next run.", "Run if nothing hurts."});
  const std::string when =
      "See someone once it has lasted two weeks, if it keeps coming back, or if it grows from run "
      "to run.";
  CHECK(d.see_someone == Lines{when});
  const Digest settled = digest(pack, R"({"any_pain": true, "where": ["shin"], "pain": 5,
                                          "slept": 8, "signs": [], "nothing_else": true})");
  CHECK(settled.see_someone == Lines{"No need to see anyone about this.", when});
}

TEST_CASE("a wish for a number says which way it may go further", "[render]") {
  Pack pack = load(base_and(kMore));
  pack.questions[pack.question_named("any_pain")->index].heals = false;
  const Digest d =
      digest(pack, R"({"any_pain": true, "where": ["shin"], "pain": 5, "slept": 8, "signs": []})");
  REQUIRE(d.ask_again.size() == 2);
  CHECK(d.ask_again[1] == "Run if your pain is 3 or less.");
}

TEST_CASE("hours that are whole days are said as days", "[render]") {
  const Pack pack = load(base_and(kMore));
  const Digest d = digest(pack, R"({"any_pain": false, "slept": 1, "signs": []})");
  CHECK(d.ask_again == Lines{"In 2 days, or as soon as something changes."});
  CHECK(d.see_someone == Lines{"No need to see anyone about this."});
}

TEST_CASE("what stands in the config and a missing proof are owned to", "[render]") {
  const Pack pack = load(base_and(kMore));
  Reporting reporting(pack, R"({"any_pain": false, "slept": 8, "signs": ["blister"]})");
  reporting.runner.from_config = {*pack.question_named("signs")};
  reporting.proved = false;
  CHECK(digest_of(reporting.report(), Detail::short_form).standing ==
        Lines{"From your config: A blister.", "The rules in use, base 1.0.0, are not proved."});
}

TEST_CASE("facts are cited once, with where they are from", "[render]") {
  const Pack pack = load(base_and(kMore));
  const Digest d =
      digest(pack, R"({"any_pain": true, "where": ["shin"], "pain": 5, "slept": 4, "signs": []})");
  const auto ids = [&](Cited cited) {
    std::string cites;
    for (const FactId id : cited_facts(d, cited)) cites += pack.facts[id.index].id + " ";
    return cites;
  };
  CHECK(ids(Cited::reasons) == "A1.1 B2 ");
  CHECK(fact_in_full(pack, {0}) ==
        "[A1.1] A limp is a sign. A book, A. Uthor, 2001. A page, doi 10.1/x.");
}

}  // namespace
}  // namespace runready::testing
