#include "interview/sheet.hpp"

#include <algorithm>

#include "model/reply_label.hpp"
#include "text/fill.hpp"
#include "text/page.hpp"

namespace runready {

namespace {

bool is_chosen(const Question& question, const OnEnter& enter, std::size_t place) {
  if (enter.does != OnEnter::Does::keeps) return false;
  if (question.type == QuestionType::multi_choice) return enter.values[place] == 1;
  return enter.values[0] == static_cast<std::int32_t>(place);
}

std::vector<Sheet::Reply> replies_of(const Pack& pack, const Question& question,
                                     const OnEnter& enter, bool several) {
  std::vector<Sheet::Reply> replies;
  if (question.type == QuestionType::boolean) {
    for (const std::string_view key : {"reply.no", "reply.yes"}) {
      replies.push_back({"", pack.text(key), is_chosen(question, enter, replies.size())});
    }
    if (several)
      replies.push_back({"", pack.text("interview.several"), is_chosen(question, enter, 2)});
  }
  for (const Option& option : question.options) {
    replies.push_back({option.group, option.label, is_chosen(question, enter, replies.size())});
  }
  return replies;
}

/// "A number from 0 to 10"
std::string what_to_type(const Pack& pack, const Question& question) {
  if (question.type == QuestionType::multi_choice) return pack.text("interview.type.several");
  if (question.type != QuestionType::integer) return pack.text("interview.type.one");
  return fill(pack.text("interview.type.number"),
              {std::to_string(question.min), std::to_string(question.max)});
}

std::string_view enter_key(const OnEnter& enter) {
  if (enter.does == OnEnter::Does::takes_default) return "interview.enter.default";
  return enter.usual ? "interview.enter.usual" : "interview.enter.keep";
}

std::size_t digits_of(std::size_t number) { return std::to_string(number).size(); }

}  // namespace

Sheet sheet_of(const Pack& pack, const Question& question, const OnEnter& enter, bool several) {
  Sheet sheet{{}, question.ask, replies_of(pack, question, enter, several), {}};
  sheet.how = what_to_type(pack, question);
  if (enter.does != OnEnter::Does::nothing) {
    const std::string label = enter.values[0] == kSeveral && several
                                  ? pack.text("interview.several")
                                  : reply_label(pack, question, enter.values);
    sheet.how = fill(pack.text(enter_key(enter)), {sheet.how, label});
  }
  return sheet;
}

Sheet sheet_of_anything_else(const Pack& pack) {
  const std::string& no = pack.text("reply.no");
  return {{},
          pack.text("interview.anything-else"),
          {{"", no, false}, {"", pack.text("reply.yes"), false}},
          fill(pack.text("interview.enter.default"), {pack.text("interview.type.one"), no})};
}

std::string in_full(const Sheet& sheet, const TextOptions& view) {
  Page page(view);
  for (const std::string& heading : sheet.headings) page.line(heading, Style::faint);
  page.line(sheet.ask, Style::heading);
  const std::size_t digits = digits_of(sheet.replies.size());
  const bool any_chosen = std::any_of(sheet.replies.begin(), sheet.replies.end(),
                                      [](const Sheet::Reply& reply) { return reply.chosen; });
  std::string_view group;
  for (std::size_t i = 0; i < sheet.replies.size(); ++i) {
    const Sheet::Reply& reply = sheet.replies[i];
    if (reply.group != group) page.indent(2).line(reply.group);
    group = reply.group;
    std::string number = std::to_string(i + 1);
    number.insert(0, digits - number.size(), ' ');
    if (any_chosen) number += reply.chosen ? " [x]" : "    ";
    page.indent(group.empty() ? 2 : 4).item(number, reply.label);
  }
  return "\n" + page.text() + in_short(sheet, view);
}

std::string in_short(const Sheet& sheet, const TextOptions& view) {
  return prompt_line(sheet.how, view);
}

std::string prompt_line(std::string_view how, const TextOptions& view) {
  Page page(view);
  page.line(std::string(how) + " >");
  std::string text = page.text();
  text.back() = ' ';
  return text;
}

}  // namespace runready
