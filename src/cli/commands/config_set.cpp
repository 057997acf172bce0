#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "cli/ask.hpp"
#include "cli/config.hpp"
#include "cli/exit_status.hpp"
#include "cli/files.hpp"
#include "cli/open_pack.hpp"
#include "cli/session.hpp"
#include "cli/told_answers.hpp"
#include "interview/asking.hpp"
#include "interview/prompt.hpp"
#include "json/json_writer.hpp"
#include "model/meant_words.hpp"
#include "model/replies.hpp"
#include "runready/read_answers.hpp"
#include "text/diagnostics.hpp"
#include "text/utf8.hpp"
#include "text/words.hpp"

// `config set`, `config init` and `config edit`. Whatever is written was read back first, so a
// configuration that a command has changed is never one that the next command refuses.

namespace runready {

namespace {

namespace fs = std::filesystem;

/// The configuration as it is, to be changed.
struct Draft {
  std::string path;
  std::string text;
};

/// Takes it for this run; false, with messages, if it has mistakes.
bool use(Session& session, const Draft& draft) {
  Diagnostics found;
  session.config = parse_config({draft.path, draft.text}, found);
  print(session.err, found, std::span(&session.config.file, 1));
  session.settings = settle(session.said, session.environment, session.config);
  return !has_errors(found);
}

/// Nothing, with a message, if there is no place for one or it has mistakes. Its settings are those
/// of the run from then on: a file that is only named so far can be begun.
std::optional<Draft> draft_of(Session& session, int& status) {
  const ConfigPath path = config_path(session.said, session.environment);
  if (path.path.empty()) {
    print_error(session.err, "there is no place for a configuration",
                "set HOME, XDG_CONFIG_HOME or RUNREADY_CONFIG");
    status = kWorldFailed;
    return std::nullopt;
  }
  std::error_code ignored;
  Draft draft{path.path, fs::exists(path.path, ignored) ? read_file(path.path) : ""};
  if (!use(session, draft)) {
    status = kUsage;
    return std::nullopt;
  }
  return draft;
}

std::string json_text(std::string_view text) {
  std::string json;
  append_json_string(json, text);
  return json;
}

std::string json_list(const std::vector<std::string>& texts) {
  std::string json = "[";
  for (const std::string& text : texts) json += (json.size() > 1 ? ", " : "") + json_text(text);
  return json + "]";
}

std::vector<std::string> entries(std::string_view value) {
  const std::vector<std::string_view> pieces = split_at(value, ",");
  return {pieces.begin(), pieces.end()};
}

/// Paths in the configuration are relative to its folder, those typed to where one is.
std::string absolute(const std::string& path) { return fs::absolute(path).lexically_normal(); }

/// The question about the runner that a key names.
std::optional<QuestionId> question_of(const Pack& pack, std::string key) {
  if (const auto id = pack.question_named(key)) return id;
  std::replace(key.begin(), key.end(), '-', '_');
  return pack.question_named(key);
}

/// A new text of the configuration with a key set; nothing, with diagnostics, if that cannot be.
class Setter {
 public:
  Setter(const Pack& pack, Diagnostics& found) : pack_(pack), found_(found) {}

  std::optional<std::string> set(std::string_view text, const std::string& key,
                                 const std::string& value) {
    const bool takes_out = lower(value) == "none" || value.empty();
    if (key == "age" || key == "max_heart_rate") {
      if (!takes_out && !whole_number(value)) return refuse("expected a whole number", value);
      return with_setting(text, key, takes_out ? "" : value);
    }
    if (key == "diary") return set_diary(text, value, takes_out);
    if (key == "rules") return with_setting(text, key, takes_out ? "" : json_text(absolute(value)));
    if (key == "add_rules" || key == "have") {
      std::vector<std::string> all = entries(value);
      if (key == "add_rules") std::transform(all.begin(), all.end(), all.begin(), absolute);
      return with_setting(text, key, takes_out ? "" : json_list(all));
    }
    return set_reply(text, key, value);
  }

 private:
  std::optional<std::string> set_diary(std::string_view text, std::string_view value,
                                       bool takes_out) {
    const std::string word = lower(value);
    const bool is_on = word == "on" || word == "yes" || word == "true";
    if (!is_on && !takes_out && word != "off" && word != "no" && word != "false")
      return refuse("expected on or off", value);
    return with_setting(text, "diary", takes_out ? "" : is_on ? "true" : "false");
  }

  std::optional<std::string> set_reply(std::string_view text, const std::string& key,
                                       const std::string& value) {
    const auto id = question_of(pack_, key);
    if (!id) {
      report_error(found_, "unknown-config-key", {}, "unknown key " + in_backticks(key),
                   suggestion(key, keys()));
      return std::nullopt;
    }
    const Question& question = pack_.question(*id);
    Replies replies(pack_.variables.size());
    if (!read_reply(pack_, *id, value, false, replies, found_)) return std::nullopt;
    bool is_default = true;
    for (const Variable& variable : pack_.variables_of(question)) {
      const auto at = static_cast<std::uint32_t>(&variable - pack_.variables.data());
      is_default = is_default && replies[VariableId{at}] == variable.default_value;
    }
    std::string json;
    JsonWriter out(json);
    write_reply(out, question, replies);
    return with_usual_reply(text, question.id, is_default ? "" : json);
  }

  std::vector<std::string_view> keys() const {
    std::vector<std::string_view> keys(setting_keys().begin(), setting_keys().end());
    for (const Question& question : pack_.questions) {
      if (question.about == About::runner) keys.emplace_back(question.id);
    }
    return keys;
  }

  std::nullopt_t refuse(std::string_view expected, std::string_view found) {
    report_error(found_, "wrong-type", {},
                 std::string(expected) + ", found " + in_backticks(found));
    return std::nullopt;
  }

  const Pack& pack_;
  Diagnostics& found_;
};

/// Whether the next command would take it; what it would not is reported.
bool is_right(Session& session, const Pack& pack, const Draft& draft) {
  Diagnostics found;
  const Config config = parse_config({draft.path, draft.text}, found);
  if (!has_errors(found)) standing_replies(config, pack, found);
  if (!has_errors(found)) {
    Settings settings;
    settings.have = {config.have, Origin::flag};
    activities_at_hand(settings, pack, found);
  }
  print(session.err, found, std::span(&config.file, 1));
  return !has_errors(found);
}

int write_if_right(Session& session, const Pack& pack, const Draft& draft) {
  if (!is_right(session, pack, draft)) return kUsage;
  write_config(draft.path, draft.text);
  return kDone;
}

Question question_about_diary() {
  Question question;
  question.id = "diary";
  question.type = QuestionType::choice;
  question.ask =
      "Keep a diary of your checks on this machine? A morning like the last then takes three "
      "questions.";
  for (const std::string_view word : {"off", "on"}) {
    question.options.push_back(labelled_option(word == "on" ? "Yes" : "No"));
    question.options.back().id = word;
  }
  question.max = 1;
  return question;
}

/// The questions of `config init`, in the words of the program.
std::vector<Question> questions_of_init(const Pack& pack) {
  std::vector<Question> questions(3);
  questions[0].id = "age";
  questions[0].type = QuestionType::integer;
  questions[0].ask = "How old are you? It is only used to estimate heart rates.";
  questions[0].max = 120;
  questions[0].unit = "years";
  questions[1] = questions[0];
  questions[1].id = "max_heart_rate";
  questions[1].ask = "What is your highest heart rate, if you have measured it?";
  questions[1].min = 60;
  questions[1].max = 240;
  questions[1].unit = "beats a minute";
  questions[2].id = "have";
  questions[2].type = QuestionType::multi_choice;
  questions[2].ask = "Which of these can you do on most days?";
  for (std::uint32_t a = 0; a < pack.activities.size(); ++a) {
    if (pack.running == ActivityId{a}) continue;
    questions[2].options.push_back(labelled_option(sentence_case(pack.activities[a].label)));
    questions[2].options.back().id = pack.activities[a].id;
  }
  for (const Question& question : pack.questions) {
    if (question.stays) questions.push_back(question);
  }
  questions.push_back(question_about_diary());
  return questions;
}

/// What stands in the configuration, as the ticks of a list; empty for nothing.
std::vector<std::int32_t> values_now(const Config& config, const Replies& standing,
                                     const Question& question) {
  const auto as_value = [](const std::optional<int>& number) {
    return number ? std::vector<std::int32_t>{*number} : std::vector<std::int32_t>{};
  };
  if (question.id == "age") return as_value(config.age);
  if (question.id == "max_heart_rate") return as_value(config.max_heart_rate);
  if (question.id == "diary") return {config.diary.value_or(false) ? 1 : 0};
  std::vector<std::int32_t> values;
  const bool is_have = question.id == "have";
  for (std::uint32_t i = 0; i < question.options.size(); ++i) {
    const bool is_had = std::find(config.have.begin(), config.have.end(), question.options[i].id) !=
                        config.have.end();
    const VariableId variable{question.first_variable.index + i};
    values.push_back(is_have ? (is_had ? 1 : 0) : (standing[variable] == 1 ? 1 : 0));
  }
  return values;
}

std::string words_of(const Question& question, const std::vector<std::int32_t>& values) {
  if (question.type == QuestionType::integer) return std::to_string(values[0]);
  if (question.type == QuestionType::choice) {
    return question.options[static_cast<std::size_t>(values[0])].id;
  }
  std::string words;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (values[i] == 1) words += (words.empty() ? "" : ",") + question.options[i].id;
  }
  return words.empty() ? "none" : words;
}

/// Asks the questions one after the other. Enter leaves what stands there.
class Init {
 public:
  Init(Session& session, const Pack& pack, Draft draft)
      : session_(session),
        pack_(pack),
        draft_(std::move(draft)),
        terminal_(session.err, STDERR_FILENO,
                  [&session] { return width_now(session, STDERR_FILENO); }) {}

  /// False if it was broken off.
  bool ask_all() {
    const std::vector<Question> questions = questions_of_init(pack_);
    for (std::size_t at = 0; at < questions.size();) {
      const std::optional<PromptCommand> command = ask(questions[at]);
      if (command == PromptCommand::quit) return false;
      if (command == PromptCommand::back) {
        at -= at > 0 ? 1 : 0;
      } else {
        ++at;
      }
    }
    return true;
  }

  const Draft& draft() const { return draft_; }

 private:
  TextOptions view() const {
    return {terminal_.width(), use_color(session_.said, session_.environment, Stream::errors),
            terminal_.height()};
  }

  std::optional<PromptCommand> ask(const Question& question) {
    Diagnostics none;
    const Config config = parse_config({draft_.path, draft_.text}, none);
    const std::vector<std::int32_t> now =
        values_now(config, standing_replies(config, pack_, none), question);
    OnEnter enter;
    if (!now.empty()) enter = {OnEnter::Does::keeps, now};
    Asking asking(pack_, question, {.enter = enter}, view());
    terminal_.write(asking.in_full(view()));
    for (;;) {
      const Terminal::Line line = terminal_.read_line();
      if (line.kind != Terminal::Line::Kind::text) return PromptCommand::quit;
      const std::string_view typed = trimmed(line.text);
      const auto command = command_in(typed);
      if (command == PromptCommand::quit || command == PromptCommand::back) return command;
      if (command == PromptCommand::skip || (typed.empty() && now.empty())) return std::nullopt;
      Asking::Taken taken;
      taken.said = asking.how_to_answer();
      if (!command) taken = asking.take(typed, view());
      if (!taken.values.empty()) {
        Diagnostics wrong;
        const auto text =
            Setter(pack_, wrong).set(draft_.text, question.id, words_of(question, taken.values));
        if (text) draft_.text = *text;
        return std::nullopt;
      }
      terminal_.write((taken.said.empty() ? "" : taken.said + "\n") +
                      (taken.goes_on ? asking.in_full(view()) : asking.in_short(view())));
    }
  }

  Session& session_;
  const Pack& pack_;
  Draft draft_;
  RealTerminal terminal_;
};

/// The editor somebody chose, as a shell runs it; its status.
int run_editor(const std::string& path) {
  const char* editor = std::getenv("VISUAL");
  if (editor == nullptr || *editor == '\0') editor = std::getenv("EDITOR");
  if (editor == nullptr || *editor == '\0') editor = "vi";
  std::string command = std::string(editor) + " " + shell_word(path);
  std::string shell = "sh";
  std::string flag = "-c";
  std::array<char*, 4> words = {shell.data(), flag.data(), command.data(), nullptr};
  pid_t child = 0;
  if (const int error = ::posix_spawnp(&child, "sh", nullptr, nullptr, words.data(), environ)) {
    throw WorldError("cannot run " + in_backticks(editor) + ": " + std::strerror(error));
  }
  int status = 0;
  while (::waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) return -1;
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

int run_config_set(Session& session) {
  const std::vector<std::string>& words = session.said.arguments;
  if (words.size() != 2) {
    print_error(session.err, "`runready config set` needs a key and a value",
                "such as `config set age 44`; `none` takes a value out");
    return kUsage;
  }
  int status = kDone;
  auto draft = draft_of(session, status);
  if (!draft) return status;
  const auto opened = open_pack(session, Purpose::showing);
  if (!opened) return kBadPack;
  Diagnostics found;
  const auto text = Setter(opened->pack, found).set(draft->text, words[0], words[1]);
  print(session.err, found);
  if (!text) return kUsage;
  draft->text = *text;
  return write_if_right(session, opened->pack, *draft);
}

int run_config_init(Session& session) {
  if (session.environment.input != InputKind::terminal) {
    print_error(session.err, "`config init` asks at a terminal", "in scripts use `config set`");
    return kUndecided;
  }
  int status = kDone;
  auto draft = draft_of(session, status);
  if (!draft) return status;
  const auto opened = open_pack(session, Purpose::showing);
  if (!opened) return kBadPack;
  session.err.write(
      "This asks for what stays the same from day to day. Enter leaves a question as it is,\n"
      "b goes back, q quits and writes nothing.\n");
  Init init(session, opened->pack, std::move(*draft));
  if (!init.ask_all()) {
    session.err.write("\nNothing was written.\n");
    return kUndecided;
  }
  status = write_if_right(session, opened->pack, init.draft());
  if (status == kDone) session.err.write("\nWritten: " + printable(init.draft().path) + "\n");
  return status;
}

int run_config_edit(Session& session) {
  const ConfigPath path = config_path(session.said, session.environment);
  std::error_code ignored;
  if (!path.path.empty() && !fs::exists(path.path, ignored)) write_config(path.path, "{\n}\n");
  // With its mistakes, which are what the editor is for.
  if (!path.path.empty()) {
    if (const int status = run_editor(path.path); status != 0) {
      print_error(session.err, "the editor ended with status " + std::to_string(status),
                  "set VISUAL or EDITOR to the one you use");
      return kWorldFailed;
    }
  }
  int status = kDone;
  const auto draft = draft_of(session, status);
  if (!draft) return status;
  const auto opened = open_pack(session, Purpose::showing);
  if (!opened) return kBadPack;
  return is_right(session, opened->pack, *draft) ? kDone : kUsage;
}

}  // namespace runready
