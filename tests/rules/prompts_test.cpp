// How many questions the default pack asks of whom, told by the prover that drives the interview,
// and how many words of it somebody reads who has nothing wrong. Prints the count of each runner
// and the mean over a stated population.

#include <iomanip>
#include <iostream>
#include <iterator>
#include <sstream>

#include "catch.hpp"
#include "rules/gates.hpp"
#include "runready/load.hpp"
#include "runready/prove.hpp"
#include "support/packs.hpp"
#include "support/told.hpp"

using namespace runready;

namespace {

struct Person {
  const char* who;
  int in_a_hundred;  ///< how many of a hundred runners who ask are like this
  std::size_t most_prompts;
  const char* answers;  ///< everything not mentioned is at its default
};

constexpr Person kPopulation[] = {
    {"nothing wrong", 30, 6, R"({"any_pain": false})"},
    {"nothing wrong, long run planned", 10, 6, R"({"any_pain": false, "plan": ["long"]})"},
    {"sore quads on day two", 25, 12,
     R"({"any_pain": true, "where": ["quad"], "pattern": "soreness", "pain": 3})"},
    {"very sore legs", 5, 12,
     R"({"any_pain": true, "where": ["quad", "calf"], "pattern": "soreness", "pain": 7})"},
    {"sharp pain in one knee", 8, 11,
     R"({"any_pain": true, "where": ["knee-front"], "pain": 5, "quality": "sharp",
         "sides": "one", "tissue": "joint", "signs": ["one-spot"]})"},
    {"a tendon that warms up", 7, 20,
     R"({"any_pain": true, "where": ["achilles"], "pain": 2, "tissue": "tendon",
         "onset": "gradual", "sides": "one", "warmup": "better",
         "next_morning": "first-steps", "days_sore": 5})"},
    {"the day after a marathon", 5, 12,
     R"({"any_pain": true, "where": ["quad"], "pattern": "soreness", "pain": 6,
         "training": ["raced"], "race": "marathon", "days_since_race": 1})"},
    {"a head cold", 7, 6, R"({"any_pain": false, "recovery": ["ill"], "illness": "above-neck"})"},
    {"a swollen calf after a flight", 1, 5,
     R"({"any_pain": true, "where": ["calf"], "leg_warnings": ["one-calf-swollen"], "pain": 4})"},
    {"chest pain", 2, 1, R"({"warning_signs": ["chest-pain"]})"},
};

/// Every reply of a person, defaults filled in.
Replies complete_replies(const Pack& pack, const char* answers) {
  const Answers told = testing::answers_of(pack, answers);
  Replies replies = subjects(pack, told).front();
  for (std::uint32_t v = 0; v < pack.variables.size(); ++v) {
    if (!replies.knows({v})) replies.set({v}, pack.variable({v}).default_value);
  }
  return replies;
}

/// The questions asked of a person, in their order.
std::vector<QuestionId> asked_of(const Pack& pack, const Replies& person) {
  Prover prover(pack);
  Answers told;
  told.runner = Replies(pack.variables.size());
  told.complaints.push_back({"", Replies(pack.variables.size())});
  for (std::vector<QuestionId> asked;;) {
    Diagnostics wrong;
    const auto known = infer(pack, told, wrong);
    REQUIRE(known);
    const std::vector<Asked> open = prover.open_questions(*known);
    if (open.empty()) return asked;
    asked.push_back(open.front().question);
    const Question& question = pack.question(asked.back());
    Replies& into = question.about == About::runner ? told.runner : told.complaints.front().replies;
    for (std::uint32_t i = 0; i < question.variable_count; ++i) {
      const VariableId id{question.first_variable.index + i};
      into.set(id, person[id]);
    }
    REQUIRE(asked.size() <= pack.questions.size());
  }
}

std::size_t words(const std::string& text) {
  std::istringstream stream(text);
  return static_cast<std::size_t>(std::distance(std::istream_iterator<std::string>(stream), {}));
}

/// What is read of a question: itself and the replies it offers.
std::size_t words_of(const Question& question) {
  std::size_t count = words(question.ask);
  for (const Option& option : question.options) count += words(option.label);
  return count;
}

}  // namespace

TEST_CASE("each kind of runner is asked no more than is aimed at", "[rules]") {
  const Pack pack = testing::load(default_pack_files());
  double mean = 0;
  for (const Person& person : kPopulation) {
    const std::size_t count = asked_of(pack, complete_replies(pack, person.answers)).size();
    std::cout << std::setw(3) << count << "  " << person.who << " (" << person.in_a_hundred
              << " of 100)\n";
    mean += static_cast<double>(count) * person.in_a_hundred / 100;
    INFO(person.who);
    CHECK(count <= person.most_prompts);
  }
  std::ostringstream said;
  said << "mean " << std::fixed << std::setprecision(1) << mean << " prompts";
  std::cout << said.str() << "\n";
  CHECK_THAT(testing::repository_file("rules/README.md").text, ContainsSubstring(said.str()));
}

TEST_CASE("what somebody reads who has nothing wrong is counted", "[rules]") {
  const Pack pack = testing::load(default_pack_files());
  std::size_t count = 0;
  for (const QuestionId id : asked_of(pack, complete_replies(pack, "{}"))) {
    count += words_of(pack.question(id));
  }
  std::cout << count << " words\n";
  CHECK(count <= 497);
  CHECK_THAT(testing::repository_file("rules/NOTES.md").text,
             ContainsSubstring(std::to_string(count) + " in questions and replies"));
}
