#pragma once

#include <string>
#include <string_view>

#include "runready/answers.hpp"
#include "runready/pack.hpp"

/// Answers as the flags that tell them.
///
///     command_for(pack, answers)   // runready --any-pain --where heel --also where=shin,pain=2
namespace runready {

/// `--any-pain` for the question `any_pain`.
std::string spelled_flag(const Question& question);

/// What follows the flag in a list of flags: ` REPLY`, ` LIST`, ` NUMBER`, or nothing.
std::string_view flag_value(QuestionType type);

/// The command that tells exactly these answers, for a shell. Lists of which only a part is known
/// are left out: no flag can tell them.
std::string command_for(const Pack& pack, const Answers& answers,
                        std::string_view command = "runready");

/// Answers that settle the outcome, without what goes without saying: replies that are the default
/// are left out, and nothing else is the matter. Questions that are never assumed stay, and what
/// opens the gate of a question that stays.
Answers only_notable(const Pack& pack, const Answers& answers);

}  // namespace runready
