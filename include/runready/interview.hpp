#pragma once

#include <cstddef>
#include <memory>
#include <optional>
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
/// An interview and its prover are one thread's at a time; many interviews may share a pack. The
/// same lines, in the same window, always lead to the same texts. When nothing more is to be
/// asked, a last line accepts that or goes back; what is urgent is shown before that line is typed.
///
///     Interview interview(pack, prover, {.told = told});
///     show(interview.opening(view));
///     while (!interview.is_over()) {
///       show(interview.prompt(view));
///       show(interview.take(read_line(), view));
///     }
///     assess(pack, *infer(pack, interview.answers(), diagnostics));
namespace runready {

/// A morning that starts from an earlier check-in: what is asked at once, and how the things that
/// hurt then are now.
struct Morning {
  /// A thing that hurt, and its replies where it is the same, better or worse. What is unknown in
  /// them is asked.
  struct Thing {
    std::string then;  ///< "Quad, 4 of 10"
    Replies same;
    Replies better;
    Replies worse;
  };
  std::string day;  ///< "Yesterday": of that check-in
  std::vector<Thing> things;
  std::vector<QuestionId> today;     ///< lists about the runner, put as one before anything else
  std::vector<QuestionId> training;  ///< lists put as one after what hurts
};

/// What is known before the first question, and what to ask beside the questions of the pack.
struct InterviewStart {
  Answers told = {};      ///< as by flags: not asked again, but open to review
  Replies standing = {};  ///< the runner's usual replies: asked, with these already chosen
  bool asks_what_is_at_hand = false;  ///< where the answer is to train in another way
  std::optional<Morning> morning = {};
  bool offers_to_keep = false;  ///< whether what is at hand can be kept for another day
};

class Interview {
 public:
  enum class Stage { asking, reviewing, confirming, settled, quit };

  /// REQUIRES: `infer` accepts `start.told`; `pack` and `prover` outlive the interview, and
  /// `prover` was made of `pack`.
  Interview(const Pack& pack, Prover& prover, InterviewStart start);
  ~Interview();
  Interview(Interview&&) noexcept;
  Interview& operator=(Interview&&) noexcept;

  Stage stage() const;
  bool is_over() const { return stage() == Stage::settled || stage() == Stage::quit; }

  /// Whether no reply to a question of the pack could change the outcome any more. There may be
  /// more to ask, but it can be left at that.
  bool may_end() const;

  /// How to answer, in short. Empty if there is nothing to ask.
  std::string opening(const TextOptions& view) const;

  enum class Shown : bool { as_needed, in_full };

  /// What to answer next. Ends without a newline, where the reply is to be typed. Fits into the
  /// window; of a longer list a part is shown. After a line that did not answer it, only what may
  /// be typed, unless wanted in full. REQUIRES: !is_over().
  std::string prompt(const TextOptions& view, Shown shown = Shown::as_needed);

  /// Takes a line as typed and says how it was understood.
  /// REQUIRES: !is_over().
  std::string take(std::string_view line, const TextOptions& view);

  /// What was told, before and during the interview. Replies that do not apply any more, since a
  /// gate was shut on the way back, are left out.
  const Answers& answers() const;

  /// What still stands of what the morning filled in for things that are the same, better or worse.
  Answers carried() const;

  /// Questions answered as they usually are.
  std::vector<QuestionId> standing_kept() const;

  /// The activities at hand, ascending, if they were asked for.
  struct AtHand {
    std::vector<ActivityId> activities;
    bool all = false;   ///< whether those are all that are offered
    bool keep = false;  ///< for another day too
  };
  std::optional<AtHand> at_hand() const;

 private:
  class State;
  std::unique_ptr<State> state_;
};

}  // namespace runready
