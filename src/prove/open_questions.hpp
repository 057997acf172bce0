#pragma once

#include <vector>

#include "prove/view.hpp"
#include "runready/assessment.hpp"

/// Which questions can be asked, and which of them could still matter.
namespace runready {

/// Who can be asked what, from what is known.
class Askable {
 public:
  /// Both are used for as long as this is.
  Askable(const Pack& pack, const Known& known);

  /// Whether a question is known to apply and is not fully answered.
  bool operator()(const Asked& asked) const;

  /// All that can be asked, in asking order: what is about the runner and the first complaint in
  /// the author's order, then what is about each further complaint.
  std::vector<Asked> all() const;

  /// Those of `wanted` that can be asked; if none can, what their gates wait for.
  std::vector<Asked> instead_of(const std::vector<Asked>& wanted) const;

 private:
  bool is_answered(const Asked& asked) const;

  const Pack& pack_;
  const Known& known_;
  std::vector<Replies> effective_;  ///< by complaint
};

/// A question as it is asked of a complaint, or of the runner.
Asked asked_about(const Pack& pack, QuestionId question, std::size_t complaint);

/// The questions that some of the diagrams depend on, in asking order.
std::vector<Asked> questions_in(const View& view, const std::vector<Node>& roots);

/// By question, those that a condition of the questions' gates reads, and theirs, the questions
/// themselves with them.
std::vector<bool> with_gates(const Pack& pack, const std::vector<QuestionId>& questions);

}  // namespace runready
