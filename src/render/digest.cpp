#include "render/digest.hpp"

#include <algorithm>
#include <array>

#include "assess/knowledge.hpp"
#include "condition/sentence.hpp"
#include "model/enumeration.hpp"
#include "model/reply_label.hpp"
#include "render/choices.hpp"
#include "render/flag_words.hpp"
#include "render/headline.hpp"
#include "render/session_words.hpp"
#include "text/fill.hpp"

namespace runready {

namespace {

bool reads(const Pack& pack, const Condition& condition, VariableId id) {
  if (is_test(condition.kind)) return condition.variable == id;
  if (condition.kind == Condition::Kind::term) {
    return reads(pack, pack.terms[condition.term.index].when, id);
  }
  return std::any_of(condition.operands.begin(), condition.operands.end(),
                     [&](const Condition& operand) { return reads(pack, operand, id); });
}

class Writer {
 public:
  Writer(const Report& report, Detail detail)
      : report_(report), pack_(report.pack), assessment_(report.assessment), detail_(detail) {}

  Digest write() {
    write_answer();
    write_reasons();
    if (assessment_.referral < Referral::urgent) {
      write_sessions();
      write_avoid();
      write_feel_check();
      write_tips();
      write_ask_again();
      write_see_someone();
    }
    write_standing();
    return std::move(digest_);
  }

 private:
  const std::string& text(std::string_view key) const { return pack_.text(key); }
  std::string text_of(std::string_view group, Recommendation r) const {
    return text(std::string(group) + "." + std::string(name(r)));
  }
  std::string text_of(std::string_view group, Referral r) const {
    return text(std::string(group) + "." + std::string(name(r)));
  }
  bool is_unsettled() const { return report_.outlook && !report_.outlook->settled; }

  void write_answer() {
    const Recommendation recommendation = assessment_.recommendation;
    const Referral referral = assessment_.referral;
    if (referral >= Referral::urgent) {
      const bool emergency = referral == Referral::emergency;
      digest_.tone = emergency ? Digest::Tone::emergency : Digest::Tone::urgent;
      digest_.banner = text_of("banner", referral);
      digest_.lead.push_back(text_of("referral", referral));
      if (!emergency) digest_.lead.push_back(text("report.urgent.worse"));
      return;
    }
    constexpr std::array kTones = {Digest::Tone::go, Digest::Tone::go, Digest::Tone::careful,
                                   Digest::Tone::stop};
    digest_.tone = kTones[static_cast<std::size_t>(recommendation)];
    const bool conditional = recommendation <= Recommendation::easy_run && is_conditional(report_);
    if (conditional) digest_.tone = Digest::Tone::careful;
    digest_.banner = conditional
                         ? text("banner." + std::string(name(recommendation)) + ".unsettled")
                         : text_of("banner", recommendation);
    digest_.lead.push_back(headline(report_));
    if (referral == Referral::see) digest_.lead.push_back(text_of("referral", referral));
  }

  // Reasons.

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

  void write_reasons() {
    for (const Reason& reason : assessment_.reasons) {
      const bool demands =
          reason.recommend > Recommendation::run || reason.referral > Referral::none;
      if (demands || !reason.rule)
        add(reason, is_decisive(reason) ? digest_.reasons : digest_.also);
    }
    if (digest_.reasons.empty()) digest_.reasons.push_back({text("report.nothing-against")});
  }

  void add(const Reason& reason, std::vector<Digest::Reason>& to) {
    if (reason.rule) {
      const auto same = std::find_if(
          to.begin(), to.end(), [&](const Digest::Reason& r) { return r.rule == reason.rule; });
      if (same != to.end()) {  // the same of another complaint
        same->said += (same->said.empty() ? "" : " ") + said(reason);
        return;
      }
      const Rule& rule = pack_.rule(*reason.rule);
      Digest::Reason words{rule.because, said(reason), missing_for(reason), rule.sources,
                           reason.rule};
      if (const auto other = missing_the_same(words, to); other != to.end()) {
        if (rule.recheck_hours > pack_.rule(*other->rule).recheck_hours) *other = std::move(words);
      } else {
        to.push_back(std::move(words));
      }
    } else {
      to.push_back({text("escalation.because")});
    }
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
  std::vector<Digest::Reason>::iterator missing_the_same(const Digest::Reason& words,
                                                         std::vector<Digest::Reason>& among) const {
    if (words.missing.empty() || detail_ == Detail::full) return among.end();
    return std::find_if(among.begin(), among.end(),
                        [&](const Digest::Reason& r) { return r.missing == words.missing; });
  }

  std::string missing_for(const Reason& reason) const {
    std::string asks;
    for (const QuestionId id : reason.unknown) {
      asks += (asks.empty() ? "" : " ") + pack_.question(id).ask;
    }
    return asks.empty() ? asks : fill(text("report.missing"), {asks});
  }

  // What to do.

  void write_sessions() {
    const Choices choice = choices(report_);
    for (const WorkoutId id : choice.shown) digest_.sessions.push_back(session_words(report_, id));
    if (!choice.at_hand) {
      digest_.session_note = text("report.not-at-hand");
    } else if (assessment_.recommendation == Recommendation::run && assessment_.offered.empty()) {
      digest_.session_note = text("report.as-planned");
    }
  }

  void write_avoid() {
    if (assessment_.recommendation == Recommendation::rest) return;
    std::vector<std::string> labels;
    for (const Exclusion& exclusion : assessment_.excluded) {
      const bool goes_without_saying = exclusion.activity == pack_.running &&
                                       assessment_.recommendation >= Recommendation::cross_train;
      if (!goes_without_saying) labels.push_back(pack_.activities[exclusion.activity.index].label);
    }
    if (!labels.empty()) digest_.avoid = fill(text("report.avoid"), {enumeration(pack_, labels)});
  }

  void write_feel_check() {
    if (assessment_.recommendation > Recommendation::easy_run) return;
    digest_.go_on_if = fill(text("report.go-on"), {std::to_string(pack_.feel_check.after_minutes),
                                                   text("feel-check.go-on-if")});
    digest_.stop_if = fill(text("report.stop"), {text("feel-check.stop-if")});
  }

  void write_tips() {
    constexpr std::array<std::string_view, 4> kTitles = {"phase.before", "phase.during",
                                                         "phase.after", "phase.recovery"};
    std::array<std::vector<TipId>, 4> by_phase;
    for (const TipId id : assessment_.tips) {
      by_phase[static_cast<std::size_t>(pack_.tips[id.index].phase)].push_back(id);
    }
    if (detail_ == Detail::short_form) keep_some(by_phase);
    for (std::size_t phase = 0; phase < by_phase.size(); ++phase) {
      if (by_phase[phase].empty()) continue;
      Digest::Phase& into = digest_.phases.emplace_back();
      into.title = text(kTitles[phase]);
      for (const TipId id : by_phase[phase]) {
        into.tips.push_back({pack_.tips[id.index].text, pack_.tips[id.index].sources});
      }
    }
  }

  /// The first tip of each phase, then the second of each, until a page has enough.
  static void keep_some(std::array<std::vector<TipId>, 4>& by_phase) {
    constexpr std::size_t kEnough = 6;
    std::array<std::size_t, 4> kept{};
    std::size_t total = 0;
    for (bool added = true; added && total < kEnough;) {
      added = false;
      for (std::size_t phase = 0; phase < by_phase.size() && total < kEnough; ++phase) {
        if (kept[phase] == by_phase[phase].size()) continue;
        ++kept[phase];
        ++total;
        added = true;
      }
    }
    for (std::size_t phase = 0; phase < by_phase.size(); ++phase)
      by_phase[phase].resize(kept[phase]);
  }

  // What next.

  void write_ask_again() {
    if (const auto hours = assessment_.recheck_hours) {
      const bool days = *hours >= 48 && *hours % 24 == 0;
      digest_.ask_again.push_back(fill(text(days ? "report.in-days" : "report.in-hours"),
                                       {std::to_string(days ? *hours / 24 : *hours)}));
    }
    if (!assessment_.recheck_hours && assessment_.recommendation > Recommendation::run) {
      digest_.ask_again.push_back(text("report.before-next"));
    }
    if (!report_.outlook) return;
    for (const AskAgain& again : report_.outlook->ask_again_when) {
      digest_.ask_again.push_back(
          fill(text("report.would-be"), {text_of("recommendation", again.recommendation),
                                         enumeration(pack_, clauses_of(again))}));
    }
  }

  std::vector<std::string> clauses_of(const AskAgain& again) const {
    std::vector<std::string> clauses;
    for (const AskAgain::Change& change : again.changes) {
      for (const auto& [variable, value] : change.replies) {
        clauses.push_back(wish(variable, value));
      }
    }
    return clauses;
  }

  /// "your pain is 5 or less": where caution goes one way, what goes further the other way does
  /// too.
  std::string wish(VariableId variable, std::int32_t value) const {
    const Question& question = pack_.question_of(variable);
    if (question.type != QuestionType::integer || question.caution == Caution::none) {
      return clause_of(pack_, variable, value);
    }
    const std::string_view key =
        question.caution == Caution::rises ? "sentence.at-most" : "sentence.at-least";
    return fill(question.clause.says, {fill(text(key), {std::to_string(value)})});
  }

  void write_see_someone() {
    const bool all_is_well =
        assessment_.recommendation == Recommendation::run && assessment_.referral == Referral::none;
    if (all_is_well) return;
    if (assessment_.referral < Referral::see) {
      digest_.see_someone.push_back(text_of("referral", assessment_.referral));
    }
    if (assessment_.referral == Referral::see) {
      digest_.see_someone.push_back(text("report.see-someone.sooner"));
    } else if (something_hurts()) {
      digest_.see_someone.push_back(text("report.see-someone.when"));
    }
  }

  /// Whether any question about a complaint applies.
  bool something_hurts() const {
    const Replies runner = effective_replies(pack_, assessment_.known.both.runner);
    return std::any_of(pack_.questions.begin(), pack_.questions.end(), [&](const Question& q) {
      return q.about == About::complaint && applies(pack_, q, runner) == Truth::yes;
    });
  }

  // How firm it is.

  void write_standing() {
    std::vector<std::string>& lines = digest_.standing;
    if (is_unsettled()) {
      lines.push_back(fill(text("report.unsettled"), {outcomes(*report_.outlook)}));
      for (const Asked& asked : report_.outlook->ask_next) {
        const Question& question = pack_.question(asked.question);
        lines.push_back(fill(text("report.answer-next"), {question.ask, spelled_flag(question)}));
      }
    } else if (report_.outlook && assessment_.assumed_count > 0) {
      lines.push_back(text("report.settled"));
    }
    if (!report_.runner.from_config.empty()) {
      lines.push_back(fill(text("report.from-config"), {from_config()}));
    }
    if (!report_.proved) {
      lines.push_back(fill(text("report.not-proved"), {pack_.id, pack_.version}));
    }
  }

  /// "Run to Rest", and what it could mean to see somebody.
  std::string outcomes(const Outlook& outlook) const {
    const std::string least = text_of("recommendation", outlook.range.least);
    const std::string most = text_of("recommendation", outlook.range.most);
    const std::string answer = least == most ? least : fill(text("report.range"), {least, most});
    if (outlook.range.referral_most == assessment_.referral) return answer;
    return answer + "; " + text_of("report.up-to", outlook.range.referral_most);
  }

  std::string from_config() const {
    std::vector<std::string> replies;
    for (const QuestionId id : report_.runner.from_config) {
      const Question& question = pack_.question(id);
      replies.push_back(reply_label(pack_, question, assessment_.known.both.runner));
    }
    return enumeration(pack_, replies);
  }

  const Report& report_;
  const Pack& pack_;
  const Assessment& assessment_;
  Detail detail_;
  Digest digest_;
};

}  // namespace

Digest digest_of(const Report& report, Detail detail) { return Writer(report, detail).write(); }

std::vector<FactId> cited_facts(const Digest& digest, Cited cited) {
  std::vector<FactId> facts;
  const auto add = [&](const auto& items) {
    for (const auto& item : items) {
      facts.insert(facts.end(), item.sources.begin(), item.sources.end());
    }
  };
  add(digest.reasons);
  add(digest.also);
  if (cited == Cited::advice) {
    add(digest.sessions);
    for (const Digest::Phase& phase : digest.phases) add(phase.tips);
  }
  std::sort(facts.begin(), facts.end());
  facts.erase(std::unique(facts.begin(), facts.end()), facts.end());
  return facts;
}

std::string fact_in_full(const Pack& pack, FactId id) {
  const Fact& fact = pack.facts[id.index];
  std::string line = "[" + fact.id + "] " + fact.text;
  for (const std::uint32_t at : fact.from) {
    const Source& source = pack.source_list[at];
    line += " " + source.title;
    if (!source.author.empty()) line += ", " + source.author;
    if (source.year) line += ", " + std::to_string(*source.year);
    if (!source.doi.empty()) line += ", doi " + source.doi;
    line += ".";
  }
  return line;
}

}  // namespace runready
