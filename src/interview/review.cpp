#include "interview/review.hpp"

#include "interview/sheet.hpp"
#include "model/reply_label.hpp"
#include "runready/read_answers.hpp"
#include "text/fill.hpp"
#include "text/page.hpp"

namespace runready {

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

std::string review(const Pack& pack, const Known& known, std::size_t set_aside,
                   const TextOptions& view) {
  const std::vector<Asked> rows = review_rows(pack, known);
  Page page(view);
  page.line(pack.text(rows.empty() ? "interview.review.empty" : "interview.review.title"),
            Style::heading);
  std::size_t thing = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Asked& asked = rows[i];
    const Question& question = pack.question(asked.question);
    if (asked.complaint.value_or(thing) != thing) {
      thing = *asked.complaint;
      page.indent(2).line(complaint_name(pack, known.both, thing));
    }
    const Replies& replies =
        asked.complaint ? known.both.complaints[*asked.complaint].replies : known.both.runner;
    const std::string number = std::to_string(i + 1);
    const std::size_t number_width = std::to_string(rows.size()).size();
    page.indent(2 + number_width - number.size()).item(number, question.ask);
    page.indent(2 + number_width + 1)
        .line(fill(pack.text("interview.review.row"), {reply_label(pack, question, replies)}));
  }
  if (set_aside > 0) {
    page.indent(2).line(fill(pack.text("interview.set-aside"), {std::to_string(set_aside)}));
  }
  return "\n" + page.text() + prompt_line(pack.text("interview.review.how"), view);
}

}  // namespace runready
