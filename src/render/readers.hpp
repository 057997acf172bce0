#pragma once

#include <string>
#include <vector>

#include "runready/pack.hpp"

/// What reads what in a pack.
namespace runready {

/// The questions and terms that a condition names itself, each once, in its order.
struct Reads {
  std::vector<QuestionId> questions;
  std::vector<TermId> terms;
};

Reads reads_of(const Pack& pack, const Condition& condition);

/// Everything that reads a term: "rule `x`", "term `y`", "workout `z`", "tip `t`", "question `q`",
/// "text `referral.see`".
std::vector<std::string> readers_of(const Pack& pack, TermId term);

/// Whether some reply to the question is marked `permits`.
bool may_permit(const Question& question);

}  // namespace runready
