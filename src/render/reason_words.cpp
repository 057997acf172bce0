#include "render/reason_words.hpp"

#include <algorithm>

#include "condition/sentence.hpp"
#include "condition/visit.hpp"
#include "model/enumeration.hpp"
#include "model/reply_label.hpp"
#include "text/fill.hpp"

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

class ReasonWriter {
 public:
  ReasonWriter(const Report& report, const Situation& situation, Detail detail)
      : pack_(report.pack),
        assessment_(report.assessment),
        situation_(situation),
        detail_(detail) {}

  ReasonWords write() {
    ReasonWords words;
    for (const Reason& reason : assessment_.reasons) {
      const bool demands =
          reason.recommend > Recommendation::run || reason.referral > Referral::none;
      if (!demands && reason.rule) continue;
      add(reason, is_decisive(reason) ? words.decisive : words.lesser);
    }
    if (words.decisive.empty()) words.decisive.push_back({text("report.nothing-against")});
    return words;
  }

 private:
  const std::string& text(std::string_view key) const { return situation_.text(key); }

  /// Whether the answer is what it is because of this.
  bool is_decisive(const Reason& reason) const {
    if (!reason.rule) return true;
    const bool refers =
        assessment_.referral > Referral::none && reason.referral == assessment_.referral;
    if (assessment_.referral >= Referral::urgent) return refers;
    const bool recommends =
        assessment_.floor > Recommendation::run && reason.recommend == assessment_.floor;
    return refers || recommends;
  }

  void add(const Reason& reason, std::vector<Digest::Reason>& to) {
    if (!reason.rule) {
      to.push_back({text("escalation.because")});
    } else if (const auto same = of_rule(*reason.rule, to); same != to.end()) {
      same->said += (same->said.empty() ? "" : " ") + said(reason);  // of another complaint
    } else {
      add_new(reason, to);
    }
  }

  void add_new(const Reason& reason, std::vector<Digest::Reason>& to) {
    const Rule& rule = pack_.rule(*reason.rule);
    Digest::Reason words{rule.because, said(reason), missing(reason), rule.sources, reason.rule};
    const auto other = missing_the_same(words, to);
    if (other == to.end()) {
      to.push_back(std::move(words));
    } else if (rule.recheck_hours > pack_.rule(*other->rule).recheck_hours) {
      *other = std::move(words);
    }
  }

  using Reasons = std::vector<Digest::Reason>;

  static Reasons::iterator of_rule(RuleId rule, Reasons& among) {
    return std::find_if(among.begin(), among.end(),
                        [&](const Digest::Reason& r) { return r.rule == rule; });
  }

  std::int32_t told(const Reason& reason, VariableId id) const {
    const Answers& answers = assessment_.known.both;
    const bool runner = pack_.question_of(id).about == About::runner;
    return (runner ? answers.runner : answers.complaints[reason.complaint.value_or(0)].replies)[id];
  }

  /// What only opens the gate of something else that was said goes without saying.
  bool goes_without_saying(const Reason& reason, VariableId id) const {
    return std::any_of(reason.because_of.begin(), reason.because_of.end(), [&](VariableId other) {
      const Question& question = pack_.question_of(other);
      return question.when && reads(pack_, *question.when, id);
    });
  }

  std::string said(const Reason& reason) const {
    std::vector<std::string> clauses;
    for (const VariableId id : reason.because_of) {
      if (goes_without_saying(reason, id)) continue;
      clauses.push_back(clause_of(pack_, id, told(reason, id)));
    }
    if (clauses.empty()) return {};
    const Answers& answers = assessment_.known.both;
    if (!reason.complaint || answers.complaints.size() < 2) {
      return fill(text("report.said"), {enumeration(pack_, clauses)});
    }
    return fill(text("report.said-of"),
                {complaint_name(pack_, answers, *reason.complaint), enumeration(pack_, clauses)});
  }

  /// In the short form, a reason that counts for want of the same reply.
  Reasons::iterator missing_the_same(const Digest::Reason& words, Reasons& among) const {
    if (words.missing.empty() || detail_ == Detail::full) return among.end();
    return std::find_if(among.begin(), among.end(),
                        [&](const Digest::Reason& r) { return r.missing == words.missing; });
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

ReasonWords reason_words(const Report& report, const Situation& situation, Detail detail) {
  return ReasonWriter(report, situation, detail).write();
}

}  // namespace runready
