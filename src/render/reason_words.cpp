#include "render/reason_words.hpp"

#include <algorithm>

#include "model/reply_label.hpp"
#include "render/told_words.hpp"
#include "text/fill.hpp"

namespace runready {

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
