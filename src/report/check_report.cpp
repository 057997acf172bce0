#include "report/check_report.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

#include "report/json_fields.hpp"
#include "report/questions.hpp"
#include "runready/read_answers.hpp"
#include "runready/version.hpp"
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

/// The first few of many names: "`a`, `b` and 57 more".
std::string few(const std::vector<std::string>& names, std::size_t most) {
  std::string text;
  const std::size_t shown = names.size() > most + 1 ? most : names.size();
  for (std::size_t i = 0; i < shown; ++i) {
    const bool is_last = i + 1 == names.size() && i > 0;
    text += (i == 0 ? "`" : is_last ? " and `" : ", `") + names[i] + "`";
  }
  const std::size_t left = names.size() - shown;
  return left == 0 ? text : text + " and " + std::to_string(left) + " more";
}

/// "rule `many` is too large: it reads 60 questions, `a`, `b`, `c`, `d` and 56 more"
Diagnostic as_diagnostic(const TooLarge& part) {
  constexpr std::size_t kMostNames = 4;
  std::string message = too_large_words(part);
  const bool is_rule = part.part == "rule";
  if (!is_rule && !part.rules.empty()) {
    message += " because of many rules, most of all " + few(part.rules, kMostNames);
  }
  const std::size_t read = part.questions.size();
  if (read > 0) {
    message += std::string(is_rule ? ": it reads " : ", which read ") + std::to_string(read) +
               (read == 1 ? " question, " : " questions, ") + few(part.questions, kMostNames);
  }
  return {Severity::warning, "", part.span, std::move(message), ""};
}

std::string invariants_text(const CheckReport& report) {
  std::string text;
  for (const Finding& finding : report.findings) {
    if (finding.check != "invariant") continue;
    const std::string name = ": invariant `" + finding.subject + "`";
    if (finding.verdict == Verdict::proved) {
      text += "proved" + name + (finding.one_complaint ? ", where one thing hurts\n" : "\n");
    } else if (finding.verdict == Verdict::not_proved) {
      text += "not proved" + name + ": " + finding.message + "\n";
    }
  }
  return text;
}

/// "permits: `warmup better` without `shin-untold`, such as runready --warmup better …", and the
/// marks of which nothing could be proved.
std::string permits_text(const Studied& studied, const CheckReport& report) {
  std::string text;
  for (const Finding& finding : report.findings) {
    if (finding.check != "permits") continue;
    if (finding.verdict == Verdict::not_proved) {
      text += "not proved: permits of `" + finding.subject + "`: " + finding.message + "\n";
    }
    if (finding.verdict != Verdict::proved) continue;
    text += "permits: `" + finding.subject + "`";
    for (std::size_t i = 0; i < finding.rules.size(); ++i) {
      text += (i == 0 ? " without `" : ", `") + studied.pack.rule(finding.rules[i]).id + "`";
    }
    if (!finding.rules.empty()) text += ",";
    text += " such as " + command_showing(studied, *finding.example) + "\n";
  }
  return text;
}

/// The kinds of checks that are summed up, and what it means that one is proved.
struct Kind {
  std::string_view check;
  std::string_view proved;
};
constexpr std::array<Kind, 6> kKinds{{
    {"harmless-default", "defaults are harmless"},
    {"caution", "questions give more caution in the direction they say"},
    {"gentler", "activities are allowed wherever what they are gentler than is"},
    {"dead-rule", "rules can fire"},
    {"no-effect", "rules change something"},
    {"unreachable", "outcomes, workouts and tips are given to somebody"},
}};

/// "proved: 24 of 25 defaults are harmless", and which of them are not proved.
std::string kind_text(const CheckReport& report, const Kind& kind) {
  std::size_t proved = 0;
  std::size_t for_one = 0;
  std::size_t all = 0;
  std::vector<std::string> not_proved;
  for (const Finding& finding : report.findings) {
    if (finding.check != kind.check) continue;
    ++all;
    if (finding.verdict == Verdict::proved) ++proved;
    if (finding.one_complaint) ++for_one;
    if (finding.verdict == Verdict::not_proved) not_proved.push_back(finding.subject);
  }
  if (all == 0) return "";
  std::string text = "proved: " + std::to_string(proved) + " of " + std::to_string(all) + " " +
                     std::string(kind.proved);
  if (for_one > 0) text += ", " + std::to_string(for_one) + " where one thing hurts";
  text += "\n";
  if (not_proved.empty()) return text;
  return text + "not proved: " + std::string(kind.check) + " of " +
         few(not_proved, not_proved.size()) + "\n";
}

/// "proved: nowhere less cautious than runready-default 2.0.0 alone", of a pack with add-ons.
std::string base_text(const Studied& studied, const CheckReport& report) {
  for (const Finding& finding : report.findings) {
    if (finding.check != "base" || finding.verdict == Verdict::refuted) continue;
    const bool is_proved = finding.verdict == Verdict::proved;
    return std::string(is_proved ? "proved" : "not proved") + ": nowhere less cautious than " +
           printable(studied.pack.id) + " " + printable(studied.pack.version) + " alone" +
           (is_proved ? "" : ": " + finding.message) +
           (finding.one_complaint ? ", where one thing hurts\n" : "\n");
  }
  return "";
}

std::string kinds_text(const CheckReport& report) {
  std::string text;
  for (const Kind& kind : kKinds) text += kind_text(report, kind);
  return text;
}

std::string escalation_text(const Studied& studied, const CheckReport& report) {
  if (!report.escalated_example) return "escalated: no answers\n";
  return "escalated: some answers, such as " + command_showing(studied, *report.escalated_example) +
         "\n";
}

/// "covered: 1590 different answers", and whether some of them escalate.
std::string counts_text(const Studied& studied, const CheckReport& report) {
  if (!report.counted) return "";
  const bool is_more = report.answers_covered >= kMoreAnswers;
  return std::string("covered: ") + (is_more ? "more than " : "") +
         large_number(report.answers_covered) + " different answers\n" +
         escalation_text(studied, report);
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
  if (!finding.rules.empty()) {
    out.key("rules").begin_array();
    for (const RuleId rule : finding.rules) out.value(studied.pack.rule(rule).id);
    out.end_array();
  }
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

void write_names(JsonWriter& out, std::string_view key, const std::vector<std::string>& names) {
  out.key(key).begin_array();
  for (const std::string& name : names) out.value(name);
  out.end_array();
}

void write_too_large(JsonWriter& out, const Studied& studied, const TooLarge& part) {
  out.begin_object().key("part").value(part.part).key("id").value(part.id);
  write_names(out, "rules", part.rules);
  write_names(out, "questions", part.questions);
  write_place(out, part.span, studied.files);
  out.end_object();
}

void write_proof(JsonWriter& out, const Studied& studied, const CheckReport& report) {
  if (report.counted) {
    out.key("answers_covered").value(report.answers_covered);
    if (report.answers_covered >= kMoreAnswers) out.key("more_answers").value(true);
  }
  if (report.escalated_example) {
    out.key("escalated_example");
    write_example(out, studied, *report.escalated_example);
  }
  out.key("nodes").value(report.nodes);
  out.key("too_large").begin_array();
  for (const TooLarge& part : report.too_large) write_too_large(out, studied, part);
  out.end_array();
  out.key("findings").begin_array();
  for (const Finding& finding : report.findings) write_finding(out, studied, finding);
  out.end_array();
}

}  // namespace

std::string too_large_words(const TooLarge& part) {
  const bool is_exclusion = part.part == "exclusion";
  return part.part + (is_exclusion ? " of `" : " `") + part.id + "` is too large to prove";
}

std::string failures_text(const Studied& studied, const CheckReport& report) {
  std::string text;
  for (const Finding& finding : report.findings) {
    if (finding.verdict == Verdict::proved || finding.verdict == Verdict::not_proved) continue;
    text += to_text(as_diagnostic(finding), studied.files);
    if (finding.example) text += example_text(studied, *finding.example);
    if (finding.compared_with) text += example_text(studied, *finding.compared_with, "whereas");
  }
  return text;
}

std::string check_text(const Studied& studied, const CheckReport& report,
                       std::int64_t milliseconds) {
  std::string text = failures_text(studied, report);
  for (const TooLarge& part : report.too_large) {
    text += to_text(as_diagnostic(part), studied.files);
  }
  text += invariants_text(report) + permits_text(studied, report) + base_text(studied, report) +
          kinds_text(report) + counts_text(studied, report);
  text +=
      "took: " + std::to_string(report.nodes) + " nodes, " + std::to_string(milliseconds) + " ms\n";
  const std::string name = pack_words(studied.pack);
  if (report.refuted()) return text + "refuted: " + name + "\n";
  return text + (report.complete ? "proved: " : "not proved: ") + name + "\n";
}

std::string check_json(const Studied& studied, const CheckReport& report,
                       const Diagnostics& diagnostics, std::int64_t milliseconds) {
  std::string line;
  JsonWriter out(line);
  out.begin_object().key("schema").value(kSchema);
  out.key("pack").begin_object();
  write_which_pack(out, studied.pack);
  out.end_object().key("program").value(RUNREADY_VERSION);
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

namespace {

constexpr std::array<std::string_view, 3> kKindNames = {"added", "removed", "changed"};

std::string_view kind_name(Edit::Kind kind) { return kKindNames[static_cast<std::size_t>(kind)]; }

std::string difference_text(const Studied& after, std::string_view what,
                            const Difference& difference) {
  const std::string text = std::string(what) + ": ";
  if (!difference.is_known) return text + "unknown, the rules are too large to be compared\n";
  if (!difference.example) return text + "nobody\n";
  return text + "somebody\n" + example_text(after, *difference.example);
}

std::string edit_text(const Edit& edit) {
  std::string text = "  " + std::string(kind_name(edit.kind)) + " " + printable(edit.id);
  for (std::size_t i = 0; i < edit.keys.size(); ++i) {
    text += (i == 0 ? ": " : ", ") + printable(edit.keys[i]);
  }
  return text + "\n";
}

std::string edits_text(const std::vector<Edit>& edits) {
  std::string text;
  std::string_view part;
  for (const Edit& edit : edits) {
    if (edit.part != part) text += edit.part + ":\n";
    part = edit.part;
    text += edit_text(edit);
  }
  return text;
}

void write_difference(JsonWriter& out, const Studied& after, std::string_view key,
                      const Difference& difference) {
  out.key(key).begin_object().key("known").value(difference.is_known);
  if (difference.example) {
    out.key("example");
    write_example(out, after, *difference.example);
  }
  out.end_object();
}

void write_pack_name(JsonWriter& out, std::string_view key, const Pack& pack) {
  out.key(key).begin_object();
  write_which_pack(out, pack);
  out.end_object();
}

void write_edit(JsonWriter& out, const Edit& edit) {
  out.begin_object().key("part").value(edit.part).key("id").value(edit.id);
  out.key("kind").value(kind_name(edit.kind));
  if (edit.kind == Edit::Kind::changed) {
    out.key("keys").begin_array();
    for (const std::string& key : edit.keys) out.value(key);
    out.end_array();
  }
  out.end_object();
}

}  // namespace

std::string diff_text(const Compared& compared) {
  const DiffReport& report = compared.report;
  std::string text = "before: " + pack_words(compared.before) + "\n" +
                     "after: " + pack_words(compared.after.pack) + "\n";
  text += difference_text(compared.after, "more cautious", report.more_cautious) +
          difference_text(compared.after, "more permissive", report.more_permissive) +
          difference_text(compared.after, "other workouts only", report.workouts_only);
  if (!report.responsible) {
    text += "responsible: unknown\n";
  } else if (!report.responsible->empty()) {
    text += "responsible:\n";
    for (const std::string& id : *report.responsible) text += "  " + printable(id) + "\n";
  }
  return text + edits_text(report.edits);
}

std::string diff_json(const Compared& compared, std::string_view on_json) {
  const DiffReport& report = compared.report;
  std::string line;
  JsonWriter out(line);
  out.begin_object().key("schema").value("runready/rules-diff/1");
  write_pack_name(out, "before", compared.before);
  write_pack_name(out, "after", compared.after.pack);
  out.key("program").value(RUNREADY_VERSION);
  out.key("complete").value(report.complete());
  write_difference(out, compared.after, "more_cautious", report.more_cautious);
  write_difference(out, compared.after, "more_permissive", report.more_permissive);
  write_difference(out, compared.after, "workouts_only", report.workouts_only);
  if (report.responsible) {
    out.key("responsible").begin_array();
    for (const std::string& id : *report.responsible) out.value(id);
    out.end_array();
  }
  out.key("edits").begin_array();
  for (const Edit& edit : report.edits) write_edit(out, edit);
  out.end_array();
  if (!on_json.empty()) out.key("on").raw(on_json);
  out.end_object();
  return line;
}

}  // namespace runready
