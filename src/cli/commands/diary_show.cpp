#include "cli/messages.hpp"
#include "cli/open_pack.hpp"
#include "cli/session.hpp"
#include "cli/use_diary.hpp"
#include "diary/overview.hpp"
#include "text/json_writer.hpp"

// `diary show`: a line a day, and a small chart of each place that hurt.

namespace runready {

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

}  // namespace runready
