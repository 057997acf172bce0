#include "assess/for_words.hpp"

#include <vector>

#include "assess/knowledge.hpp"
#include "runready/read_answers.hpp"

namespace runready {

namespace {

bool say_the_same(const Assessment& a, const Assessment& b) {
  return a.reasons == b.reasons && a.offered == b.offered && a.excluded == b.excluded &&
         a.tips == b.tips && a.recheck_hours == b.recheck_hours &&
         a.heart_rate_allowed == b.heart_rate_allowed;
}

/// Each reply with one value other than the default: of a list one option, of numbers the ends.
std::vector<Replies> single_replies(const Pack& pack, const Question& question,
                                    const Replies& told) {
  Replies base = told;
  set_default(pack, question, base);
  std::vector<Replies> all;
  for (std::uint32_t i = 0; i < question.variable_count; ++i) {
    const VariableId id{question.first_variable.index + i};
    const Variable& variable = pack.variable(id);
    const bool is_number = question.type == QuestionType::integer;
    for (std::int32_t value = variable.min; value <= variable.max;
         value += is_number && variable.max > variable.min ? variable.max - variable.min : 1) {
      if (value == variable.default_value) continue;
      all.push_back(base);
      all.back().set(id, value);
    }
  }
  return all;
}

bool changes_a_word(const Pack& pack, const Known& known, const Question& question,
                    const Assessment& now) {
  for (const Replies& runner : single_replies(pack, question, known.told.runner)) {
    Answers told = known.told;
    told.runner = runner;
    Diagnostics none;
    const auto other = infer(pack, told, none);
    if (other && !say_the_same(now, assess(pack, *other))) return true;
  }
  return false;
}

}  // namespace

std::optional<Asked> question_for_words(const Pack& pack, const Known& known) {
  if (known.told.nothing_else) return std::nullopt;
  std::optional<Assessment> now;
  const Replies effective = effective_replies(pack, known.both.runner);
  for (std::uint32_t q = 0; q < pack.questions.size(); ++q) {
    const Question& question = pack.questions[q];
    if (!question.for_words || is_answered(pack, QuestionId{q}, known.both.runner)) continue;
    if (applies(pack, question, effective) != Truth::yes) continue;
    if (!now) now = assess(pack, known);
    if (now->referral >= Referral::urgent) return std::nullopt;
    if (changes_a_word(pack, known, question, *now)) return Asked{QuestionId{q}, std::nullopt};
  }
  return std::nullopt;
}

}  // namespace runready
