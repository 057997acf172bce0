#include <algorithm>

#include "cli/messages.hpp"
#include "cli/open_pack.hpp"
#include "cli/session.hpp"
#include "cli/use_diary.hpp"
#include "diary/past.hpp"
#include "diary/sheet.hpp"
#include "render/report_content.hpp"
#include "runready/prove.hpp"

// `diary report`: a dated sheet for somebody who treats the runner.

namespace runready {

namespace {

/// What the last check-in gave, and what it left open, as the rules in use see it.
SheetFacts facts_of(const Pack& pack, std::size_t node_budget, std::span<const DiaryDay> days) {
  constexpr std::size_t kMostOpen = 6;
  SheetFacts facts;
  const DiaryDay* last = nullptr;
  for (const DiaryDay& day : days) {
    if (day.check_in) last = &day;
  }
  if (last == nullptr) return facts;
  Diagnostics of_other_rules;
  const auto known = infer(pack, kept_answers(pack, last->check_in->answers), of_other_rules);
  if (!known) return facts;
  const Assessment assessment = assess(pack, *known);
  std::vector<FactId> cited;
  for (const Reason& reason : assessment.reasons) {
    if (!reason.rule) continue;
    const Rule& rule = pack.rule(*reason.rule);
    std::string ids;
    for (const FactId id : rule.sources) ids += (ids.empty() ? "" : ", ") + pack.facts[id.index].id;
    facts.reasons.push_back(rule.because + (ids.empty() ? "" : " [" + ids + "]"));
    cited.insert(cited.end(), rule.sources.begin(), rule.sources.end());
  }
  for (const Asked& asked : Prover(pack, node_budget).open_questions(*known)) {
    if (facts.open.size() < kMostOpen) facts.open.push_back(pack.question(asked.question).ask);
  }
  std::sort(cited.begin(), cited.end());
  cited.erase(std::unique(cited.begin(), cited.end()), cited.end());
  for (const FactId id : cited) facts.sources.push_back(fact_in_full(pack, id));
  return facts;
}

}  // namespace

int run_diary_report(Session& session) {
  constexpr std::size_t kUsualDays = 90;
  const std::string format = session.said.last(Flag::format).value_or("html");
  if (format != "html" && format != "markdown") {
    print_error(session.err, "`diary report` is written as html or markdown",
                "`runready diary show` is for the terminal, and has `--json`");
    return kUsage;
  }
  DiaryOfRun diary(session);
  const auto [from, to, check_ins, runs] = diary.read_days(days_said(session.said, kUsualDays));
  if (diary.status() != kDone) return diary.status();
  if (check_ins.empty() && runs.empty()) {
    print_error(session.err, "the diary holds nothing of these days",
                "`--days N` looks further back");
    return kUndecided;
  }
  const auto opened = open_pack(session, Purpose::explaining);
  if (!opened) return kBadPack;
  const Pack& pack = opened->pack;
  const std::vector<DiaryDay> days = days_of(pack, check_ins, runs, from, to);
  const Document sheet = diary_sheet(pack, days, facts_of(pack, opened->node_budget, days));
  session.out.write(format == "html" ? to_html(sheet, "Running diary", pack.language)
                                     : to_markdown(sheet));
  return kDone;
}

}  // namespace runready
