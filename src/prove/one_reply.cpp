#include "prove/one_reply.hpp"

#include <algorithm>

#include "assess/knowledge.hpp"

namespace runready {

namespace {

/// Where nothing was told of it.
void tell_default(const Pack& pack, QuestionId id, Replies& replies) {
  const Question& question = pack.question(id);
  for (std::uint32_t i = 0; i < question.variable_count; ++i) {
    const VariableId variable{question.first_variable.index + i};
    if (!replies.knows(variable)) replies.set(variable, pack.variable(variable).default_value);
  }
}

Evaluation evaluation_of(const Pack& pack, const Replies& replies) {
  return evaluate_rules(pack, effective_replies(pack, replies));
}

}  // namespace

OneReply::OneReply(const Pack& pack, const CellStarts& starts, const Known& known)
    : pack_(pack), starts_(starts), told_(subjects(pack, known.both)) {
  for (Replies& replies : told_) {
    for (std::uint32_t q = 0; q < pack.questions.size() && known.told.nothing_else; ++q) {
      if (goes_without_saying(pack.questions[q])) tell_default(pack, {q}, replies);
    }
    usual_.push_back(replies);
    for (std::uint32_t q = 0; q < pack.questions.size(); ++q) {
      tell_default(pack, {q}, usual_.back());
    }
    evaluations_.push_back(evaluation_of(pack, usual_.back()));
  }
  verdict_ = judge(pack, evaluations_, Unknowns::harmful);
}

/// The outcome of all complaints if one variable, of the runner or of a complaint, had a value.
Verdict OneReply::verdict_with(const Asked& asked, VariableId variable, std::int32_t value) const {
  std::vector<Evaluation> evaluations = evaluations_;
  for (std::size_t c = 0; c < usual_.size(); ++c) {
    if (asked.complaint && *asked.complaint != c) continue;
    Replies replies = usual_[c];
    replies.set(variable, value);
    evaluations[c] = evaluation_of(pack_, replies);
  }
  return judge(pack_, evaluations, Unknowns::harmful);
}

/// Calls `visit` with the outcome of each, until it returns false.
template <class Visit>
void OneReply::for_each_reply(const Asked& asked, Visit visit) const {
  const Question& question = pack_.question(asked.question);
  for (std::uint32_t i = 0; i < question.variable_count; ++i) {
    const VariableId variable{question.first_variable.index + i};
    if (told_[asked.complaint.value_or(0)].knows(variable)) continue;
    for (const std::int32_t value : starts_[variable.index]) {
      if (value == pack_.variable(variable).default_value) continue;
      if (!visit(verdict_with(asked, variable, value))) return;
    }
  }
}

Stakes OneReply::changes(const Asked& asked) const {
  Stakes found;
  for_each_reply(asked, [&](const Verdict& other) {
    const bool same_recommendation = other.recommendation == verdict_.recommendation;
    found.recommendation = found.recommendation || !same_recommendation;
    found.referral = found.referral || other.referral != verdict_.referral;
    found.workouts = found.workouts || (same_recommendation && other.offered != verdict_.offered);
    return !(found.recommendation && found.referral && found.workouts);
  });
  return found;
}

OutcomeRange OneReply::range() const {
  OutcomeRange range{verdict_.recommendation, verdict_.recommendation, verdict_.referral,
                     verdict_.referral};
  const auto widen = [&](const Verdict& other) {
    range.least = std::min(range.least, other.recommendation);
    range.most = std::max(range.most, other.recommendation);
    range.referral_least = std::min(range.referral_least, other.referral);
    range.referral_most = std::max(range.referral_most, other.referral);
    return true;
  };
  for (std::size_t c = 0; c < usual_.size(); ++c) {
    for (std::uint32_t q = 0; q < pack_.questions.size(); ++q) {
      const bool about_runner = pack_.questions[q].about == About::runner;
      if (about_runner && c > 0) continue;
      for_each_reply(about_runner ? Asked{{q}, std::nullopt} : Asked{{q}, c}, widen);
    }
  }
  return range;
}

}  // namespace runready
