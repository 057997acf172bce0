#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "runready/answers.hpp"
#include "runready/pack.hpp"
#include "runready/prove.hpp"
#include "runready/text_options.hpp"

/// The interview: asks what still matters, one question a line, until nothing does any more.
///
/// It neither reads nor writes: whoever drives it shows what it says and hands it the lines typed.
/// The same lines always lead to the same texts.
///
///     Interview interview(pack, prover, {.told = told});
///     show(interview.opening(view));
///     while (!interview.is_over()) {
///       show(interview.prompt(view));
///       show(interview.take(read_line(), view));
///     }
///     show(interview.closing(view));
///     assess(pack, *infer(pack, interview.answers(), diagnostics));
namespace runready {

/// What is known before the first question.
struct InterviewStart {
  Answers told = {};      ///< as by flags: not asked again, but open to review
  Replies standing = {};  ///< the runner's usual replies: asked, with these already chosen
};

class Interview {
 public:
  enum class Stage { asking, reviewing, settled, quit };

  /// REQUIRES: `infer` accepts `start.told`; `pack` and `prover` outlive the interview, and
  /// `prover` was made of `pack`.
  Interview(const Pack& pack, Prover& prover, InterviewStart start);
  ~Interview();
  Interview(Interview&&) noexcept;
  Interview& operator=(Interview&&) noexcept;

  Stage stage() const;
  bool is_over() const { return stage() == Stage::settled || stage() == Stage::quit; }

  /// How to answer, in short. Empty if there is nothing to ask.
  std::string opening(const TextOptions& view) const;

  enum class Prompt : bool { as_needed, in_full };

  /// The question to answer next. Ends without a newline, where the reply is to be typed. After a
  /// line that did not answer it, only what may be typed, unless wanted in full.
  /// REQUIRES: !is_over().
  std::string prompt(const TextOptions& view, Prompt prompt = Prompt::as_needed) const;

  /// Takes a line as typed and says how it was understood.
  /// REQUIRES: !is_over().
  std::string take(std::string_view line, const TextOptions& view);

  /// Why nothing more is asked; empty if nothing was. REQUIRES: stage() == Stage::settled.
  std::string closing(const TextOptions& view) const;

  /// What was told, before and during the interview. Replies that do not apply any more, since a
  /// gate was shut on the way back, are left out.
  const Answers& answers() const;

  /// Questions answered as they usually are.
  std::vector<QuestionId> standing_kept() const;

 private:
  class State;
  std::unique_ptr<State> state_;
};

}  // namespace runready
