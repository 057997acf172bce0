#pragma once

#include <span>
#include <string>
#include <vector>

#include "runready/diagnostic.hpp"
#include "runready/pack.hpp"

/// Who reads what in a pack, as lists and as a picture.
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

/// A pack as a graph for Graphviz, from left to right: questions by section, terms and rules by
/// file, recommendations and referrals. Sentences are tooltips, so that the drawing stays readable
/// with many rules.
std::string graph(const Pack& pack, std::span<const SourceFile> files);

}  // namespace runready
