#include "interview/asking.hpp"

#include <algorithm>
#include <utility>

#include "interview/understand.hpp"
#include "model/options.hpp"
#include "model/reply_label.hpp"
#include "model/words.hpp"
#include "text/fill.hpp"

namespace runready {

namespace {

std::vector<std::string> groups_of(const Question& question) {
  std::vector<std::string> groups;
  for (const Option& option : question.options) {
    if (groups.empty() || groups.back() != option.group) groups.push_back(option.group);
  }
  return groups;
}

/// "Age and birth: Under 18; Pregnant"
std::string label_of_group(const Question& question, const std::string& group) {
  std::string labels;
  for (const Option& option : question.options) {
    if (option.group == group) labels += (labels.empty() ? "" : "; ") + option.label;
  }
  return group + ": " + labels;
}

std::vector<std::uint32_t> all_options(const Question& question) {
  std::vector<std::uint32_t> options;
  for (std::uint32_t i = 0; i < question.options.size(); ++i) options.push_back(i);
  return options;
}

bool is_list(const Question& question) { return question.type == QuestionType::multi_choice; }

bool any_marked(const std::vector<std::int32_t>& marked) {
  return std::find(marked.begin(), marked.end(), 1) != marked.end();
}

bool has_digit(std::string_view line) { return line.find_first_of("0123456789") != line.npos; }

}  // namespace

Asking::Asking(const Pack& pack, Question question, Manner manner, const TextOptions& view)
    : pack_(pack), question_(std::move(question)), manner_(std::move(manner)) {
  parts_.push_back(part_of(all_options(question_), view));
  if (!parts_.back().layout.is_paged()) return;
  if (auto by_groups = groups(view)) parts_.back() = std::move(*by_groups);
}

Asking::Part Asking::part_of(std::vector<std::uint32_t> options, const TextOptions& view) const {
  Part part;
  part.question = question_;
  part.question.options.clear();
  for (const std::uint32_t option : options) {
    part.question.options.push_back(question_.options[option]);
    const bool is_marked = is_list(question_) && keeps() && manner_.enter.values[option] == 1;
    part.marked.push_back(is_marked ? 1 : 0);
  }
  part.options = std::move(options);
  Asking shown(*this);
  shown.parts_ = {part};
  part.layout = layout_of(shown.prompt(), view);
  // With the longest line that stands below a page: more to come, and something ticked.
  if (part.layout.is_paged()) {
    shown.parts_.back().layout = part.layout;
    if (is_list(question_)) shown.parts_.back().marked.front() = 1;
    part.layout = layout_of(shown.prompt(), view);
  }
  return part;
}

/// The groups as one list, each with all that is in it; nothing if there are none or they do not
/// fit.
std::optional<Asking::Part> Asking::groups(const TextOptions& view) const {
  const std::vector<std::string> names = groups_of(question_);
  if (!is_list(question_) || names.size() < 2) return std::nullopt;
  Part part;
  part.by_groups = true;
  part.question = question_;
  part.question.options.clear();
  for (const std::string& name : names) {
    if (name.empty()) return std::nullopt;
    part.question.options.push_back(labelled_option(label_of_group(question_, name)));
    part.marked.push_back(0);
  }
  for (std::uint32_t i = 0; keeps() && i < question_.options.size(); ++i) {
    const auto group = std::find(names.begin(), names.end(), question_.options[i].group);
    if (manner_.enter.values[i] == 1)
      part.marked[static_cast<std::size_t>(group - names.begin())] = 1;
  }
  Asking shown(*this);
  shown.parts_ = {part};
  if (!fits(shown.in_full(view).substr(1), view)) return std::nullopt;
  return part;
}

bool Asking::is_last_page() const {
  return parts_.back().page + 1 == parts_.back().layout.pages.size();
}

std::string Asking::how() const {
  if (!manner_.how.empty())
    return is_last_page() ? manner_.how : how_to_enter(pack_.text("interview.type.one"));
  const Part& part = parts_.back();
  switch (question_.type) {
    case QuestionType::boolean:
    case QuestionType::choice:
      return how_to_enter(pack_.text("interview.type.one"));
    case QuestionType::multi_choice:
      if (part.by_groups && !manner_.how_by_groups.empty()) {
        return how_to_enter(manner_.how_by_groups);
      }
      return how_to_enter(pack_.text(part.by_groups            ? "interview.type.groups"
                                     : any_marked(part.marked) ? "interview.type.ticked"
                                                               : "interview.type.several"));
    case QuestionType::integer:
      break;
  }
  const std::string range = fill(pack_.text("interview.type.number"),
                                 {std::to_string(question_.min), std::to_string(question_.max)});
  return how_to_enter(question_.unit.empty()
                          ? range
                          : fill(pack_.text("interview.type.amount"), {range, question_.unit}));
}

/// With what Enter does.
std::string Asking::how_to_enter(std::string_view how) const {
  using Does = OnEnter::Does;
  const OnEnter& enter = manner_.enter;
  if (!is_last_page()) return fill(pack_.text("interview.enter.more"), {how});
  const Part& part = parts_.back();
  if (is_list(question_) && !part.by_groups && parts_.size() + part.page > 1) {
    if (!any_marked(part.marked) && enter.does == Does::nothing) return std::string(how);
    return fill(pack_.text("interview.enter.default"),
                {how, reply_label(pack_, part.question, part.marked)});
  }
  if (enter.does == Does::nothing) return std::string(how);
  const std::string label = enter.values[0] == kSeveral && manner_.several
                                ? pack_.text("interview.several")
                                : reply_label(pack_, question_, enter.values);
  const std::string_view key = enter.does == Does::takes_default ? "interview.enter.default"
                               : enter.usual                     ? "interview.enter.usual"
                                                                 : "interview.enter.keep";
  return fill(pack_.text(key), {how, label});
}

Prompt Asking::prompt() const {
  const Part& part = parts_.back();
  Prompt prompt{manner_.headings, question_.ask, {}, how()};
  if (question_.type == QuestionType::boolean) {
    const auto is_kept = [&](std::int32_t value) {
      return keeps() && manner_.enter.values[0] == value;
    };
    prompt.replies = {{"", pack_.text("reply.no"), is_kept(0)},
                      {"", pack_.text("reply.yes"), is_kept(1)}};
    if (manner_.several) {
      prompt.replies.push_back({"", pack_.text("interview.several"), is_kept(kSeveral)});
    }
  }
  for (std::size_t i = 0; i < part.question.options.size(); ++i) {
    const bool is_kept = keeps() && manner_.enter.values[0] == static_cast<std::int32_t>(i);
    const Option& option = part.question.options[i];
    prompt.replies.push_back(
        {option.group, option.label, is_list(question_) ? part.marked[i] == 1 : is_kept});
  }
  return prompt;
}

std::string Asking::in_full(const TextOptions& view) const {
  return runready::in_full(prompt(), parts_.back().layout, parts_.back().page, view);
}

std::string Asking::in_short(const TextOptions& view) const { return prompt_line(how(), view); }

std::string Asking::how_to_answer() const {
  return runready::how_to_answer(pack_, question_, any_marked(parts_.back().marked));
}

Asking::Taken Asking::take(std::string_view line, const TextOptions& view) {
  Part& part = parts_.back();
  if (line.empty()) return take_enter();
  if (part.by_groups) return take_groups(line, view);
  if (is_list(question_)) return take_page(line);
  Understood understood = understand(pack_, part.question, line, manner_.several);
  return {std::move(understood.values), std::move(understood.problem)};
}

/// Enter alone: the next page, or what was said that it does.
Asking::Taken Asking::take_enter() {
  Part& part = parts_.back();
  if (!is_last_page()) return turn();
  const bool is_part = is_list(question_) && !part.by_groups && parts_.size() + part.page > 1;
  if (is_part && (any_marked(part.marked) || manner_.enter.does != OnEnter::Does::nothing))
    return done(part);
  if (manner_.enter.does == OnEnter::Does::nothing) return {.is_empty = true};
  return {manner_.enter.values};
}

/// Words of a reply itself answer; numbers and names of groups lead to what is in them.
Asking::Taken Asking::take_groups(std::string_view line, const TextOptions& view) {
  if (are_none(pack_, line)) {
    if (!question_.none_is_reply) return {.is_empty = true};
    return {std::vector<std::int32_t>(question_.options.size(), 0)};
  }
  if (!has_digit(line)) {
    Understood understood = understand(pack_, question_, line, false, standing());
    if (!understood.values.empty()) return {std::move(understood.values)};
  }
  const Understood chosen = understand(pack_, parts_.back().question, line);
  if (chosen.values.empty()) return {{}, chosen.problem};
  const std::vector<std::string> names = groups_of(question_);
  std::vector<std::uint32_t> options;
  for (std::uint32_t i = 0; i < question_.options.size(); ++i) {
    const auto group = std::find(names.begin(), names.end(), question_.options[i].group);
    if (chosen.values[static_cast<std::size_t>(group - names.begin())] == 1) options.push_back(i);
  }
  parts_.push_back(part_of(std::move(options), view));
  return {.goes_on = true};
}

/// What is chosen on a page joins what is marked already.
Asking::Taken Asking::take_page(std::string_view line) {
  Part& part = parts_.back();
  const auto first = static_cast<std::ptrdiff_t>(part.layout.pages[part.page]);
  if (are_none(pack_, line)) {
    std::fill(part.marked.begin() + first, part.marked.end(), 0);
    return is_last_page() ? done(part) : turn();
  }
  Understood understood = understand(pack_, part.question, line, false, part.marked);
  if (understood.values.empty()) return {{}, std::move(understood.problem)};
  part.marked = std::move(understood.values);
  return is_last_page() ? done(part) : turn();
}

Asking::Taken Asking::turn() {
  Part& part = parts_.back();
  ++part.page;
  Taken taken{.goes_on = true};
  if (any_marked(part.marked)) {
    taken.said =
        fill(pack_.text("interview.understood"), {reply_label(pack_, part.question, part.marked)});
  }
  return taken;
}

/// The reply to a list that stands until it is changed; empty if none does.
std::vector<std::int32_t> Asking::standing() const {
  return is_list(question_) && keeps() ? manner_.enter.values : std::vector<std::int32_t>{};
}

/// What is marked, as a reply to the whole question: what other groups have stays.
Asking::Taken Asking::done(const Part& part) const {
  if (!question_.none_is_reply && !any_marked(part.marked)) return {.is_empty = true};
  Taken taken{standing()};
  taken.values.resize(question_.options.size(), 0);
  for (std::size_t i = 0; i < part.options.size(); ++i) {
    taken.values[part.options[i]] = part.marked[i];
  }
  return taken;
}

bool Asking::back() {
  Part& part = parts_.back();
  if (part.page > 0) {
    --part.page;
    return true;
  }
  if (parts_.size() == 1) return false;
  parts_.pop_back();
  return true;
}

}  // namespace runready
