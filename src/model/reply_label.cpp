#include "model/reply_label.hpp"

#include <algorithm>
#include <vector>

#include "text/fill.hpp"

namespace runready {

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

}  // namespace runready
