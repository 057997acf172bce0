#include "runready/interview.hpp"

#include <algorithm>
#include <variant>

#include "interview/asking.hpp"
#include "interview/progress.hpp"
#include "interview/prompt.hpp"
#include "interview/steps.hpp"
#include "model/replies.hpp"
#include "rules/situation.hpp"
#include "runready/read_answers.hpp"
#include "text/document.hpp"
#include "text/words.hpp"

namespace runready {

namespace {

/// The questions answered, in the order of the list: those about the runner and the first
/// complaint as they are asked, then those about each further complaint.
std::vector<Asked> review_rows(const Pack& pack, const Known& known) {
  std::vector<Asked> rows;
  for (std::size_t c = 0; c < known.both.complaints.size(); ++c) {
    for (std::uint32_t q = 0; q < pack.questions.size(); ++q) {
      const bool runner = pack.questions[q].about == About::runner;
      const Replies& replies = runner ? known.both.runner : known.both.complaints[c].replies;
      if ((runner && c > 0) || !is_answered(pack, QuestionId{q}, replies)) continue;
      rows.push_back({{q}, runner ? std::nullopt : std::optional(c)});
    }
  }
  return rows;
}

std::size_t lines_of(std::string_view text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

}  // namespace

/// The words of an interview: lines typed become moves of its progress, and moves become texts.
class Interview::State {
 public:
  State(const Pack& pack, Prover& prover, InterviewStart start)
      : pack_(pack), progress_(pack, prover, std::move(start)) {
    asks_ = !progress_.is_done();
    if (!asks_) stage_ = Stage::settled;
  }

  const Progress& progress() const { return progress_; }
  Stage stage() const { return stage_; }
  std::string opening(const TextOptions& view) const;
  std::string prompt(const TextOptions& view, Shown shown);
  std::string take(std::string_view line, const TextOptions& view);

 private:
  /// What is said to a line; shown above the next prompt.
  using Said = std::vector<std::string>;

  Said obey(PromptCommand command);
  Said why(std::string_view of = {});
  void add_meanings(Said& said);
  std::string stakes() const;
  Said back();
  Said add_thing();
  Said skip();
  Said confirm(std::string_view line);
  Said review(std::string_view line);
  Said reply(std::string_view line);
  Said answer(const std::vector<std::int32_t>& values);
  Said stay(std::string problem);
  Said moved(std::string_view label, std::size_t set_aside_before);
  void ask();

  bool is_still_seen(const TextOptions& view);
  bool has_room_below_said(const TextOptions& view);
  std::string in_short_below_said(const TextOptions& view);
  Asking& asking(const TextOptions& view);
  Asking asking_of_step(const TextOptions& view) const;
  Question question_beside(const Step& step) const;
  Asking asking_of_review(const TextOptions& view) const;
  std::string settled() const;
  std::string urgent_answer(const TextOptions& view) const;
  std::string label_of(const std::vector<std::int32_t>& values) const;
  std::vector<std::string> headings(const Asked& asked) const;

  const std::string& text(std::string_view key) const { return pack_.text(key); }

  const Pack& pack_;
  Progress progress_;
  Stage stage_ = Stage::asking;
  std::optional<Asking> asking_;  ///< what is on the screen; none: not shown yet
  TextOptions view_;              ///< of the line that is being taken
  bool asks_ = true;              ///< false: there was nothing to ask to begin with
  bool stands_above_ = false;     ///< the question was just shown and need not be repeated
  bool needs_showing_ = false;    ///< in full, before Enter alone may answer it
  std::size_t lines_said_ = 0;    ///< to the last line typed
  std::size_t lines_below_ = 0;   ///< lines since it was shown in full
};

std::string Interview::State::opening(const TextOptions& view) const {
  if (!asks_) return {};
  Page page(view);
  if (const auto& morning = progress_.morning()) {
    page.line(fill(text("morning.opening"), {morning->day}));
  }
  return page.line(text("interview.opening")).text();
}

/// Why nothing more is asked.
std::string Interview::State::settled() const {
  const std::size_t left = progress_.questions_left();
  if (left == 0) return text("interview.settled.all");
  return fill(text("interview.settled.early"), {std::to_string(left)});
}

std::string Interview::State::prompt(const TextOptions& view, Shown shown) {
  const bool in_short = stands_above_ && shown == Shown::as_needed;
  if (stage_ == Stage::confirming) {
    Page page(view);
    std::string urgent = urgent_answer(view);
    const auto how = urgent.empty() ? "interview.confirm.how" : "interview.confirm.urgent";
    if (!in_short && urgent.empty()) page.line(settled());
    if (in_short) urgent.clear();
    return (in_short ? "" : "\n") + urgent + page.text() + prompt_line(text(how), view);
  }
  if (in_short && (is_still_seen(view) || !has_room_below_said(view))) {
    const std::string again = in_short_below_said(view);
    lines_below_ += lines_of(again) + 1;
    return again;
  }
  // The window may have another size now.
  if (asking_) asking_->fit(view);
  lines_below_ = 0;
  needs_showing_ = false;
  return asking(view).in_full(view);
}

/// What must not wait for another key: that help is needed, and where. Empty if none is urgent.
std::string Interview::State::urgent_answer(const TextOptions& view) const {
  const Assessment assessment = assess(pack_, progress_.known());
  if (assessment.referral < Referral::urgent) return {};
  const Situation situation(pack_, assessment);
  const std::string level(name(assessment.referral));
  const bool is_emergency = assessment.referral == Referral::emergency;
  Page page(view);
  page.line(situation.text("banner." + level), is_emergency ? Style::emergency : Style::urgent);
  return page.line(situation.text("referral." + level)).text();
}

/// Whether what was shown in full has not left the window, with what stands below it by now.
bool Interview::State::is_still_seen(const TextOptions& view) {
  const std::size_t lines = lines_of(asking(view).in_full(view)) + lines_below_ +
                            lines_of(asking(view).in_short(view)) + 1;
  return view.height == 0 || lines <= view.height;
}

/// Whether the question goes below what was just said, which must not leave the window unread.
bool Interview::State::has_room_below_said(const TextOptions& view) {
  return view.height == 0 || lines_said_ + lines_of(asking(view).in_full(view)) + 1 <= view.height;
}

/// Only what may be typed; if the question is not all there above, it says which that is, and Enter
/// alone is to wait for it.
std::string Interview::State::in_short_below_said(const TextOptions& view) {
  Page page(view);
  if (!is_still_seen(view)) {
    needs_showing_ = true;
    page.line(asking(view).ask(), Style::heading);
  }
  return page.text() + asking(view).in_short(view, !needs_showing_);
}

/// Laid out when it is first looked at: what was on the screen stays what it was.
Asking& Interview::State::asking(const TextOptions& view) {
  if (!asking_) {
    asking_.emplace(stage_ == Stage::reviewing ? asking_of_review(view) : asking_of_step(view));
  }
  return *asking_;
}

Asking Interview::State::asking_of_step(const TextOptions& view) const {
  const Step& step = progress_.step();
  if (const auto* asked = std::get_if<Asked>(&step)) {
    return {pack_,
            pack_.question(asked->question),
            {.enter = progress_.on_enter(*asked),
             .several = progress_.is_entrance(asked->question),
             .headings = headings(*asked)},
            view};
  }
  Question question = question_beside(step);
  if (const auto* together = std::get_if<Together>(&step)) {
    const Asked first{together->questions.front(), std::nullopt};
    return {pack_,
            std::move(question),
            {.enter = progress_.on_enter(*together),
             .headings = headings(first),
             .how_by_groups = text("morning.groups")},
            view};
  }
  if (std::holds_alternative<SinceThen>(step)) return {pack_, std::move(question), {}, view};
  // Who has no wish is shown all that is offered, as who is not asked.
  const bool is_at_hand = std::holds_alternative<WhatIsAtHand>(step);
  Asking::Manner manner;
  manner.enter = {OnEnter::Does::takes_default,
                  std::vector<std::int32_t>(question.variable_count, is_at_hand ? 1 : 0)};
  if (is_at_hand) manner.enter_label = text("interview.at-hand.all");
  return {pack_, std::move(question), std::move(manner), view};
}

/// A question that is not of the pack, in its words.
Question Interview::State::question_beside(const Step& step) const {
  if (const auto* together = std::get_if<Together>(&step)) {
    return together_as_one(pack_, *together, *progress_.morning());
  }
  if (std::holds_alternative<SinceThen>(step)) {
    return question_since(pack_, progress_.morning()->day, progress_.thing_then());
  }
  Question question;
  const bool is_at_hand = std::holds_alternative<WhatIsAtHand>(step);
  const std::string key = is_at_hand                                   ? "interview.at-hand"
                          : std::holds_alternative<AnythingElse>(step) ? "interview.anything-else"
                                                                       : "interview.keep";
  question.ask = text(key);
  question.why = text(key + ".why");
  if (!is_at_hand) return question;
  question.type = QuestionType::multi_choice;
  for (const ActivityId id : progress_.offered_activities()) {
    const Activity& activity = pack_.activities[id.index];
    question.options.push_back(labelled_option(sentence_case(activity.label)));
  }
  question.variable_count = static_cast<std::uint32_t>(question.options.size());
  return question;
}

/// All replies so far, numbered, so that any of them can be changed.
Asking Interview::State::asking_of_review(const TextOptions& view) const {
  const Known known = progress_.known();
  const std::vector<Asked> rows = review_rows(pack_, known);
  Question question;
  question.type = QuestionType::choice;
  question.ask = text(rows.empty() ? "interview.review.empty" : "interview.review.title");
  for (const Asked& asked : rows) {
    const Question& of = pack_.question(asked.question);
    const bool is_further = asked.complaint.value_or(0) > 0;
    const Replies& replies =
        asked.complaint ? known.both.complaints[*asked.complaint].replies : known.both.runner;
    question.options.push_back(labelled_option(
        of.ask + "\n" + fill(text("interview.review.row"), {reply_label(pack_, of, replies)}),
        is_further ? complaint_name(pack_, known.both, *asked.complaint) : ""));
  }
  Asking::Manner manner;
  manner.how = text("interview.review.how");
  if (const std::size_t aside = progress_.set_aside(); aside > 0) {
    manner.headings.push_back(fill(text("interview.set-aside"), {std::to_string(aside)}));
  }
  return {pack_, std::move(question), std::move(manner), view};
}

/// Where we are: the thing that hurts, if that is another than before, the section, and how far.
std::vector<std::string> Interview::State::headings(const Asked& asked) const {
  const Step* step = progress_.before();
  const Asked* before = step == nullptr ? nullptr : std::get_if<Asked>(step);
  std::vector<std::string> headings;
  const bool is_same_thing = before != nullptr && before->complaint == asked.complaint;
  if (asked.complaint && progress_.told().complaints.size() > 1 && !is_same_thing) {
    headings.push_back(complaint_name(pack_, progress_.told(), *asked.complaint));
  }
  const Progress::Place& place = progress_.place();
  const std::string& section = pack_.sections[pack_.question(asked.question).section].title;
  headings.push_back(fill(text("interview.progress"),
                          {section, std::to_string(place.now), std::to_string(place.of_about)}));
  return headings;
}

std::string Interview::State::take(std::string_view line, const TextOptions& view) {
  const std::string_view typed = trimmed(line);
  view_ = view;
  Said said;
  if (typed.starts_with('?')) {
    said = why(trimmed(typed.substr(1)));
  } else if (const auto command = command_in(typed)) {
    said = obey(*command);
  } else if (stage_ == Stage::confirming) {
    said = confirm(typed);
  } else {
    said = stage_ == Stage::reviewing ? review(typed) : reply(typed);
  }
  Page page(view);
  for (const std::string& words : said) page.line(words);
  lines_said_ = lines_of(page.text());
  lines_below_ += lines_said_;
  return page.text();
}

Interview::State::Said Interview::State::obey(PromptCommand command) {
  switch (command) {
    case PromptCommand::quit:
      stage_ = Stage::quit;
      return {};
    case PromptCommand::review:
      stage_ = Stage::reviewing;
      asking_.reset();
      stands_above_ = false;
      return {};
    case PromptCommand::why:
      return why();
    case PromptCommand::back:
      return back();
    case PromptCommand::another:
      return add_thing();
    case PromptCommand::skip:
      return skip();
  }
  return {};
}

/// The question stays; only what may be typed is said again.
Interview::State::Said Interview::State::stay(std::string problem) {
  stands_above_ = true;
  return {std::move(problem)};
}

/// Shows whatever the progress has come to.
void Interview::State::ask() {
  stage_ = progress_.is_done() ? Stage::confirming : Stage::asking;
  asking_.reset();
  stands_above_ = false;
  needs_showing_ = false;
}

/// Why it is asked, what it decides, what the replies mean, and how to answer; or only what those
/// mean that are named.
Interview::State::Said Interview::State::why(std::string_view of) {
  stands_above_ = true;
  if (stage_ == Stage::confirming)
    return {text("interview.confirm.why"), text("interview.opening")};
  if (stage_ == Stage::reviewing) return {text("interview.review.why"), text("interview.opening")};
  if (!of.empty()) {
    Said said = asking(view_).meanings(of);
    if (!said.empty()) return said;
  }
  Said said;
  if (const auto* asked = std::get_if<Asked>(&progress_.step())) {
    said = {pack_.question(asked->question).why, stakes()};
  } else {
    said = {question_beside(progress_.step()).why};
  }
  said.push_back(asking(view_).how_to_answer());
  said.push_back(text("interview.opening"));
  add_meanings(said);
  return said;
}

/// What each reply means, if there is room for all of it; else how to see that of one.
void Interview::State::add_meanings(Said& said) {
  const Said meanings = asking(view_).meanings("");
  if (meanings.empty()) return;
  Page page(view_);
  for (const Said* lines : {&meanings, static_cast<const Said*>(&said)}) {
    for (const std::string& line : *lines) page.line(line);
  }
  const std::string all = page.text() + asking(view_).in_short(view_);
  if (fits(all, view_)) {
    said.insert(said.begin(), meanings.begin(), meanings.end());
  } else {
    said.push_back(text("interview.meaning.how"));
  }
}

/// "It can still change what you do today (so far Run to Rest) and which sessions fit."
std::string Interview::State::stakes() const {
  if (progress_.is_settled()) return text("interview.stakes.words");
  const Progress::AtStake at = progress_.at_stake();
  std::vector<std::string> parts;
  if (at.stakes.recommendation) {
    const auto recommendation = [&](Recommendation r) {
      return text("recommendation." + std::string(name(r)));
    };
    const std::string range =
        fill(text("report.range"), {recommendation(at.range.least), recommendation(at.range.most)});
    parts.push_back(fill(text("interview.stakes.recommendation"), {range}));
  }
  if (at.stakes.referral) parts.push_back(text("interview.stakes.referral"));
  if (at.stakes.workouts) parts.push_back(text("interview.stakes.workouts"));
  if (parts.empty()) return text("interview.stakes.nothing");
  return fill(text("interview.stakes"), {enumeration(pack_, parts)});
}

/// To the part of a list, or the question, before.
Interview::State::Said Interview::State::back() {
  if (stage_ != Stage::confirming && asking_ && asking_->back()) {
    stands_above_ = false;
    return {};
  }
  if (stage_ != Stage::reviewing && !progress_.back()) return stay(text("interview.first"));
  ask();
  return {};
}

Interview::State::Said Interview::State::add_thing() {
  if (stage_ == Stage::asking) {
    const Step& step = progress_.step();
    if (std::holds_alternative<AnythingElse>(step)) return answer({1});
    const auto* asked = std::get_if<Asked>(&step);
    if (asked != nullptr && progress_.is_entrance(asked->question)) return answer({kSeveral});
  }
  switch (progress_.add_thing()) {
    case Progress::Added::nothing_hurts:
      return stay(text("interview.another.nothing"));
    case Progress::Added::too_many:
      return stay(text("interview.another.too-many"));
    case Progress::Added::added:
      break;
  }
  if (stage_ != Stage::confirming) return stay(text("interview.another.noted"));
  progress_.go_on();
  ask();
  return {text("interview.another.noted")};
}

/// As good as Enter, page after page.
Interview::State::Said Interview::State::skip() {
  return stage_ == Stage::asking      ? reply("")
         : stage_ == Stage::reviewing ? review("")
                                      : confirm("");
}

Interview::State::Said Interview::State::confirm(std::string_view line) {
  Question yes_or_no;
  const bool is_yes = line.empty() || understand(pack_, yes_or_no, line).values == std::vector{1};
  if (!is_yes) return stay(text("interview.confirm.why"));
  stage_ = Stage::settled;
  return {};
}

Interview::State::Said Interview::State::review(std::string_view line) {
  const std::vector<Asked> rows = review_rows(pack_, progress_.known());
  if (!line.empty() && rows.empty()) return stay(text("interview.review.empty"));
  const Asking::Taken taken = asking(view_).take(line, view_);
  if (taken.goes_on) {
    stands_above_ = false;
    return {};
  }
  if (!taken.values.empty()) {
    progress_.revisit(rows[static_cast<std::size_t>(taken.values[0])]);
  } else if (taken.is_empty) {
    progress_.go_on();
  } else {
    return stay(taken.said);
  }
  ask();
  return {};
}

Interview::State::Said Interview::State::reply(std::string_view line) {
  if (line.empty() && needs_showing_) {
    // What was meant by words that were not understood must not become a "none".
    stands_above_ = false;
    return {text("interview.problem.again")};
  }
  Asking::Taken taken = asking(view_).take(line, view_);
  if (!taken.values.empty()) return answer(taken.values);
  if (taken.is_empty) return stay(text("interview.problem.enter"));
  stands_above_ = !taken.goes_on;
  needs_showing_ = !taken.goes_on;
  return {std::move(taken.said)};
}

/// A reply as it was understood; of a number the sentence, which has the unit.
std::string Interview::State::label_of(const std::vector<std::int32_t>& values) const {
  const auto* asked = std::get_if<Asked>(&progress_.step());
  const Question question =
      asked == nullptr ? question_beside(progress_.step()) : pack_.question(asked->question);
  const bool are_all = std::ranges::all_of(values, [](auto value) { return value == 1; });
  if (std::holds_alternative<WhatIsAtHand>(progress_.step()) && are_all) {
    return text("interview.at-hand.all");
  }
  if (question.type == QuestionType::boolean && values[0] == kSeveral) {
    return text("interview.several");
  }
  if (question.type == QuestionType::integer) {
    return fill(question.clause.says, {std::to_string(values[0])});
  }
  return reply_label(pack_, question, values);
}

Interview::State::Said Interview::State::answer(const std::vector<std::int32_t>& values) {
  const std::string label = label_of(values);
  const std::size_t before = progress_.set_aside();
  const Step& step = progress_.step();
  if (std::holds_alternative<Asked>(step)) {
    progress_.answer(values);
  } else if (std::holds_alternative<AnythingElse>(step)) {
    progress_.answer_anything_else(values[0] == 1);
  } else if (std::holds_alternative<Together>(step)) {
    progress_.answer_together(values);
  } else if (std::holds_alternative<SinceThen>(step)) {
    progress_.answer_since_then(static_cast<HowNow>(values[0]));
  } else if (std::holds_alternative<WhatIsAtHand>(step)) {
    progress_.answer_at_hand(values);
  } else {
    progress_.answer_whether_to_keep(values[0] == 1);
  }
  return moved(label, before);
}

Interview::State::Said Interview::State::moved(std::string_view label,
                                               std::size_t set_aside_before) {
  Said said{fill(text("interview.understood"), {label})};
  const std::size_t now = progress_.set_aside();
  if (now > set_aside_before) {
    said.push_back(fill(text("interview.set-aside"), {std::to_string(now - set_aside_before)}));
  } else if (now < set_aside_before) {
    said.push_back(fill(text("interview.taken-up"), {std::to_string(set_aside_before - now)}));
  }
  ask();
  return said;
}

Interview::Interview(const Pack& pack, Prover& prover, InterviewStart start)
    : state_(std::make_unique<State>(pack, prover, std::move(start))) {}
Interview::~Interview() = default;
Interview::Interview(Interview&&) noexcept = default;
Interview& Interview::operator=(Interview&&) noexcept = default;

Interview::Stage Interview::stage() const { return state_->stage(); }
const Answers& Interview::answers() const { return state_->progress().told(); }
Answers Interview::carried() const { return state_->progress().carried(); }
std::vector<QuestionId> Interview::standing_kept() const {
  return state_->progress().standing_kept();
}
std::string Interview::opening(const TextOptions& view) const { return state_->opening(view); }
std::string Interview::prompt(const TextOptions& view, Shown shown) {
  return state_->prompt(view, shown);
}
std::string Interview::take(std::string_view line, const TextOptions& view) {
  return state_->take(line, view);
}
bool Interview::may_end() const { return state_->progress().is_settled(); }
std::optional<Interview::AtHand> Interview::at_hand() const { return state_->progress().at_hand(); }

}  // namespace runready
