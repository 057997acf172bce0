#include "catch.hpp"
#include "interview/prompt.hpp"
#include "runready/load.hpp"
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
  const Question& asked = pack.question(*pack.question_named(question));
  for (const Row& row : rows) {
    INFO(question << " <- " << row.line);
    const Understood understood = understand(pack, asked, row.line, several);
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
         {"none", {0}, ""},
         {"0", {}, "1 to 2"},
         {"maybe", {}, "`maybe` is not one"},
         {"yes no", {}, "`yes no` is not one"}});
}

TEST_CASE("several things is the third reply where it is one", "[interview]") {
  check("any_pain", true, {{"3", {2}, ""}, {"y", {1}, ""}, {"4", {}, "1 to 3"}});
}

TEST_CASE("one of several options is understood", "[interview]") {
  check("gait", false,
        {{"3", {2}, ""},
         {"limping", {2}, ""},
         {"Ask", {1}, ""},
         {"Alt", {}, "`Alt` is not one"},
         {"LIMPING", {2}, ""},
         {"lim", {2}, ""},
         {"li", {}, "`li` is not one"},
         {"askwe", {1}, ""},
         {"no", {}, "`no` is not one"},
         {"1,2", {}, "One reply"},
         {"99999999999999999999", {}, "1 to 3"},
         {"-1", {}, "1 to 3"}});
}

TEST_CASE("a list is understood with commas, spaces and both", "[interview]") {
  check("where", false,
        {{"1", {1, 0, 0}, ""},
         {"1,3", {1, 0, 1}, ""},
         {"3 1", {1, 0, 1}, ""},
         {" 1 ,  cal ; 1", {1, 1, 0}, ""},
         {"1, c", {}, "`c` is not one"},
         {"shin,arm", {1, 0, 1}, ""},
         {"none", {0, 0, 0}, ""},
         {"0", {0, 0, 0}, ""},
         {"-", {0, 0, 0}, ""},
         {"n", {0, 0, 0}, ""},
         {"No", {0, 0, 0}, ""},
         {"nothing", {0, 0, 0}, ""},
         {"None of these", {0, 0, 0}, ""},
         {"shins and calves", {}, "could be: 1 Shin; 2 Calf"},
         {"shins calves", {1, 1, 0}, ""},
         {"my shin hurts", {}, "could be: 1 Shin."},
         {"no shin", {}, "could be: 1 Shin."},
         {"below", {}, "could be: 1 Shin; 2 Calf"},
         {"elsewhere", {0, 0, 1}, ""},
         {"none,1", {}, "none, or some"},
         {",", {}, "not one of the replies"},
         {"1,7", {}, "1 to 3"},
         {"toe", {}, "`toe` is not one"}});
}

TEST_CASE("a number is understood in the ways people write it", "[interview]") {
  check("pain", false,
        {{"0", {0}, ""},
         {"10", {10}, ""},
         {"4/10", {4}, ""},
         {"4 / 10", {4}, ""},
         {"3-4", {4}, ""},
         {"4-3", {4}, ""},
         {"3 or 4", {4}, ""},
         {"four", {4}, ""},
         {"about 4 points", {4}, ""},
         {"4/5", {}, "from 0 to 10"},
         {"11/10", {}, "from 0 to 10"},
         {"11", {}, "from 0 to 10"},
         {"-1", {}, "from 0 to 10"},
         {"4.5", {}, "from 0 to 10"},
         {"2 weeks", {}, "from 0 to 10"},
         {"yesterday", {}, "from 0 to 10"},
         {"4 5", {}, "from 0 to 10"},
         {"99999999999999999999", {}, "from 0 to 10"}});
}

TEST_CASE("days are understood in weeks and by name", "[interview]") {
  const Pack pack = load(base_and(R"({"questions": [{"id": "since", "about": "runner",
    "section": "day", "type": "integer", "ask": "Since when?", "why": "It matters.",
    "says": "it began {} days ago", "range": [0, 60], "unit": "days", "default": 0,
    "caution": "falls"}]})"));
  const Question& since = pack.question(*pack.question_named("since"));
  const auto days = [&](std::string_view line) { return understand(pack, since, line).values; };
  CHECK(days("2 weeks") == Values{14});
  CHECK(days("2w") == Values{14});
  CHECK(days("yesterday") == Values{1});
  CHECK(days("Today") == Values{0});
  CHECK(days("about 3 days ago") == Values{3});
  CHECK(days("1 day") == Values{1});
  CHECK(days("3-4") == Values{3});  // the fewer, the worse
  CHECK(days("a week") == Values{7});
  CHECK(days("2 months") == Values{56});  // of short months: the fewer, the worse
  CHECK(days("9 weeks") == Values{60});   // as many as it takes, and no more than they are
  CHECK(days("61").empty());
  CHECK(days("2 moons").empty());
}

TEST_CASE("which warning sign is meant is asked, not guessed", "[interview]") {
  const Pack pack = load(default_pack_files());
  const Question& signs = pack.question(*pack.question_named("warning_signs"));
  for (const std::string_view line :
       {"chest", "chest hurts", "my chest hurts", "breathless", "heart"}) {
    const Understood understood = understand(pack, signs, line);
    CAPTURE(line, understood.problem);
    CHECK(understood.values.empty());
    CHECK(understood.problem.find("could be") != std::string::npos);
  }
  for (const auto& [line, id] : {std::pair("chest pain", "chest-pain"),
                                 {"Breathless at rest", "breathless-at-rest"},
                                 {"fainted", "fainted"}}) {
    const Understood understood = understand(pack, signs, line);
    CAPTURE(line, understood.problem);
    REQUIRE(understood.values.size() == signs.options.size());
    const auto place = std::ranges::find(signs.options, id, &Option::id) - signs.options.begin();
    CHECK(understood.values[static_cast<std::size_t>(place)] == 1);
    CHECK(std::ranges::count(understood.values, 1) == 1);
  }
}

TEST_CASE("what is named goes with what is ticked", "[interview]") {
  const Pack pack = load(default_pack_files());
  const Question& signs = pack.question(*pack.question_named("warning_signs"));
  const Values ticked = understand(pack, signs, "chest pain").values;
  const Values both = understand(pack, signs, "hit my head", false, ticked).values;
  CHECK(std::ranges::count(both, 1) == 2);
}

TEST_CASE("of a list already ticked some can be taken away", "[interview]") {
  const Pack pack = load(base_files());
  const Question& where = pack.question(*pack.question_named("where"));
  const Values ticked = {1, 1, 0};
  const auto left = [&](std::string_view line) {
    return understand(pack, where, line, false, ticked).values;
  };
  CHECK(left("-2") == Values{1, 0, 0});
  CHECK(left("-1 -2") == Values{0, 0, 0});
  CHECK(left("-2,3") == Values{1, 0, 1});
  CHECK(left("3") == Values{1, 1, 1});
  CHECK(left("none") == Values{0, 0, 0});
  CHECK(left("-4").empty());
}

TEST_CASE("words of labels are replies, their ids' beginnings are not", "[interview]") {
  const Pack pack = load(default_pack_files());
  const Question& where = pack.question(*pack.question_named("where"));
  struct Meant {
    std::string_view line;
    std::string_view id;  ///< of the only option chosen; empty: none or unclear
  };
  for (const auto& [line, id] :
       {Meant{"kneecap", "knee-front"}, Meant{"front knee", "knee-front"}, Meant{"quads", "quad"},
        Meant{"hamstrings", "hamstring"}, Meant{"calves", "calf"}, Meant{"achiles", "achilles"},
        Meant{"knee", "knee"}, Meant{"thigh", ""}, Meant{"my knee hurts", ""}, Meant{"kn", ""}}) {
    INFO(line);
    const Understood understood = understand(pack, where, line);
    std::string chosen;
    for (std::size_t i = 0; i < understood.values.size(); ++i) {
      if (understood.values[i] == 1) chosen += where.options[i].id;
    }
    CHECK(chosen == id);
  }
}

TEST_CASE("an unclear word names what it could be", "[interview]") {
  const Pack pack = load(base_and(R"({"questions": [{"id": "side", "about": "runner",
    "section": "day", "type": "choice", "ask": "Which?", "why": "It matters.", "default": "inner-a",
    "options": [{"id": "inner-a", "label": "Inner side, low", "says": "a"},
                {"id": "inner-b", "label": "Inner side, high", "says": "b"},
                {"id": "outer", "label": "Outer side", "says": "c"}]}]})"));
  const Understood understood =
      understand(pack, pack.question(*pack.question_named("side")), "inn");
  CHECK(understood.values.empty());
  CHECK(understood.problem ==
        "`inn` could be: 1 Inner side, low; 2 Inner side, high. Please type the number.");
}

TEST_CASE("what is typed is shown safely", "[interview]") {
  const Pack pack = load(base_files());
  const Understood understood =
      understand(pack, pack.question(*pack.question_named("gait")), "\x1b[31mred");
  CHECK(understood.problem.find('\x1b') == std::string::npos);
}

TEST_CASE("commands are single characters and the words for them", "[interview]") {
  CHECK(command_in("?") == PromptCommand::why);
  CHECK(command_in("help") == PromptCommand::why);
  CHECK(command_in(" B ") == PromptCommand::back);
  CHECK(command_in("Back") == PromptCommand::back);
  CHECK(command_in("undo") == PromptCommand::back);
  CHECK(command_in("r") == PromptCommand::review);
  CHECK(command_in("q\r") == PromptCommand::quit);
  CHECK(command_in("quit") == PromptCommand::quit);
  CHECK(command_in("exit") == PromptCommand::quit);
  CHECK(command_in("+") == PromptCommand::another);
  CHECK(command_in("skip") == PromptCommand::skip);
  CHECK_FALSE(command_in("bo"));
  CHECK_FALSE(command_in(""));
}

/// The ids understood, joined by commas, or what could be meant in brackets.
std::string meant(const Pack& pack, std::string_view question, std::string_view line) {
  const Question& asked = pack.question(*pack.question_named(question));
  const Understood understood = understand(pack, asked, line);
  if (asked.type == QuestionType::integer && !understood.values.empty()) {
    return std::to_string(understood.values[0]);
  }
  std::string ids;
  for (std::uint32_t i = 0; i < asked.options.size(); ++i) {
    const bool is_row = understood.problem.find(std::to_string(i + 1) + " " +
                                                asked.options[i].label) != std::string::npos;
    const bool is_chosen = asked.type == QuestionType::choice
                               ? understood.values == Values{static_cast<std::int32_t>(i)}
                               : !understood.values.empty() && understood.values[i] == 1;
    if (is_row || is_chosen) ids += (ids.empty() ? "" : ",") + asked.options[i].id;
  }
  return understood.problem.empty() ? ids : "(" + ids + ")";
}

TEST_CASE("the default pack knows the words that runners type", "[interview]") {
  const Pack pack = load(default_pack_files());
  struct Typed {
    std::string_view question;
    std::string_view line;
    std::string_view meant;
  };
  for (const Typed& row : std::initializer_list<Typed>{
           {"warning_signs", "stroke", "face-arm-speech"},
           {"warning_signs", "passed out", "fainted"},
           {"warning_signs", "cannot breathe", "breathless-at-rest"},
           {"warning_signs", "can't breathe", "breathless-at-rest"},
           {"warning_signs", "heart attack", "chest-pain"},
           {"warning_signs", "chest pain", "chest-pain"},
           {"warning_signs", "pain in my chest", "chest-pain"},
           {"warning_signs", "short of breath", "(breathless,breathless-at-rest)"},
           {"warning_signs", "palpitations", "(palpitations,flutter-at-rest,skipped-beat)"},
           {"warning_signs", "heatstroke", "(heat-illness,heat-illness-over)"},
           {"about_you", "diabetic", "insulin"},
           {"where", "IT band", "knee-outer"},
           {"where", "plantar", "(heel,arch)"},
           {"where", "hammy", "hamstring"},
           {"where", "my it band and calf", "(calf,knee-outer)"},
           {"onset", "gradually", "gradual"},
           {"onset", "suddenly", "(sudden-before,sudden)"},
           {"quality", "aching", "dull"},
           {"care", "no", "nobody"},
           {"care", "yes", "(booked,looked-after,may-run,not-to-run)"},
           {"sides", "left", "(one-worse,one)"},
           {"days_sore", "a week", "7"},
           {"days_sore", "two weeks", "14"},
           {"days_sore", "3 months", "93"},
           {"days_sore", "about a month ago", "31"},
           {"days_sore", "5 years", "400"},
           {"days_since_race", "a month", "28"},
           {"days_since_race", "a year", "60"},
       }) {
    INFO(row.question << " <- " << row.line);
    CHECK(meant(pack, row.question, row.line) == row.meant);
  }
}

TEST_CASE("each word of an option is understood as that, or asked back with it", "[interview]") {
  const Pack pack = load(default_pack_files());
  for (const Question& question : pack.questions) {
    for (const Option& option : question.options) {
      for (const std::string& word : option.words) {
        const std::string ids = meant(pack, question.id, word);
        INFO(question.id << "." << option.id << " <- " << word << " means " << ids);
        const bool is_only = ids == option.id;
        const bool is_among = ids.starts_with('(') && ids.find(option.id) != std::string::npos;
        CHECK((is_only || is_among));
      }
    }
  }
}

}  // namespace
}  // namespace runready::testing
