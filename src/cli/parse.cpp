// The only file that includes CLI11, which costs eight seconds to compile. Only the flags that
// occur on the command line are made known to it: that keeps the start of the program short
// however many questions the pack has.
#include <CLI/CLI.hpp>
#include <algorithm>

#include "cli/command_line.hpp"
#include "cli/question_flags.hpp"
#include "text/report.hpp"

namespace runready {

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
