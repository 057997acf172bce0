#include "interview/steps.hpp"

#include "catch.hpp"
#include "support/packs.hpp"
#include "support/small_pack.hpp"

namespace runready::testing {
namespace {

Answers nothing_told(const Pack& pack, std::size_t complaints) {
  Answers answers;
  answers.runner = Replies(pack.variables.size());
  answers.complaints.assign(complaints, {"", Replies(pack.variables.size())});
  return answers;
}

Asked about(const Pack& pack, std::string_view question,
            std::optional<std::size_t> complaint = std::nullopt) {
  return {*pack.question_named(question), complaint};
}

TEST_CASE("the entrance is the question whose no spares all about complaints", "[interview]") {
  const Pack pack = small_pack();
  CHECK(entrance_to_complaints(pack) == pack.question_named("any_pain"));
}

TEST_CASE("there is no entrance if some complaint is asked about anyway", "[interview]") {
  Pack pack = small_pack();
  pack.questions[pack.question_named("gait")->index].when.reset();
  CHECK_FALSE(entrance_to_complaints(pack));
}

TEST_CASE("questions come in the author's order, one complaint after the other", "[interview]") {
  const Pack pack = small_pack();
  Answers told = nothing_told(pack, 2);
  told.runner.set(variable_of(pack, "any_pain"), 1);
  const Known known{told, {}, told};
  const std::vector<Asked> open = {about(pack, "training"), about(pack, "where", 1),
                                   about(pack, "gait", 0), about(pack, "pain", 1)};
  CHECK(first_to_ask(pack, open, known) == about(pack, "training"));
  CHECK(first_to_ask(pack, std::vector<Asked>(open.begin() + 1, open.end()), known) ==
        about(pack, "gait", 0));
  CHECK(first_to_ask(pack, std::vector<Asked>{open[1], open[3]}, known) == about(pack, "where", 1));
}

TEST_CASE("a question is asked only once it is certain that it applies", "[interview]") {
  const Pack pack = small_pack();
  const Answers told = nothing_told(pack, 1);
  const Known known{told, {}, told};
  const std::vector<Asked> open = {about(pack, "where", 0), about(pack, "race"),
                                   about(pack, "any_pain"), about(pack, "training")};
  CHECK(first_to_ask(pack, open, known) == about(pack, "any_pain"));
}

}  // namespace
}  // namespace runready::testing
