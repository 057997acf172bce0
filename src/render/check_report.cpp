#include "render/check_report.hpp"

#include <array>
#include <cstdio>

#include "render/diagnostic_json.hpp"
#include "render/flag_words.hpp"
#include "runready/read_answers.hpp"
#include "text/utf8.hpp"

namespace runready {

namespace {

using Verdict = Finding::Verdict;

constexpr std::string_view kSchema = "runready/rules-check/1";

std::string formatted(const char* format, double number) {
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), format, number);
  return text.data();
}

/// "invariant `limping-is-rest`: does not hold: some answers give recommendation run"
Diagnostic as_diagnostic(const Finding& finding) {
  std::string message = finding.check;
  if (!finding.subject.empty()) message += " `" + finding.subject + "`";
  if (!finding.message.empty()) message += ": " + finding.message;
  const bool is_error = finding.verdict == Verdict::refuted;
  return {is_error ? Severity::error : Severity::warning, "", finding.span, std::move(message), ""};
}

Answers with_nothing_else(const Counterexample& example) {
  Answers answers = example.answers;
  answers.nothing_else = true;
  return answers;
}

std::string invariants_text(const CheckReport& report) {
  std::string text;
  for (const Finding& finding : report.findings) {
    if (finding.verdict != Verdict::proved || finding.check != "invariant") continue;
    text += "proved: invariant `" + finding.subject + "`";
    text += finding.one_complaint ? ", where one thing hurts\n" : "\n";
  }
  return text;
}

/// The kinds of checks that are summed up, and what it means that one is proved.
struct Kind {
  std::string_view check;
  std::string_view proved;
};
constexpr std::array<Kind, 5> kKinds{{
    {"harmless-default", "defaults are harmless"},
    {"caution", "questions give more caution in the direction they say"},
    {"dead-rule", "rules can fire"},
    {"no-effect", "rules change something"},
    {"unreachable", "outcomes, workouts and tips are given to somebody"},
}};

/// "proved: 24 of 25 defaults are harmless"
std::string kinds_text(const CheckReport& report) {
  std::string text;
  for (const Kind& kind : kKinds) {
    std::size_t proved = 0;
    std::size_t all = 0;
    for (const Finding& finding : report.findings) {
      if (finding.check != kind.check) continue;
      ++all;
      if (finding.verdict == Verdict::proved) ++proved;
    }
    if (all == 0) continue;
    text += "proved: " + std::to_string(proved) + " of " + std::to_string(all) + " " +
            std::string(kind.proved) + "\n";
  }
  return text;
}

std::string escalation_text(const Studied& studied, const CheckReport& report) {
  std::string text = "escalated: " + percent(report.escalated_share) + " of answers";
  if (report.escalated_example) {
    text += ", such as " + command_showing(studied, *report.escalated_example);
  }
  return text + "\n";
}

std::string_view verdict_name(Verdict verdict) {
  switch (verdict) {
    case Verdict::proved:
      return "proved";
    case Verdict::refuted:
      return "refuted";
    case Verdict::warning:
      return "warning";
    case Verdict::not_proved:
      return "not-proved";
  }
  return "";
}

void write_finding(JsonWriter& out, const Studied& studied, const Finding& finding) {
  out.begin_object().key("verdict").value(verdict_name(finding.verdict));
  out.key("check").value(finding.check).key("subject").value(finding.subject);
  if (!finding.message.empty()) out.key("message").value(finding.message);
  if (finding.one_complaint) out.key("one_complaint").value(true);
  write_place(out, finding.span, studied.files);
  if (finding.example) {
    out.key("example");
    write_example(out, studied, *finding.example);
  }
  if (finding.compared_with) {
    out.key("compared_with");
    write_example(out, studied, *finding.compared_with);
  }
  out.end_object();
}

void write_proof(JsonWriter& out, const Studied& studied, const CheckReport& report) {
  out.key("answers_covered").value(report.answers_covered);
  out.key("escalated_share").value(report.escalated_share);
  if (report.escalated_example) {
    out.key("escalated_example");
    write_example(out, studied, *report.escalated_example);
  }
  out.key("nodes").value(report.nodes);
  out.key("findings").begin_array();
  for (const Finding& finding : report.findings) write_finding(out, studied, finding);
  out.end_array();
}

}  // namespace

std::string failures_text(const Studied& studied, const CheckReport& report) {
  std::string text;
  for (const Finding& finding : report.findings) {
    if (finding.verdict == Verdict::proved) continue;
    text += to_text(as_diagnostic(finding), studied.files);
    if (finding.example) text += example_text(studied, *finding.example);
    if (finding.compared_with) text += example_text(studied, *finding.compared_with, "whereas");
  }
  return text;
}

std::string check_text(const Studied& studied, const CheckReport& report,
                       std::int64_t milliseconds) {
  std::string text = failures_text(studied, report) + invariants_text(report) + kinds_text(report);
  if (report.complete) {
    text += "covered: " + large_number(report.answers_covered) + " different answers\n";
    text += escalation_text(studied, report);
  }
  text +=
      "took: " + std::to_string(report.nodes) + " nodes, " + std::to_string(milliseconds) + " ms\n";
  const std::string name = printable(studied.pack.id) + " " + printable(studied.pack.version);
  if (report.refuted()) return text + "refuted: " + name + "\n";
  return text + (report.complete ? "proved: " : "not proved: ") + name + "\n";
}

std::string check_json(const Studied& studied, const CheckReport& report,
                       const Diagnostics& diagnostics, std::int64_t milliseconds) {
  std::string line;
  JsonWriter out(line);
  out.begin_object().key("schema").value(kSchema);
  out.key("pack").begin_object().key("id").value(studied.pack.id);
  out.key("version").value(studied.pack.version).end_object();
  out.key("proved").value(report.complete && !report.refuted());
  out.key("diagnostics");
  write_diagnostics(out, diagnostics, studied.files);
  write_proof(out, studied, report);
  out.key("milliseconds").value(milliseconds).end_object();
  return line;
}

std::string check_json(const Diagnostics& diagnostics, std::span<const SourceFile> files) {
  std::string line;
  JsonWriter out(line);
  out.begin_object().key("schema").value(kSchema).key("proved").value(false);
  out.key("diagnostics");
  write_diagnostics(out, diagnostics, files);
  out.end_object();
  return line;
}

void write_example(JsonWriter& out, const Studied& studied, const Counterexample& example) {
  out.begin_object().key("answers").raw(to_json(studied.pack, with_nothing_else(example)));
  if (!example.found.empty()) out.key("found").value(example.found);
  out.key("command").value(command_showing(studied, example)).end_object();
}

std::string command_showing(const Studied& studied, const Counterexample& example) {
  return command_for(studied.pack, with_nothing_else(example), studied.program);
}

std::string example_text(const Studied& studied, const Counterexample& example,
                         std::string_view label) {
  std::string text =
      "  " + std::string(label) + ": " + to_json(studied.pack, example.answers) + "\n";
  if (!example.found.empty()) text += "  give:    " + printable(example.found) + "\n";
  return text + "  see it:  " + printable(command_showing(studied, example)) + "\n";
}

std::string percent(double share) {
  constexpr double kSmallest = 0.00001;
  if (share <= 0) return "none";
  if (share < kSmallest) return "less than 0.001 %";
  return formatted("%.3g", share * 100) + " %";
}

std::string large_number(double number) {
  constexpr double kLargestPlain = 1e6;
  return formatted(number < kLargestPlain ? "%.0f" : "%.2g", number);
}

}  // namespace runready
