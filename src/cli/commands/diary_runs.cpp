#include <fmt/format.h>

#include "cli/input.hpp"
#include "cli/messages.hpp"
#include "cli/read_pack_files.hpp"
#include "cli/session.hpp"
#include "cli/use_diary.hpp"
#include "diary/exchange.hpp"
#include "diary/read_runs.hpp"

// `diary add-runs`, `diary export` and `diary import`: what goes into the diary and out of it.

namespace runready {

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

}  // namespace runready
