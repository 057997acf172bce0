#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command_line.hpp"
#include "runready/answers.hpp"
#include "runready/diagnostic.hpp"
#include "runready/pack.hpp"

/// The flags that answer questions, made from the pack in use, and what they tell.
namespace runready {

struct QuestionFlag {
  QuestionId question;
  std::string spelled;
  bool takes_value = true;
  bool denies = false;  ///< the `--no-` form of a bool question
};

/// Two flags for a bool question, one for any other; in pack order.
std::vector<QuestionFlag> question_flags(const Pack& pack);

/// Tells what flags say. They take the place of what was told before, key by key; lists of
/// repeated flags unite. Flags about a complaint mean the only one there is.
/// Mistakes: `given-twice`, `which-complaint` and those of `read_reply`.
void apply_replies(const Pack& pack, std::span<const ReplyFlag> flags, Answers& answers,
                   Diagnostics& diagnostics);

/// Adds a complaint from the value of `--also`: `where=heel+arch,pain=2`, at its end if wanted
/// `label=left foot`. Mistakes: `also-syntax`,
/// `unknown-question`, `misplaced-question`, `given-twice`, `too-many-complaints` and those of
/// `read_reply`. A first complaint of which nothing was told is replaced.
void apply_also(const Pack& pack, std::string_view pairs, Answers& answers,
                Diagnostics& diagnostics);

}  // namespace runready
