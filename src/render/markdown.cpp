// The report as Markdown, for a training diary or for somebody who treats the runner: with every
// answer, what was assumed, and the sources.

#include "assess/knowledge.hpp"
#include "model/reply_label.hpp"
#include "render/digest.hpp"
#include "runready/read_answers.hpp"
#include "text/fill.hpp"
#include "text/utf8.hpp"

namespace runready {

namespace {

/// Text that means itself in Markdown, on one line.
std::string plain(std::string_view text) {
  constexpr std::string_view kSpecial = "\\`*_[]<>#|&~";
  std::string escaped;
  for (const char c : printable(text)) {
    if (kSpecial.find(c) != std::string_view::npos) escaped += '\\';
    escaped += c;
  }
  return escaped;
}

class MarkdownReport {
 public:
  explicit MarkdownReport(const Report& report)
      : report_(report), pack_(report.pack), digest_(digest_of(report, Detail::full)) {}

  std::string write() {
    out_ = "# " + plain(digest_.banner) + "\n";
    paragraphs(digest_.lead);
    write_reasons();
    write_sessions();
    write_feel_check();
    for (const Digest::Phase& phase : digest_.phases) write_phase(phase);
    write_list("report.title.ask-again", digest_.ask_again);
    write_list("report.title.see-someone", digest_.see_someone);
    write_answers("report.title.answers", report_.assessment.known.both);
    if (report_.assessment.assumed_count > 0) {
      write_answers("report.title.assumed", report_.assessment.assumed);
    }
    write_sources();
    write_end();
    return std::move(out_);
  }

 private:
  void heading(std::string_view key) { heading_text(pack_.text(key)); }
  void heading_text(std::string_view title) { out_ += "\n## " + plain(title) + "\n\n"; }
  void item(std::string_view text, const std::vector<FactId>& sources = {}) {
    out_ += "- " + plain(text) + after_text(sources) + "\n";
  }
  void paragraphs(const std::vector<std::string>& lines) {
    for (const std::string& line : lines) out_ += "\n" + plain(line) + "\n";
  }

  /// " \[A2.9, B5\]"
  std::string after_text(const std::vector<FactId>& sources) const {
    return sources.empty() ? std::string() : " " + plain(references(pack_, sources));
  }

  /// What supports sessions and tips is many a line: only on request.
  std::string advice_references(const std::vector<FactId>& sources) const {
    return report_.explain ? after_text(sources) : std::string();
  }

  void write_reasons() {
    heading("report.title.why");
    for (const Digest::Reason& reason : digest_.reasons) write_reason(reason);
    if (digest_.also.empty()) return;
    heading("report.title.also");
    for (const Digest::Reason& reason : digest_.also) write_reason(reason);
  }

  void write_reason(const Digest::Reason& reason) { item(reason.words(), reason.sources); }

  void write_sessions() {
    if (digest_.sessions.empty() && digest_.session_note.empty() && digest_.avoid.empty()) return;
    heading("report.title.what-to-do");
    if (!digest_.session_note.empty()) out_ += plain(digest_.session_note) + "\n\n";
    for (const Digest::Session& session : digest_.sessions) {
      out_ += "- **" + plain(session.title) + ".**";
      for (const std::string& part : {session.effort, session.heart_rate, session.how}) {
        if (!part.empty()) out_ += " " + plain(part);
      }
      out_ += advice_references(session.sources) + "\n";
    }
    if (!digest_.avoid.empty()) out_ += "\n" + plain(digest_.avoid) + "\n";
  }

  void write_feel_check() {
    if (digest_.go_on_if.empty() && digest_.feel_check.empty()) return;
    heading("report.title.feel-check");
    if (!digest_.go_on_if.empty()) {
      out_ += plain(digest_.go_on_if) + "\n" + plain(digest_.stop_if) + "\n";
      if (!digest_.feel_check.empty()) out_ += "\n";
    }
    write_tips(digest_.feel_check);
  }

  void write_phase(const Digest::Phase& phase) {
    heading_text(phase.title);
    write_tips(phase.tips);
  }

  void write_tips(const std::vector<Digest::Advice>& tips) {
    for (const Digest::Advice& tip : tips) {
      out_ += "- " + plain(tip.text) + advice_references(tip.sources) + "\n";
    }
  }

  void write_list(std::string_view title, const std::vector<std::string>& lines) {
    if (lines.empty()) return;
    heading(title);
    for (const std::string& line : lines) item(line);
  }

  void write_answers(std::string_view title, const Answers& answers) {
    heading(title);
    out_ += "| " + plain(pack_.text("report.column.question")) + " | " +
            plain(pack_.text("report.column.reply")) + " |\n| --- | --- |\n";
    write_rows(About::runner, answers.runner);
    for (std::size_t i = 0; i < answers.complaints.size(); ++i) {
      if (answers.complaints.size() > 1) {
        const Answers& told = report_.assessment.known.both;
        out_ += "| **" + plain(complaint_name(pack_, told, i)) + "** | |\n";
      }
      write_rows(About::complaint, answers.complaints[i].replies);
    }
  }

  void write_rows(About about, const Replies& replies) {
    for (std::uint32_t q = 0; q < pack_.questions.size(); ++q) {
      const Question& question = pack_.questions[q];
      if (question.about != about) continue;
      const std::string reply = reply_label(pack_, question, replies);
      if (!reply.empty()) out_ += "| " + plain(question.ask) + " | " + plain(reply) + " |\n";
    }
  }

  void write_sources() {
    const std::vector<FactId> facts =
        cited_facts(digest_, report_.explain ? Cited::advice : Cited::reasons);
    if (facts.empty()) return;
    heading("report.title.sources");
    for (const FactId id : facts) item(fact_in_full(pack_, id));
  }

  void write_end() {
    out_ += "\n---\n";
    paragraphs(digest_.standing);
    paragraphs({fill(pack_.text("report.rules-used"), {pack_.title, pack_.version}),
                pack_.text("notice")});
  }

  const Report& report_;
  const Pack& pack_;
  Digest digest_;
  std::string out_;
};

}  // namespace

std::string to_markdown(const Report& report) { return MarkdownReport(report).write(); }

}  // namespace runready
