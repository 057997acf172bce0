// Lists in windows that are too small for them: whatever the size, all of a question is seen before
// it counts as answered.
#include <algorithm>
#include <cstddef>
#include <string>

#include "catch.hpp"
#include "interview/asking.hpp"
#include "interview/talk.hpp"
#include "runready/load.hpp"
#include "runready/read_answers.hpp"
#include "support/packs.hpp"
#include "text/utf8.hpp"

namespace runready::testing {
namespace {

std::size_t lines_of(std::string_view text) {
  return 1 + static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

/// A list of so many options, called "Place 1 in the leg" and so on.
Question list_of(std::size_t options, std::size_t in_a_group = 0) {
  Question question;
  question.type = QuestionType::multi_choice;
  question.ask = "Where is it?";
  for (std::size_t i = 0; i < options; ++i) {
    Option option;
    option.label = "Place " + std::to_string(i + 1) + " in the leg";
    if (in_a_group > 0) option.group = "Group " + std::to_string(i / in_a_group + 1);
    question.options.push_back(std::move(option));
  }
  question.variable_count = static_cast<std::uint32_t>(options);
  return question;
}

Asking::Manner default_none(std::size_t options) {
  return {.enter = {OnEnter::Does::takes_default, std::vector<std::int32_t>(options, 0)}};
}

std::vector<std::int32_t> chosen(std::size_t options, std::initializer_list<std::size_t> numbers) {
  std::vector<std::int32_t> values(options, 0);
  for (const std::size_t number : numbers) values[number - 1] = 1;
  return values;
}

TEST_CASE("a list that fits stands in one column, a longer one in as many as it takes",
          "[interview]") {
  const Pack pack = load(base_files());
  const Asking tall(pack, list_of(6), default_none(6), {.width = 60, .height = 24});
  CHECK(has(tall.in_full({.width = 60, .height = 24}), "  2 Place 2 in the leg\n"));
  const TextOptions view{.width = 60, .height = 6};
  const Asking low(pack, list_of(6), default_none(6), view);
  CHECK(low.in_full(view) ==
        "\nWhere is it?\n"
        "  1 Place 1 in the leg   2 Place 2 in the leg\n"
        "  3 Place 3 in the leg   4 Place 4 in the leg\n"
        "  5 Place 5 in the leg   6 Place 6 in the leg\n"
        "Numbers, as in 1,3, or Enter for: None of these > ");
}

TEST_CASE("columns stand under their groups", "[interview]") {
  const Pack pack = load(base_files());
  const TextOptions view{.width = 60, .height = 9};
  const Asking asking(pack, list_of(6, 3), default_none(6), view);
  CHECK(asking.in_full(view) ==
        "\nWhere is it?\n"
        "  Group 1\n"
        "  1 Place 1 in the leg   2 Place 2 in the leg\n"
        "  3 Place 3 in the leg\n"
        "  Group 2\n"
        "  4 Place 4 in the leg   5 Place 5 in the leg\n"
        "  6 Place 6 in the leg\n"
        "Numbers, as in 1,3, or Enter for: None of these > ");
}

TEST_CASE("a list for which columns do not do is shown in pages, the question above the prompt",
          "[interview]") {
  const Pack pack = load(base_files());
  const TextOptions view{.width = 40, .height = 6};
  Asking asking(pack, list_of(4), default_none(4), view);
  CHECK(asking.in_full(view) ==
        "\nWhere is it?\n"
        "  1 Place 1 in the leg\n"
        "  2 Place 2 in the leg\n"
        "Where is it?\n"
        "Numbers, as in 1,3, or Enter for the\n"
        "rest of the list > ");
  Asking::Taken taken = asking.take("2", view);
  CHECK(taken.goes_on);
  CHECK(taken.said == "Understood: Place 2 in the leg.");
  CHECK(has(asking.in_full(view), "  3 Place 3 in the leg\n"));
  CHECK(asking.take("4", view).values == chosen(4, {2, 4}));
}

TEST_CASE("Enter on the first page refuses nothing that was not shown", "[interview]") {
  const Pack pack = load(base_files());
  const TextOptions view{.width = 40, .height = 6};
  for (const std::string_view first : {"", "none", "n"}) {
    Asking asking(pack, list_of(4), default_none(4), view);
    const Asking::Taken taken = asking.take(first, view);
    CHECK(taken.values.empty());
    CHECK(taken.goes_on);
    CHECK(asking.take("3", view).values == chosen(4, {3}));
  }
  Asking asking(pack, list_of(4), default_none(4), view);
  asking.take("1", view);
  CHECK(asking.take("", view).values == chosen(4, {1}));
}

TEST_CASE("b goes back a page, and then to the question before", "[interview]") {
  const Pack pack = load(base_files());
  const TextOptions view{.width = 40, .height = 6};
  Asking asking(pack, list_of(4), default_none(4), view);
  asking.take("1", view);
  CHECK(asking.back());
  CHECK(has(asking.in_full(view), "x 1 Place 1 in the leg"));
  CHECK(asking.take("-1", view).goes_on);
  CHECK(asking.take("", view).values == chosen(4, {}));
  CHECK(asking.back());
  CHECK_FALSE(asking.back());
}

TEST_CASE("a page that must be answered is not passed with nothing chosen", "[interview]") {
  const Pack pack = load(base_files());
  const TextOptions view{.width = 40, .height = 5};
  Asking asking(pack, list_of(4), {}, view);
  for (int page = 1; page < 4; ++page) CHECK(asking.take("", view).goes_on);
  CHECK(asking.take("", view).is_empty);
  CHECK(asking.take("none", view).values == chosen(4, {}));
}

TEST_CASE(
    "a grouped list too long for a page is asked by its groups, with all in them on the screen",
    "[interview]") {
  const Pack pack = load(base_files());
  const TextOptions view{.width = 40, .height = 12};
  Asking asking(pack, list_of(9, 3), default_none(9), view);
  CHECK(asking.in_full(view) ==
        "\nWhere is it?\n"
        "  1 Group 1: Place 1 in the leg; Place 2\n"
        "    in the leg; Place 3 in the leg\n"
        "  2 Group 2: Place 4 in the leg; Place 5\n"
        "    in the leg; Place 6 in the leg\n"
        "  3 Group 3: Place 7 in the leg; Place 8\n"
        "    in the leg; Place 9 in the leg\n"
        "Numbers of the lines in which something\n"
        "is true, as in 1,3, or Enter for: None\n"
        "of these > ");
  CHECK(Asking(asking).take("", view).values == chosen(9, {}));
  CHECK(Asking(asking).take("none", view).values == chosen(9, {}));
  CHECK(has(Asking(asking).take("4", view).said, "1 to 3"));
  CHECK(asking.take("1,3", view).goes_on);
  CHECK(has(asking.in_full(view), "  4 Place 7 in the leg\n"));
  CHECK(asking.take("2,4", view).values == chosen(9, {2, 7}));
  CHECK(asking.back());
  CHECK(has(asking.in_full(view), "1 Group 1: Place 1"));
}

TEST_CASE("words of a reply answer where groups are asked", "[interview]") {
  const Pack pack = load(default_pack_files());
  const Question& about_you = pack.question(*pack.question_named("about_you"));
  const TextOptions view{.width = 100, .height = 24};
  Asking asking(pack, about_you, default_none(about_you.options.size()), view);
  const Asking::Taken taken = asking.take("pregnant", view);
  REQUIRE_FALSE(taken.values.empty());
  CHECK(taken.values[*option_named(about_you, "pregnant")] == 1);
}

TEST_CASE("what stands in other groups stays when one is changed", "[interview]") {
  const Pack pack = load(default_pack_files());
  const Question& about_you = pack.question(*pack.question_named("about_you"));
  const auto chosen_of = [&](std::initializer_list<const char*> ids) {
    std::vector<std::int32_t> values(about_you.options.size(), 0);
    for (const char* id : ids) values[*option_named(about_you, id)] = 1;
    return values;
  };
  int asked_by_groups = 0;
  for (std::size_t height = 14; height <= 34; ++height) {
    const TextOptions view{.width = 80, .height = height};
    Asking asking(pack, about_you, {.enter = {OnEnter::Does::keeps, chosen_of({"pregnant"})}},
                  view);
    if (!has(asking.in_full(view), "Heart, blood or clots: ")) continue;
    ++asked_by_groups;
    REQUIRE(asking.take("3", view).goes_on);
    CHECK(asking.take("1", view).values == chosen_of({"pregnant", "heart-condition"}));
  }
  CHECK(asked_by_groups > 0);
}

/// The replies listed, without the marks of what is chosen.
std::string rows_of(std::string shown) {
  std::string rows;
  for (std::size_t from = 0; from < shown.size();) {
    const std::size_t end = std::min(shown.find('\n', from), shown.size());
    std::string row = shown.substr(from, end - from);
    from = end + 1;
    for (std::size_t x = row.find("x "); x != row.npos; x = row.find("x ", x + 1)) {
      if (x + 2 < row.size() && (x == 0 || row[x - 1] == ' ')) row[x] = ' ';
    }
    const std::size_t number = row.find_first_of("0123456789");
    const std::size_t after = row.find_first_not_of("0123456789", number);
    const bool begins = row.starts_with(' ') && row.find_first_not_of(' ') == number;
    if (begins && after != row.npos && row[after] == ' ') rows += row + "\n";
  }
  return rows;
}

TEST_CASE("the numbers of a list are the same whatever is ticked", "[interview]") {
  const Pack pack = load(default_pack_files());
  for (const Question& question : pack.questions) {
    if (question.type != QuestionType::multi_choice) continue;
    const std::size_t size = question.options.size();
    for (std::size_t height = 12; height <= 60; ++height) {
      for (const std::size_t width : {60U, 80U, 100U}) {
        INFO(question.id << " at " << width << "x" << height);
        const TextOptions view{.width = width, .height = height};
        const std::string first =
            rows_of(Asking(pack, question, default_none(size), view).in_full(view));
        for (const std::size_t ticked : {std::size_t{1}, size / 2, size}) {
          std::vector<std::int32_t> values(size, 0);
          std::fill_n(values.begin(), ticked, 1);
          Asking again(pack, question, {.enter = {OnEnter::Does::keeps, values}}, view);
          CHECK(rows_of(again.in_full(view)) == first);
        }
      }
    }
  }
}

TEST_CASE("what is ticked on a page stays when the window changes", "[interview]") {
  const Pack pack = load(base_files());
  const TextOptions small{.width = 40, .height = 6};
  Asking asking(pack, list_of(4), default_none(4), small);
  asking.take("1", small);
  CHECK(asking.back());
  asking.fit(small);
  CHECK(has(asking.in_full(small), "x 1 Place 1"));
  const TextOptions tall{.width = 80, .height = 24};
  asking.fit(tall);
  CHECK(has(asking.in_full(tall), "x 1 Place 1"));
  CHECK(has(asking.in_full(tall), "Enter for: Place 1 in the leg >"));
  CHECK(asking.take("", tall).values == chosen(4, {1}));
}

TEST_CASE("? and a number says what that reply means", "[interview]") {
  const Pack pack = load(default_pack_files());
  Talk talk(pack, {}, {.width = 80, .height = 24});
  CHECK(has(talk.say("?6"), "6 Lasting chest pain or pressure: you have chest pain"));
  CHECK(has(talk.say("? stroke"), "13 Face, arm, speech or sight failed: "));
}

TEST_CASE("every question of the default pack is seen at once at 80x24 and at 60x20",
          "[interview]") {
  const Pack pack = load(default_pack_files());
  struct Row {
    TextOptions view;
    std::string_view reply;  ///< to each part of a list
  };
  constexpr TextOptions kUsual{.width = 80, .height = 24};
  constexpr TextOptions kSmall{.width = 60, .height = 20};
  for (const auto& [view, reply] :
       {Row{kUsual, ""}, Row{kUsual, "1"}, Row{kSmall, ""}, Row{kSmall, "1"}}) {
    for (const Question& question : pack.questions) {
      INFO(question.id << " at " << view.width << ", `" << reply << "`");
      Asking::Manner manner = default_none(std::max<std::size_t>(question.options.size(), 1));
      manner.headings = {"A section, 7 of about 12"};
      Asking asking(pack, question, manner, view);
      for (int part = 0; part < 8; ++part) {
        const std::string shown = asking.in_full(view).substr(1);
        CHECK(lines_of(shown) <= view.height);
        CHECK(has(shown, question.ask.substr(0, 12)));
        for (std::string_view rest = shown; !rest.empty();) {
          const std::string_view line = rest.substr(0, rest.find('\n'));
          CHECK(display_width(line) <= view.width);
          rest.remove_prefix(std::min(line.size() + 1, rest.size()));
        }
        if (!asking.take(reply, view).goes_on) break;
      }
    }
  }
}

TEST_CASE("a question that has left the window is shown again", "[interview]") {
  const Pack pack = load(base_files());
  Talk talk(pack, {}, {.width = 80, .height = 9});
  CHECK(has(talk.prompt(), "Does anything hurt?"));
  talk.say("perhaps");
  CHECK(talk.prompt() == "A number > ");
  talk.say("maybe");
  CHECK(has(talk.prompt(), "Does anything hurt?"));
}

TEST_CASE("what is said to a line stays in the window, and Enter then waits for the question",
          "[interview]") {
  const Pack pack = load(default_pack_files());
  TextOptions filled{.width = 60, .height = 20};
  filled.height = lines_of(Talk(pack, {}, filled).prompt());
  for (const std::string_view line : {"hmmm", "?2"}) {
    Talk talk(pack, {}, filled);
    REQUIRE(lines_of(talk.prompt()) == filled.height);
    const std::string said = talk.say(line);
    const std::string shown = talk.prompt();
    INFO(said << shown);
    CHECK(lines_of(said + shown) <= filled.height);
    CHECK(has(shown, "Any of these?"));
    CHECK_FALSE(has(shown, "Enter"));
    CHECK(has(talk.say(""), "once more"));
    CHECK(has(talk.prompt(), "or Enter for: None of these"));
    CHECK(has(talk.say(""), "Understood"));
  }
}

TEST_CASE("a review longer than the window is shown in pages too", "[interview]") {
  const Pack pack = load(base_files());
  Talk talk(pack, {}, {.width = 60, .height = 8});
  talk.say_all({"2", "1", "", "4", "r"});
  CHECK(has(talk.prompt(), "or Enter for the rest of the list"));
  talk.say("");
  CHECK(has(talk.prompt(), "How much?"));
  talk.say("4");
  CHECK(has(talk.prompt(), "How much?"));
  CHECK(has(talk.prompt(), "Enter to keep: 4"));
}

}  // namespace
}  // namespace runready::testing
