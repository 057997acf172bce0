// The report for a terminal: the answer first, then what speaks for it, what to do, and what next.
// Nothing depends on colour or on where on the screen it stands, so it can be read aloud.

#include <algorithm>

#include "render/digest.hpp"
#include "render/rule_truths.hpp"
#include "text/fill.hpp"
#include "text/page.hpp"

namespace runready {

namespace {

constexpr std::size_t kSessionsInFull = 1;
constexpr std::size_t kSessionsInShort = 3;  ///< further ones are only named
constexpr std::ptrdiff_t kPage = 24;  ///< lines; what is longer ends with the answer once more

Style style_of(Digest::Tone tone) {
  switch (tone) {
    case Digest::Tone::go:
      return Style::good;
    case Digest::Tone::careful:
      return Style::careful;
    case Digest::Tone::stop:
      return Style::stop;
    case Digest::Tone::urgent:
      return Style::urgent;
    case Digest::Tone::emergency:
      return Style::emergency;
  }
  return Style::plain;
}

class TextReport {
 public:
  TextReport(const Report& report, const TextOptions& options)
      : report_(report),
        pack_(report.pack),
        digest_(digest_of(report, report.explain ? Detail::full : Detail::short_form)),
        page_(options) {}

  std::string write() {
    page_.line(digest_.banner, style_of(digest_.tone)).blank();
    for (const std::string& line : digest_.lead) page_.line(line);
    write_reasons();
    write_sessions();
    write_feel_check();
    for (const Digest::Phase& phase : digest_.phases) write_phase(phase);
    write_lines("report.title.ask-again", digest_.ask_again);
    write_lines("report.title.see-someone", digest_.see_someone);
    if (report_.explain) write_explanation();
    page_.indent(0).blank();
    for (const std::string& line : digest_.standing) page_.line(line);
    page_.line(pack_.text("notice"), Style::faint);
    if (std::count(page_.text().begin(), page_.text().end(), '\n') > kPage) {
      page_.blank().line(in_short(), Style::heading);
    }
    return page_.text();
  }

 private:
  std::string in_short() const {
    std::string words = fill(pack_.text("report.in-short"), {digest_.banner});
    if (!digest_.sessions.empty()) words += " " + digest_.sessions.front().title + ".";
    return words;
  }

  void heading(std::string_view key) { heading_text(pack_.text(key)); }
  void heading_text(std::string_view title) {
    page_.indent(0).blank().line(title, Style::heading).indent(2);
  }

  /// "… [A2.9, B5]", where sources are wanted.
  std::string with_sources(std::string text, const std::vector<FactId>& sources) const {
    if (!report_.explain || sources.empty()) return text;
    return text + " " + references(pack_, sources);
  }

  void write_reasons() {
    heading("report.title.why");
    for (const Digest::Reason& reason : digest_.reasons) write_reason(reason);
    if (digest_.also.empty()) return;
    if (!report_.explain) {
      if (digest_.tone >= Digest::Tone::urgent) return;
      page_.line(fill(pack_.text("report.less"), {std::to_string(digest_.also.size())}));
      return;
    }
    heading("report.title.also");
    for (const Digest::Reason& reason : digest_.also) write_reason(reason);
  }

  void write_reason(const Digest::Reason& reason) {
    page_.item("-", with_sources(reason.words(), reason.sources));
  }

  void write_sessions() {
    if (digest_.sessions.empty() && digest_.session_note.empty() && digest_.avoid.empty()) return;
    heading("report.title.what-to-do");
    if (!digest_.session_note.empty()) page_.line(digest_.session_note);
    const std::vector<Digest::Session>& sessions = digest_.sessions;
    const std::size_t in_full = std::min(kSessionsInFull, sessions.size());
    for (std::size_t i = 0; i < in_full; ++i) write_session(sessions[i]);
    const std::size_t described =
        report_.explain ? sessions.size() : std::min(in_full + kSessionsInShort, sessions.size());
    for (std::size_t i = in_full; i < described; ++i) write_alternative(sessions[i]);
    write_named(described);
    if (!digest_.avoid.empty()) page_.line(digest_.avoid);
  }

  void write_session(const Digest::Session& session) {
    page_.line(session.title + ".", Style::heading).indent(4);
    for (const std::string& line : {session.effort, session.heart_rate}) {
      if (!line.empty()) page_.line(line);
    }
    page_.line(with_sources(session.how, session.sources)).indent(2);
  }

  void write_alternative(const Digest::Session& session) {
    const std::string words = fill(pack_.text("report.or"), {session.title}) + " " + session.how;
    page_.item("-", with_sources(words, session.sources));
  }

  /// Sessions that are only named: all from `first` on.
  void write_named(std::size_t first) {
    std::string names;
    for (std::size_t i = first; i < digest_.sessions.size(); ++i) {
      names += (names.empty() ? "" : "; ") + digest_.sessions[i].title;
    }
    if (!names.empty()) page_.item("-", fill(pack_.text("report.also-allowed"), {names}));
  }

  void write_feel_check() {
    if (digest_.go_on_if.empty() && digest_.feel_check.empty()) return;
    heading("report.title.feel-check");
    if (!digest_.go_on_if.empty()) page_.line(digest_.go_on_if).line(digest_.stop_if);
    write_tips(digest_.feel_check);
  }

  void write_phase(const Digest::Phase& phase) {
    heading_text(phase.title);
    write_tips(phase.tips);
  }

  void write_tips(const std::vector<Digest::Advice>& tips) {
    for (const Digest::Advice& tip : tips) {
      page_.item("-", with_sources(tip.text, tip.sources));
    }
  }

  void write_lines(std::string_view title, const std::vector<std::string>& lines) {
    if (lines.empty()) return;
    heading(title);
    for (const std::string& line : lines) page_.line(line);
  }

  void write_explanation() {
    write_rules();
    heading("report.title.sources");
    for (const FactId id : cited_facts(digest_, Cited::advice))
      page_.item("-", fact_in_full(pack_, id));
  }

  void write_rules() {
    heading("report.title.rules");
    const std::vector<RuleTruth> truths = rule_truths(pack_, report_.assessment.known);
    for (const auto& [truth, key] : {std::pair(Truth::yes, "report.rules.true"),
                                     std::pair(Truth::unknown, "report.rules.unknown"),
                                     std::pair(Truth::no, "report.rules.not-true")}) {
      std::string ids;
      for (const RuleTruth& rule : truths) {
        if (rule.truth == truth) ids += (ids.empty() ? "" : ", ") + name_of(rule);
      }
      if (!ids.empty()) page_.item("-", fill(pack_.text(key), {ids}));
    }
  }

  std::string name_of(const RuleTruth& rule) const {
    const std::string& id = pack_.rule(rule.rule).id;
    if (!rule.complaint || report_.assessment.known.both.complaints.size() < 2) return id;
    return id + " (" + std::to_string(*rule.complaint + 1) + ")";
  }

  const Report& report_;
  const Pack& pack_;
  Digest digest_;
  Page page_;
};

}  // namespace

std::string to_text(const Report& report, const TextOptions& options) {
  return TextReport(report, options).write();
}

}  // namespace runready
