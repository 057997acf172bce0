#include "interview/understand.hpp"

#include "catch.hpp"
#include "support/packs.hpp"

namespace runready::testing {
namespace {

using Values = std::vector<std::int32_t>;

struct Row {
  std::string_view line;
  Values values;             ///< empty: it is no reply
  std::string_view problem;  ///< part of what is said then
};

void check(std::string_view question, bool several, const std::vector<Row>& rows) {
  const Pack pack = load(base_files());
  const QuestionId id = *pack.question_named(question);
  for (const Row& row : rows) {
    INFO(question << " <- " << row.line);
    const Understood understood = understand(pack, id, several, row.line);
    CHECK(understood.values == row.values);
    CHECK(understood.problem.empty() == row.problem.empty());
    CHECK(understood.problem.find(row.problem) != std::string::npos);
  }
}

TEST_CASE("a yes or no is understood by number, name and beginning", "[interview]") {
  check("any_pain", false,
        {{"1", {0}, ""},
         {"2", {1}, ""},
         {"n", {0}, ""},
         {"yes", {1}, ""},
         {"  YES ", {1}, ""},
         {"3", {}, "1 to 2"},
         {"0", {}, "1 to 2"},
         {"maybe", {}, "`maybe` is none"},
         {"yes no", {}, "One reply"}});
}

TEST_CASE("several things is the third reply where it is one", "[interview]") {
  check("any_pain", true, {{"3", {2}, ""}, {"y", {1}, ""}, {"4", {}, "1 to 3"}});
}

TEST_CASE("one of several options is understood", "[interview]") {
  check("gait", false,
        {{"3", {2}, ""},
         {"limping", {2}, ""},
         {"Alt", {1}, ""},
         {"limpin", {2}, ""},
         {"limpng", {}, "Did you mean `limping`?"},
         {"1,2", {}, "One reply"},
         {"99999999999999999999", {}, "`99999999999999999999` is none"},
         {"-1", {}, "1 to 3"}});
}

TEST_CASE("a list is understood with commas, spaces and both", "[interview]") {
  check("where", false,
        {{"1", {1, 0, 0}, ""},
         {"1,3", {1, 0, 1}, ""},
         {"3 1", {1, 0, 1}, ""},
         {" 1 ,  c ; 1", {1, 1, 0}, ""},
         {"shin,arm", {1, 0, 1}, ""},
         {"none", {0, 0, 0}, ""},
         {"0", {0, 0, 0}, ""},
         {"none,1", {}, "none, or some"},
         {",", {}, "none of the replies"},
         {"1,7", {}, "1 to 3"},
         {"knee", {}, "`knee` is none"}});
}

TEST_CASE("a number is understood within its range only", "[interview]") {
  check("pain", false,
        {{"0", {0}, ""},
         {"10", {10}, ""},
         {"11", {}, "from 0 to 10"},
         {"-1", {}, "from 0 to 10"},
         {"4.5", {}, "from 0 to 10"},
         {"four", {}, "from 0 to 10"},
         {"4 5", {}, "from 0 to 10"},
         {"99999999999999999999", {}, "from 0 to 10"}});
}

TEST_CASE("an ambiguous beginning names what it could be", "[interview]") {
  const Pack pack = load(base_and(R"({"questions": [{"id": "side", "about": "runner",
    "section": "day", "type": "choice", "ask": "Which?", "why": "It matters.", "default": "inner-a",
    "options": [{"id": "inner-a", "label": "A", "says": "a"},
                {"id": "inner-b", "label": "B", "says": "b"}]}]})"));
  const Understood understood = understand(pack, *pack.question_named("side"), false, "inn");
  CHECK(understood.values.empty());
  CHECK(understood.problem == "`inn` could be: `inner-a`, `inner-b`.");
}

TEST_CASE("what is typed is shown safely", "[interview]") {
  const Pack pack = load(base_files());
  const Understood understood =
      understand(pack, *pack.question_named("gait"), false, "\x1b[31mred");
  CHECK(understood.problem.find('\x1b') == std::string::npos);
}

TEST_CASE("commands are single characters whatever options are called", "[interview]") {
  CHECK(command_in("?") == Command::why);
  CHECK(command_in(" B ") == Command::back);
  CHECK(command_in("r") == Command::review);
  CHECK(command_in("q\r") == Command::quit);
  CHECK(command_in("+") == Command::another);
  CHECK_FALSE(command_in("bo"));
  CHECK_FALSE(command_in(""));
}

TEST_CASE("a plain yes or no takes Enter for no", "[interview]") {
  const Pack pack = load(base_files());
  CHECK(understand_yes_or_no(pack, "").values == Values{0});
  CHECK(understand_yes_or_no(pack, "2").values == Values{1});
  CHECK(understand_yes_or_no(pack, "y").values == Values{1});
  CHECK(understand_yes_or_no(pack, "3").values.empty());
}

}  // namespace
}  // namespace runready::testing
