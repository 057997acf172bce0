#include "model/replies.hpp"

#include <algorithm>

#include "text/diagnostics.hpp"
#include "text/words.hpp"

namespace runready {

std::vector<std::string_view> option_ids(const Question& question) {
  std::vector<std::string_view> ids;
  for (const Option& option : question.options) ids.emplace_back(option.id);
  return ids;
}

std::optional<std::uint32_t> option_called(const Question& question, std::string_view id) {
  // Ids have small letters only.
  return option_named(question, lower(id));
}

Option labelled_option(std::string label, std::string group) {
  Option option;
  option.label = std::move(label);
  option.group = std::move(group);
  return option;
}

void choose(const Question& question, const std::vector<bool>& chosen, Replies& into) {
  for (std::uint32_t i = 0; i < question.variable_count; ++i) {
    into.set(VariableId{question.first_variable.index + i}, chosen[i] ? 1 : 0);
  }
}

std::vector<std::uint32_t> chosen_options(const Question& question, const Replies& replies) {
  std::vector<std::uint32_t> chosen;
  for (std::uint32_t i = 0; i < question.variable_count; ++i) {
    if (replies[VariableId{question.first_variable.index + i}] == 1) chosen.push_back(i);
  }
  return chosen;
}

void report_unknown_option(Diagnostics& to, Span span, const Question& question,
                           std::string_view told, std::string help) {
  if (help.empty() && !is_full(to)) help = suggestion(told, option_ids(question));
  report_error(to, "unknown-option", span,
               "unknown option " + in_backticks(told) + " of " + in_backticks(question.id),
               std::move(help));
}

namespace {

using Type = JsonValue::Type;

void report_wrong(Diagnostics& to, std::string code, const Question& question,
                  const JsonValue& json, std::string help) {
  report_error(to, std::move(code), json.span,
               in_backticks(question.id) + " takes " + expected_reply(question) + ", found " +
                   describe(json),
               std::move(help));
}

std::nullopt_t report_wrong_type(Diagnostics& to, const Question& question, const JsonValue& json) {
  std::string help;
  if (question.type == QuestionType::multi_choice && json.type == Type::string) {
    help = "write a list: " + in_backticks("[\"" + json.string + "\"]");
  } else if (question.type == QuestionType::integer && json.type == Type::string) {
    help = "write the number without quotes";
  } else if (question.type == QuestionType::boolean && json.type == Type::string) {
    if (json.string == "yes" || json.string == "true") help = "write `true`";
    if (json.string == "no" || json.string == "false") help = "write `false`";
  }
  report_wrong(to, "wrong-type", question, json, std::move(help));
  return std::nullopt;
}

std::optional<std::int32_t> parse_integer(const Question& question, const JsonValue& json,
                                          Diagnostics& diagnostics) {
  if (json.type != Type::integer) return report_wrong_type(diagnostics, question, json);
  if (json.integer >= question.min && json.integer <= question.max) {
    return static_cast<std::int32_t>(json.integer);
  }
  report_wrong(diagnostics, "out-of-range", question, json, "");
  return std::nullopt;
}

/// Which options a list names.
std::optional<std::vector<bool>> parse_list(const Question& question, const JsonValue& json,
                                            Diagnostics& diagnostics) {
  if (json.type != Type::array) return report_wrong_type(diagnostics, question, json);
  if (json.items.empty() && !question.none_is_reply) {
    report_no_none(diagnostics, json.span, question, "an empty one");
    return std::nullopt;
  }
  std::vector<bool> chosen(question.options.size());
  bool is_right = true;
  for (const JsonValue& item : json.items) {
    const auto option = parse_option(question, item, diagnostics);
    if (option) chosen[*option] = true;
    is_right = is_right && option.has_value();
  }
  if (!is_right) return std::nullopt;
  return chosen;
}

}  // namespace

void report_no_none(Diagnostics& to, Span span, const Question& question, std::string_view found) {
  report_error(to, "none-is-no-reply", span,
               in_backticks(question.id) + " takes " + expected_reply(question) + ", found " +
                   std::string(found),
               "leave it out where it is not known");
}

std::string expected_reply(const Question& question) {
  switch (question.type) {
    case QuestionType::boolean:
      return "`true` or `false`";
    case QuestionType::choice:
      return "one of its options";
    case QuestionType::multi_choice:
      return question.none_is_reply ? "a list of its options"
                                    : "a list of one or more of its options";
    case QuestionType::integer:
      break;
  }
  return "a whole number from " + std::to_string(question.min) + " to " +
         std::to_string(question.max);
}

std::optional<std::uint32_t> parse_option(const Question& question, const JsonValue& json,
                                          Diagnostics& diagnostics) {
  if (json.type != Type::string) {
    report_error(diagnostics, "wrong-type", json.span,
                 "expected an option of " + in_backticks(question.id) + ", found " + describe(json),
                 suggestion("", option_ids(question)));
    return std::nullopt;
  }
  const auto option = option_called(question, json.string);
  if (!option) {
    const bool is_none = question.type == QuestionType::multi_choice && question.none_is_reply &&
                         json.string == "none";
    report_unknown_option(diagnostics, json.span, question, json.string,
                          is_none ? "for none of them write the empty list `[]`" : "");
  }
  return option;
}

std::optional<std::int32_t> parse_value(const Question& question, const JsonValue& json,
                                        Diagnostics& diagnostics) {
  if (question.type == QuestionType::choice) {
    const auto option = parse_option(question, json, diagnostics);
    return option ? std::optional(static_cast<std::int32_t>(*option)) : std::nullopt;
  }
  if (question.type == QuestionType::integer) return parse_integer(question, json, diagnostics);
  if (json.type != Type::boolean) return report_wrong_type(diagnostics, question, json);
  return json.boolean ? 1 : 0;
}

bool read_reply(const Pack& pack, QuestionId question, const JsonValue& json, Replies& into,
                Diagnostics& diagnostics) {
  const Question& asked = pack.question(question);
  if (json.type == Type::null) return true;
  if (asked.type == QuestionType::multi_choice) {
    const auto chosen = parse_list(asked, json, diagnostics);
    if (chosen) choose(asked, *chosen, into);
    return chosen.has_value();
  }
  const auto value = parse_value(asked, json, diagnostics);
  if (value) into.set(asked.first_variable, *value);
  return value.has_value();
}

bool has_reply(const Question& question, const Replies& replies) {
  const VariableId first = question.first_variable;
  if (question.type != QuestionType::multi_choice) return replies.knows(first);
  bool all_known = true;
  bool any_chosen = false;
  for (std::uint32_t i = 0; i < question.variable_count; ++i) {
    const std::int32_t value = replies[VariableId{first.index + i}];
    all_known = all_known && value != kUnknown;
    any_chosen = any_chosen || value == 1;
  }
  return all_known || any_chosen;
}

void write_reply(JsonWriter& out, const Question& question, const Replies& replies) {
  const std::int32_t value = replies[question.first_variable];
  switch (question.type) {
    case QuestionType::boolean:
      out.value(value != 0);
      return;
    case QuestionType::choice:
      out.value(question.options[static_cast<std::size_t>(value)].id);
      return;
    case QuestionType::integer:
      out.value(value);
      return;
    case QuestionType::multi_choice:
      break;
  }
  out.begin_array();
  for (const std::uint32_t option : chosen_options(question, replies)) {
    out.value(question.options[option].id);
  }
  out.end_array();
}

namespace {

std::string labels_of(const Pack& pack, const Question& question,
                      std::span<const std::int32_t> values) {
  std::string labels;
  for (std::size_t i = 0; i < question.options.size(); ++i) {
    if (values[i] != 1) continue;
    labels += (labels.empty() ? "" : "; ") + question.options[i].label;
  }
  return labels.empty() ? pack.text("reply.none") : labels;
}

}  // namespace

std::string reply_label(const Pack& pack, const Question& question,
                        std::span<const std::int32_t> values) {
  if (std::all_of(values.begin(), values.end(), [](auto v) { return v == kUnknown; })) return {};
  switch (question.type) {
    case QuestionType::boolean:
      return pack.text(values[0] != 0 ? "reply.yes" : "reply.no");
    case QuestionType::choice:
      return question.options[static_cast<std::size_t>(values[0])].label;
    case QuestionType::integer:
      return std::to_string(values[0]);
    case QuestionType::multi_choice:
      break;
  }
  return labels_of(pack, question, values);
}

std::string reply_label(const Pack& pack, const Question& question, const Replies& replies) {
  std::vector<std::int32_t> values;
  for (std::uint32_t i = 0; i < question.variable_count; ++i) {
    values.push_back(replies[VariableId{question.first_variable.index + i}]);
  }
  return reply_label(pack, question, values);
}

std::string complaint_name(const Pack& pack, const Answers& answers, std::size_t complaint) {
  const Complaint& told = answers.complaints[complaint];
  if (!told.label.empty()) return told.label;
  for (const Question& question : pack.questions) {
    if (question.about != About::complaint || question.type != QuestionType::multi_choice) continue;
    std::string label = reply_label(pack, question, told.replies);
    if (!label.empty() && label != pack.text("reply.none")) return label;
    break;
  }
  return fill(pack.text("complaint.number"), {std::to_string(complaint + 1)});
}

std::string enumeration(const Pack& pack, const std::vector<std::string>& parts) {
  std::string out;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) out += i + 1 == parts.size() ? " " + pack.text("sentence.and") + " " : ", ";
    out += parts[i];
  }
  return out;
}

}  // namespace runready
