#include "batch/reply_codes.hpp"

#include <algorithm>

namespace runready {

namespace {

constexpr std::int32_t kTabled = 1024;

/// Where a test's answer may change: at each of its values and just after it.
void add_cuts(const Pack& pack, const Alternatives& alternatives,
              std::vector<std::vector<std::int32_t>>& cuts) {
  for (const Alternative& alternative : alternatives) {
    for (const Literal& literal : alternative) {
      if (literal.test == nullptr) continue;
      auto& of_question = cuts[pack.variable(literal.test->variable).question.index];
      for (const std::int32_t value : literal.test->values) {
        of_question.push_back(value);
        of_question.push_back(value + 1);
      }
    }
  }
}

std::vector<std::int32_t> least_values(const Question& question, std::vector<std::int32_t> cuts) {
  if (question.type == QuestionType::multi_choice) return {};
  if (question.type != QuestionType::integer) {
    // Few values: one cell each.
    for (std::int32_t value = question.min; value <= question.max; ++value) cuts.push_back(value);
  }
  cuts.push_back(question.min);
  std::erase_if(cuts, [&](std::int32_t v) { return v < question.min || v > question.max; });
  std::sort(cuts.begin(), cuts.end());
  cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
  return cuts;
}

}  // namespace

ReplyCodes::ReplyCodes(const Pack& pack, std::span<const Alternatives> tests) : pack_(pack) {
  std::vector<std::vector<std::int32_t>> cuts(pack.questions.size());
  for (const Alternatives& alternatives : tests) add_cuts(pack, alternatives, cuts);
  for (std::size_t q = 0; q < pack.questions.size(); ++q) {
    Cells& cells = questions_.emplace_back();
    cells.examples = least_values(pack.questions[q], std::move(cuts[q]));
    cells.cells = static_cast<std::uint32_t>(cells.examples.size());
    if (cells.examples.empty()) continue;
    const std::int32_t values = pack.questions[q].max - pack.questions[q].min + 1;
    for (std::int32_t i = 0; i < std::min(values, kTabled); ++i) {
      cells.of_value.push_back(
          static_cast<std::uint16_t>(search(cells, pack.questions[q].min + i)));
    }
  }
}

std::uint64_t ReplyCodes::search(const Cells& cells, std::int32_t value) {
  const auto next = std::upper_bound(cells.examples.begin(), cells.examples.end(), value);
  return static_cast<std::uint64_t>(next - cells.examples.begin() - 1);
}

std::uint64_t ReplyCodes::default_word(QuestionId question) const {
  const Question& asked = pack_.question(question);
  if (asked.type == QuestionType::multi_choice) return 0;
  return word(question, asked.default_value);
}

}  // namespace runready
