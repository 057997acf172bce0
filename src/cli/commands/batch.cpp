#include "runready/batch.hpp"

#include <charconv>
#include <thread>

#include "batch/summary.hpp"
#include "cli/batch_run.hpp"
#include "cli/line_source.hpp"
#include "cli/open_pack.hpp"
#include "cli/session.hpp"
#include "report/json_fields.hpp"
#include "text/diagnostics.hpp"
#include "text/words.hpp"

namespace runready {

namespace {

constexpr std::size_t kMostThreads = 256;

/// As many threads as there are processors, unless said.
std::size_t threads(const CommandLine& said, Diagnostics& found) {
  const auto words = said.last(Flag::jobs);
  if (!words) return std::max(1U, std::thread::hardware_concurrency());
  std::size_t count = 0;
  const char* const end = words->data() + words->size();
  const auto read = std::from_chars(words->data(), end, count);
  if (read.ec != std::errc() || read.ptr != end || count == 0 || count > kMostThreads) {
    report_error(found, "bad-value", Span{},
                 "`--jobs` takes a number from 1 to " + std::to_string(kMostThreads) + ", found " +
                     in_backticks(*words));
  }
  return count;
}

BatchOptions options(const CommandLine& said, Diagnostics& found) {
  BatchOptions options;
  options.json.fields = said.list(Flag::fields);
  options.json.brief = said.has(Flag::brief);
  options.strict = said.has(Flag::strict);
  options.nothing_else = said.has(Flag::nothing_else);
  options.keep = said.list(Flag::keep);
  check_fields(options.json.fields, found);
  if (said.has(Flag::json) && !said.has(Flag::summary)) {
    report_error(found, "no-effect", Span{}, "`--json` is for the summary of a batch",
                 "add `--summary`; the lines are JSON anyway");
  }
  return options;
}

Purpose purpose_of(const JsonOptions& wanted) {
  return Fields(wanted.fields).names("sources") ? Purpose::explaining : Purpose::advising;
}

/// Says what kept it from the end. The gravest comes first: what the world did is the status
/// whatever the lines were.
int end_of(Session& session, const LineSource& source, const BatchCounts& counts,
           const StopRequest& stop, std::uint64_t lines_done) {
  for (const std::string& failure : source.failures()) print_error(session.err, failure, "");
  if (stop.is_from_interrupt()) {
    print_error(session.err, "stopped at line " + std::to_string(lines_done + 1),
                "the lines before it are done; `tail -n +" + std::to_string(lines_done + 1) +
                    "` gives the others");
  }
  if (!source.failures().empty()) return kWorldFailed;
  if (stop.is_from_interrupt()) return kInterrupted;
  return counts.errors == 0 ? kDone : kUsage;
}

}  // namespace

int run_batch(Session& session) {
  Diagnostics found;
  const std::size_t jobs = threads(session.said, found);
  BatchOptions wanted = options(session.said, found);
  print(session.err, found);
  if (has_errors(found)) return kUsage;
  auto opened = open_pack(session, purpose_of(wanted.json));
  if (!opened || !prove_pack(session, *opened)) return kBadPack;
  check_kept(wanted.keep, opened->pack, found);
  print(session.err, found);
  if (has_errors(found)) return kUsage;
  wanted.proof = opened->proof;
  wanted.node_budget = opened->node_budget;
  wanted.counts_rules = session.said.has(Flag::summary);

  std::vector<std::string> paths = session.said.arguments;
  if (paths.empty()) paths.emplace_back("-");
  const Batch batch(opened->pack, std::move(wanted));
  StopRequest stop;
  LineSource source(std::move(paths), BatchWorker::kPadding, BatchWorker::kMaxLineBytes, stop);
  ProgressLine progress(session.err, session.environment.errors_are_terminal);
  const auto show = [&](std::uint64_t lines, const LineSource& from) {
    progress.show(lines, from.bytes_read(), from.bytes_in_all());
  };
  BatchCounts counts;
  BatchRun run(batch, source, session.out, stop, jobs, show);
  try {
    counts = run.run();
  } catch (...) {
    progress.clear();
    throw;
  }
  progress.clear();
  if (session.said.has(Flag::summary)) {
    session.err.write(session.said.has(Flag::json) ? summary_json(opened->pack, counts) + "\n"
                                                   : summary_text(opened->pack, counts));
  }
  return end_of(session, source, counts, stop, run.lines_done());
}

}  // namespace runready
