// Runners as they come, from the first question to the last screen, in the windows that people
// have. What stands at the end is compared with tests/terminal/personas-COLUMNSxLINES.txt, which
// RUNREADY_APPROVE=1 rewrites; the table at its head says how long each was asked.
#include <algorithm>
#include <cstdlib>

#include "catch.hpp"
#include "support/paths.hpp"
#include "support/process.hpp"
#include "support/transcript.hpp"
#include "terminal/pty.hpp"
#include "text/utf8.hpp"

namespace runready::testing {
namespace {

constexpr std::string_view kPrompt = "> ";
constexpr std::string_view kWarnings = "Any of these?";
constexpr std::string_view kYou = "Do any of these apply to you?";
constexpr std::string_view kHurts = "Does anything hurt";
constexpr std::string_view kWhere = "Where does it hurt?";
constexpr std::string_view kLegs = "anywhere in your legs or back?";
constexpr std::string_view kPattern = "Is all of this true?";
constexpr std::string_view kTissue = "What is it that hurts";
constexpr std::string_view kCare = "doctor or physio seen it?";
constexpr std::string_view kPain = "How bad was it";
constexpr std::string_view kTraining = "done any of these lately?";
constexpr std::string_view kSigns = "notice any of these there?";
constexpr std::string_view kQuality = "What does it feel like";
constexpr std::string_view kOnset = "How did it begin?";
constexpr std::string_view kWarmup = "change while you run?";
constexpr std::string_view kMorning = "morning after a run?";
constexpr std::string_view kDays = "How many days ago did it begin?";
constexpr std::string_view kSides = "Is it on both sides?";
constexpr std::string_view kRecovery = "Any of these today?";
constexpr std::string_view kIllness = "What is the worst of it now?";
constexpr std::string_view kPlan = "What is planned today?";
constexpr std::string_view kMore = "Does anything else hurt?";
constexpr std::string_view kReview = "Your replies so far";
constexpr std::string_view kEnd = "b to go back";           ///< the last prompt of most interviews
constexpr std::string_view kSlip = "b if that was a slip";  ///< of those that are urgent

/// To a question that is shown, the reply that is typed; each is typed once. To all others Enter,
/// and 1 where Enter is no reply.
struct Reply {
  std::string_view question;
  std::string_view words;
};

struct Persona {
  std::string_view name;
  std::vector<Reply> replies;
  std::string_view banner;  ///< how the answer begins
};

const std::vector<Persona>& personas() {
  static const std::vector<Persona> all = {
      {"healthy",
       {{kWarnings, "none"},
        {kYou, "n"},
        {kHurts, "no"},
        {kTraining, "0"},
        {kRecovery, "-"},
        {kPlan, "nothing"}},
       "RUN"},
      {"sore quads, day two",
       {{kHurts, "2"}, {kWhere, "quads"}, {kPattern, "yes"}, {kPain, "3"}},
       "EASY RUN"},
      {"sharp one-sided knee",
       {{kHurts, "y"},
        {kWhere, "kneecap"},
        {kTissue, "joint"},
        {kPain, "5"},
        {kQuality, "stabbing"}},
       "REST"},
      {"day after a marathon",
       {{kHurts, "yes"},
        {kWhere, "quad, calf"},
        {kPattern, "yes"},
        {kPain, "4"},
        {kTraining, "raced"},
        {"Which race", "marathon"},
        {"How many days ago was it", "yesterday"}},
       "CROSS-TRAIN"},
      {"head cold", {{kRecovery, "cold"}, {kIllness, "head cold"}}, "EASY RUN"},
      {"fever", {{kRecovery, "fever"}, {kIllness, "feverish"}}, "REST"},
      {"Achilles niggle",
       {{kHurts, "2"},
        {kWhere, "achilles"},
        {kTissue, "tendon"},
        {kPain, "2"},
        {kQuality, "stiff"},
        {kOnset, "gradually"},
        {kDays, "3 weeks"},
        {kSides, "one side only"},
        {kWarmup, "fades, stays away"},
        {kMorning, "stiff"}},
       ""},
      {"shin, at one spot",
       {{kHurts, "2"},
        {kWhere, "tibia"},
        {kTissue, "bone"},
        {kPain, "4/10"},
        {kSigns, "fingertip"}},
       "REST"},
      {"pregnant beginner", {{kYou, "pregnant"}, {kTraining, "beginner"}}, ""},
      {"two things",
       {{kHurts, "3"},
        {kWhere, "calf"},
        {kPain, "2"},
        {kQuality, "tight"},
        {kWhere, "lower back"},
        {kPain, "3"},
        {kQuality, "dull"},
        {kMore, "no"}},
       ""},
      {"chest pain", {{kWarnings, "chest pain"}}, "EMERGENCY"},
      {"hungover before a race",
       {{kRecovery, "hungover"},
        {"Hangover: only", "hangover: only a heavy head"},
        {kPlan, "race today"}},
       ""},
      {"changes mind",
       {{kHurts, "2"},
        {kWhere, "calf"},
        {kPain, "7"},
        {kTraining, "b"},
        {kPain, "3"},
        {kQuality, "sharp"},
        {kEnd, "b"}},
       ""},
      {"quits and resumes",
       {{kHurts, "2"},
        {kWhere, "heel"},
        {kPain, "+"},
        {"something else hurts", "q"},
        {kPain, "2"},
        {kQuality, "dull"},
        {kWhere, "hip"},
        {kPain, "3"},
        {kQuality, "dull"},
        {kMore, "n"}},
       ""},
      {"an emergency by a slip",
       {{kWarnings, "lasting chest pain or pressure"}, {kSlip, "b"}, {kWarnings, "none"}},
       "RUN"},
      {"words instead of numbers",
       {{kWarnings, "hmm"},
        {"is not one of", "nothing"},
        {kHurts, "yes"},
        {kWhere, "IT band"},
        {kTissue, "not sure"},
        {kCare, "not yet"},
        {kPain, "three"},
        {kQuality, "aching"},
        {kOnset, "crept up"},
        {kDays, "a week"},
        {kSides, "left"},
        {"could be", "one side only"}},
       ""},
      {"Enter always", {}, "RUN"},
      {"not a native speaker",
       {{kHurts, "y"},
        {kWhere, "my knee hurts"},
        {"Knee, front", "kneecap"},
        {kTissue, "i dont know"},
        {kPain, "5 of 10"},
        {"whole number", "5"},
        {kQuality, "is burning"},
        {"could be", "burning"}},
       ""},
  };
  return all;
}

bool has(std::string_view text, std::string_view part) { return text.find(part) != text.npos; }

/// Without colour, and with the program's line ends.
std::string plain(std::string_view seen) {
  std::string text;
  for (std::size_t i = 0; i < seen.size(); ++i) {
    if (seen[i] == '\x1b') {
      i = seen.find('m', i);
    } else if (seen[i] != '\r') {
      text += seen[i];
    }
  }
  return text;
}

/// The rows of a window, as it wraps what is printed; the last is where the shell asks again.
std::vector<std::string> rows_of(std::string_view text, std::size_t columns) {
  std::vector<std::string> rows(1);
  for (const char c : text) {
    if (c == '\n') {
      rows.emplace_back();
      continue;
    }
    const bool begins = (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    if (begins && display_width(rows.back()) == columns) rows.emplace_back();
    rows.back() += c;
  }
  return rows;
}

struct Played {
  std::string seen;
  std::size_t prompts = 0;
  int status = -1;
};

/// The command on the line after what is said.
std::string command_after(std::string_view seen, std::string_view said) {
  const std::size_t at = seen.find("  runready", std::min(seen.find(said), seen.size()));
  if (at == std::string_view::npos) return {};
  return std::string(seen.substr(at + 2, seen.find('\n', at) - at - 2));
}

/// Types to one call of the program what is left to type.
void type(Terminal& terminal, std::vector<Reply>& left, Played& played) {
  for (std::size_t before = 0; played.prompts < 60 && terminal.expect(kPrompt);) {
    const std::string shown = terminal.seen().substr(before);
    before = terminal.seen().size();
    ++played.prompts;
    const auto next =
        std::ranges::find_if(left, [&](const Reply& reply) { return has(shown, reply.question); });
    const std::string usual = has(shown, "Enter") ? "" : "1";
    const std::string words = next == left.end() ? usual : std::string(next->words);
    if (next != left.end()) left.erase(next);
    terminal.send(words + "\n");
  }
  played.status = terminal.wait().value_or(-1);
  played.seen += plain(terminal.seen());
}

/// Who quits goes on with the command that was printed.
Played play(const Persona& persona, const TerminalOptions& options) {
  Played played;
  std::vector<Reply> left = persona.replies;
  for (std::string command = "runready"; !command.empty();) {
    Terminal terminal({"bash", "-c", "exec " + command}, options);
    type(terminal, left, played);
    command =
        played.status == 4 ? command_after(plain(terminal.seen()), "To go on from here:") : "";
  }
  INFO(persona.name << " was never asked " << (left.empty() ? "" : left.front().question));
  CHECK(left.empty());
  return played;
}

/// The answer, as the report begins with it: banner, what to do, whom to see, when to ask again.
std::string answer_of(std::string_view seen) {
  const std::size_t command = seen.find("  runready", seen.find("To get this answer again:"));
  if (command == std::string_view::npos) return {};
  const std::size_t from = seen.find("\n\n", command) + 2;
  const std::size_t banner_end = seen.find("\n\n", from) + 2;
  return std::string(seen.substr(from, seen.find("\n\n", banner_end) - from));
}

std::string joined(const std::vector<std::string>& rows) {
  std::string text;
  for (const std::string& row : rows) text += row + "\n";
  return text;
}

std::vector<std::string> last_screen(const Played& played, WindowSize size) {
  std::vector<std::string> rows = rows_of(played.seen, size.columns);
  const std::size_t above = rows.size() - std::min<std::size_t>(rows.size(), size.rows);
  rows.erase(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(above));
  return rows;
}

std::string table_row(const Persona& persona, const Played& played, WindowSize size) {
  const std::vector<std::string> rows = rows_of(played.seen, size.columns);
  std::size_t words = 0;
  bool was_word = false;
  for (const char c : played.seen) {
    const bool is_word = c != ' ' && c != '\n';
    words += is_word && !was_word ? 1 : 0;
    was_word = is_word;
  }
  std::string row(persona.name);
  row.resize(26, ' ');
  for (const std::size_t number :
       {played.prompts, words, rows.size() - std::min<std::size_t>(rows.size(), size.rows)}) {
    const std::string digits = std::to_string(number);
    row += std::string(9 - std::min<std::size_t>(9, digits.size()), ' ') + digits;
  }
  const std::string answer = answer_of(played.seen);
  return row + "  " + answer.substr(0, answer.find('\n')) + "\n";
}

/// Plays all of them in a window of that size, with what TERM says of it.
void check_all(WindowSize size, const std::string& term, const std::string& file) {
  std::string table = "runner                      prompts    words scrolled  last screen\n";
  std::string screens;
  for (const Persona& persona : personas()) {
    CAPTURE(persona.name, size.columns, size.rows, term);
    const ScratchFolder scratch;
    const Played played =
        play(persona, {.folder = scratch.path(), .variables = {"TERM=" + term}, .size = size});
    CHECK(played.status == 0);
    const std::string answer = answer_of(played.seen);
    CHECK(answer.starts_with(persona.banner));
    const bool is_urgent = has(answer, "EMERGENCY") || has(answer, "SEE A DOCTOR TODAY");
    // Who is fit to run as planned need not ask again.
    CHECK((is_urgent || answer.starts_with("RUN\n") || has(answer, "Ask again")));
    const std::string screen = joined(last_screen(played, size));
    INFO(screen);
    CHECK(has(screen, joined(rows_of(answer, size.columns))));
    table += table_row(persona, played, size);
    screens += "\n==== " + std::string(persona.name) + "\n" + screen;
  }
  const std::filesystem::path path = repository() / "tests/terminal" / file;
  const char* approve = std::getenv("RUNREADY_APPROVE");
  if (approve != nullptr && std::string_view(approve) == "1") write_file(path, table + screens);
  const std::string expected = read_file(path);
  INFO(difference(expected, table + screens));
  CHECK(expected == table + screens);
}

TEST_CASE("whoever is asked ends on a screen with the whole answer, 80x24", "[terminal]") {
  check_all({.rows = 24, .columns = 80}, "xterm", "personas-80x24.txt");
}

TEST_CASE("whoever is asked ends on a screen with the whole answer, 60x20", "[terminal]") {
  check_all({.rows = 20, .columns = 60}, "xterm", "personas-60x20.txt");
}

TEST_CASE("a dumb terminal is shown the same", "[terminal]") {
  check_all({.rows = 24, .columns = 80}, "dumb", "personas-80x24.txt");
}

}  // namespace
}  // namespace runready::testing
