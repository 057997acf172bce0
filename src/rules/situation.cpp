#include "rules/situation.hpp"

#include <algorithm>

#include "rules/gates.hpp"
#include "runready/read_answers.hpp"

namespace runready {

TextLevel text_level(std::string_view key) {
  key.remove_prefix(std::min(key.find('.'), key.size() - 1) + 1);
  const std::string_view word = key.substr(0, key.find('.'));
  if (const auto recommendation = recommendation_named(word)) return *recommendation;
  if (const auto referral = referral_named(word)) return *referral;
  return {};
}

const std::string& Situation::text(std::string_view key) const {
  const auto found = pack_.wordings.find(key);
  if (found == pack_.wordings.end()) return pack_.text(key);
  const std::vector<const Evaluation*> spoken = spoken_of(key);
  const auto fits = [&](const Wording& wording) {
    return std::all_of(spoken.begin(), spoken.end(), [&](const Evaluation* e) {
      return evaluate(wording.when, e->replies, e->terms) == Truth::yes;
    });
  };
  const std::vector<Wording>& wordings = found->second;
  const auto first = std::find_if(wordings.begin(), wordings.end(), fits);
  return spoken.empty() || first == wordings.end() ? pack_.text(key) : first->text;
}

const std::vector<Situation::Alone>& Situation::complaints() const {
  if (complaints_) return *complaints_;
  complaints_.emplace();
  const Known& known = assessment_.known;
  for (const Replies& replies : subjects(pack_, known.both)) {
    Evaluation evaluation =
        evaluate_rules(pack_, complete(pack_, replies, known.told.nothing_else).replies);
    const Verdict verdict = judge(pack_, std::span(&evaluation, 1), Unknowns::harmful);
    complaints_->push_back({std::move(evaluation), verdict.recommendation, verdict.referral});
  }
  return *complaints_;
}

/// None: of no complaint at hand.
std::vector<const Evaluation*> Situation::spoken_of(std::string_view key) const {
  const TextLevel level = text_level(key);
  const auto* recommendation = std::get_if<Recommendation>(&level);
  const auto* referral = std::get_if<Referral>(&level);
  if ((recommendation != nullptr && *recommendation != assessment_.recommendation) ||
      (referral != nullptr && *referral != assessment_.referral)) {
    return {};
  }
  std::vector<const Evaluation*> all;
  std::vector<const Evaluation*> reach;
  for (const Alone& alone : complaints()) {
    all.push_back(&alone.evaluation);
    const bool reaches = (recommendation == nullptr || alone.recommendation == *recommendation) &&
                         (referral == nullptr || alone.referral == *referral);
    if (reaches) reach.push_back(&alone.evaluation);
  }
  return reach.empty() ? all : reach;
}

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
