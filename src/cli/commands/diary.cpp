// The commands `diary …`.

#include <fmt/format.h>

#include <algorithm>

#include "cli/files.hpp"
#include "cli/open_pack.hpp"
#include "cli/session.hpp"
#include "cli/use_diary.hpp"
#include "diary/exchange.hpp"
#include "diary/overview.hpp"
#include "diary/past.hpp"
#include "diary/read_runs.hpp"
#include "diary/sheet.hpp"
#include "json/json_writer.hpp"
#include "report/report_content.hpp"
#include "runready/prove.hpp"
#include "text/utf8.hpp"
#include "text/words.hpp"

namespace runready {

// `diary show`: a line a day, and a small chart of each place that hurt.

namespace {

void write_check_in(JsonWriter& out, const CheckIn& check_in) {
  out.begin_object().key("at").value(write_moment(check_in.when));
  out.key("recommendation").value(name(check_in.recommendation));
  out.key("referral").value(name(check_in.referral));
  out.key("answers").raw(check_in.answers);
  out.key("inferred_from_diary").raw(check_in.derived);
  out.key("pack").value(check_in.pack).key("pack_version").value(check_in.pack_version);
  out.key("program").value(check_in.program).end_object();
}

void write_run(JsonWriter& out, const Run& run) {
  out.begin_object().key("start").value(write_moment(run.start));
  if (run.metres) out.key("km").value(*run.metres / 1000.0);
  if (run.seconds) out.key("minutes").value(*run.seconds / 60.0);
  out.key("kind").value(name(run.kind)).key("source").value(run.source).end_object();
}

std::string as_json(const std::vector<CheckIn>& check_ins, const std::vector<Run>& runs,
                    std::chrono::local_days from, std::chrono::local_days to) {
  std::string line;
  JsonWriter out(line);
  out.begin_object().key("schema").value("runready/diary/1");
  out.key("from").value(write_day(from)).key("to").value(write_day(to));
  out.key("check_ins").begin_array();
  for (const CheckIn& check_in : check_ins) write_check_in(out, check_in);
  out.end_array().key("runs").begin_array();
  for (const Run& run : runs) write_run(out, run);
  out.end_array().end_object();
  return line;
}

}  // namespace

int run_diary_show(Session& session) {
  constexpr std::size_t kUsualDays = 28;
  DiaryOfRun diary(session);
  const auto [from, to, check_ins, runs] = diary.read_days(days_said(session.said, kUsualDays));
  if (diary.status() != kDone) return diary.status();
  if (session.said.has(Flag::json)) {
    session.out.write(as_json(check_ins, runs, from, to) + "\n");
    return kDone;
  }
  if (check_ins.empty() && runs.empty()) {
    print_warning(session.err, "the diary holds nothing of these days",
                  session.settings.diary.value ? "it is on: the next check-in will be kept"
                                               : "`runready config set diary on` turns it on");
    return kDone;
  }
  const auto opened = open_pack(session, Purpose::showing);
  if (!opened) return kBadPack;
  const std::vector<DiaryDay> kept = days_of(opened->pack, check_ins, runs, from, to);
  Document page = lines_of(opened->pack, kept);
  append(page, charts_of(kept));
  session.out.write(to_terminal(page, session.view()));
  return kDone;
}

// `diary add-runs`, `diary export` and `diary import`: what goes into the diary and out of it.

namespace {

constexpr std::size_t kMostBytes = std::size_t{256} << 20;

/// Before anything was kept, and after all of it.
constexpr std::chrono::local_days kFirst{std::chrono::year{1970} / 1 / 1};
constexpr std::chrono::local_days kLast{std::chrono::year{9999} / 12 / 31};

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

std::vector<SourceFile> files_named(const Session& session) {
  std::vector<SourceFile> files;
  for (const std::string& path : session.said.arguments) {
    if (path == "-") {
      files.push_back({"standard input", read_standard_input()});
    } else {
      files.push_back({path, read_file(path, kMostBytes, NamedPipe::waited_for)});
    }
  }
  return files;
}

int say_no_file(Session& session, std::string_view help) {
  print_error(session.err, "no file was named", help);
  return kUsage;
}

}  // namespace

int run_diary_add_runs(Session& session) {
  if (session.said.arguments.empty()) {
    return say_no_file(session, "such as `runready diary add-runs activities.csv`");
  }
  const std::vector<SourceFile> files = files_named(session);
  const SystemTimeZone zone;
  const Unit unit = session.said.has(Flag::miles) ? Unit::miles : Unit::kilometres;
  RunsRead all;
  Diagnostics found;
  for (std::uint32_t i = 0; i < files.size(); ++i) {
    RunsRead read = read_runs(files[i].text, i, zone, unit, found);
    all.others += read.others;
    all.runs.insert(all.runs.end(), read.runs.begin(), read.runs.end());
  }
  print(session.err, found, files);
  Diary::Added added;
  DiaryOfRun diary(session);
  if (!diary.write([&](Diary& opened) { added = opened.take_in({}, all.runs); })) {
    return diary.status();
  }
  session.out.write(fmt::format("{} added, {} there already, {} of other kinds left out.\n",
                                counted(added.runs, "run", "runs"), added.known,
                                counted(all.others, "activity", "activities")));
  if (diary.status() != kDone) return diary.status();
  return has_errors(found) ? kUsage : kDone;
}

int run_diary_export(Session& session) {
  DiaryOfRun diary(session);
  const bool wants_runs = session.said.has(Flag::runs);
  std::size_t runs_left = 0;
  diary.read([&](Diary& opened) {
    const std::vector<Run> runs = opened.runs(kFirst, kLast);
    if (wants_runs) {
      for (const Run& run : runs) session.out.write(to_line(run) + "\n");
      return;
    }
    runs_left = runs.size();
    for (const CheckIn& check_in : opened.check_ins(kFirst, kLast)) {
      session.out.write(to_line(check_in) + "\n");
    }
  });
  if (runs_left > 0) {
    session.err.write(counted(runs_left, "run is", "runs are") +
                      " not in this: `runready diary export --runs` writes them\n");
  }
  return diary.status();
}

int run_diary_import(Session& session) {
  if (session.said.arguments.empty()) {
    return say_no_file(session, "such as `runready diary import diary.ndjson`");
  }
  const std::vector<SourceFile> files = files_named(session);
  Entries all;
  Diagnostics found;
  for (std::uint32_t i = 0; i < files.size(); ++i) {
    Entries read = read_lines(files[i].text, i, found);
    all.check_ins.insert(all.check_ins.end(), read.check_ins.begin(), read.check_ins.end());
    all.runs.insert(all.runs.end(), read.runs.begin(), read.runs.end());
  }
  print(session.err, found, files);
  if (has_errors(found)) {
    session.err.write("Nothing was imported.\n");
    return kUsage;
  }
  Diary::Added added;
  DiaryOfRun diary(session);
  if (!diary.write([&](Diary& opened) { added = opened.take_in(all.check_ins, all.runs); })) {
    return diary.status();
  }
  session.out.write(fmt::format("{} and {} imported, {} there already.\n",
                                counted(added.check_ins, "check-in", "check-ins"),
                                counted(added.runs, "run", "runs"), added.known));
  return diary.status();
}

// `diary report`: a dated sheet for somebody who treats the runner.

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

// `diary path` and `diary forget`.

namespace {

std::string counted(std::size_t count, std::string_view one) {
  return std::to_string(count) + " " + std::string(one) + (count == 1 ? "" : "s");
}

}  // namespace

int run_diary_path(Session& session) {
  const std::string path = diary_path(session.environment);
  if (path.empty()) {
    print_error(session.err, "there is no place for a diary", "set HOME or XDG_DATA_HOME");
    return kWorldFailed;
  }
  session.out.write((session.environment.output_is_terminal ? printable(path) : path) + "\n");
  return kDone;
}

int run_diary_forget(Session& session) {
  const std::vector<std::string>& named = session.said.arguments;
  const bool is_all = session.said.has(Flag::all);
  if (named.empty() != is_all) {
    print_error(session.err, "say which day to forget, or `--all`",
                "such as `runready diary forget 2026-11-28`");
    return kUsage;
  }
  const auto day = is_all ? std::nullopt : read_day(named.front());
  if (!is_all && !day) {
    print_error(session.err, in_backticks(named.front()) + " is no day", "write it as 2026-11-28");
    return kUsage;
  }
  DiaryOfRun diary(session);
  Diary::Forgotten forgotten;
  diary.read([&](Diary& opened) { forgotten = opened.forget(day); });
  if (diary.status() != kDone) return diary.status();
  session.out.write("Forgotten: " + counted(forgotten.check_ins, "check-in") + ", " +
                    counted(forgotten.runs, "run") + ".\n");
  return kDone;
}

}  // namespace runready
