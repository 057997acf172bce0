#include "report/reason_words.hpp"

#include <algorithm>

#include "model/replies.hpp"
#include "rules/condition.hpp"
#include "rules/sentence.hpp"
#include "text/words.hpp"

namespace runready {

namespace {

bool reads(const Pack& pack, const Condition& condition, VariableId id) {
  bool found = false;
  for_each_read(
      condition,
      [&](NamedTerm term) { found = found || reads(pack, pack.terms[term.id.index].when, id); },
      [&](const Condition& test) { found |= test.variable == id; });
  return found;
}

}  // namespace

bool goes_without_saying(const Pack& pack, const std::vector<VariableId>& said, VariableId id) {
  return std::any_of(said.begin(), said.end(), [&](VariableId other) {
    const Question& question = pack.question_of(other);
    return question.when && reads(pack, *question.when, id);
  });
}

std::int32_t ToldBy::reply(const Pack& pack, VariableId variable) const {
  const bool of_runner = pack.question_of(variable).about == About::runner;
  return (of_runner ? answers.runner : answers.complaints[complaint].replies)[variable];
}

std::string told_words(const Pack& pack, const ToldBy& told,
                       const std::vector<VariableId>& variables,
                       const std::vector<VariableId>& elsewhere) {
  std::vector<std::string> clauses;
  for (const VariableId id : variables) {
    if (goes_without_saying(pack, variables, id) || goes_without_saying(pack, elsewhere, id)) {
      continue;
    }
    clauses.push_back(clause_of(pack, id, told.reply(pack, id)));
  }
  return enumeration(pack, clauses);
}

std::vector<VariableId> told_symptoms(const Pack& pack, About about, const Replies& replies) {
  std::vector<VariableId> symptoms;
  for (std::uint32_t v = 0; v < pack.variables.size(); ++v) {
    const VariableId id{v};
    const bool is_told = pack.question_of(id).about == about && replies.knows(id);
    if (is_told && replies[id] != pack.variable(id).default_value) symptoms.push_back(id);
  }
  return symptoms;
}

namespace {

bool is_among(const std::vector<QuestionId>& some, const std::vector<QuestionId>& all) {
  return std::all_of(some.begin(), some.end(), [&](QuestionId id) {
    return std::find(all.begin(), all.end(), id) != all.end();
  });
}

class ReasonWriter {
 public:
  ReasonWriter(const Report& report, const Situation& situation, Detail detail)
      : pack_(report.pack),
        assessment_(report.assessment),
        situation_(situation),
        detail_(detail) {}

  Reasons write() {
    std::vector<Reason> reasons = assessment_.reasons;
    std::erase_if(reasons, [](const Reason& r) {
      return r.rule && r.recommend == Recommendation::run && r.referral == Referral::none;
    });
    std::stable_sort(reasons.begin(), reasons.end(),
                     [&](const Reason& a, const Reason& b) { return weight(a) > weight(b); });
    Reasons words;
    for (std::size_t i = 0; i < reasons.size(); ++i) {
      if (detail_ == Detail::brief && is_filler(reasons, i)) continue;
      add(reasons[i], weight(reasons[i]) > 0 ? words.decisive : words.lesser);
    }
    if (words.decisive.empty()) words.decisive.push_back({text("report.nothing-against")});
    return words;
  }

 private:
  const std::string& text(std::string_view key) const { return situation_.text(key); }

  /// How much of the answer is what it is because of this alone: 2 all of it, 1 a part, 0 nothing.
  int weight(const Reason& reason) const {
    if (!reason.rule) return 1;
    const bool refers =
        assessment_.referral > Referral::none && reason.referral == assessment_.referral;
    if (assessment_.referral >= Referral::urgent) return refers ? 2 : 0;
    const bool recommends =
        assessment_.floor > Recommendation::run && reason.recommend == assessment_.floor;
    return int{refers} + int{recommends};
  }

  /// Whether one before it asks for as much, and for a reason that names all that this one does.
  bool is_filler(const std::vector<Reason>& reasons, std::size_t at) const {
    const Reason& reason = reasons[at];
    if (!reason.rule || pack_.rule(*reason.rule).explains || reason.because_of.empty())
      return false;
    return std::any_of(reasons.begin(), reasons.begin() + static_cast<std::ptrdiff_t>(at),
                       [&](const Reason& other) {
                         return other.rule &&
                                (!reason.complaint || other.complaint == reason.complaint) &&
                                other.recommend >= reason.recommend &&
                                other.referral >= reason.referral &&
                                says_all(other.because_of, reason.because_of) &&
                                is_among(reason.unknown, other.unknown);
                       });
  }

  bool says_all(const std::vector<VariableId>& said, const std::vector<VariableId>& of) const {
    return std::all_of(of.begin(), of.end(), [&](VariableId id) {
      return std::find(said.begin(), said.end(), id) != said.end() ||
             goes_without_saying(pack_, said, id);
    });
  }

  void add(const Reason& reason, std::vector<ReasonWords>& to) {
    if (!reason.rule) {
      to.push_back({text("escalation.because")});
    } else if (const auto same = of_rule(*reason.rule, to); same != to.end()) {
      same->said += (same->said.empty() ? "" : " ") + said(reason);  // of another complaint
    } else {
      add_new(reason, to);
    }
  }

  void add_new(const Reason& reason, std::vector<ReasonWords>& to) {
    const Rule& rule = pack_.rule(*reason.rule);
    ReasonWords words{rule.because, said(reason), missing(reason), rule.sources, reason.rule};
    const auto other = missing_the_same(words, to);
    if (other == to.end()) {
      to.push_back(std::move(words));
    } else if (rule.recheck_hours > pack_.rule(*other->rule).recheck_hours) {
      *other = std::move(words);
    }
  }

  using Written = std::vector<ReasonWords>;

  static Written::iterator of_rule(RuleId rule, Written& among) {
    return std::find_if(among.begin(), among.end(),
                        [&](const ReasonWords& r) { return r.rule == rule; });
  }

  std::string said(const Reason& reason) const {
    const Answers& answers = assessment_.known.both;
    const std::string words =
        told_words(pack_, {answers, reason.complaint.value_or(0)}, reason.because_of);
    if (words.empty()) return {};
    if (!reason.complaint || answers.complaints.size() < 2) {
      return fill(text("report.said"), {words});
    }
    return fill(text("report.said-of"), {complaint_name(pack_, answers, *reason.complaint), words});
  }

  Written::iterator missing_the_same(const ReasonWords& words, Written& among) const {
    if (words.missing.empty() || detail_ == Detail::full) return among.end();
    return std::find_if(among.begin(), among.end(),
                        [&](const ReasonWords& r) { return r.missing == words.missing; });
  }

  std::string missing(const Reason& reason) const {
    std::string asks;
    for (const QuestionId id : reason.unknown) {
      asks += (asks.empty() ? "" : " ") + pack_.question(id).ask;
    }
    return asks.empty() ? asks : fill(text("report.missing"), {asks});
  }

  const Pack& pack_;
  const Assessment& assessment_;
  const Situation& situation_;
  Detail detail_;
};

}  // namespace

std::string ReasonWords::words() const {
  std::string words = because;
  for (const std::string& part : {said, missing}) {
    if (!part.empty()) words += " " + part;
  }
  return words;
}

Reasons reason_words(const Report& report, const Situation& situation, Detail detail) {
  return ReasonWriter(report, situation, detail).write();
}

}  // namespace runready
