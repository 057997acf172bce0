#include "assess/situation.hpp"

#include <algorithm>

#include "assess/knowledge.hpp"
#include "model/text_level.hpp"

namespace runready {

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

}  // namespace runready
