#include "report/rule_report.hpp"

#include <algorithm>

#include "json/json_writer.hpp"
#include "report/graph.hpp"
#include "report/json_fields.hpp"
#include "rules/condition_json.hpp"
#include "rules/sentence.hpp"
#include "runready/version.hpp"
#include "text/utf8.hpp"

namespace runready {

namespace {

constexpr std::size_t kColumn = 10;

void add(std::string& list, const std::string& entry, std::string_view separator = ", ") {
  list += (list.empty() ? "" : std::string(separator)) + entry;
}

/// `  because  Soreness that changes…`, wrapped in its column.
void add_row(std::string& out, std::string_view label, std::string_view text, std::size_t width) {
  std::string lead = "  " + std::string(label);
  lead.resize(std::max(kColumn, lead.size()), ' ');
  for (const std::string& line :
       wrap(printable(text), std::max<std::size_t>(width, 40) - kColumn)) {
    out.append(lead).append(" ").append(line).append("\n");
    lead.assign(kColumn, ' ');
  }
}

/// "at least cross-train; referral see; without elliptical, #stairs; ask again after 24 hours"
std::string demands(const Rule& rule) {
  std::string text;
  if (rule.recommend != Recommendation::run)
    add(text, "at least " + std::string(name(rule.recommend)));
  if (rule.referral != Referral::none) {
    add(text, "referral " + std::string(name(rule.referral)), "; ");
  }
  std::string excluded;
  for (const std::string& activity : rule.exclude_names) add(excluded, activity);
  if (!excluded.empty()) add(text, "without " + excluded, "; ");
  if (rule.recheck_hours) {
    add(text, "ask again after " + std::to_string(*rule.recheck_hours) + " hours", "; ");
  }
  return text;
}

std::string read_by(const Pack& pack, const Condition& condition) {
  const Reads reads = reads_of(pack, condition);
  std::string text;
  for (const TermId id : reads.terms) add(text, "term `" + pack.terms[id.index].id + "`");
  for (const QuestionId id : reads.questions) {
    const Question& question = pack.question(id);
    add(text, "question `" + question.id + "`" + (may_permit(question) ? " (may allow more)" : ""));
  }
  return text;
}

std::string place_of(const Studied& studied, Span span) {
  if (span.file >= studied.files.size()) return "";
  const SourceFile& file = studied.files[span.file];
  const Position position = position_of(file.text, span.begin);
  return file.name + ":" + std::to_string(position.line) + ":" + std::to_string(position.column);
}

std::string source_words(const Pack& pack, const Fact& fact) {
  std::string text = fact.id + ": " + fact.text;
  std::string from;
  for (const std::uint32_t source : fact.from) add(from, pack.source_list[source].title, "; ");
  if (!fact.grade.empty()) add(from, fact.grade, "; ");
  return from.empty() ? text : text + " (" + from + ")";
}

/// `  smallest runready --gait limping`: not wrapped, since it is to be copied.
void add_command(std::string& out, std::string_view label, const std::string& command) {
  std::string lead = "  " + std::string(label);
  lead.resize(std::max(kColumn, lead.size()), ' ');
  out += lead + " " + printable(command) + "\n";
}

void add_example(std::string& out, std::string_view label, const Studied& studied,
                 const Counterexample& example, std::size_t width) {
  add_command(out, label, command_showing(studied, example));
  add_row(out, "gives", example.found, width);
}

/// When the rule fires, and when it is the one that decides.
void add_insight(std::string& out, const Studied& studied, const RuleInsight& insight,
                 std::size_t width) {
  if (!insight.fires) return add_row(out, "fires", "never", width);
  add_example(out, "smallest", studied, *insight.fires, width);
  if (!insight.decides) {
    std::string rules;
    for (const RuleId id : insight.covered_by) add(rules, "`" + studied.pack.rule(id).id + "`");
    add_row(out, "covered", "by " + rules, width);
  } else if (insight.decides->answers == insight.fires->answers) {
    add_row(out, "decides", "there already: no other rule asks for as much", width);
  } else {
    add_example(out, "decides", studied, *insight.decides, width);
  }
}

void write_insight(JsonWriter& out, const Studied& studied, const RuleInsight& insight) {
  if (insight.fires) {
    out.key("fires");
    write_example(out, studied, *insight.fires);
  }
  if (insight.decides) {
    out.key("decides");
    write_example(out, studied, *insight.decides);
  }
  out.key("covered_by").begin_array();
  for (const RuleId id : insight.covered_by) out.value(studied.pack.rule(id).id);
  out.end_array();
}

void write_facts(JsonWriter& out, const Pack& pack, const std::vector<FactId>& facts) {
  out.key("sources").begin_array();
  for (const FactId id : facts) {
    const Fact& fact = pack.facts[id.index];
    out.begin_object().key("fact").value(fact.id).key("text").value(fact.text);
    out.key("grade").value(fact.grade).key("from").begin_array();
    for (const std::uint32_t source : fact.from) out.value(pack.source_list[source].title);
    out.end_array().end_object();
  }
  out.end_array();
}

void write_logic(JsonWriter& out, const Pack& pack, const Condition& condition,
                 const InlinedSizes& sizes) {
  if (!sizes.fits(condition)) return;
  out.key("logic");
  write_condition(out, condition, pack, Terms::inlined);
}

void write_rule(JsonWriter& out, const Studied& studied, RuleId id, const InlinedSizes& sizes,
                Insights insights) {
  const Pack& pack = studied.pack;
  const Rule& rule = pack.rule(id);
  out.begin_object().key("id").value(rule.id);
  out.key("if").value(sentence(rule, pack)).key("when");
  write_condition(out, rule.written_when(), pack, Terms::by_name);
  if (const Condition* unless = rule.written_unless()) {
    out.key("unless");
    write_condition(out, *unless, pack, Terms::by_name);
  }
  write_logic(out, pack, rule.when, sizes);
  out.key("recommend").value(name(rule.recommend)).key("referral").value(name(rule.referral));
  out.key("exclude").begin_array();
  for (const std::string& activity : rule.exclude_names) out.value(activity);
  out.end_array();
  if (rule.recheck_hours) out.key("recheck_hours").value(*rule.recheck_hours);
  out.key("because").value(rule.because);
  write_facts(out, pack, rule.sources);
  if (insights == Insights::wanted) {
    if (const auto found = insight(pack, id, studied.node_budget))
      write_insight(out, studied, *found);
  }
  write_place(out, rule.span, studied.files);
  out.end_object();
}

void write_term(JsonWriter& out, const Studied& studied, TermId id, const InlinedSizes& sizes) {
  const Term& term = studied.pack.terms[id.index];
  out.begin_object().key("id").value(term.id).key("says").value(term.clause.says);
  out.key("if").value(sentence(term.when, studied.pack)).key("when");
  write_condition(out, term.when, studied.pack, Terms::by_name);
  write_logic(out, studied.pack, term.when, sizes);
  out.key("read_by").begin_array();
  for (const std::string& reader : readers_of(studied.pack, id)) out.value(reader);
  out.end_array();
  write_place(out, term.span, studied.files);
  out.end_object();
}

}  // namespace

std::string rule_text(const Studied& studied, RuleId id, std::size_t width) {
  const Pack& pack = studied.pack;
  const Rule& rule = pack.rule(id);
  std::string out = "rule " + rule.id + "\n";
  add_row(out, "if", sentence(rule, pack), width);
  add_row(out, "then", demands(rule), width);
  add_row(out, "because", rule.because, width);
  add_row(out, "reads", read_by(pack, rule.when), width);
  for (const FactId fact : rule.sources) {
    add_row(out, "source", source_words(pack, pack.facts[fact.index]), width);
  }
  if (const auto found = insight(pack, id, studied.node_budget)) {
    add_insight(out, studied, *found, width);
  } else {
    add_row(out, "fires", "too large to tell when", width);
  }
  if (rule.explains) add_row(out, "explains", "kept for its reason where others cover it", width);
  add_row(out, "stands", place_of(studied, rule.span), width);
  return out;
}

std::string term_text(const Studied& studied, TermId id, std::size_t width) {
  const Term& term = studied.pack.terms[id.index];
  std::string out = "term " + term.id + "\n";
  add_row(out, "says", term.clause.says, width);
  add_row(out, "means", sentence(term.when, studied.pack), width);
  std::string readers;
  for (const std::string& reader : readers_of(studied.pack, id)) add(readers, reader);
  add_row(out, "read by", readers.empty() ? "nothing" : readers, width);
  add_row(out, "stands", place_of(studied, term.span), width);
  return out;
}

std::string rules_text(const Pack& pack) {
  std::size_t longest = 0;
  for (const Rule& rule : pack.rules) longest = std::max(longest, rule.id.size());
  std::string out;
  for (const Rule& rule : pack.rules) {
    out += rule.id + std::string(longest - rule.id.size() + 2, ' ') + demands(rule) + "\n";
  }
  return out;
}

std::string rules_json(const Studied& studied, std::span<const RuleId> rules,
                       std::span<const TermId> terms, Insights insights) {
  std::string line;
  JsonWriter out(line);
  const InlinedSizes sizes(studied.pack);
  out.begin_object().key("schema").value("runready/rules-show/1");
  out.key("rules").begin_array();
  for (const RuleId id : rules) write_rule(out, studied, id, sizes, insights);
  out.end_array().key("terms").begin_array();
  for (const TermId id : terms) write_term(out, studied, id, sizes);
  out.end_array().end_object();
  return line;
}

namespace {

std::string failure_text(const Pack& pack, const CaseResult& result,
                         std::span<const SourceFile> files) {
  const Case& failed = pack.cases[result.index];
  std::string message = "case `" + failed.id + "` fails";
  if (!failed.title.empty()) message += ": " + failed.title;
  std::string text = to_text({Severity::error, "", failed.span, std::move(message), ""}, files);
  for (const Mismatch& mismatch : result.mismatches) {
    text += "  expected: " + printable(mismatch.expected) + "\n";
    text += "  got:      " + printable(mismatch.got) + "\n";
    if (!mismatch.why.empty()) text += "  why:      " + printable(mismatch.why) + "\n";
  }
  return text;
}

std::string untested_text(const Pack& pack, const RuleCoverage& coverage) {
  const std::string rule = "`" + pack.rule(coverage.rule).id + "`";
  if (!coverage.fired_by.empty()) {
    return coverage.near_misses.empty() ? "no near miss: rule " + rule + "\n" : "";
  }
  std::string text = "not fired: rule " + rule + "\n";
  if (!coverage.nearest) return text;
  return text + "  nearest:  case `" + pack.cases[*coverage.nearest].id +
         "`, where it would take that " + printable(coverage.would_take) + "\n";
}

template <class Entries, class Is>
std::string of_all(const Entries& entries, Is is) {
  return std::to_string(std::count_if(entries.begin(), entries.end(), is)) + " of " +
         std::to_string(entries.size());
}

void write_mismatches(JsonWriter& out, const CaseResult& result) {
  out.begin_array();
  for (const Mismatch& mismatch : result.mismatches) {
    out.begin_object().key("expected").value(mismatch.expected).key("got").value(mismatch.got);
    if (!mismatch.why.empty()) out.key("why").value(mismatch.why);
    out.end_object();
  }
  out.end_array();
}

void write_cases(JsonWriter& out, const Pack& pack, const CasesReport& report,
                 std::span<const SourceFile> files) {
  out.key("cases").begin_array();
  for (const CaseResult& result : report.cases) {
    const Case& tested = pack.cases[result.index];
    out.begin_object().key("id").value(tested.id);
    out.key("passed").value(result.mismatches.empty());
    write_place(out, tested.span, files);
    out.key("mismatches");
    write_mismatches(out, result);
    out.end_object();
  }
  out.end_array();
}

void write_case_ids(JsonWriter& out, const Pack& pack, const std::vector<std::size_t>& cases) {
  out.begin_array();
  for (const std::size_t index : cases) out.value(pack.cases[index].id);
  out.end_array();
}

void write_coverage(JsonWriter& out, const Pack& pack, const RuleCoverage& coverage) {
  out.begin_object().key("rule").value(pack.rule(coverage.rule).id).key("fired_by");
  write_case_ids(out, pack, coverage.fired_by);
  out.key("near_misses");
  write_case_ids(out, pack, coverage.near_misses);
  if (coverage.nearest) {
    out.key("nearest").value(pack.cases[*coverage.nearest].id);
    out.key("would_take").value(coverage.would_take);
  }
  out.end_object();
}

}  // namespace

std::string cases_text(const Pack& pack, const CasesReport& report,
                       std::span<const SourceFile> files) {
  std::string text;
  for (const CaseResult& result : report.cases) {
    if (!result.mismatches.empty()) text += failure_text(pack, result, files);
  }
  for (const RuleCoverage& coverage : report.rules) text += untested_text(pack, coverage);
  text +=
      "passed: " + of_all(report.cases, [](const CaseResult& c) { return c.mismatches.empty(); }) +
      " cases\n";
  text +=
      "fired: " + of_all(report.rules, [](const RuleCoverage& r) { return !r.fired_by.empty(); }) +
      " rules\n";
  text += "nearly fired: " +
          of_all(report.rules, [](const RuleCoverage& r) { return !r.near_misses.empty(); }) +
          " rules\n";
  return text;
}

std::string cases_json(const Pack& pack, const CasesReport& report,
                       std::span<const SourceFile> files) {
  std::string line;
  JsonWriter out(line);
  out.begin_object().key("schema").value("runready/rules-test/1");
  out.key("pack").begin_object();
  write_which_pack(out, pack);
  out.end_object().key("program").value(RUNREADY_VERSION);
  out.key("passed").value(report.passed());
  write_cases(out, pack, report, files);
  out.key("rules").begin_array();
  for (const RuleCoverage& coverage : report.rules) write_coverage(out, pack, coverage);
  out.end_array().end_object();
  return line;
}

}  // namespace runready
