#include "cli/messages.hpp"
#include "cli/session.hpp"
#include "cli/use_diary.hpp"
#include "text/backticks.hpp"
#include "text/utf8.hpp"

// `diary path` and `diary forget`.

namespace runready {

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
