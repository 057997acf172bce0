// Add-ons: what they may bring, that the order of files never matters, and that nobody is told less
// than without them.
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "catch.hpp"
#include "pack/write_pack.hpp"
#include "rules/gates.hpp"
#include "runready/load.hpp"
#include "runready/prove.hpp"
#include "runready/read_answers.hpp"
#include "runready/render.hpp"
#include "support/packs.hpp"
#include "support/random_pack.hpp"
#include "support/reference_judge.hpp"
#include "support/told.hpp"

namespace runready::testing {

namespace {

/// Ten rules each: a club's, a physio's, and those of somebody who runs on trails.
std::vector<SourceFile> three_add_ons() {
  std::vector<SourceFile> files;
  for (const std::string name : {"club", "physio", "trail"}) {
    files.push_back(repository_file("tests/prove/add-ons/" + name + ".json"));
  }
  return files;
}

std::string add_on(const std::string& id, const std::string& parts) {
  return R"({"pack": {"format": "runready/pack/1", "id": ")" + id +
         R"(", "version": "1", "title": "T", "adds_to": "base"}, )" + parts + "}";
}

Pack base_with(const std::vector<std::string>& add_ons) {
  std::vector<SourceFile> files = base_files();
  for (const std::string& text : add_ons) files.push_back({"a.json", text, true});
  return load(files);
}

const Finding& base_finding(const CheckReport& report) {
  const auto found = std::ranges::find(report.findings, "base", &Finding::check);
  REQUIRE(found != report.findings.end());
  return *found;
}

const std::string kFirst = add_on("b-club", R"(
  "sections": [{"id": "club", "title": "The club"}],
  "activities": [{"id": "skiing", "label": "skiing", "tags": ["seated"]}],
  "more_options": {"where": [{"id": "toe", "label": "Toe", "says": "your toe hurts", "group": "Below the knee"}]},
  "questions": [{"id": "club_night", "about": "runner", "section": "club", "type": "bool",
    "ask": "Club night?", "says": "it is club night", "why": "It is fast."}],
  "rules": [{"id": "toe-at-the-club", "when": {"and": [{"var": "club_night"}, {"in": ["toe", {"var": "where"}]}]},
    "recommend": "easy-run", "because": "Mind the toe.", "sources": ["B2"]}],
  "workouts": [{"id": "ski", "activity": "skiing", "for": ["cross-train"], "minutes": [20, 30],
    "how": "Easily.", "sources": ["B2"]}])");

const std::string kSecond = add_on("a-physio", R"(
  "more_options": {"where": [{"id": "heel", "label": "Heel", "says": "your heel hurts", "group": "Below the knee"},
                             {"id": "ear", "label": "Ear", "says": "your ear hurts"}]},
  "tables": [{"id": "spared", "because": "Not with a sore {row}.", "sources": ["B2"], "rows": [
    {"id": "heel", "name": "heel", "when": {"in": ["heel", {"var": "where"}]}, "exclude": ["#seated"]}]}])");

}  // namespace

TEST_CASE("In which order add-ons are given changes nothing", "[prove]") {
  const Pack one = base_with({kFirst, kSecond});
  const Pack other = base_with({kSecond, kFirst});
  CHECK(one.digest == other.digest);
  CHECK(one.add_ons == std::vector<AddOn>{{"a-physio", "1"}, {"b-club", "1"}});
  CHECK(write_pack(one) == write_pack(other));
  const std::string told = R"({"where": ["toe", "heel", "ear"], "club_night": true})";
  std::vector<std::string> lines;
  for (const Pack* pack : {&one, &other}) {
    Diagnostics found;
    const auto known = infer(*pack, read_answers(told, 0, *pack, found)->answers, found);
    const Assessment assessment = assess(*pack, *known);
    const std::optional<Outlook> outlook = Prover(*pack).outlook(*known);
    lines.push_back(to_json({*pack, assessment, outlook, {}, {}, "", true}, {}));
  }
  CHECK(lines[0] == lines[1]);
}

TEST_CASE("Three add-ons to the default pack are the same in every order", "[prove]") {
  std::vector<SourceFile> add_ons = three_add_ons();
  std::optional<std::string> first;
  std::string digest;
  do {
    Diagnostics found;
    const auto pack = load_default_pack(found, LoadFor::explaining, add_ons);
    REQUIRE(pack);
    const std::string written = write_pack(*pack);
    if (!first) {
      first = written;
      digest = pack->digest;
    }
    CHECK(written == *first);
    CHECK(pack->digest == digest);
  } while (std::ranges::next_permutation(add_ons, {}, &SourceFile::name).found);
}

TEST_CASE("Options of an add-on stand behind those of their group", "[prove]") {
  const Pack pack = base_with({kFirst, kSecond});
  std::vector<std::string> ids;
  for (const Option& option : pack.question(*pack.question_named("where")).options) {
    ids.push_back(option.id + (option.added ? "+" : ""));
  }
  CHECK(ids == std::vector<std::string>{"shin", "calf", "heel+", "toe+", "arm", "ear+"});
}

TEST_CASE("What is added without the header of an add-on is refused, not taken for the base",
          "[prove]") {
  const std::vector<SourceFile> extra = {{"extra.json", R"({"workouts": []})"}};
  for (const LoadFor purpose : {LoadFor::advising, LoadFor::everything}) {
    Diagnostics found;
    CHECK_FALSE(load_default_pack(found, purpose, extra));
    CHECK(codes(found) == "missing-header");
  }
}

TEST_CASE("An add-on that frees what the base forbids is refused with the smallest answers",
          "[prove]") {
  // The base has nothing to train with where nothing seated and no water is allowed.
  const std::string bars = R"("rules": [{"id": "bars", "when": {">=": [{"var": "pain"}, 2]},
    "recommend": "cross-train", "exclude": ["bike", "pool"], "because": "!", "sources": ["B2"]}])";
  const std::string skiing = R"("activities": [{"id": "skiing", "label": "skiing", "tags": [TAGS]}],
    "workouts": [{"id": "ski", "activity": "skiing", "for": ["cross-train"], "minutes": [20, 30],
      "how": "Easily.", "sources": ["B2"]}])";
  const auto with_tags = [&](const std::string& tags) {
    std::string parts = skiing;
    parts.replace(parts.find("TAGS"), 4, tags);
    // The bars are the base's: only it can have them without an add-on that asks for as much.
    std::vector<SourceFile> files = base_and("{" + bars + "}");
    files.push_back({"ski.json", add_on("ski", parts), true});
    return load(files);
  };
  const Pack pack = with_tags("");
  const CheckReport report = check(pack);
  const Finding& refuted = base_finding(report);
  REQUIRE(refuted.verdict == Finding::Verdict::refuted);
  REQUIRE(refuted.example);
  CHECK(to_json(pack, refuted.example->answers) == R"({"any_pain":true,"slept":8,"pain":2})");
  CHECK(refuted.example->found == "recommendation cross-train, referral none");
  CHECK(refuted.message ==
        "workout `ski` of an add-on is offered where `base` alone gives recommendation rest, "
        "referral none");
}

namespace {

/// A random pack of which some rules, workouts and questions are an add-on's.
Pack with_add_on(Dice& dice) {
  Pack pack = random_pack(dice, {.activities = 4, .workouts = 6, .most_answers = 250});
  pack.add_ons = {{"more", "1"}};
  for (Rule& rule : pack.rules) rule.added = dice.percent(30);
  for (Workout& workout : pack.workouts) workout.added = dice.percent(50);
  for (Question& question : pack.questions) {
    question.added = dice.percent(20);
    for (Option& option : question.options) {
      option.added = question.type == QuestionType::multi_choice && dice.percent(20);
    }
  }
  return pack;
}

bool is_of_base(const Pack& pack, const Answers& answers) {
  const Replies replies = subjects(pack, answers).front();
  for (std::uint32_t v = 0; v < pack.variables.size(); ++v) {
    const Variable& variable = pack.variables[v];
    const Question& question = pack.question(variable.question);
    const bool is_added =
        question.added || (variable.option && question.options[*variable.option].added);
    if (is_added && replies[{v}] != variable.default_value) return false;
  }
  return true;
}

/// Whether some answers to the base are given less with the add-on than without.
bool gives_less(const Pack& pack) {
  Pack base = pack;
  std::erase_if(base.rules, [](const Rule& rule) { return rule.added; });
  std::erase_if(base.workouts, [](const Workout& workout) { return workout.added; });
  bool less = false;
  for_each_completion(pack, nothing_told(pack), [&](const Answers& answers) {
    if (less || !is_of_base(pack, answers)) return;
    const ReferenceOutcome with = reference_outcome(pack, answers);
    const ReferenceOutcome without = reference_outcome(base, answers);
    less = with.recommendation < without.recommendation || with.referral < without.referral;
  });
  return less;
}

}  // namespace

TEST_CASE("Whether an add-on gives somebody less is what trying all answers says", "[prove]") {
  std::array<int, 2> seen{};
  for (std::uint32_t seed = 0; seed < 1500; ++seed) {
    Dice dice(seed);
    const Pack pack = with_add_on(dice);
    CAPTURE(seed);
    const bool less = gives_less(pack);
    ++seen[less ? 1 : 0];
    const CheckReport report = check(pack);
    const Finding& finding = base_finding(report);
    REQUIRE((finding.verdict == Finding::Verdict::refuted) == less);
    REQUIRE(finding.verdict != Finding::Verdict::not_proved);
    REQUIRE(finding.example.has_value() == less);
  }
  CHECK(std::ranges::min(seen) > 50);
}

TEST_CASE(
    "Where an add-on frees nothing for one complaint by the rules, it does for none of several",
    "[prove]") {
  int carried = 0;
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    Dice dice(seed);
    const Pack pack = with_add_on(dice);
    const CheckReport report = check(pack);
    const Finding& finding = base_finding(report);
    const bool carries = finding.verdict == Finding::Verdict::proved && !finding.one_complaint;
    if (!carries) continue;
    ++carried;
    Pack base = pack;
    std::erase_if(base.rules, [](const Rule& rule) { return rule.added; });
    std::erase_if(base.workouts, [](const Workout& workout) { return workout.added; });
    CAPTURE(seed);
    for (int i = 0; i < 40; ++i) {
      const Answers told = random_answers(pack, dice, 2, 100);
      Diagnostics contradictions;
      const auto known = infer(pack, told, contradictions);
      if (!known || !std::ranges::all_of(subjects(pack, known->both), [&](const Replies& replies) {
            Answers one = nothing_told(pack);
            one.runner = replies;
            one.complaints.front().replies = replies;
            return is_of_base(pack, one);
          })) {
        continue;
      }
      REQUIRE(assess(pack, *known).recommendation >= assess(base, *known).recommendation);
    }
  }
  CHECK(carried > 30);
}

TEST_CASE("The default pack with three add-ons of ten rules is proved within the budget",
          "[prove]") {
  std::vector<SourceFile> files = default_pack_files();
  const std::size_t rules = load(files).rules.size();
  for (SourceFile& file : three_add_ons()) files.push_back(std::move(file));
  const Pack pack = load(files);
  CHECK(pack.rules.size() == rules + 30);
  const CheckReport report = check(pack);
  for (const Finding& finding : report.findings) {
    if (finding.verdict == Finding::Verdict::proved) break;
    INFO(finding.check << " " << finding.subject << ": " << finding.message
                       << (finding.example ? to_json(pack, finding.example->answers) : ""));
    CHECK(finding.verdict == Finding::Verdict::warning);
  }
  CHECK(report.complete);
  CHECK(report.nodes < kNodeBudget / 2);
  CHECK(report.proof.is_of(pack));
}

}  // namespace runready::testing
