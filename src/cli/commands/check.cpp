#include <unistd.h>

#include <algorithm>

#include "cli/ask.hpp"
#include "cli/command_line.hpp"
#include "cli/config.hpp"
#include "cli/exit_status.hpp"
#include "cli/help.hpp"
#include "cli/open_pack.hpp"
#include "cli/session.hpp"
#include "cli/told_answers.hpp"
#include "cli/use_diary.hpp"
#include "json/json_writer.hpp"
#include "model/answers.hpp"
#include "report/json_fields.hpp"
#include "report/questions.hpp"
#include "runready/prove.hpp"
#include "runready/render.hpp"
#include "text/diagnostics.hpp"
#include "text/words.hpp"

namespace runready {

namespace {

enum class Format { text, json, markdown, html };

/// What was told and how the answer is wanted, all of it understood.
struct Request {
  CommandLine line;
  Told told;
  Runner runner;
  Answers told_by_flags;          ///< without usual replies
  std::vector<std::string> have;  ///< what is at hand, by name
  bool keeps_have = false;        ///< whether that is to stand in the configuration
  bool asks = false;              ///< afterwards: whether anything was asked
  Replies standing;               ///< the usual replies, if it asks
  Answers from_diary;             ///< of what is told, what followed from the diary
  Format format = Format::text;
  std::vector<std::string> fields;
};

Format format_of(const CommandLine& line) {
  if (line.wants_json()) return Format::json;
  const std::string named = line.last(Flag::format).value_or("text");
  return named == "markdown" ? Format::markdown : named == "html" ? Format::html : Format::text;
}

/// Only where sources are spelled out is it needed to read them.
Purpose purpose_of(const CommandLine& said) {
  const Format format = format_of(said);
  const bool is_sheet = format == Format::markdown || format == Format::html;
  const bool names_sources = Fields(said.list(Flag::fields)).names("sources");
  const bool is_explained = is_sheet || names_sources || said.has(Flag::explain);
  return is_explained ? Purpose::explaining : Purpose::advising;
}

void check_format(const CommandLine& line, Format format, Diagnostics& found) {
  if (line.has(Flag::fields) && format != Format::json) {
    report_error(found, "conflicting-flags", Span{}, "`--fields` is for JSON", "add `--json`");
  }
  const auto named = line.last(Flag::format);
  if (line.has(Flag::json) && named && *named != "json") {
    report_error(found, "conflicting-flags", Span{},
                 "`--json` and `--format " + *named + "` cannot both be meant");
  }
}

void read_line(const Session& session, const Pack& pack, Request& request, Diagnostics& found) {
  const FlagSet flags = session.command.flags;
  request.line = parse(session.words, flags, &pack, found);
  report_unknown(request.line, flags, &pack, found);
  // After another mistake a word may only look as if it stood alone.
  if (found.empty()) report_unexpected(request.line, session.command, found);
  check_flags(request.line, found);
  request.format = format_of(request.line);
  check_format(request.line, request.format, found);
  request.fields = request.line.list(Flag::fields);
  check_fields(request.fields, found);
}

/// The answers of a file and of flags together. A file is not opened for a line with mistakes.
void read_told(const Pack& pack, Request& request, Diagnostics& found) {
  if (has_errors(found)) {
    request.told.answers = no_answers(pack);
  } else {
    request.told = read_file_answers(request.line, pack, found);
  }
  tell_by_flags(request.line, pack, request.told, found);
}

/// Standing replies are for who tells something by flags; a file of answers stands for itself.
bool use_standing_replies(Session& session, const Pack& pack, Request& request) {
  if (request.line.has(Flag::answers)) return true;
  Diagnostics found;
  request.standing = standing_replies(session.config, pack, found);
  report(session, found, std::span(&session.config.file, 1));
  if (!request.asks) {
    add_standing_replies(request.standing, pack, request.told);
    request.runner.from_config = request.told.from_config;
    for (const QuestionId id : request.told.set_aside) {
      print_warning(session.err,
                    "your usual reply to " + in_backticks(pack.question(id).id) + " is set aside",
                    request.line.has(Flag::nothing_else)
                        ? "`--nothing-else` says that nothing else is the matter"
                        : "it does not go with what was told");
    }
  }
  return !has_errors(found);
}

int say_nothing_told(Session& session, const Pack& pack, const Request& request) {
  const bool is_piped = session.environment.input == InputKind::data;
  std::string help = "tell something, such as `runready" + example_flags(pack) +
                     "`; `--nothing-else` says that nothing is wrong; `--help` lists the questions";
  if (request.line.has(Flag::answers)) {
    help = "the answers hold no reply; `\"nothing_else\": true` says that nothing is wrong";
  } else if (is_piped) {
    help = "`--answers -` reads answers from standard input";
  }
  report_error(session, "nothing-told", "nothing was told", help);
  return kUndecided;
}

/// Understands all that was said; the exit status if that cannot be done.
std::optional<int> understand(Session& session, const Pack& pack, Request& request) {
  Diagnostics found;
  read_line(session, pack, request, found);
  request.runner.age = session.config.age;
  request.runner.max_heart_rate = session.config.max_heart_rate;
  request.have = session.settings.have.value;
  request.runner.have = activities_at_hand(session.settings, pack, found);
  read_told(pack, request, found);
  report(session, found, request.told.files);
  if (has_errors(found)) return kUsage;
  const bool is_told = tells_anything(request.told.answers);
  request.asks = is_to_ask(request.line, session.environment, is_told);
  if (!request.asks && !is_told) {
    return say_nothing_told(session, pack, request);
  }
  request.told_by_flags = request.told.answers;
  if (!use_standing_replies(session, pack, request)) return kUsage;
  return std::nullopt;
}

int refuse_unsettled(Session& session, const Pack& pack, Prover& prover, const Known& known) {
  std::string open;
  for (const Asked& asked : prover.open_questions(known)) {
    const std::string flag = spelled_flag(pack.question(asked.question));
    if (open.find(flag) != std::string::npos) continue;
    open += (open.empty() ? "" : ", ") + flag;
  }
  report_error(session, "not-settled", "not settled: what was not told could change the outcome",
               "tell these too, or say `--nothing-else`: " + open);
  return kUndecided;
}

/// As the window is now: it may have changed since the program began.
TextOptions screen(const Session& session) {
  constexpr std::size_t kUsualHeight = 24;  ///< some terminals do not know theirs
  constexpr std::size_t kLinesBelow = 4;    ///< the hint at --ask, and the shell's next prompt
  TextOptions view{width_now(session, STDOUT_FILENO),
                   use_color(session.said, session.environment, Stream::output)};
  if (session.environment.output_is_terminal) {
    const std::size_t lines = terminal_lines(STDOUT_FILENO).value_or(kUsualHeight);
    view.height = lines - std::min(lines, kLinesBelow);
  }
  return view;
}

void write_report(Session& session, const Request& request, const Report& report) {
  switch (request.format) {
    case Format::json:
      session.out.write(to_json(report, {.fields = request.fields}) + "\n");
      break;
    case Format::markdown:
      session.out.write(to_markdown(report));
      break;
    case Format::html:
      session.out.write(to_html(report));
      break;
    case Format::text:
      session.out.write(to_text(report, screen(session)));
      break;
  }
}

/// Whether anything asked for tells what further replies could do.
bool wants_outlook(const Request& request, const Assessment& assessment) {
  const CommandLine& line = request.line;
  const bool status_depends_on_it =
      line.has(Flag::exit_code) && assessment.recommendation == Recommendation::run;
  return request.format != Format::json || need_outlook(request.fields) || line.has(Flag::strict) ||
         status_depends_on_it;
}

/// What is at hand, for other days too.
void keep_at_hand(Session& session, const std::vector<std::string>& have) {
  std::string list;
  JsonWriter out(list);
  out.begin_array();
  for (const std::string& activity : have) out.value(activity);
  out.end_array();
  const std::string path = config_path(session.said, session.environment).path;
  write_config(path, with_setting(session.config.file.text, "have", list));
}

int answer(Session& session, const OpenedPack& opened, Prover& prover, CheckDiary& diary,
           const Request& request, const Known& known) {
  const bool is_json = request.format == Format::json;
  const Explained explained = is_json ? explained_by({.fields = request.fields}) : Explained{};
  const Assessment assessment = assess(opened.pack, known, explained);
  std::optional<Outlook> outlook;
  if (wants_outlook(request, assessment)) {
    outlook = prover.outlook(known, !is_json || need_changes(request.fields));
    if (request.line.has(Flag::strict) && !outlook->settled) {
      return refuse_unsettled(session, opened.pack, prover, known);
    }
  }
  const Report report{opened.pack,
                      assessment,
                      outlook,
                      request.runner,
                      opened.proof,
                      request.told.id_json,
                      request.line.has(Flag::explain),
                      session.clock.now(),
                      request.from_diary};
  // The answer is the last that is seen.
  if (request.asks) {
    say_how_to_repeat(session, opened.pack, known.told, request.have);
    if (request.keeps_have) keep_at_hand(session, request.have);
  }
  write_report(session, request, report);
  if (!request.asks && request.format == Format::text && outlook && !outlook->ask_next.empty()) {
    hint_at_asking(session, opened.pack, request.told_by_flags);
  }
  // The answer is out; what happens to the diary does not take it back.
  session.out.flush();
  diary.keep(assessment, request.from_diary);
  if (diary.status() != kDone) return diary.status();
  return request.line.has(Flag::exit_code) ? outcome_status(assessment, outlook) : kDone;
}

std::optional<Known> infer_from(Session& session, const Pack& pack, const Request& request) {
  Diagnostics found;
  auto known = infer(pack, request.told.answers, found);
  report(session, found);
  return known;
}

/// The exit status if no answer came of it.
std::optional<int> ask(Session& session, const Pack& pack, Prover& prover, CheckDiary& diary,
                       Request& request) {
  const std::string place = config_path(session.said, session.environment).path;
  // Whoever has told something today begins with that, not with yesterday.
  const bool starts_anew = !tells_anything(request.told_by_flags);
  AskedFor asked = ask_the_rest(session, pack, prover,
                                {.told = request.told.answers,
                                 .standing = request.standing,
                                 .asks_what_is_at_hand = request.have.empty(),
                                 .morning = starts_anew ? diary.morning() : std::nullopt,
                                 .offers_to_keep = !place.empty()});
  if (asked.ending == Ending::interrupted) return kInterrupted;
  if (asked.ending == Ending::quit) return kUndecided;
  request.asks = asked.was_needed;
  request.told.answers = std::move(asked.answers);
  request.from_diary = diary.standing(request.told.answers, asked.carried);
  request.runner.from_config = std::move(asked.from_config);
  if (asked.at_hand && !asked.at_hand->all) {
    request.runner.have = asked.at_hand->activities;
    request.keeps_have = asked.at_hand->keep;
    for (const ActivityId id : asked.at_hand->activities) {
      request.have.push_back(pack.activities[id.index].id);
    }
    if (request.have.empty()) request.have.emplace_back(kNothingAtHand);
  }
  return std::nullopt;
}

}  // namespace

int run_check(Session& session) {
  auto opened = open_pack(session, purpose_of(session.said));
  if (!opened) return kBadPack;
  const Pack& pack = opened->pack;
  Request request;
  if (const auto failed = understand(session, pack, request)) return *failed;
  CheckDiary diary(session, pack, uses_diary(session, request.line));
  if (!diary.add_to(request.told.answers, request.line, request.asks)) return kUsage;
  request.from_diary = diary.standing(request.told.answers, no_answers(pack));
  auto known = infer_from(session, pack, request);
  if (!known) return kUsage;
  if (!prove_pack(session, *opened)) return kBadPack;
  Prover prover(pack, opened->node_budget);
  if (request.asks) {
    if (const auto failed = ask(session, pack, prover, diary, request)) return *failed;
    known = infer_from(session, pack, request);
  }
  return answer(session, *opened, prover, diary, request, *known);
}

}  // namespace runready
