// A report begins with the answer, then what speaks for it, what to do, and what next. On a day on
// which somebody is needed at once it says that, why, and how to put it.

#include "report/report_content.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "model/replies.hpp"
#include "pack/names.hpp"
#include "report/json_fields.hpp"
#include "report/next_words.hpp"
#include "report/reason_words.hpp"
#include "report/shown.hpp"
#include "rules/situation.hpp"
#include "text/words.hpp"

namespace runready {

namespace {

constexpr std::size_t kReasonsOnScreen = 3;
constexpr std::size_t kTipsOnScreen = 6;
constexpr std::size_t kSessionsInShort = 4;  ///< described on a screen; further ones are named

using TipsByPhase = std::array<std::vector<TipId>, kPhaseNames.size()>;

class ReportContent {
 public:
  ReportContent(const Report& report, Medium medium)
      : report_(report),
        pack_(report.pack),
        assessment_(report.assessment),
        situation_(report.pack, report.assessment),
        on_paper_(medium == Medium::paper),
        in_full_(on_paper_ || report.explain),
        is_urgent_(assessment_.referral >= Referral::urgent),
        reasons_(reason_words(report, situation_, in_full_ ? Detail::full : Detail::brief)),
        tips_(tips_by_phase()) {}

  Document write() {
    add_answer();
    add_reasons();
    if (!is_urgent_) {
      add_sessions();
      add_feel_check();
      add_tips("phase.before", Phase::before);
      add_tips("phase.during", Phase::during);
      add_tips("phase.after", Phase::after);
      add_tips("phase.recovery", Phase::recovery);
      add_tips("phase.race", Phase::race);
      add_ask_again();
      add_see_someone();
    }
    add_what_to_say();
    if (on_paper_) add_replies();
    if (report_.explain) add_rules();
    if (in_full_) add_sources();
    add_notes();
    return std::move(document_);
  }

 private:
  const std::string& text(std::string_view key) const { return situation_.text(key); }
  const Tip& tip(TipId id) const { return pack_.tips[id.index]; }
  const std::vector<TipId>& tips(Phase phase) const {
    return tips_[static_cast<std::size_t>(phase)];
  }

  void add(Block block) { document_.push_back(std::move(block)); }

  /// Headings stand only above something.
  void add_section(std::string_view title, Document blocks) {
    if (blocks.empty()) return;
    add(Heading{text(title)});
    append(document_, std::move(blocks));
  }

  /// "… [A2.9, B5]", where sources are wanted.
  std::string with_sources(std::string text, const std::vector<FactId>& sources,
                           bool is_wanted) const {
    if (!is_wanted || sources.empty()) return text;
    std::string ids;
    for (const FactId id : sources) ids += (ids.empty() ? "" : ", ") + pack_.facts[id.index].id;
    return text + " [" + ids + "]";
  }

  ListItem item(const Tip& tip) const {
    return {with_sources(tip.text, tip.sources, report_.explain)};
  }

  void add_answer() {
    Answer answer;
    if (is_urgent_) {
      const bool emergency = assessment_.referral == Referral::emergency;
      answer.tone = emergency ? Tone::emergency : Tone::urgent;
      answer.banner = level_text(situation_, "banner", assessment_.referral);
      answer.lines.push_back(level_text(situation_, "referral", assessment_.referral));
      if (!emergency) answer.lines.push_back(text("report.urgent.worse"));
      for (const TipId id : tips(Phase::see_someone)) answer.lines.push_back(tip(id).text);
    } else {
      write_recommendation(answer);
      write_referral(answer);
      const std::string again = again_words(report_);
      if (!again.empty()) answer.lines.push_back(fill(text("report.again"), {again}));
    }
    add(std::move(answer));
  }

  void write_recommendation(Answer& answer) const {
    constexpr std::array kTones = {Tone::go, Tone::easy, Tone::careful, Tone::stop};
    const Recommendation recommendation = assessment_.recommendation;
    const bool is_open = recommendation <= Recommendation::easy_run && is_conditional(report_);
    answer.tone = is_open ? Tone::careful : kTones[static_cast<std::size_t>(recommendation)];
    answer.banner = is_open ? text("banner." + std::string(name(recommendation)) + ".unsettled")
                            : level_text(situation_, "banner", recommendation);
    answer.lines.push_back(headline(report_, situation_));
    const Choices choice = choices(report_);
    if (recommendation > Recommendation::run && choice.at_hand && !choice.shown.empty()) {
      answer.lines.push_back(session_words(report_, choice.shown.front()).title + ".");
    }
  }

  /// What is not settled must not sound as if it were.
  void write_referral(Answer& answer) const {
    const bool is_well =
        assessment_.referral == Referral::none &&
        (assessment_.recommendation == Recommendation::run || referral_may_rise(report_));
    if (!is_well) answer.lines.push_back(level_text(situation_, "referral", assessment_.referral));
  }

  void add_reasons() {
    const std::size_t shown =
        in_full_ ? reasons_.decisive.size() : std::min(reasons_.decisive.size(), kReasonsOnScreen);
    Document why;
    for (std::size_t i = 0; i < shown; ++i) why.push_back(reason(reasons_.decisive[i]));
    const std::size_t left = reasons_.decisive.size() - shown + reasons_.lesser.size();
    if (!in_full_ && left > 0 && !is_urgent_) {
      why.push_back(Paragraph{fill(text("report.less"), {std::to_string(left)})});
    }
    add_section("report.title.why", std::move(why));
    if (!in_full_) return;
    Document also;
    for (const ReasonWords& one : reasons_.lesser) also.push_back(reason(one));
    add_section("report.title.also", std::move(also));
  }

  ListItem reason(const ReasonWords& reason) const {
    return {with_sources(reason.words(), reason.sources, in_full_)};
  }

  void add_sessions() {
    const Choices choice = choices(report_);
    Document blocks;
    if (!choice.at_hand) {
      blocks.push_back(Paragraph{text("report.not-at-hand")});
    } else if (assessment_.recommendation == Recommendation::run && assessment_.offered.empty()) {
      blocks.push_back(Paragraph{text("report.as-planned")});
    }
    std::vector<SessionWords> sessions;
    for (const WorkoutId id : choice.shown) sessions.push_back(session_words(report_, id));
    const std::size_t described =
        in_full_ ? sessions.size() : std::min(sessions.size(), kSessionsInShort);
    for (std::size_t i = 0; i < described; ++i) {
      blocks.push_back(i == 0 || on_paper_ ? Block(in_full(sessions[i])) : in_short(sessions[i]));
    }
    if (described < sessions.size()) {
      blocks.push_back(names_only(std::span(sessions).subspan(described)));
    }
    const std::string avoid = avoid_words();
    if (!avoid.empty()) blocks.push_back(Paragraph{avoid});
    add_section("report.title.what-to-do", std::move(blocks));
  }

  Definition in_full(const SessionWords& session) const {
    Definition definition{session.title + ".", {}};
    const std::string how = with_sources(session.how, session.sources, report_.explain);
    for (const std::string& line : {session.effort, session.heart_rate, how}) {
      if (!line.empty()) definition.lines.push_back(line);
    }
    return definition;
  }

  ListItem in_short(const SessionWords& session) const {
    const std::string words = fill(text("report.or"), {session.title}) + " " + session.how;
    return {with_sources(words, session.sources, report_.explain)};
  }

  ListItem names_only(std::span<const SessionWords> sessions) const {
    std::string names;
    for (const SessionWords& session : sessions)
      names += (names.empty() ? "" : "; ") + session.title;
    return {fill(text("report.also-allowed"), {names})};
  }

  std::string avoid_words() const {
    if (assessment_.recommendation == Recommendation::rest) return {};
    std::vector<std::string> labels;
    for (const Exclusion& exclusion : assessment_.excluded) {
      const bool goes_without_saying = exclusion.activity == pack_.running &&
                                       assessment_.recommendation >= Recommendation::cross_train;
      if (!goes_without_saying) labels.push_back(pack_.activities[exclusion.activity.index].label);
    }
    return labels.empty() ? "" : fill(text("report.avoid"), {enumeration(pack_, labels)});
  }

  void add_feel_check() {
    Document blocks;
    if (assessment_.recommendation <= Recommendation::easy_run) {
      blocks.push_back(
          ListItem{fill(text("report.go-on"), {std::to_string(pack_.feel_check.after_minutes),
                                               text("feel-check.go-on-if")})});
      blocks.push_back(ListItem{fill(text("report.stop"), {text("feel-check.stop-if")})});
    }
    append(blocks, items(Phase::feel_check));
    add_section("report.title.feel-check", std::move(blocks));
  }

  Document items(Phase phase) const {
    Document blocks;
    for (const TipId id : tips(phase)) blocks.push_back(item(tip(id)));
    return blocks;
  }

  void add_tips(std::string_view title, Phase phase) { add_section(title, items(phase)); }

  void add_ask_again() {
    Document blocks;
    const std::string again = again_words(report_);
    if (!again.empty()) {
      blocks.push_back(ListItem{fill(text("report.ask-again"), {sentence_case(again)})});
    }
    append(blocks, items(Phase::ask_again));
    for (std::string& line : would_be_words(report_)) blocks.push_back(ListItem{std::move(line)});
    add_section("report.title.ask-again", std::move(blocks));
  }

  void add_see_someone() {
    Document blocks = items(Phase::see_someone);
    if (blocks.empty()) {
      const std::string words = see_someone_words(report_, situation_);
      if (!words.empty()) blocks.push_back(ListItem{words});
    }
    add_section("report.title.see-someone", std::move(blocks));
  }

  /// How to put it to somebody who is to look at it: what was told, and nothing else.
  void add_what_to_say() {
    if (assessment_.referral == Referral::none) return;
    const Answers& answers = assessment_.known.both;
    std::vector<VariableId> runner = told_symptoms(pack_, About::runner, answers.runner);
    Document blocks;
    const auto say = [&](const std::string& words, const std::string& of) {
      if (words.empty()) return;
      blocks.push_back(Paragraph{of.empty() ? fill(text("report.say"), {words})
                                            : fill(text("report.say-of"), {of, words})});
    };
    std::vector<VariableId> all;
    for (std::size_t c = 0; c < answers.complaints.size(); ++c) {
      const std::vector<VariableId> some =
          told_symptoms(pack_, About::complaint, answers.complaints[c].replies);
      all.insert(all.end(), some.begin(), some.end());
      if (answers.complaints.size() == 1) continue;
      say(told_words(pack_, {answers, c}, some), complaint_name(pack_, answers, c));
    }
    if (answers.complaints.size() == 1) runner.insert(runner.begin(), all.begin(), all.end());
    say(told_words(pack_, {answers}, runner, all), "");
    add_section(is_urgent_ ? "report.title.say.urgent" : "report.title.say", std::move(blocks));
  }

  void add_replies() {
    add_table("report.title.answers", assessment_.known.both);
    if (assessment_.assumed_count > 0) add_table("report.title.assumed", assessment_.assumed);
  }

  void add_table(std::string_view title, const Answers& answers) {
    Table table{{text("report.column.question"), text("report.column.reply")}, {}};
    add_rows(table, About::runner, answers.runner);
    for (std::size_t i = 0; i < answers.complaints.size(); ++i) {
      if (answers.complaints.size() > 1) {
        table.rows.push_back({complaint_name(pack_, assessment_.known.both, i)});
      }
      add_rows(table, About::complaint, answers.complaints[i].replies);
    }
    add(Heading{text(title)});
    add(std::move(table));
  }

  void add_rows(Table& table, About about, const Replies& replies) const {
    for (const Question& question : pack_.questions) {
      if (question.about != about) continue;
      std::string reply = reply_label(pack_, question, replies);
      // Nothing chosen of a list in which something must be is no reply that could be assumed.
      const bool is_told = question.none_is_reply || reply != text("reply.none");
      if (!is_told) reply = text("reply.not-told");
      if (!reply.empty()) table.rows.push_back({question.ask, std::move(reply)});
    }
  }

  void add_rules() {
    const std::vector<RuleTruth> truths = rule_truths(pack_, assessment_.known);
    Document blocks;
    for (const auto& [truth, key] : {std::pair(Truth::yes, "report.rules.true"),
                                     std::pair(Truth::unknown, "report.rules.unknown"),
                                     std::pair(Truth::no, "report.rules.not-true")}) {
      std::string ids;
      for (const RuleTruth& rule : truths) {
        if (rule.truth == truth) ids += (ids.empty() ? "" : ", ") + name_of(rule);
      }
      if (!ids.empty()) blocks.push_back(ListItem{fill(text(key), {ids})});
    }
    add_section("report.title.rules", std::move(blocks));
  }

  std::string name_of(const RuleTruth& rule) const {
    const std::string& id = pack_.rule(rule.rule).id;
    if (!rule.complaint || assessment_.known.both.complaints.size() < 2) return id;
    return id + " (" + std::to_string(*rule.complaint + 1) + ")";
  }

  /// What supports sessions and tips is many a line: only on request.
  void add_sources() {
    std::vector<FactId> facts;
    for (const auto* some : {&reasons_.decisive, &reasons_.lesser}) {
      for (const ReasonWords& reason : *some) {
        facts.insert(facts.end(), reason.sources.begin(), reason.sources.end());
      }
    }
    std::sort(facts.begin(), facts.end());
    facts.erase(std::unique(facts.begin(), facts.end()), facts.end());
    if (report_.explain) facts = cited_facts(report_);
    Document blocks;
    for (const FactId id : facts) blocks.push_back(ListItem{fact_in_full(pack_, id)});
    add_section("report.title.sources", std::move(blocks));
  }

  void add_notes() {
    for (std::string& line : standing_words(report_)) add(Note{std::move(line)});
    if (on_paper_ || report_.explain) {
      add(Note{fill(text("report.rules-used"), {pack_.title, version_words(pack_)})});
    }
    add(Note{text("notice")});
  }

  TipsByPhase tips_by_phase() const {
    TipsByPhase by_phase;
    for (const TipId id : assessment_.tips) {
      by_phase[static_cast<std::size_t>(tip(id).phase)].push_back(id);
    }
    if (!in_full_) keep_some(by_phase);
    return by_phase;
  }

  /// Of what to do before, during and after a session and to recover: the first tip of each phase,
  /// then the second of each, until a screen has enough. The other phases are short by themselves.
  static void keep_some(std::span<std::vector<TipId>> by_phase) {
    const auto some = by_phase.subspan(static_cast<std::size_t>(Phase::before), 4);
    std::array<std::size_t, 4> kept{};
    std::size_t total = 0;
    for (bool added = true; added && total < kTipsOnScreen;) {
      added = false;
      for (std::size_t phase = 0; phase < some.size() && total < kTipsOnScreen; ++phase) {
        if (kept[phase] == some[phase].size()) continue;
        ++kept[phase];
        ++total;
        added = true;
      }
    }
    for (std::size_t phase = 0; phase < some.size(); ++phase) some[phase].resize(kept[phase]);
  }

  const Report& report_;
  const Pack& pack_;
  const Assessment& assessment_;
  Situation situation_;
  bool on_paper_;
  bool in_full_;
  bool is_urgent_;
  Reasons reasons_;
  TipsByPhase tips_;
  Document document_;
};

}  // namespace

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

Document report_content(const Report& report, Medium medium) {
  return ReportContent(report, medium).write();
}

std::string to_text(const Report& report, const TextOptions& options) {
  return to_terminal(report_content(report, Medium::screen), options);
}

std::string to_markdown(const Report& report) {
  return to_markdown(report_content(report, Medium::paper));
}

std::string to_html(const Report& report) {
  const Document content = report_content(report, Medium::paper);
  const std::string& answer = std::get<Answer>(content.front()).banner;
  return to_html(content, answer + " · runready", report.pack.language);
}

}  // namespace runready
