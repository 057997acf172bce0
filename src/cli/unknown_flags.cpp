#include <algorithm>

#include "cli/command_line.hpp"
#include "cli/commands.hpp"
#include "cli/question_flags.hpp"
#include "render/flag_words.hpp"
#include "text/backticks.hpp"
#include "text/report.hpp"
#include "text/suggest.hpp"

namespace runready {

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

}  // namespace runready
