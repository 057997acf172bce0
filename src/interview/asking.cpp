#include "interview/asking.hpp"

#include <algorithm>
#include <utility>

#include "interview/prompt.hpp"
#include "model/replies.hpp"
#include "model/reply_words.hpp"
#include "text/utf8.hpp"
#include "text/words.hpp"

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

/// What all in it mean, in one paragraph: the labels again would push it out of a small window.
std::string sayings_of_group(const Question& question, const std::string& group) {
  std::string sayings;
  for (const Option& option : question.options) {
    if (option.group != group || option.clause.says.empty()) continue;
    sayings += (sayings.empty() ? "" : "; ") + option.clause.says;
  }
  return sayings;
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
  lay_out({}, view);
}

/// With what is marked beside what stands, one for each option or none at all.
void Asking::lay_out(const std::vector<std::int32_t>& marked, const TextOptions& view) {
  view_ = view;
  parts_ = {part_of(all_options(question_), view)};
  if (!marked.empty()) parts_.back().marked = marked;
  if (!parts_.back().layout.is_paged() || !marked.empty()) return;
  if (auto by_groups = groups(view)) parts_.back() = std::move(*by_groups);
}

void Asking::fit(const TextOptions& view) {
  const bool is_same = view.width == view_.width && view.height == view_.height;
  const Part& part = parts_.back();
  if (is_same || parts_.size() > 1 || part.page > 0) return;
  const bool has_news = is_list(question_) && !part.by_groups && part.marked != part.standing;
  lay_out(has_news ? part.marked : std::vector<std::int32_t>{}, view);
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
  part.standing = part.marked;
  part.options = std::move(options);
  Asking shown(*this);
  shown.parts_ = {part};
  Prompt widest = shown.prompt(Enter::in_full);
  if (is_list(question_)) widest.how = shown.widest_how();
  part.layout = layout_of(widest, view);
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
  part.standing = part.marked;
  Asking shown(*this);
  shown.parts_ = {part};
  Prompt widest = shown.prompt(Enter::in_full);
  widest.how = shown.widest_how();
  if (!fits(runready::in_full(widest, {}, 0, view).substr(1), view)) return std::nullopt;
  return part;
}

/// The longest of what may stand behind a list, whatever is ticked: how it is laid out, and so its
/// numbers, must not depend on that.
std::string Asking::widest_how() const {
  std::vector<std::string> hows;
  Asking ticked(*this);
  std::ranges::fill(ticked.parts_.back().marked, 1);
  for (const Asking* asking : {this, static_cast<const Asking*>(&ticked)}) {
    const std::string base = asking->how(Enter::left_out);
    hows.push_back(fill(pack_.text("interview.enter.more"), {base}));
    hows.push_back(fill(pack_.text("interview.enter.ticked"), {base}));
  }
  hows.push_back(fill(pack_.text("interview.enter.default"),
                      {how(Enter::left_out), pack_.text("reply.none")}));
  return *std::ranges::max_element(hows, {}, [](const std::string& h) { return display_width(h); });
}

bool Asking::is_last_page() const {
  return parts_.back().page + 1 == parts_.back().layout.pages.size();
}

std::string Asking::how(Enter enter) const {
  if (!manner_.how.empty())
    return is_last_page() ? manner_.how : how_to_enter(pack_.text("interview.type.one"), enter);
  const Part& part = parts_.back();
  switch (question_.type) {
    case QuestionType::boolean:
    case QuestionType::choice:
      return how_to_enter(pack_.text("interview.type.one"), enter);
    case QuestionType::multi_choice:
      if (part.by_groups && !manner_.how_by_groups.empty()) {
        return how_to_enter(manner_.how_by_groups, enter);
      }
      return how_to_enter(pack_.text(part.by_groups            ? "interview.type.groups"
                                     : any_marked(part.marked) ? "interview.type.ticked"
                                                               : "interview.type.several"),
                          enter);
    case QuestionType::integer:
      break;
  }
  const std::string range = fill(pack_.text("interview.type.number"),
                                 {std::to_string(question_.min), std::to_string(question_.max)});
  return how_to_enter(question_.unit.empty()
                          ? range
                          : fill(pack_.text("interview.type.amount"), {range, question_.unit}),
                      enter);
}

/// With what Enter does.
std::string Asking::how_to_enter(std::string_view how, Enter enter) const {
  using Does = OnEnter::Does;
  if (enter == Enter::left_out) return std::string(how);
  if (!is_last_page()) return fill(pack_.text("interview.enter.more"), {how});
  const std::optional<std::vector<std::int32_t>> values = entered();
  if (!values) return std::string(how);
  const bool is_whole = *values == manner_.enter.values;
  if (enter == Enter::in_short && is_list(question_) && any_marked(*values)) {
    return fill(pack_.text("interview.enter.ticked"), {how});
  }
  const std::string label = is_whole && !manner_.enter_label.empty() ? manner_.enter_label
                            : values->front() == kSeveral && manner_.several
                                ? pack_.text("interview.several")
                                : reply_label(pack_, question_, *values);
  const std::string_view key = !is_whole || manner_.enter.does == Does::takes_default
                                   ? "interview.enter.default"
                               : manner_.enter.usual ? "interview.enter.usual"
                                                     : "interview.enter.keep";
  return fill(pack_.text(key), {how, label});
}

/// What Enter alone answers on the last page; nothing if it does not. Only that is offered.
std::optional<std::vector<std::int32_t>> Asking::entered() const {
  const Part& part = parts_.back();
  const bool does_nothing = manner_.enter.does == OnEnter::Does::nothing;
  const bool has_news =
      is_list(question_) && !part.by_groups && (part.marked != part.standing || parts_.size() > 1);
  if (!has_news) return does_nothing ? std::nullopt : std::optional(manner_.enter.values);
  std::vector<std::int32_t> values = whole();
  if (any_marked(values)) return values;
  if (does_nothing || !question_.none_is_reply) return std::nullopt;
  return values;
}

Prompt Asking::prompt(Enter enter) const {
  const Part& part = parts_.back();
  Prompt prompt{manner_.headings, question_.ask, {}, how(enter)};
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
  const Part& part = parts_.back();
  std::string text = runready::in_full(prompt(Enter::in_full), part.layout, part.page, view);
  if (fits(std::string_view(text).substr(1), view)) return text;
  return runready::in_full(prompt(Enter::in_short), part.layout, part.page, view);
}

std::string Asking::in_short(const TextOptions& view, bool offers_enter) const {
  if (offers_enter) return prompt_line(how(Enter::in_full), view);
  const std::string replies = how(Enter::left_out);
  const bool is_open =
      is_list(question_) && question_.none_is_reply && !any_marked(parts_.back().marked);
  return prompt_line(is_open ? fill(pack_.text("interview.type.none"), {replies}) : replies, view);
}

std::string Asking::how_to_answer() const {
  return runready::how_to_answer(pack_, question_, any_marked(parts_.back().marked));
}

std::vector<std::string> Asking::meanings(std::string_view typed) const {
  const Part& part = parts_.back();
  std::vector<std::int32_t> chosen(part.question.options.size(), 1);
  if (!typed.empty()) {
    const Understood understood = understand(pack_, part.question, typed);
    std::ranges::fill(chosen, 0);
    if (is_list(question_) && !understood.values.empty()) chosen = understood.values;
    if (question_.type == QuestionType::choice && !understood.values.empty()) {
      chosen[static_cast<std::size_t>(understood.values[0])] = 1;
    }
  }
  std::vector<std::string> lines;
  const auto add = [&](std::size_t number, std::string_view label, std::string_view says) {
    if (says.empty()) return;
    lines.push_back(
        fill(pack_.text("interview.meaning"), {std::to_string(number + 1), label, says}));
  };
  const std::size_t first = part.by_groups ? 0 : part.layout.pages[part.page];
  const std::size_t end = is_last_page() ? chosen.size() : part.layout.pages[part.page + 1];
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    if (chosen[i] != 1 || (typed.empty() && (i < first || i >= end))) continue;
    const Option& option = part.question.options[i];
    if (part.by_groups) {
      const std::string group = groups_of(question_)[i];
      add(i, group, sayings_of_group(question_, group));
    } else {
      add(i, option.label, option.clause.says);
    }
  }
  return lines;
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
  if (!is_last_page()) return turn();
  std::optional<std::vector<std::int32_t>> values = entered();
  if (!values) return {.is_empty = true};
  return {std::move(*values)};
}

/// Words of a reply itself answer; numbers and names of groups, and words of several replies, lead
/// to what is in the groups.
Asking::Taken Asking::take_groups(std::string_view line, const TextOptions& view) {
  if (are_none(pack_, line)) {
    if (!question_.none_is_reply) return {.is_empty = true};
    return {std::vector<std::int32_t>(question_.options.size(), 0)};
  }
  std::vector<std::uint32_t> could_be;
  if (!has_digit(line)) {
    Understood understood = understand(pack_, question_, line, false, standing());
    if (!understood.values.empty()) return {std::move(understood.values)};
    could_be = std::move(understood.could_be);
  }
  const std::vector<std::string> names = groups_of(question_);
  std::vector<bool> is_open(names.size(), false);
  const auto group_of = [&](std::uint32_t option) {
    return static_cast<std::size_t>(std::ranges::find(names, question_.options[option].group) -
                                    names.begin());
  };
  for (const std::uint32_t option : could_be) is_open[group_of(option)] = true;
  if (could_be.empty()) {
    const Understood chosen = understand(pack_, parts_.back().question, line);
    if (chosen.values.empty()) return {{}, chosen.problem};
    for (std::size_t i = 0; i < names.size(); ++i) is_open[i] = chosen.values[i] == 1;
  }
  std::vector<std::uint32_t> options;
  for (std::uint32_t i = 0; i < question_.options.size(); ++i) {
    if (is_open[group_of(i)]) options.push_back(i);
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
    return is_last_page() ? done() : turn();
  }
  Understood understood = understand(pack_, part.question, line, false, part.marked);
  if (understood.values.empty()) return {{}, std::move(understood.problem)};
  part.marked = std::move(understood.values);
  return is_last_page() ? done() : turn();
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
std::vector<std::int32_t> Asking::whole() const {
  const Part& part = parts_.back();
  std::vector<std::int32_t> values = standing();
  values.resize(question_.options.size(), 0);
  for (std::int32_t& value : values) value = value == 1 ? 1 : 0;
  for (std::size_t i = 0; i < part.options.size(); ++i) values[part.options[i]] = part.marked[i];
  return values;
}

Asking::Taken Asking::done() const {
  std::vector<std::int32_t> values = whole();
  if (!question_.none_is_reply && !any_marked(values)) return {.is_empty = true};
  return {std::move(values)};
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
