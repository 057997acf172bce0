#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/flags.hpp"
#include "runready/diagnostic.hpp"
#include "runready/pack.hpp"

/// What was said on the command line, taken apart but not yet understood.
///
/// The flags that answer questions are made from the pack, and which pack that is stands in other
/// flags: so a command line is parsed once without questions, and once more with them.
namespace runready {

struct Command;

/// A question answered by a flag: `--pain 4`, `--no-any-pain`.
struct ReplyFlag {
  QuestionId question;
  std::string spelled;  ///< `--no-any-pain`
  std::string words;    ///< `4`; `yes` and `no` of a bool question
};

class CommandLine {
 public:
  bool has(Flag flag) const { return !values(flag).empty(); }
  /// Values in the order given; of a switch `true` for each time.
  const std::vector<std::string>& values(Flag flag) const {
    return values_[static_cast<std::size_t>(flag)];
  }
  /// The last value; nothing if the flag was not given.
  std::optional<std::string> last(Flag flag) const;
  /// Values with commas between them, those of repeated flags together; empty ones left out.
  std::vector<std::string> list(Flag flag) const;
  /// `--json`, `--format json`, or fields of it.
  bool wants_json() const;
  void add(Flag flag, std::string value) {
    values_[static_cast<std::size_t>(flag)].push_back(std::move(value));
  }

  std::vector<std::string> arguments;  ///< words that belong to no flag
  std::vector<std::string> unknown;    ///< words that look like flags but are none
  std::vector<ReplyFlag> replies;      ///< a question's own together, questions in pack order

 private:
  std::array<std::vector<std::string>, kFlagCount> values_;
};

/// Takes the words after the command apart. Without `questions` the flags of a pack's questions
/// are among the unknown ones. Mistakes found: `missing-value` and `given-twice`.
CommandLine parse(std::span<const std::string> words, FlagSet flags, const Pack* questions,
                  Diagnostics& diagnostics);

/// One message for each unknown flag, with what may have been meant (`unknown-flag`). With
/// `questions`, flags and replies of the pack are among the candidates.
void report_unknown(const CommandLine& line, FlagSet flags, const Pack* questions,
                    Diagnostics& diagnostics);

/// One message if there are more words that belong to no flag than the command takes
/// (`unexpected-argument`).
void report_unexpected(const CommandLine& line, const Command& command, Diagnostics& diagnostics);

}  // namespace runready
