// The interview as a person meets it: the program at a real terminal.
#include <algorithm>
#include <csignal>

#include "catch.hpp"
#include "support/packs.hpp"
#include "support/process.hpp"
#include "terminal/pty.hpp"
#include "text/utf8.hpp"

namespace runready::testing {
namespace {

constexpr std::string_view kFirst = "Any of these?";
constexpr std::string_view kSecond = "Do any of these apply to you?";
constexpr std::string_view kHurts = "Does anything hurt";
constexpr std::string_view kPrompt = "> ";
constexpr std::string_view kConfirm = "Enter for your answer, b to go back, r to see";
constexpr WindowSize kTall{.rows = 60};  ///< every list is shown whole

/// `runready` with further words, in a folder of its own.
class AtPrompt {
 public:
  explicit AtPrompt(std::vector<std::string> words = {},
                    TerminalOptions options = {.folder = {}, .size = kTall})
      : terminal_(called(std::move(words)), in(scratch_, std::move(options))) {}
  /// The same in a folder that is there already.
  AtPrompt(const ScratchFolder& folder, std::vector<std::string> words,
           TerminalOptions options = {.folder = {}, .size = kTall})
      : terminal_(called(std::move(words)), in(folder, std::move(options))) {}

  Terminal& operator*() { return terminal_; }
  Terminal* operator->() { return &terminal_; }

  /// Waits for the question and its prompt.
  bool asks(std::string_view question) {
    return terminal_.expect(question) && terminal_.expect(kPrompt);
  }

 private:
  static std::vector<std::string> called(std::vector<std::string> words) {
    words.insert(words.begin(), "runready");
    return words;
  }
  static TerminalOptions in(const ScratchFolder& folder, TerminalOptions options) {
    options.folder = folder.path();
    return options;
  }

  ScratchFolder scratch_;
  Terminal terminal_;
};

bool has(std::string_view text, std::string_view part) { return text.find(part) != text.npos; }

/// The command printed on the line after `said`, as words without the program.
std::vector<std::string> command_after(std::string_view seen, std::string_view said) {
  seen.remove_prefix(seen.find(said));
  seen.remove_prefix(seen.find("  runready") + 10);
  seen = seen.substr(0, seen.find('\r'));
  std::vector<std::string> words;
  while (!seen.empty()) {
    const std::string_view word = seen.substr(0, seen.find(' '));
    if (!word.empty()) words.emplace_back(word);
    seen.remove_prefix(std::min(word.size() + 1, seen.size()));
  }
  return words;
}

TEST_CASE("Enter six times is a run for who has nothing wrong", "[terminal]") {
  AtPrompt session;
  for (const std::string_view question :
       {kFirst, kSecond, kHurts, std::string_view("done any of these lately?"),
        std::string_view("Any of these today?"), std::string_view("What is planned")}) {
    REQUIRE(session.asks(question));
    session->send("\n");
  }
  CHECK(session->expect("everything that matters"));
  REQUIRE(session.asks(kConfirm));
  session->send("\n");
  CHECK(session->expect("To get this answer again:\r\n  runready --nothing-else\r\n"));
  CHECK(session->expect("\r\nRUN\r\n"));
  CHECK(session->wait() == 0);
  CHECK(session->is_as_it_was());
}

TEST_CASE("the command printed at the end gives the same report", "[terminal]") {
  AtPrompt session(
      {"--ask", "--any-pain", "--where", "quad", "--pattern", "soreness", "--pain", "3"});
  for (int i = 0; i < 12 && session->expect(kPrompt, Terminal::Milliseconds{3000}); ++i) {
    session->send("\n");
  }
  REQUIRE(session->wait() == 0);
  const std::string& seen = session->seen();
  const std::size_t from = seen.find("EASY RUN");
  REQUIRE(from != std::string::npos);
  const ScratchFolder scratch;
  std::vector<std::string> words = command_after(seen, "To get this answer again");
  words.insert(words.begin(), {"runready", "--no-input"});
  Terminal again(words, {.folder = scratch.path()});
  CHECK(again.wait() == 0);
  // The interview's report says that it is settled, as does one to which all was told.
  const std::string report = seen.substr(from);
  CHECK(has(again.seen(), report.substr(0, report.find("This is final"))));
}

TEST_CASE("one can go back, review and change replies", "[terminal]") {
  AtPrompt session;
  REQUIRE(session.asks(kFirst));
  session->send("20\n");
  REQUIRE(session->expect("Understood: Urine like tea"));
  REQUIRE(session.asks(kSecond));
  session->send("b\n");
  REQUIRE(session->expect("x 20 Urine like tea"));
  REQUIRE(session.asks("Enter to keep: Urine like tea"));
  session->send("none\n");
  REQUIRE(session.asks(kSecond));
  session->send("14\n");
  REQUIRE(session.asks(kHurts));
  session->send("r\n");
  REQUIRE(session->expect("Your replies so far"));
  REQUIRE(session.asks("Reply: Blood thinners"));
  session->send("2\n");
  REQUIRE(session.asks(kSecond));
  session->send("0\n");
  REQUIRE(session.asks(kHurts));
  session->send("q\n");
  CHECK(session->expect("  runready --warning-signs none --about-you none --ask\r\n"));
  CHECK(session->wait() == 4);
}

TEST_CASE("? tells why and what it decides, and asks on", "[terminal]") {
  AtPrompt session;
  REQUIRE(session.asks(kFirst));
  session->send("?\n");
  REQUIRE(session->expect("decides alone"));
  REQUIRE(session->expect("It can still change what you do today"));
  // The question has left the window: Enter is not offered before it was seen again.
  CHECK(session.asks("Numbers, as in 1,3, or none"));
}

TEST_CASE("quitting prints nothing but the command with which to go on", "[terminal]") {
  AtPrompt session(std::vector<std::string>{}, {.folder = {}, .size = kTall, .output_apart = true});
  REQUIRE(session.asks(kFirst));
  session->send("\n");
  REQUIRE(session.asks(kSecond));
  session->send("14,18\n");
  REQUIRE(session.asks(kHurts));
  session->send("q\n");
  CHECK(session->wait() == 4);
  CHECK(session->output().empty());
  const std::vector<std::string> words = command_after(session->seen(), "To go on from here");
  CHECK(words == std::vector<std::string>{"--warning-signs", "none", "--about-you",
                                          "blood-thinners,weak-immunity", "--ask"});
  AtPrompt resumed(words);
  CHECK(resumed.asks(kHurts));
  CHECK_FALSE(has(resumed->seen(), kSecond));
}

TEST_CASE("to go on from there does not forget a second thing of which nothing was told",
          "[terminal]") {
  AtPrompt session({"--ask", "--warning-signs", "none", "--about-you", "none", "--any-pain",
                    "--where", "quad", "--pain", "3"});
  REQUIRE(session->expect(kPrompt));
  session->send("+\n");
  REQUIRE(session->expect("something else hurts too"));
  REQUIRE(session->expect(kPrompt));
  session->send("q\n");
  REQUIRE(session->wait() == 4);
  const std::vector<std::string> words = command_after(session->seen(), "To go on from here");
  CHECK(std::ranges::find(words, "label=") != words.end());
  AtPrompt resumed(words);
  for (int i = 0; i < 15 && !has(resumed->seen(), "Where does it hurt?"); ++i) {
    REQUIRE(resumed->expect(kPrompt));
    resumed->send("1\n");
  }
  CHECK(has(resumed->seen(), "Problem 2"));
  AtPrompt both({"--ask", "--warning-signs", "none", "--about-you", "none"});
  REQUIRE(both.asks(kHurts));
  both->send("3\n");
  REQUIRE(both->expect("What hurts, "));
  REQUIRE(both->expect(kPrompt));
  both->send("q\n");
  CHECK(both->expect("--any-pain --also label= --also label= --ask"));
}

TEST_CASE("Ctrl-C leaves with 130 and the terminal as it was", "[terminal]") {
  AtPrompt session;
  REQUIRE(session.asks(kFirst));
  session->send("\n");
  REQUIRE(session.asks(kSecond));
  session->send("half a re");
  session->send(kCtrlC);
  CHECK(session->wait() == 130);
  CHECK(has(session->seen(), "  runready --warning-signs none --ask\r\n"));
  CHECK(session->is_as_it_was());
}

TEST_CASE("whatever signal ends the program, the terminal is as it was", "[terminal]") {
  for (const int signal : {SIGTERM, SIGHUP, SIGQUIT, SIGKILL}) {
    CAPTURE(signal);
    AtPrompt session;
    REQUIRE(session.asks(kFirst));
    session->send("half a re");
    session->signal(signal);
    CHECK(session->wait() == 128 + signal);
    CHECK(session->is_as_it_was());
  }
}

TEST_CASE("signals that are no concern of ours change nothing", "[terminal]") {
  AtPrompt session;
  REQUIRE(session.asks(kFirst));
  for (const int signal : {SIGPIPE, SIGWINCH, SIGCHLD, SIGURG}) session->signal(signal);
  session->send("\n");
  REQUIRE(session.asks(kSecond));
  session->send("q\n");
  CHECK(session->wait() == 4);
  CHECK(session->is_as_it_was());
}

TEST_CASE("the end of input quits", "[terminal]") {
  AtPrompt session;
  REQUIRE(session.asks(kFirst));
  session->send(kCtrlD);
  CHECK(session->expect("To go on from here:\r\n  runready\r\n"));
  CHECK(session->wait() == 4);
  CHECK(session->is_as_it_was());
}

TEST_CASE("back from Ctrl-Z the question is asked again", "[terminal]") {
  AtPrompt session;
  REQUIRE(session.asks(kFirst));
  session->send("\n");
  REQUIRE(session.asks(kSecond));
  session->send(kCtrlZ);
  REQUIRE(session->stops());
  CHECK(session->is_as_it_was());
  session->signal(SIGCONT);
  REQUIRE(session.asks(kSecond));
  session->send("14\n");
  CHECK(session->expect("Understood: Blood thinners"));
}

TEST_CASE("a report ends on one screen with the answer, whatever the size of the window",
          "[terminal]") {
  for (const WindowSize size : {WindowSize{24, 80}, WindowSize{20, 60}, WindowSize{200, 80}}) {
    CAPTURE(size.rows);
    AtPrompt session({"--no-input", "--where", "knee-front", "--quality", "sharp"},
                     {.folder = {}, .size = size});
    REQUIRE(session->wait() == 0);
    std::string_view screen = session->seen();
    std::size_t begin = screen.size();
    for (unsigned short row = 0; row < size.rows && begin != std::string_view::npos && begin > 0;
         ++row) {
      begin = screen.rfind('\n', begin - 1);
    }
    if (begin != std::string_view::npos) screen.remove_prefix(begin);
    CHECK(has(screen, "REST\r\n"));
    CHECK(has(screen, "Book an appointment"));
    CHECK(has(screen, "Ask again on Monday 30 November."));
    CHECK(session->seen().starts_with("REST\r\n"));
  }
}

TEST_CASE("after a resize texts fit the new window", "[terminal]") {
  AtPrompt session(std::vector<std::string>{},
                   {.folder = {}, .size = {.rows = 60, .columns = 100}});
  REQUIRE(session.asks(kFirst));
  session->resize({.rows = 60, .columns = 40});
  session->send("?\n");
  REQUIRE(session.asks("It can still change what you do today\r\n"));
  session->send("\n");
  REQUIRE(session.asks(kSecond));
  session->send("\n");
  CHECK(session->expect("Does anything hurt or feel wrong (sore,\r\nstiff"));
}

TEST_CASE("a window of no size or of one column is asked in all the same", "[terminal]") {
  AtPrompt session;
  REQUIRE(session.asks(kFirst));
  for (const WindowSize size : {WindowSize{0, 0}, WindowSize{1, 1}, WindowSize{65535, 65535}}) {
    CAPTURE(size.columns);
    session->resize(size);
    session->send("?\n");
    REQUIRE(session->expect(kPrompt));
  }
  session->send("q\n");
  CHECK(session->wait() == 4);
  CHECK(session->is_as_it_was());
}

TEST_CASE("a path is shown safely to who looks, and as it is to who reads it", "[terminal]") {
  const std::vector<std::string> words = {"config", "path", "--config", "\x1b[31m\x07"};
  AtPrompt seen(words);
  CHECK(seen->wait() == 0);
  CHECK(has(seen->seen(), "\\u{1b}[31m\\u{7}\r\n"));
  AtPrompt read(words, {.folder = {}, .size = kTall, .output_apart = true});
  CHECK(read->wait() == 0);
  CHECK(read->output() == "\x1b[31m\x07\n");
}

TEST_CASE("`next` waits for nobody at a terminal", "[terminal]") {
  AtPrompt session({"next"});
  CHECK(session->wait() == 4);
  CHECK(has(session->seen(), "pipe answers in"));
}

TEST_CASE("a batch of more than two seconds shows how far it is, and then no trace", "[terminal]") {
  const ScratchFolder folder;
  const std::string lines = "for i in 1 2 3 4; do echo '{\"gait\":\"limping\"}'; sleep 0.8; done";
  Terminal terminal({"bash", "-c", "(" + lines + ") | runready batch >/dev/null"},
                    {.folder = folder.path()});
  CHECK(terminal.expect("lines, "));
  CHECK(terminal.wait() == 0);
  CHECK(terminal.seen().ends_with("\r\x1b[K"));
}

TEST_CASE("odd terminals, languages and homes change nothing", "[terminal]") {
  const std::vector<std::string> rows[] = {
      {"TERM="},
      {"TERM=no-such-terminal"},
      {"TERM=\x1b[31m/../../etc", "LC_ALL=xx_XX", "LANG=\xff"},
      {"LC_ALL=tr_TR.UTF-8", "LC_NUMERIC=de_DE.UTF-8"},
      {"HOME=", "XDG_CONFIG_HOME="},
      {"HOME=/dev/null", "XDG_CONFIG_HOME=relative"},
      {"COLUMNS=-1", "LINES=x", "NO_COLOR=", "CLICOLOR_FORCE=\x1b"},
  };
  for (const std::vector<std::string>& variables : rows) {
    CAPTURE(variables.front());
    AtPrompt session({"--color", "never"}, {.folder = {}, .variables = variables, .size = kTall});
    REQUIRE(session.asks(kFirst));
    session->send("q\n");
    CHECK(session->wait() == 4);
    CHECK_FALSE(has(session->seen(), "\x1b"));
    CHECK(session->is_as_it_was());
  }
}

TEST_CASE("a narrow window loses nothing", "[terminal]") {
  AtPrompt session({"--ask", "--any-pain"}, {.folder = {}, .size = {.rows = 200, .columns = 26}});
  for (int i = 0; i < 4; ++i) {
    REQUIRE(session->expect(kPrompt));
    session->send(i == 2 ? "foot\n" : "\n");
  }
  REQUIRE(session->expect(kPrompt));
  std::string_view seen = session->seen();
  while (!seen.empty()) {
    const std::string_view line = seen.substr(0, seen.find("\r\n"));
    INFO(line);
    CHECK(display_width(line) <= 26 + 5);  // what is typed stands behind the prompt
    seen.remove_prefix(std::min(line.size() + 2, seen.size()));
  }
}

TEST_CASE("colour only where it is wanted and can be shown", "[terminal]") {
  struct Row {
    std::vector<std::string> variables;
    std::vector<std::string> words;
    bool coloured;
  };
  for (const Row& row :
       {Row{{"TERM=xterm"}, {}, true}, Row{{"TERM=xterm", "NO_COLOR=1"}, {}, false},
        Row{{"TERM=dumb"}, {}, false}, Row{{"TERM=xterm"}, {"--color", "never"}, false},
        Row{{"TERM=dumb", "NO_COLOR=1"}, {"--color", "always"}, true}}) {
    std::vector<std::string> words = row.words;
    words.insert(words.end(), {"--ask", "--warning-signs", "none", "--about-you", "none"});
    AtPrompt session(words, {.folder = {}, .variables = row.variables, .size = kTall});
    REQUIRE(session.asks(kHurts));
    session->send("\n");
    REQUIRE(session.asks("done any of these lately?"));
    CHECK(has(session->seen(), "\x1b[") == row.coloured);
  }
}

TEST_CASE("wide and combining characters of a pack stay in their columns", "[terminal]") {
  const ScratchFolder scratch;
  write_file(scratch.path() / "pack/texts.json", repository_file("tests/pack/texts.json").text);
  write_file(scratch.path() / "pack/pack.json", R"({
    "pack": {"format": "runready/pack/1", "id": "wide", "version": "1.0.0", "title": "幅", "language": "ja"},
    "sections": [{"id": "s", "title": "体調"}],
    "sources": [{"id": "s", "title": "本"}],
    "facts": [{"id": "F1", "text": "疲れ", "from": ["s"], "grade": "popular"}],
    "activities": [{"id": "running", "label": "ランニング", "tags": []}],
    "questions": [{"id": "tired", "about": "runner", "section": "s", "type": "choice", "default": "a",
      "ask": "今日は疲れていますか？とても疲れていますか？ Mu\u0308de?", "why": "大事です。", "caution": "rises",
      "options": [{"id": "a", "label": "いいえ、まったく疲れていません", "says": "元気です"},
                  {"id": "c", "label": "Fatigue\u0301", "says": "疲れています"}]}],
    "rules": [{"id": "r", "when": {"==": [{"var": "tired"}, "c"]}, "recommend": "rest",
      "because": "休みましょう。", "sources": ["F1"]}],
    "workouts": [{"id": "w", "activity": "running", "for": ["easy-run", "cross-train"], "minutes": [20, 30],
      "how": "ゆっくり。", "sources": ["F1"]}],
    "feel_check": {"after_minutes": 10, "sources": ["F1"]}})");
  AtPrompt session(scratch, {"--rules", "pack", "--no-proof"},
                   {.folder = {}, .size = {.rows = 60, .columns = 24}});
  CHECK(
      session->expect("体調, 1 of about 1\r\n"
                      "今日は疲れていますか？と\r\n"
                      "ても疲れていますか？\r\n"
                      "Mu\u0308de?\r\n"
                      "  1 いいえ、まったく疲れ\r\n"
                      "    ていません\r\n"
                      "  2 Fatigue\u0301\r\n"));
  session->send("2\n");
  CHECK(session.asks("Understood: Fatigue\u0301."));
  session->send("\n");
  CHECK(session->wait() == 0);
}

TEST_CASE("with standard output elsewhere the prompts stay on the terminal", "[terminal]") {
  AtPrompt session({"--json", "--fields", "recommendation,settled"},
                   {.folder = {}, .size = kTall, .output_apart = true});
  REQUIRE(session.asks(kFirst));
  session->send("6\n");
  CHECK(session.asks("Enter for more on this"));
  session->send("\n");
  CHECK(session->wait() == 0);
  CHECK(session->output() == "{\"recommendation\":\"rest\",\"settled\":true}\n");
  CHECK(has(session->seen(), "--json --fields recommendation,settled --warning-signs chest-pain"));
}

TEST_CASE("usual replies stand ticked, are asked and owned to", "[terminal]") {
  const ScratchFolder scratch;
  write_file(scratch.path() / ".config/runready/config.json",
             R"({"replies": {"about_you": ["blood-thinners"]}})");
  AtPrompt session(scratch, {"--warning-signs", "none", "--nothing-else", "--any-pain"});
  CHECK(session->wait() == 0);
  CHECK(has(session->seen(), "your usual reply to `about_you` is set aside"));
  AtPrompt asked(scratch, {"--ask", "--warning-signs", "none", "--no-any-pain", "--training",
                           "none", "--recovery", "none", "--plan", "none"});
  REQUIRE(asked->expect("x 14 Blood thinners"));
  REQUIRE(asked.asks("Enter as usual: Blood thinners"));
  asked->send("\n");
  REQUIRE(asked.asks(kConfirm));
  asked->send("\n");
  CHECK(asked->expect("From your config: Blood thinners."));
  CHECK(asked->wait() == 0);
}

TEST_CASE("nobody is asked who does not want to be", "[terminal]") {
  AtPrompt silent({"--no-input", "--any-pain"});
  CHECK(silent->wait() == 0);
  CHECK_FALSE(has(silent->seen(), kPrompt));
  const ScratchFolder scratch;
  write_file(scratch.path() / "answers.json", R"({"any_pain": true})");
  AtPrompt told(scratch, {"--answers", "answers.json"});
  CHECK(told->wait() == 0);
  CHECK_FALSE(has(told->seen(), kPrompt));
  AtPrompt rest(scratch, {"--answers", "answers.json", "--ask"});
  CHECK(rest.asks(kFirst));
}

TEST_CASE("keys typed before a question was shown do not answer it", "[terminal]") {
  AtPrompt session;
  REQUIRE(session.asks(kFirst));
  session->send("none\n\n\n\n\n\n\n\n");
  REQUIRE(session.asks(kSecond));
  CHECK_FALSE(session->expect(kHurts, Terminal::Milliseconds{500}));
  session->send("\n");
  CHECK(session.asks(kHurts));
}

TEST_CASE("with flags that tell something it answers at once and says how to be asked",
          "[terminal]") {
  AtPrompt session({"--where", "quad", "--pain", "3"});
  CHECK(session->wait() == 0);
  CHECK(has(session->seen(), "EASY RUN"));
  CHECK(has(session->seen(),
            "To be asked what else could matter:\r\n  runready --where quad --pain 3 --ask\r\n"));
  AtPrompt settled({"--where", "quad", "--pain", "3", "--nothing-else"});
  CHECK(settled->wait() == 0);
  CHECK_FALSE(has(settled->seen(), "--ask"));
}

TEST_CASE("one wrong key does not end in an emergency", "[terminal]") {
  AtPrompt session;
  REQUIRE(session.asks(kFirst));
  session->send("6\n");
  REQUIRE(session->expect("Understood: Lasting chest pain"));
  // It is said at once, but it is not the end.
  REQUIRE(session->expect("EMERGENCY: CALL THE EMERGENCY NUMBER NOW\r\n"));
  REQUIRE(session->expect("Call the emergency number now."));
  REQUIRE(session.asks("Enter for more on this, b if that was a slip"));
  session->send("b\n");
  REQUIRE(session.asks("x  6 Lasting chest pain"));
  session->send("-6\n");
  REQUIRE(session.asks(kSecond));
  session->send("r\n");
  REQUIRE(session.asks("Your replies so far"));
  session->send("q\n");
  CHECK(session->wait() == 4);
}

/// Lines from the one after a prompt was answered to the next prompt.
std::size_t most_lines_between_prompts(std::string_view seen) {
  std::size_t most = 0;
  for (;;) {
    const std::size_t end = seen.find(kPrompt);
    const std::string_view part = seen.substr(0, end);
    most = std::max(most, static_cast<std::size_t>(std::count(part.begin(), part.end(), '\n')));
    if (end == std::string_view::npos) return most;
    seen.remove_prefix(end + kPrompt.size());
  }
}

/// What is replied to the question that has just been shown: small windows show some in parts.
std::string reply_to(std::string_view shown) {
  constexpr std::pair<std::string_view, std::string_view> kReplies[] = {
      {kSecond, "numb feet"},       {kHurts, "2"},       {"Where does it hurt", "front knee"},
      {"What is it that", "joint"}, {"How bad", "4/10"}, {"feel like", "sharp"}};
  for (const auto& [question, reply] : kReplies) {
    if (has(shown, question)) return std::string(reply);
  }
  return "skip";
}

TEST_CASE("no question is taller than the window, also in a dumb terminal", "[terminal]") {
  struct Row {
    WindowSize size;
    std::string term;
  };
  for (const Row& row :
       {Row{{24, 80}, "TERM=xterm"}, Row{{20, 60}, "TERM=xterm"}, Row{{24, 80}, "TERM=dumb"}}) {
    CAPTURE(row.size.rows, row.term);
    AtPrompt session(std::vector<std::string>{},
                     {.folder = {}, .variables = {row.term, "NO_COLOR=1"}, .size = row.size});
    std::size_t before = 0;
    for (int prompts = 0; prompts < 40; ++prompts, before = session->seen().size()) {
      REQUIRE(session->expect(kPrompt));
      const std::string shown = session->seen().substr(before);
      if (has(shown, kConfirm)) break;
      session->send(reply_to(shown) + "\n");
    }
    session->send("q\n");
    CHECK(session->wait() == 4);
    // One line is what was understood, one stands empty between questions.
    CHECK(most_lines_between_prompts(session->seen()) <= row.size.rows + 2u);
  }
}

TEST_CASE("what stays the same is asked for once and kept", "[terminal]") {
  const ScratchFolder scratch;
  {
    AtPrompt session(scratch, {"config", "init"});
    REQUIRE(session.asks("How old are you?"));
    session->send("44\n");
    REQUIRE(session.asks("highest heart rate"));
    session->send("b\n");
    REQUIRE(session.asks("Enter to keep: 44"));
    session->send("\n");
    REQUIRE(session.asks("highest heart rate"));
    session->send("\n");
    REQUIRE(session.asks("on most days?"));
    session->send("1,2\n");
    REQUIRE(session.asks(kSecond));
    session->send("numb feet\n");
    REQUIRE(session.asks("Keep a diary"));
    session->send("yes\n");
    CHECK(session->expect("Written: "));
    CHECK(session->wait() == 0);
  }
  AtPrompt shown(scratch, {"config", "show"});
  CHECK(shown->wait() == 0);
  CHECK(has(shown->seen(), "44  (config)"));
  CHECK(has(shown->seen(), "on  (config)"));
  CHECK(has(shown->seen(), R"({"about_you": ["numb-feet"]})"));
  AtPrompt quit(scratch, {"config", "init"});
  REQUIRE(quit.asks("Enter to keep: 44"));
  quit->send("50\nq\n");
  CHECK(quit->wait() == 4);
  CHECK(has(quit->seen(), "Nothing was written."));
}

}  // namespace
}  // namespace runready::testing
