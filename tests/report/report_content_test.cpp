#include "report/report_content.hpp"

#include "catch.hpp"
#include "report/next_words.hpp"
#include "report/reporting.hpp"
#include "report/shown.hpp"
#include "support/packs.hpp"

namespace runready::testing {
namespace {

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

/// What a report says, so that it can be looked at section by section.
class Content {
 public:
  explicit Content(const Report& report, Medium medium = Medium::screen)
      : pack_(report.pack), document_(report_content(report, medium)) {}
  Content(const Pack& pack, std::string_view answers, Medium medium = Medium::screen)
      : Content(Reporting(pack, answers).report(), medium) {}

  const Answer& answer() const { return std::get<Answer>(document_.front()); }
  Tone tone() const { return answer().tone; }
  const std::string& banner() const { return answer().banner; }
  const Lines& lead() const { return answer().lines; }

  /// The lines of a section by the key of its title.
  Lines section(std::string_view title) const {
    Lines lines;
    bool is_inside = false;
    for (const Block& block : document_) {
      if (const auto* heading = std::get_if<Heading>(&block)) {
        is_inside = heading->text == pack_.text(title);
      } else if (std::holds_alternative<Note>(block)) {
        is_inside = false;
      } else if (is_inside) {
        lines.push_back(line(block));
      }
    }
    return lines;
  }

  Lines why() const { return section("report.title.why"); }
  Lines ask_again() const { return section("report.title.ask-again"); }
  Lines see_someone() const { return section("report.title.see-someone"); }

  /// How firm the answer is, without the notice at the end.
  Lines standing() const {
    Lines lines;
    for (const Block& block : document_) {
      if (const auto* note = std::get_if<Note>(&block)) lines.push_back(note->text);
    }
    REQUIRE(lines.back() == pack_.text("notice"));
    lines.pop_back();
    return lines;
  }

 private:
  static std::string line(const Block& block) {
    if (const auto* item = std::get_if<ListItem>(&block)) return item->text;
    if (const auto* definition = std::get_if<Definition>(&block)) return definition->term;
    const auto* paragraph = std::get_if<Paragraph>(&block);
    return paragraph != nullptr ? paragraph->text : "";
  }

  const Pack& pack_;
  Document document_;
};

TEST_CASE("a day without anything wrong goes as planned", "[render]") {
  const Pack pack = load(base_and(kMore));
  const Content d(pack, R"({"any_pain": false, "slept": 8, "signs": []})");
  CHECK(d.tone() == Tone::go);
  CHECK(d.banner() == "RUN");
  CHECK(d.lead() == Lines{"Run as you planned."});
  CHECK(d.why() == Lines{"Nothing you told me speaks against it."});
  CHECK(d.section("report.title.what-to-do") == Lines{"Your session, as you planned it."});
  const Lines feel_check = d.section("report.title.feel-check");
  REQUIRE(feel_check.size() == 2);
  CHECK(feel_check[0].starts_with("After 10 minutes, go on if "));
  CHECK(d.see_someone().empty());
  CHECK(d.standing().empty());
}

TEST_CASE("what was assumed makes a run conditional", "[render]") {
  const Pack pack = load(base_and(kMore));
  const Content d(pack, R"({"any_pain": false, "slept": 8})");
  CHECK(d.tone() == Tone::careful);
  CHECK(d.banner() == "RUN, IF NOTHING ELSE IS WRONG");
  CHECK(d.standing() == Lines{"This is not final yet. It could be: Run to Rest; up to the "
                              "emergency number.",
                              "What matters most now: Signs? (--signs)"});
}

TEST_CASE("what was assumed and cannot matter leaves the answer settled", "[render]") {
  const Pack pack = load(base_and(kMore));
  const Content d(pack, R"({"signs": ["chest"]})");
  CHECK(d.standing() == Lines{"This is final: nothing you could still answer would change it."});
}

TEST_CASE("an emergency says what to do now and nothing else", "[render]") {
  const Pack pack = load(base_and(kMore));
  const Content d(pack, R"({"any_pain": true, "gait": "limping", "signs": ["chest", "blow"]})");
  CHECK(d.tone() == Tone::emergency);
  CHECK(d.banner() == "EMERGENCY: CALL THE EMERGENCY NUMBER NOW");
  CHECK(d.why() == Lines{"Chest pain does not wait. You said: your chest hurts."});
  CHECK(d.section("phase.after").empty());
  CHECK(d.section("report.title.what-to-do").empty());
  CHECK(d.ask_again().empty());
  CHECK(d.see_someone().empty());
}

TEST_CASE("urgent is not an emergency and says what would make it one", "[render]") {
  const Pack pack = load(base_and(kMore));
  const Content d(pack, R"({"signs": ["blow"], "any_pain": false, "slept": 8})");
  CHECK(d.tone() == Tone::urgent);
  CHECK(d.banner() == "SEE A DOCTOR TODAY, AND REST");
  REQUIRE(d.lead().size() == 2);
  CHECK(d.lead()[1] == "If it gets much worse while you wait, call the emergency number.");
  CHECK(d.ask_again().empty());
}

TEST_CASE("reasons name the replies that caused them, the lesser ones stand apart", "[render]") {
  const Pack pack = load(base_and(kMore));
  const Content d(pack, R"({"any_pain": true, "where": ["shin"], "pain": 5, "gait": "normal",
                                    "slept": 4, "signs": ["blister"]})");
  CHECK(d.banner() == "CROSS-TRAIN");
  CHECK(d.why() == Lines{"Spare it. You said: your shin hurts and your pain is 5.",
                         "More reasons that ask for less: 1. See them with --explain."});
  CHECK(d.section("report.title.what-to-do") ==
        Lines{"Easy cycling, 30 to 40 minutes.", "Avoid: swimming."});
  CHECK(d.section("report.title.feel-check").empty());
}

TEST_CASE("with several complaints it is said which one it was", "[render]") {
  Pack pack = load(base_and(kMore));
  pack.questions[pack.question_named("any_pain")->index].heals = false;
  pack.questions[pack.question_named("gait")->index].heals = true;
  const Content d(pack, R"({"slept": 8, "signs": [], "complaints": [
      {"where": ["calf"], "pain": 1, "gait": "altered"},
      {"where": ["shin"], "gait": "limping"}]})");
  CHECK(d.why() == Lines{"A limp needs rest. You said of Calf: you walk askew. You said of Shin: "
                         "you limp."});
  CHECK(d.lead().size() == 3);  // rest, an appointment, and the day
  CHECK(d.section("report.title.say") ==
        Lines{"Of Calf, tell them that your calf hurts, you walk askew and your pain is 1.",
              "Of Shin, tell them that your shin hurts and you limp."});
  CHECK(d.ask_again() == Lines{"In 24 hours, or as soon as something changes.",
                               "Run if you walk normally (Calf) and you walk normally (Shin)."});
}

TEST_CASE("what counts for want of a reply is told once, the weightiest", "[render]") {
  const Pack pack = load(base_and(kMore));
  const std::string_view answers = R"({"any_pain": false, "signs": []})";
  const Content d(pack, answers);
  const std::string missing = " Not answered, so I assume the worse: How many hours did you sleep?";
  CHECK(d.why() == Lines{"A night without sleep." + missing});
  CHECK(Content(pack, answers, Medium::paper).why() ==
        Lines{"Short nights make slow legs." + missing + " [B2]",
              "A night without sleep." + missing + " [B2]"});
}

TEST_CASE("escalation is a reason", "[render]") {
  const Pack pack =
      load(base_and(R"({"rules": [{"id": "no-bike", "when": {"<": [{"var": "slept"}, 3]},
    "recommend": "cross-train", "exclude": ["bike", "pool"], "because": "Too tired.", "sources": ["B2"]}]})"));
  const Content d(pack, R"({"any_pain": false, "slept": 1})");
  CHECK(d.banner() == "REST");
  const Lines why = d.why();
  REQUIRE(why.size() >= 2);
  CHECK(why[0] == pack.text("escalation.because"));
  CHECK(why[1] == "Too tired. You said: you slept 1 hours.");
  CHECK(d.section("report.title.what-to-do").empty());
}

TEST_CASE("a page has six tips, some of every phase", "[render]") {
  const Pack pack = load(base_and(kMore));
  const std::string_view answers =
      R"({"any_pain": true, "where": ["calf"], "slept": 4, "signs": []})";
  const auto counts = [&](Medium medium) {
    const Content content(pack, answers, medium);
    std::vector<std::size_t> tips;
    for (const auto* title : {"phase.before", "phase.during", "phase.after", "phase.recovery"}) {
      tips.push_back(content.section(title).size());
    }
    return tips;
  };
  CHECK(counts(Medium::screen) == std::vector<std::size_t>{2, 1, 2, 1});
  CHECK(counts(Medium::paper) == std::vector<std::size_t>{3, 1, 3, 1});
}

TEST_CASE("only what is at hand is offered, else what would be allowed is named", "[render]") {
  const Pack pack = load(base_and(kMore));
  Reporting reporting(pack, R"({"any_pain": false, "slept": 4, "signs": []})");
  reporting.runner.have = {*pack.activity_named("pool")};
  const auto sessions = [](const Reporting& some) {
    return Content(some.report()).section("report.title.what-to-do");
  };
  CHECK(sessions(reporting) == Lines{"Running, 20 minutes."});
  Reporting other(pack,
                  R"({"any_pain": true, "where": ["shin"], "pain": 5, "slept": 8, "signs": []})");
  other.runner.have = {*pack.activity_named("pool")};
  CHECK(sessions(other) == Lines{"You have nothing at hand that is allowed. This would be:",
                                 "Easy cycling, 30 to 40 minutes.", "Avoid: swimming."});
}

TEST_CASE("it says when to ask again and what would change the answer", "[render]") {
  const Pack pack = load(base_and(kMore));
  const Content d(
      pack, R"({"any_pain": true, "where": ["calf"], "gait": "altered", "slept": 8, "signs": []})");
  CHECK(d.ask_again() ==
        Lines{"In 24 hours, or as soon as something changes.", "Run if nothing hurts."});
  CHECK(d.see_someone() ==
        Lines{"Do not wait for the appointment if it gets worse or something new appears."});
}

TEST_CASE("who need not be seen learns what would change that", "[render]") {
  const Pack pack = load(base_and(kMore));
  const Content d(pack,
                  R"({"any_pain": true, "where": ["shin"], "pain": 5, "slept": 8, "signs": []})");
  CHECK(d.ask_again() ==
        Lines{"Before your next run, or as soon as something changes.", "Run if nothing hurts."});
  const std::string when = "Do not wait if it gets much worse or something new appears.";
  CHECK(d.see_someone() == Lines{when});
  const Content settled(pack, R"({"any_pain": true, "where": ["shin"], "pain": 5,
                                          "slept": 8, "signs": [], "nothing_else": true})");
  CHECK(settled.see_someone() == Lines{when});
  REQUIRE(settled.lead().size() == 4);
  CHECK(settled.lead()[1] == "Easy cycling, 30 to 40 minutes.");
  CHECK(settled.lead()[2] == "No need to see anyone about this.");
  CHECK(settled.lead()[3] == "Ask again before your next run.");
}

TEST_CASE("a wish for a number says which way it may go further", "[render]") {
  Pack pack = load(base_and(kMore));
  pack.questions[pack.question_named("any_pain")->index].heals = false;
  const Content d(pack,
                  R"({"any_pain": true, "where": ["shin"], "pain": 5, "slept": 8, "signs": []})");
  REQUIRE(d.ask_again().size() == 2);
  CHECK(d.ask_again()[1] == "Run if your pain is 3 or less.");
}

TEST_CASE("hours that are whole days are said as days", "[render]") {
  const Pack pack = load(base_and(kMore));
  const Content d(pack, R"({"any_pain": false, "slept": 1, "signs": []})");
  CHECK(d.ask_again() == Lines{"In 2 days, or as soon as something changes."});
  CHECK(d.see_someone().empty());
}

TEST_CASE("what stands in the config and a missing proof are owned to", "[render]") {
  const Pack pack = load(base_and(kMore));
  Reporting reporting(pack, R"({"any_pain": false, "slept": 8, "signs": ["blister"]})");
  reporting.runner.from_config = {*pack.question_named("signs")};
  reporting.proved = false;
  CHECK(Content(reporting.report()).standing() ==
        Lines{"From your config: A blister.", "The rules in use, base 1.0.0, are not proved."});
}

TEST_CASE("facts are cited once, with where they are from", "[render]") {
  const Pack pack = load(base_and(kMore));
  const Content d(pack,
                  R"({"any_pain": true, "where": ["shin"], "pain": 5, "slept": 4, "signs": []})",
                  Medium::paper);
  const std::string fact = "[A1.1] A limp is a sign. A book, A. Uthor, 2001. A page, doi 10.1/x.";
  CHECK(fact_in_full(pack, {0}) == fact);
  CHECK(d.section("report.title.sources") == Lines{fact, fact_in_full(pack, {1})});
}

TEST_CASE("with a day at hand, days are named", "[render]") {
  using namespace std::chrono_literals;
  const Pack pack = load(base_and(kMore));
  Reporting reporting(pack, R"({"any_pain": false, "slept": 1, "signs": []})");  // 48 hours
  reporting.now = std::chrono::local_days(2026y / 11 / 28) + 6h;
  CHECK(again_words(reporting.report()) == "on Monday 30 November");
  CHECK(Content(reporting.report()).lead().back() == "Ask again on Monday 30 November.");
  reporting.assessment().recheck_hours = 24;
  CHECK(again_words(reporting.report()) == "tomorrow, Sunday 29 November");
  reporting.assessment().recheck_hours = 12;
  CHECK(again_words(reporting.report()) == "later today");
  reporting.now = *reporting.now + 12h;
  CHECK(again_words(reporting.report()) == "tomorrow, Sunday 29 November");
}

TEST_CASE("the deciding reason comes first, fillers and more than three are left out", "[render]") {
  const Pack pack = load(base_and(R"({
    "rules": [
      {"id": "hurts", "when": {"var": "any_pain"}, "recommend": "rest", "because": "It hurts.",
        "sources": ["B2"]},
      {"id": "shin", "when": {"in": ["shin", {"var": "where"}]}, "recommend": "rest",
        "because": "A shin.", "sources": ["B2"]},
      {"id": "shin-and-gait", "when": {"and": [{"in": ["shin", {"var": "where"}]},
        {"==": [{"var": "gait"}, "altered"]}]}, "recommend": "rest", "referral": "see",
        "because": "A shin that changes your stride.", "sources": ["B2"]},
      {"id": "tired-1", "when": {"<": [{"var": "slept"}, 5]}, "recommend": "rest",
        "because": "Tired 1.", "explains": true, "sources": ["B2"]},
      {"id": "tired-2", "when": {"<": [{"var": "slept"}, 4]}, "recommend": "rest",
        "because": "Tired 2.", "explains": true, "sources": ["B2"]}]})"));
  const Lines why = Content(pack, R"({"where": ["shin"], "gait": "altered", "slept": 2})").why();
  REQUIRE(why.size() == 4);
  CHECK(why[0].starts_with("A limp needs rest."));
  CHECK(why[1].starts_with("A shin that changes your stride."));
  CHECK(why[2].starts_with("Tired 1."));
  CHECK(why[3] == "More reasons that ask for less: 1. See them with --explain.");
}

TEST_CASE("tips stand in the section of their phase", "[render]") {
  const Pack pack = load(base_and(R"({
    "tips": [
      {"id": "race", "phase": "race", "text": "Start slow.", "sources": ["B2"]},
      {"id": "again", "phase": "ask-again", "text": "Hop first.", "sources": ["B2"]},
      {"id": "seen", "phase": "see-someone", "text": "By the end of the week.", "sources": ["B2"]},
      {"id": "check", "phase": "feel-check", "text": "On the flat.", "sources": ["B2"]}]})"));
  const Content d(pack, R"({"any_pain": true, "where": ["shin"], "pain": 5, "slept": 8})");
  CHECK(d.section("phase.race") == Lines{"Start slow."});
  CHECK(d.section("report.title.feel-check") == Lines{"On the flat."});
  REQUIRE(d.ask_again().size() >= 2);
  CHECK(d.ask_again()[1] == "Hop first.");
  CHECK(d.see_someone() == Lines{"By the end of the week."});  // in place of the usual line
}

}  // namespace
}  // namespace runready::testing
