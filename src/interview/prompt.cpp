#include "interview/prompt.hpp"

#include <algorithm>
#include <iterator>

#include "text/document.hpp"
#include "text/utf8.hpp"
#include "text/words.hpp"

namespace runready {

namespace {

constexpr std::size_t kMostColumns = 3;
constexpr std::size_t kIndent = 2;  ///< of what stands under a heading
constexpr std::size_t kGap = 1;     ///< between columns, beside the room for a mark
constexpr std::string_view kMark = "x ";
constexpr std::string_view kNoMark = "  ";

std::size_t digits_of(std::size_t number) { return std::to_string(number).size(); }

/// "x 12" of a reply that is chosen, "  12" of another: as wide, so that a list is laid out as
/// before when replies are chosen, and its numbers stay.
std::string marker_of(const Prompt& prompt, std::size_t reply) {
  std::string marker = std::to_string(reply + 1);
  marker.insert(0, digits_of(prompt.replies.size()) - marker.size(), ' ');
  return std::string(prompt.replies[reply].chosen ? kMark : kNoMark) + marker;
}

/// Where the run of replies of one group, or of a page, ends.
std::size_t end_of_run(const Prompt& prompt, std::size_t from, std::size_t end) {
  std::size_t at = from;
  while (at < end && prompt.replies[at].group == prompt.replies[from].group) ++at;
  return at;
}

std::string cell_of(const Prompt& prompt, std::size_t reply) {
  return marker_of(prompt, reply) + " " + printable(prompt.replies[reply].label);
}

/// How wide each column must be.
std::vector<std::size_t> widths_of(const Prompt& prompt, std::size_t columns) {
  std::vector<std::size_t> widths(columns, 0);
  for (std::size_t from = 0; from < prompt.replies.size();) {
    const std::size_t end = end_of_run(prompt, from, prompt.replies.size());
    for (std::size_t i = from; i < end; ++i) {
      std::size_t& width = widths[(i - from) % columns];
      width = std::max(width, display_width(cell_of(prompt, i)));
    }
    from = end;
  }
  return widths;
}

bool columns_fit(const Prompt& prompt, std::size_t columns, std::size_t width) {
  const bool breaks = std::any_of(
      prompt.replies.begin(), prompt.replies.end(),
      [](const Prompt::Reply& reply) { return reply.label.find('\n') != std::string::npos; });
  std::size_t needed = (columns - 1) * kGap;
  for (const std::size_t w : widths_of(prompt, columns)) needed += w;
  return !breaks && needed <= width;
}

/// From left to right and then down, which is the order in which it is read aloud.
void add_in_columns(Page& page, const Prompt& prompt, std::size_t from, std::size_t end,
                    const std::vector<std::size_t>& widths) {
  for (std::size_t row = from; row < end; row += widths.size()) {
    std::string line;
    for (std::size_t i = row; i < std::min(row + widths.size(), end); ++i) {
      const std::string cell = cell_of(prompt, i);
      line += cell;
      const bool is_last = i + 1 == std::min(row + widths.size(), end);
      if (!is_last) line.append(widths[i - row] + kGap - display_width(cell), ' ');
    }
    page.indent(0).as_it_stands(line);
  }
}

void add_replies(Page& page, const Prompt& prompt, std::size_t from, std::size_t end,
                 std::size_t columns) {
  const std::vector<std::size_t> widths = widths_of(prompt, columns);
  while (from < end) {
    const std::size_t run = end_of_run(prompt, from, end);
    const std::string& group = prompt.replies[from].group;
    if (!group.empty()) page.indent(kIndent).line(group);
    if (columns > 1) {
      add_in_columns(page, prompt, from, run, widths);
    } else {
      for (std::size_t i = from; i < run; ++i) {
        page.indent(group.empty() ? 0 : kIndent)
            .item(marker_of(prompt, i), prompt.replies[i].label);
      }
    }
    from = run;
  }
}

std::string text_of(const Prompt& prompt, std::size_t from, std::size_t end, std::size_t columns,
                    bool is_paged, const TextOptions& view) {
  Page page(view);
  for (const std::string& heading : prompt.headings) page.line(heading, Style::faint);
  page.line(prompt.ask, Style::heading);
  add_replies(page, prompt, from, end, columns);
  if (is_paged) page.indent(0).line(prompt.ask, Style::heading);
  return page.text() + prompt_line(prompt.how, view);
}

std::vector<std::size_t> pages_of(const Prompt& prompt, const TextOptions& view) {
  std::vector<std::size_t> pages = {0};
  for (std::size_t end = 1; end <= prompt.replies.size(); ++end) {
    const bool has_room = fits(text_of(prompt, pages.back(), end, 1, true, view), view);
    if (!has_room && end - 1 > pages.back()) pages.push_back(end - 1);
  }
  return pages;
}

}  // namespace

bool fits(std::string_view text, const TextOptions& view) {
  const auto lines = 1 + static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
  return view.height == 0 || lines <= view.height;
}

Layout layout_of(const Prompt& prompt, const TextOptions& view) {
  for (std::size_t columns = 1; columns <= kMostColumns; ++columns) {
    if (columns > 1 && !columns_fit(prompt, columns, view.width)) break;
    if (fits(text_of(prompt, 0, prompt.replies.size(), columns, false, view), view))
      return {columns};
  }
  return {1, pages_of(prompt, view)};
}

std::string in_full(const Prompt& prompt, const Layout& layout, std::size_t page,
                    const TextOptions& view) {
  const bool is_last = page + 1 == layout.pages.size();
  const std::size_t end = is_last ? prompt.replies.size() : layout.pages[page + 1];
  return "\n" + text_of(prompt, layout.pages[page], end, layout.columns, layout.is_paged(), view);
}

std::string prompt_line(std::string_view how, const TextOptions& view) {
  Page page(view);
  page.line(std::string(how) + " >");
  std::string text = page.text();
  text.back() = ' ';
  return text;
}

namespace {

/// "8 Shin, 9 Knee, front or kneecap"
std::string rows_of(const Question& question, const std::vector<std::uint32_t>& options) {
  std::string rows;
  for (const std::uint32_t option : options) {
    rows += (rows.empty() ? "" : "; ") + std::to_string(option + 1) + " " +
            question.options[option].label;
  }
  return rows;
}

/// The replies by their names, for "did you mean".
std::vector<std::string_view> names_of(const Pack& pack, const Question& question) {
  if (question.type == QuestionType::boolean)
    return {pack.text("reply.no"), pack.text("reply.yes")};
  std::vector<std::string_view> labels;
  for (const Option& option : question.options) labels.emplace_back(option.label);
  return labels;
}

std::string unknown(const Pack& pack, const Question& question, std::string_view word) {
  std::string problem = fill(pack.text("interview.problem.unknown"), {in_backticks(word)});
  if (const auto near = nearest(word, names_of(pack, question)); !near.empty()) {
    problem += " " + fill(pack.text("interview.problem.nearest"), {near});
  }
  return problem;
}

std::string problem_of(const Pack& pack, const Question& question, bool several,
                       const WordsMistake& mistake) {
  using Kind = WordsMistake::Kind;
  const std::size_t listed =
      question.options.empty() ? 2 + (several ? 1 : 0) : question.options.size();
  switch (mistake.kind) {
    case Kind::no_number:
    case Kind::out_of_range:
      return fill(pack.text("interview.problem.number"),
                  {std::to_string(question.min), std::to_string(question.max)});
    case Kind::not_listed:
      return fill(pack.text("interview.problem.list"), {std::to_string(listed)});
    case Kind::one_only:
      return pack.text("interview.problem.one-only");
    case Kind::no_none:
      return pack.text("interview.problem.enter");
    case Kind::none_and_others:
      return pack.text("interview.problem.none-and-others");
    case Kind::ambiguous:
      return fill(pack.text("interview.problem.ambiguous"),
                  {in_backticks(mistake.word), rows_of(question, mistake.options)});
    case Kind::nothing:
    case Kind::unknown:
      break;
  }
  return unknown(pack, question, mistake.word.empty() ? "," : mistake.word);
}

}  // namespace

std::optional<PromptCommand> command_in(std::string_view line) {
  struct CommandWords {
    std::string_view typed;
    PromptCommand command;
  };
  constexpr CommandWords kCommands[] = {
      {"?", PromptCommand::why},         {"help", PromptCommand::why},
      {"b", PromptCommand::back},        {"back", PromptCommand::back},
      {"undo", PromptCommand::back},     {"r", PromptCommand::review},
      {"q", PromptCommand::quit},        {"quit", PromptCommand::quit},
      {"exit", PromptCommand::quit},     {"+", PromptCommand::another},
      {"review", PromptCommand::review}, {"skip", PromptCommand::skip}};
  const std::string typed = lower(trimmed(line));
  const auto* row = std::find_if(std::begin(kCommands), std::end(kCommands),
                                 [&](const CommandWords& r) { return r.typed == typed; });
  if (row == std::end(kCommands)) return std::nullopt;
  return row->command;
}

Understood understand(const Pack& pack, const Question& question, std::string_view line,
                      bool several, std::span<const std::int32_t> ticked) {
  const ReadWords read =
      read_words(question, line, {.pack = &pack, .several = several, .ticked = ticked});
  if (read.mistakes.empty()) return {read.values};
  const WordsMistake& mistake = read.mistakes.front();
  Understood understood{{}, problem_of(pack, question, several, mistake)};
  if (mistake.kind == WordsMistake::Kind::ambiguous) understood.could_be = mistake.options;
  return understood;
}

std::string how_to_answer(const Pack& pack, const Question& question, bool is_ticked) {
  switch (question.type) {
    case QuestionType::boolean:
    case QuestionType::choice:
      return pack.text("interview.how.one");
    case QuestionType::multi_choice:
      return pack.text(is_ticked ? "interview.how.ticked" : "interview.how.several");
    case QuestionType::integer:
      break;
  }
  return pack.text(question.unit.empty() ? "interview.how.number" : "interview.how.amount");
}

}  // namespace runready
