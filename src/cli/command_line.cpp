#include "cli/command_line.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "cli/commands.hpp"
#include "cli/told_answers.hpp"
#include "report/questions.hpp"
#include "text/diagnostics.hpp"
#include "text/words.hpp"

namespace runready {

bool CommandLine::wants_json() const {
  const auto format = last(Flag::format);
  return has(Flag::json) || (format ? *format == "json" : has(Flag::fields));
}

std::optional<std::string> CommandLine::last(Flag flag) const {
  if (!has(flag)) return std::nullopt;
  return values(flag).back();
}

std::vector<std::string> CommandLine::list(Flag flag) const {
  std::vector<std::string> entries;
  for (const std::string& value : values(flag)) {
    std::size_t start = 0;
    while (start < value.size()) {
      const std::size_t end = std::min(value.find(',', start), value.size());
      // `a, b` is as good as `a,b`.
      const std::size_t from = value.find_first_not_of(' ', start);
      const std::size_t last = value.find_last_not_of(' ', end - (end > 0 ? 1 : 0));
      if (from < end) entries.push_back(value.substr(from, last + 1 - from));
      start = end + 1;
    }
  }
  return entries;
}

namespace {

/// `--pian=4` and `-pian` as `--pian`: what may be compared with the names of flags.
std::string normalized(const std::string& word) {
  const std::size_t start = std::min(word.find_first_not_of('-'), word.size());
  return "--" + word.substr(start, word.find('=') - start);
}

std::vector<std::string> known_flags(FlagSet flags, const Pack* questions) {
  std::vector<std::string> known;
  for (const FlagInfo& flag : all_flags()) {
    if (flags.has(flag.flag)) known.push_back("--" + std::string(flag.name));
  }
  if (questions != nullptr) {
    for (QuestionFlag& flag : question_flags(*questions)) known.push_back(std::move(flag.spelled));
  }
  return known;
}

/// `limping` for a question's reply: it is often tried as a flag of its own.
std::string as_reply(const std::string& flag, const Pack& questions) {
  for (const Question& question : questions.questions) {
    for (const Option& option : question.options) {
      if ("--" + option.id == flag) return spelled_flag(question) + " " + option.id;
    }
  }
  return "";
}

std::string flag_of_other_command(const std::string& flag) {
  for (const Command& command : all_commands()) {
    for (const FlagInfo& known : all_flags()) {
      if ("--" + std::string(known.name) == flag && command.flags.has(known.flag)) {
        return "it is a flag of `runready " + std::string(command.name) + "`";
      }
    }
  }
  return "";
}

/// What a flag is called in other programs.
struct OtherName {
  std::string_view word;
  Flag flag;
};
constexpr OtherName kOtherNames[] = {{"--threads", Flag::jobs}, {"--parallel", Flag::jobs}};

std::string help_for(const std::string& word, FlagSet flags, const Pack* questions) {
  const std::string flag = normalized(word);
  if (questions != nullptr) {
    if (const std::string reply = as_reply(flag, *questions); !reply.empty()) {
      return "did you mean `" + reply + "`?";
    }
  }
  if (std::string other = flag_of_other_command(flag); !other.empty()) return other;
  for (const OtherName& other : kOtherNames) {
    if (other.word == flag && flags.has(other.flag)) {
      return "did you mean `--" + std::string(info(other.flag).name) + "`?";
    }
  }
  const std::vector<std::string> known = known_flags(flags, questions);
  const std::vector<std::string_view> candidates(known.begin(), known.end());
  const std::string_view near = nearest(flag, candidates);
  return near.empty() ? "`--help` lists the flags" : "did you mean `" + std::string(near) + "`?";
}

bool is_command(const std::string& word) {
  const auto commands = all_commands();
  return std::any_of(commands.begin(), commands.end(), [&](const Command& command) {
    return command.name.substr(0, command.name.find(' ')) == word;
  });
}

}  // namespace

void report_unknown(const CommandLine& line, FlagSet flags, const Pack* questions,
                    Diagnostics& diagnostics) {
  for (const std::string& word : line.unknown) {
    report_error(diagnostics, "unknown-flag", Span{},
                 "unknown flag " + in_backticks(word.substr(0, word.find('='))),
                 help_for(word, flags, questions));
  }
}

void report_unexpected(const CommandLine& line, const Command& command, Diagnostics& diagnostics) {
  if (line.arguments.size() <= command.most_arguments) return;
  const std::string& word = line.arguments[command.most_arguments];
  report_error(diagnostics, "unexpected-argument", Span{},
               "unexpected argument " + in_backticks(word),
               is_command(word)        ? "a command comes first: `runready " + word + "`"
               : command.takes_replies ? "replies are given by flags; `--help` lists them"
                                       : "`--help` tells what the command takes");
}

// The only file that includes CLI11, which costs eight seconds to compile. Only the flags that
// occur on the command line are made known to it: that keeps the start of the program short
// however many questions the pack has.

namespace {

/// A flag as CLI11 knows it, and what it stands for.
struct Declared {
  CLI::Option* option = nullptr;
  std::string spelled;
  bool takes_value = false;
  const FlagInfo* flag = nullptr;       ///< a flag of the program, or
  const QuestionFlag* reply = nullptr;  ///< one that answers a question
};

/// What CLI11 gives for a switch without a value.
constexpr std::string_view kGiven = "true";

bool starts_with(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}

/// Whether a word may be this flag: `--name`, `--name=value`, or its letter among short ones.
bool is_mentioned(std::span<const std::string> words, std::string_view spelled, char letter) {
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    if (letter != 0 && word.size() > 1 && word[0] == '-' && word[1] != '-') {
      return word.find(letter) != std::string::npos;
    }
    return starts_with(word, spelled) &&
           (word.size() == spelled.size() || word[spelled.size()] == '=');
  });
}

class Parser {
 public:
  Parser(std::span<const std::string> words, Diagnostics& diagnostics)
      : words_(words), diagnostics_(diagnostics) {
    app_.set_help_flag();
    app_.allow_extras();
  }

  void declare(const FlagInfo& flag) {
    const std::string spelled = "--" + std::string(flag.name);
    if (!is_mentioned(words_, spelled, flag.letter)) return;
    const std::string names = flag.letter == 0 ? spelled : spelled + ",-" + flag.letter;
    declared_.push_back({add(names, flag.takes_value()), spelled, flag.takes_value(), &flag, {}});
  }

  void declare(const QuestionFlag& reply) {
    if (!is_mentioned(words_, reply.spelled, 0)) return;
    declared_.push_back(
        {add(reply.spelled, reply.takes_value), reply.spelled, reply.takes_value, {}, &reply});
  }

  CommandLine parse() {
    CommandLine line;
    if (has_empty_value()) return line;
    try {
      app_.parse(std::vector<std::string>(words_.rbegin(), words_.rend()));
    } catch (const CLI::ArgumentMismatch&) {
      // The only mismatch there is: the last word is a flag that wants a value.
      report_missing_value(words_.back(), "");
      return line;
    }
    for (const Declared& declared : declared_) take(declared, line);
    sort_remaining(line);
    return line;
  }

 private:
  /// `--pain=`: CLI11 would take the next word for its value.
  bool has_empty_value() {
    bool found = false;
    for (const std::string& word : words_) {
      if (word == "--") break;
      if (!starts_with(word, "--") || word.back() != '=') continue;
      const std::string spelled = word.substr(0, word.size() - 1);
      const auto is_it = [&](const Declared& declared) { return declared.spelled == spelled; };
      const auto declared = std::find_if(declared_.begin(), declared_.end(), is_it);
      if (declared == declared_.end()) continue;
      found = true;
      if (declared->takes_value || is_bool_reply(*declared)) {
        report_empty_value(spelled);
      } else {
        report_error(diagnostics_, "unexpected-value", Span{},
                     "`" + spelled + "` takes no value, found an empty one");
      }
    }
    return found;
  }

  CLI::Option* add(const std::string& names, bool takes_value) {
    if (!takes_value) return app_.add_flag(names);
    return app_.add_option(names)->expected(1)->allow_extra_args(false)->multi_option_policy(
        CLI::MultiOptionPolicy::TakeAll);
  }

  void take(const Declared& declared, CommandLine& line) {
    const std::vector<std::string>& values = declared.option->results();
    for (const std::string& value : values) {
      if (declared.takes_value && starts_with(value, "--")) {
        report_missing_value(declared.spelled, value);
      } else if (declared.takes_value && declared.flag != nullptr && value.empty()) {
        report_empty_value(declared.spelled);
      } else if (!declared.takes_value && value != kGiven && !is_bool_reply(declared)) {
        report_error(diagnostics_, "unexpected-value", Span{},
                     "`" + declared.spelled + "` takes no value, found `" + value + "`");
      } else if (declared.flag != nullptr) {
        line.add(declared.flag->flag, value);
      } else {
        line.replies.push_back({declared.reply->question, declared.spelled,
                                declared.takes_value || value != kGiven ? value
                                : declared.reply->denies                ? "no"
                                                                        : "yes"});
      }
    }
    if (declared.flag != nullptr && declared.flag->repeat == Repeat::once && values.size() > 1) {
      report_error(diagnostics_, "given-twice", Span{},
                   "`" + declared.spelled + "` is given more than once");
    }
  }

  /// `--any-pain=no` is as good as `--no-any-pain`.
  static bool is_bool_reply(const Declared& declared) {
    return declared.reply != nullptr && !declared.reply->denies;
  }

  void report_missing_value(const std::string& flag, const std::string& found) {
    report_error(
        diagnostics_, "missing-value", Span{},
        "`" + flag + "` needs a value" + (found.empty() ? "" : ", found the flag `" + found + "`"));
  }

  /// As comes of `--fields=$F` where F is empty.
  void report_empty_value(const std::string& flag) {
    report_error(diagnostics_, "missing-value", Span{},
                 "`" + flag + "` needs a value, found an empty one",
                 "give it one, or leave the flag out");
  }

  void sort_remaining(CommandLine& line) {
    bool only_arguments = false;
    for (std::string& word : app_.remaining()) {
      if (word == "--" && !only_arguments) {
        only_arguments = true;
      } else if (!only_arguments && word.size() > 1 && word[0] == '-') {
        line.unknown.push_back(std::move(word));
      } else {
        line.arguments.push_back(std::move(word));
      }
    }
  }

  std::span<const std::string> words_;
  Diagnostics& diagnostics_;
  CLI::App app_;
  std::vector<Declared> declared_;
};

}  // namespace

CommandLine parse(std::span<const std::string> words, FlagSet flags, const Pack* questions,
                  Diagnostics& diagnostics) {
  Parser parser(words, diagnostics);
  for (const FlagInfo& flag : all_flags()) {
    if (flags.has(flag.flag)) parser.declare(flag);
  }
  std::vector<QuestionFlag> replies;
  if (questions != nullptr) replies = question_flags(*questions);
  for (const QuestionFlag& reply : replies) parser.declare(reply);
  return parser.parse();
}

}  // namespace runready
