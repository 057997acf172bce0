#include "render/cases_report.hpp"

#include <algorithm>

#include "render/diagnostic_json.hpp"
#include "render/pack_json.hpp"
#include "runready/version.hpp"
#include "text/json_writer.hpp"
#include "text/utf8.hpp"

namespace runready {

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
