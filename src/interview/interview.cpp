#include "runready/interview.hpp"

#include <variant>

#include "interview/course.hpp"
#include "interview/review.hpp"
#include "interview/sheet.hpp"
#include "interview/understand.hpp"
#include "model/enumeration.hpp"
#include "model/reply_label.hpp"
#include "text/fill.hpp"
#include "text/page.hpp"

namespace runready {

/// The words of an interview: lines typed become moves of its course, and moves become texts.
class Interview::State {
 public:
  State(const Pack& pack, Prover& prover, InterviewStart start)
      : pack_(pack), course_(pack, prover, std::move(start)) {
    if (course_.is_settled()) stage_ = Stage::settled;
    asks_ = !course_.is_settled();
  }

  const Course& course() const { return course_; }
  Stage stage() const { return stage_; }
  std::string opening(const TextOptions& view) const;
  std::string prompt(const TextOptions& view, Prompt prompt) const;
  std::string take(std::string_view line, const TextOptions& view);
  std::string closing(const TextOptions& view) const;

 private:
  /// What is said to a line; shown above the next prompt.
  using Said = std::vector<std::string>;

  Said obey(Command command);
  Said why();
  std::string stakes() const;
  Said back();
  Said add_thing();
  Said review(std::string_view line);
  Said reply(std::string_view line);
  Said reply_to_anything_else(std::string_view line);
  Said answer(const std::vector<std::int32_t>& values);
  Said moved(std::string_view label, std::size_t set_aside_before);
  Said ask_again_shortly(std::string_view key);
  void ask();
  Sheet sheet() const;
  std::vector<std::string> headings(const Asked& asked) const;

  const std::string& text(std::string_view key) const { return pack_.text(key); }

  const Pack& pack_;
  Course course_;
  Stage stage_ = Stage::asking;
  bool asks_ = true;           ///< false: there was nothing to ask to begin with
  bool stands_above_ = false;  ///< the question was just shown and need not be repeated
};

std::string Interview::State::opening(const TextOptions& view) const {
  if (!asks_) return {};
  return Page(view).line(text("interview.opening")).text();
}

std::string Interview::State::closing(const TextOptions& view) const {
  if (!asks_) return {};
  const std::size_t left = course_.questions_left();
  Page page(view);
  page.line(left == 0 ? text("interview.settled.all")
                      : fill(text("interview.settled.early"), {std::to_string(left)}));
  return "\n" + page.text() + "\n";
}

std::string Interview::State::prompt(const TextOptions& view, Prompt prompt) const {
  const bool in_short = stands_above_ && prompt == Prompt::as_needed;
  if (stage_ == Stage::asking) {
    return in_short ? runready::in_short(sheet(), view) : in_full(sheet(), view);
  }
  return in_short ? prompt_line(text("interview.review.how"), view)
                  : runready::review(pack_, course_.known(), course_.set_aside(), view);
}

Sheet Interview::State::sheet() const {
  const auto* asked = std::get_if<Asked>(&course_.step());
  if (asked == nullptr) return sheet_of_anything_else(pack_);
  Sheet sheet = sheet_of(pack_, pack_.question(asked->question), course_.on_enter(*asked),
                         course_.is_entrance(asked->question));
  sheet.headings = headings(*asked);
  return sheet;
}

/// Where we are, if that is elsewhere than before.
std::vector<std::string> Interview::State::headings(const Asked& asked) const {
  const Step* step = course_.before();
  const Asked* before = step == nullptr ? nullptr : std::get_if<Asked>(step);
  const std::uint32_t section = pack_.question(asked.question).section;
  std::vector<std::string> headings;
  const bool is_same_thing = before != nullptr && before->complaint == asked.complaint;
  if (asked.complaint && course_.told().complaints.size() > 1 && !is_same_thing) {
    headings.push_back(complaint_name(pack_, course_.told(), *asked.complaint));
  }
  if (before == nullptr || pack_.question(before->question).section != section) {
    headings.push_back(pack_.sections[section].title);
  }
  return headings;
}

std::string Interview::State::take(std::string_view line, const TextOptions& view) {
  const std::string_view typed = trimmed(line);
  Said said;
  if (const auto command = command_in(typed)) {
    said = obey(*command);
  } else {
    said = stage_ == Stage::reviewing ? review(typed) : reply(typed);
  }
  Page page(view);
  for (const std::string& words : said) page.line(words);
  return page.text();
}

Interview::State::Said Interview::State::obey(Command command) {
  switch (command) {
    case Command::quit:
      stage_ = Stage::quit;
      return {};
    case Command::review:
      stage_ = Stage::reviewing;
      stands_above_ = false;
      return {};
    case Command::why:
      return why();
    case Command::back:
      return back();
    case Command::another:
      return add_thing();
  }
  return {};
}

/// The question stays; only what may be typed is said again.
Interview::State::Said Interview::State::ask_again_shortly(std::string_view key) {
  stands_above_ = true;
  return {text(key)};
}

/// Shows whatever the course has come to.
void Interview::State::ask() {
  stage_ = course_.is_settled() ? Stage::settled : Stage::asking;
  stands_above_ = false;
}

Interview::State::Said Interview::State::why() {
  if (stage_ == Stage::reviewing) return ask_again_shortly("interview.review.why");
  const auto* asked = std::get_if<Asked>(&course_.step());
  if (asked == nullptr) return ask_again_shortly("interview.anything-else.why");
  stands_above_ = true;
  return {pack_.question(asked->question).why, stakes()};
}

/// "It can still change what you do today (so far Run to Rest) and which sessions fit."
std::string Interview::State::stakes() const {
  const Course::AtStake at = course_.at_stake();
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

Interview::State::Said Interview::State::back() {
  if (stage_ == Stage::asking && !course_.back()) return ask_again_shortly("interview.first");
  ask();
  return {};
}

Interview::State::Said Interview::State::add_thing() {
  if (stage_ == Stage::asking) {
    const auto* asked = std::get_if<Asked>(&course_.step());
    if (asked == nullptr) return reply_to_anything_else(text("reply.yes"));
    if (course_.is_entrance(asked->question)) return answer({kSeveral});
  }
  switch (course_.add_thing()) {
    case Course::Added::nothing_hurts:
      return ask_again_shortly("interview.another.nothing");
    case Course::Added::too_many:
      return ask_again_shortly("interview.another.too-many");
    case Course::Added::added:
      break;
  }
  return ask_again_shortly("interview.another.noted");
}

Interview::State::Said Interview::State::review(std::string_view line) {
  const std::vector<Asked> rows = review_rows(pack_, course_.known());
  if (line.empty()) {
    course_.go_on();
  } else if (const auto row = place_in_list(line, rows.size())) {
    course_.revisit(rows[*row]);
  } else {
    if (rows.empty()) return ask_again_shortly("interview.review.empty");
    stands_above_ = true;
    return {fill(text("interview.problem.list"), {std::to_string(rows.size())})};
  }
  ask();
  return {};
}

Interview::State::Said Interview::State::reply(std::string_view line) {
  const auto* asked = std::get_if<Asked>(&course_.step());
  if (asked == nullptr) return reply_to_anything_else(line);
  if (line.empty()) {
    const OnEnter enter = course_.on_enter(*asked);
    return enter.does == OnEnter::Does::nothing ? ask_again_shortly("interview.problem.enter")
                                                : answer(enter.values);
  }
  const bool several = course_.is_entrance(asked->question);
  const Understood understood = understand(pack_, asked->question, several, line);
  if (!understood.values.empty()) return answer(understood.values);
  stands_above_ = true;
  return {understood.problem};
}

Interview::State::Said Interview::State::answer(const std::vector<std::int32_t>& values) {
  const Question& question = pack_.question(std::get<Asked>(course_.step()).question);
  const std::string label = question.type == QuestionType::boolean && values[0] == kSeveral
                                ? text("interview.several")
                                : reply_label(pack_, question, values);
  const std::size_t before = course_.set_aside();
  course_.answer(values);
  return moved(label, before);
}

Interview::State::Said Interview::State::reply_to_anything_else(std::string_view line) {
  const Understood understood = understand_yes_or_no(pack_, line);
  if (understood.values.empty()) {
    stands_above_ = true;
    return {understood.problem};
  }
  const bool yes = understood.values[0] == 1;
  const std::size_t before = course_.set_aside();
  course_.answer_anything_else(yes);
  return moved(text(yes ? "reply.yes" : "reply.no"), before);
}

Interview::State::Said Interview::State::moved(std::string_view label,
                                               std::size_t set_aside_before) {
  Said said{fill(text("interview.understood"), {label})};
  const std::size_t now = course_.set_aside();
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
const Answers& Interview::answers() const { return state_->course().told(); }
std::vector<QuestionId> Interview::standing_kept() const {
  return state_->course().standing_kept();
}
std::string Interview::opening(const TextOptions& view) const { return state_->opening(view); }
std::string Interview::closing(const TextOptions& view) const { return state_->closing(view); }
std::string Interview::prompt(const TextOptions& view, Prompt prompt) const {
  return state_->prompt(view, prompt);
}
std::string Interview::take(std::string_view line, const TextOptions& view) {
  return state_->take(line, view);
}

}  // namespace runready
