#include "cli/commands.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include "text/diagnostics.hpp"
#include "text/words.hpp"

namespace runready {

namespace {

constexpr FlagSet kAlways{Flag::help, Flag::version, Flag::color, Flag::width};
constexpr FlagSet kPack{Flag::rules, Flag::add_rules, Flag::config};
constexpr FlagSet kProved = kPack | FlagSet{Flag::no_proof, Flag::max_nodes};
constexpr std::size_t kAnyNumber = std::numeric_limits<std::size_t>::max();

constexpr std::array kCommands{
    Command{"check", "", Argument::none, "say whether to run, and why (the default command)",
            "Tell it by flags, by a JSON file or through standard input. Every question of the "
            "rules is a flag.",
            kAlways | kProved |
                FlagSet{Flag::answers, Flag::also, Flag::nothing_else, Flag::strict, Flag::ask,
                        Flag::no_input, Flag::have, Flag::format, Flag::json, Flag::fields,
                        Flag::explain, Flag::exit_code, Flag::diary, Flag::no_diary, Flag::again,
                        Flag::plan_km},
            true, 0, run_check},
    Command{"next", "", Argument::none, "read answers as JSON, print the next question as JSON",
            "For other front ends: put the question, add the reply to the answers, and call again "
            "until the line printed has \"settled\": true; that line is the assessment.",
            kAlways | kProved | FlagSet{Flag::answers, Flag::nothing_else, Flag::have}, false, 0,
            run_next},
    Command{
        "batch", "[FILE...]", Argument::file,
        "assess many runners: a line of JSON each, in and out",
        "Each line is an object of answers, as for `check --answers`, or {\"id\": …, "
        "\"answers\": {…}}; the id is echoed. A line that cannot be used gives a line with "
        "an error in its place, and exit status 2 at the end; with --strict one that is not "
        "settled, too. Blank lines are passed over. Lines are numbered through all files, blank "
        "ones too. A file that can't be read is named, the others are done, and the exit status "
        "is 1. Without a FILE, or where it is -, standard input is read.",
        kAlways | kProved |
            FlagSet{Flag::fields, Flag::brief, Flag::strict, Flag::nothing_else, Flag::keep,
                    Flag::summary, Flag::json, Flag::jobs},
        false, kAnyNumber, run_batch},
    Command{"questions", "", Argument::none,
            "list what can be asked, as text, JSON or a JSON Schema", "",
            kAlways | kPack | FlagSet{Flag::json, Flag::schema}, false, 0, run_questions},
    Command{"rules init", "FOLDER", Argument::pack, "begin rules of your own, small and proved",
            "Writes rules that load, pass their cases and are proved at once, for you to change: a "
            "pack with every sentence of the program or, with --add-on, an add-on to the built-in "
            "rules. The FOLDER has to be new or empty.",
            kAlways | FlagSet{Flag::add_on}, false, 1, run_rules_init},
    Command{"rules check", "[PACK...]", Argument::pack,
            "prove rules consistent for every set of answers",
            "A PACK is a file or a folder; without one, the rules in use are checked.",
            kAlways | kPack | FlagSet{Flag::json, Flag::max_nodes}, false, kAnyNumber,
            run_rules_check},
    Command{"rules test", "[PACK...]", Argument::pack, "run the cases that stand in the rules",
            "Shows what a failing case expected and got and why, which rules no case fires, and "
            "which are not tested from just outside.",
            kAlways | kPack | FlagSet{Flag::json}, false, kAnyNumber, run_rules_test},
    Command{"rules show", "[ID...]", Argument::rule, "a rule in sentences, with its sources",
            "An ID is that of a rule or a term. Without one, all rules are listed.",
            kAlways | kPack | FlagSet{Flag::json, Flag::max_nodes}, false, kAnyNumber,
            run_rules_show},
    Command{
        "rules diff", "[OLD] NEW", Argument::pack,
        "what a change of the rules changes, and for whom",
        "OLD and NEW are files or folders; without OLD, NEW is compared with the rules in use. "
        "With --adds an add-on takes the place of NEW. --add-rules adds to both sides. What could "
        "not be compared is said to be unknown, and the exit status is then 4.",
        kAlways | kPack |
            FlagSet{Flag::adds, Flag::on, Flag::json, Flag::exit_code, Flag::max_nodes},
        false, 2, run_rules_diff},
    Command{"rules graph", "", Argument::none, "what leads to what, for Graphviz",
            "Draw it with `runready rules graph | dot -Tsvg > rules.svg`.", kAlways | kPack, false,
            0, run_rules_graph},
    Command{"config path", "", Argument::none, "where the configuration is read from", "",
            kAlways | FlagSet{Flag::config}, false, 0, run_config_path},
    Command{"config show", "", Argument::none, "the settings in use, and where each comes from", "",
            kAlways | kPack | FlagSet{Flag::json}, false, 0, run_config_show},
    Command{"config set", "KEY VALUE", Argument::setting, "keep something for other days",
            "A KEY is age, max_heart_rate, have (the activities at hand), diary (on or off), "
            "rules, add_rules, or a question about you, such as about_you. Lists have commas "
            "between their entries; none "
            "takes the value out. Replies that are kept are shown at the prompt and still asked.",
            kAlways | FlagSet{Flag::config}, false, 2, run_config_set},
    Command{"config init", "", Argument::none, "ask what stays the same, and keep it", "",
            kAlways | FlagSet{Flag::config}, false, 0, run_config_init},
    Command{"config edit", "", Argument::none,
            "open the configuration in your editor, then check it",
            "The editor is that of VISUAL or EDITOR, else vi.", kAlways | FlagSet{Flag::config},
            false, 0, run_config_edit},
    Command{"diary show", "", Argument::none, "what the diary holds, a line a day",
            "Of the last 28 days, or as many as --days says.",
            kAlways | kPack | FlagSet{Flag::days, Flag::json}, false, 0, run_diary_show},
    Command{"diary report", "", Argument::none, "a dated sheet for somebody who treats you",
            "With a timeline, what was told day by day, and the sources, as one page of HTML that "
            "needs nothing else and prints on A4, or with --format markdown. Of the last 90 days, "
            "or as many as --days says.",
            kAlways | kPack | FlagSet{Flag::format, Flag::days, Flag::max_nodes}, false, 0,
            run_diary_report},
    Command{"diary add-runs", "FILE...", Argument::file,
            "read runs that a watch or service exports",
            "Strava's activities.csv, Garmin Connect's list as CSV, GPX and TCX. The same run from "
            "two files is one run. What can't be read is named, and the rest goes in; the exit "
            "status is then 2.",
            kAlways | FlagSet{Flag::miles}, false, kAnyNumber, run_diary_add_runs},
    Command{"diary export", "", Argument::none, "write the check-ins as lines of JSON",
            "Lines that `batch` reads and `diary import` takes back. With --runs, the runs.",
            kAlways | FlagSet{Flag::runs}, false, 0, run_diary_export},
    Command{"diary import", "FILE...", Argument::file, "take back what was exported",
            "All of it or, where a line is wrong, nothing. What is there already is left out.",
            kAlways, false, kAnyNumber, run_diary_import},
    Command{"diary forget", "[DAY]", Argument::day, "take a day out of the diary, or everything",
            "A DAY is a date such as 2026-11-28. What is taken out can't be found in the file any "
            "more.",
            kAlways | FlagSet{Flag::all}, false, 1, run_diary_forget},
    Command{"diary path", "", Argument::none, "where the diary is kept", "", kAlways, false, 0,
            run_diary_path},
    Command{"schema", "[NAME]", Argument::schema,
            "the JSON Schema of something that is read or printed",
            "For editors, validators and form generators. Without a NAME they are listed. Those of "
            "what is printed refer to each other by `$id`. `answers` is made from the rules in "
            "use, as by `questions --schema`.",
            kAlways | kPack, false, 1, run_schema},
    Command{"completion bash", "", Argument::none, "a script that completes words at Tab, for bash",
            "It asks the program at each Tab, so it knows the questions of the rules in use. Load "
            "it in ~/.bashrc: `source <(runready completion bash)`. Packages install it.",
            kAlways, false, 0, run_completion_script},
    Command{"completion zsh", "", Argument::none, "the same for zsh",
            "Load it in ~/.zshrc after compinit: `source <(runready completion zsh)`.", kAlways,
            false, 0, run_completion_script},
    Command{"completion fish", "", Argument::none, "the same for fish",
            "Load it in ~/.config/fish/config.fish: `runready completion fish | source`.", kAlways,
            false, 0, run_completion_script},
    Command{"completion candidates", "-- WORD...", Argument::word,
            "what could stand in place of the last word",
            "For such scripts: the words of a command line after its program, the last one as far "
            "as it is typed. A line for each candidate, after a tab what it means; or one line "
            "`:path` where the name of a file belongs. The shell is to choose those that fit what "
            "is typed.",
            kAlways, false, kAnyNumber, run_completion_candidates},
    Command{"help", "[COMMAND | TOPIC]", Argument::topic,
            "help on a command, or on exit-status, environment, rules or json", "", kAlways, false,
            2, run_help},
};

}  // namespace

std::span<const Command> all_commands() { return kCommands; }

namespace {

std::string_view first_word(const Command& command) {
  return command.name.substr(0, command.name.find(' '));
}

/// The word after the first; empty if there is none.
std::string_view second_word(const Command& command) {
  const std::size_t space = command.name.find(' ');
  return space == std::string_view::npos ? "" : command.name.substr(space + 1);
}

bool is_flag(const std::string& word) { return !word.empty() && word.front() == '-'; }

const FlagInfo* flag_spelled(std::string_view word) {
  for (const FlagInfo& flag : all_flags()) {
    if (word == "--" + std::string(flag.name)) return &flag;
    if (flag.letter != 0 && word == std::string{'-', flag.letter}) return &flag;
  }
  return nullptr;
}

/// How many words at the start are flags of the program and their values; what follows may be a
/// command. None where it can't be one: what follows `--help` is a topic, and a flag that is not
/// the program's may be a question's.
std::size_t leading_flags(std::span<const std::string> words) {
  std::size_t at = 0;
  while (at < words.size() && is_flag(words[at])) {
    const std::size_t equals = words[at].find('=');
    const FlagInfo* flag = flag_spelled(std::string_view(words[at]).substr(0, equals));
    if (flag == nullptr || flag->flag == Flag::help) return 0;
    const bool has_value_next = flag->takes_value() && equals == std::string::npos;
    at += has_value_next ? std::size_t{2} : std::size_t{1};
  }
  return at < words.size() ? at : 0;
}

/// All words but one.
std::vector<std::string> without(std::span<const std::string> words, std::size_t left_out) {
  std::vector<std::string> rest(words.begin(), words.end());
  rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(left_out));
  return rest;
}

std::vector<std::string> all_of(std::span<const std::string> words) {
  return {words.begin(), words.end()};
}

std::vector<std::string_view> first_words() {
  std::vector<std::string_view> words;
  for (const Command& command : all_commands()) {
    if (words.empty() || words.back() != first_word(command)) words.push_back(first_word(command));
  }
  return words;
}

std::vector<std::string_view> second_words(std::string_view group) {
  std::vector<std::string_view> words;
  for (const Command& command : all_commands()) {
    if (first_word(command) == group) words.push_back(second_word(command));
  }
  return words;
}

void report_unknown(const std::string& word, const std::string& named,
                    std::span<const std::string_view> known, Diagnostics& diagnostics) {
  const std::string_view near = nearest(word, known);
  report_error(diagnostics, "unknown-command", Span{}, "unknown command " + in_backticks(named),
               near.empty() ? "`runready help` lists the commands"
                            : "did you mean `" + std::string(near) + "`?");
}

const Command* command_named(std::string_view first, std::string_view second) {
  for (const Command& command : all_commands()) {
    if (first_word(command) == first && second_word(command) == second) return &command;
  }
  return nullptr;
}

void report_missing(std::string_view group, std::span<const std::string_view> known,
                    Diagnostics& diagnostics) {
  std::string list;
  for (const std::string_view word : known) list += (list.empty() ? "" : ", ") + std::string(word);
  report_error(diagnostics, "missing-command", Span{},
               "`runready " + std::string(group) + "` needs a command", "one of " + list);
}

bool wants_help(std::span<const std::string> words) {
  return std::any_of(words.begin(), words.end(),
                     [](const std::string& word) { return word == "--help" || word == "-h"; });
}

Choice choose_in_group(std::string_view group, std::span<const std::string> rest,
                       Diagnostics& diagnostics) {
  const std::vector<std::string_view> known = second_words(group);
  const std::size_t at = leading_flags(rest);
  if (rest.empty() || is_flag(rest[at])) {
    if (wants_help(rest)) return {nullptr, group, all_of(rest)};
    report_missing(group, known, diagnostics);
    return {};
  }
  if (const Command* command = command_named(group, rest[at])) {
    return {command, group, without(rest, at)};
  }
  report_unknown(rest[at], std::string(group) + " " + rest[at], known, diagnostics);
  return {};
}

}  // namespace

Choice choose_command(std::span<const std::string> words, Diagnostics& diagnostics) {
  const std::vector<std::string_view> known = first_words();
  const std::size_t at = leading_flags(words);
  const auto first = words.empty() ? known.end() : std::find(known.begin(), known.end(), words[at]);
  if (first == known.end()) {
    if (words.empty() || is_flag(words.front())) {
      return {&all_commands().front(), {}, all_of(words), true};
    }
    report_unknown(words.front(), words.front(), known, diagnostics);
    return {};
  }
  const std::vector<std::string> rest = without(words, at);
  if (const Command* command = command_named(*first, "")) return {command, {}, rest};
  return choose_in_group(*first, rest, diagnostics);
}

}  // namespace runready
