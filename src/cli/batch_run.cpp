#include "cli/batch_run.hpp"

#include <algorithm>
#include <cmath>
#include <memory>
#include <new>
#include <system_error>

#include "batch/line_buffer.hpp"
#include "batch/summary.hpp"

namespace runready {

namespace {

/// More than a thread's blocks of input and output take.
constexpr std::size_t kRoomOfThread = std::size_t{3} << 20;

std::uint64_t count_lines(std::string_view lines) {
  std::uint64_t count = 0;
  for (std::size_t at = 0; (at = lines.find('\n', at)) != std::string_view::npos; ++at) ++count;
  return count;
}

}  // namespace

BatchRun::BatchRun(const Batch& batch, LineSource& source, Output& out, StopRequest& stop,
                   std::size_t threads, OnProgress on_progress)
    : batch_(batch),
      source_(source),
      out_(out),
      stop_(stop),
      threads_(threads),
      on_progress_(std::move(on_progress)) {}

BatchCounts BatchRun::run() {
  BatchWorker worker(batch_);
  work(worker, threads_ > 1);
  for (std::thread& helper : helpers_) helper.join();
  if (failure_) std::rethrow_exception(failure_);
  return counts_;
}

void BatchRun::work(BatchWorker& worker, bool may_start_helpers) {
  try {
    LineSource::Block block;
    LineBuffer out;
    Turn turn;
    while (read(block, turn)) {
      if (may_start_helpers && block.is_full) {
        start_helpers();
        may_start_helpers = false;
      }
      std::uint64_t lines = worker.answer(block.lines(), turn.first_line, out,
                                          [&](LineBuffer& much) { write(turn, much); });
      if (block.is_cut) worker.refuse_long_line(turn.first_line + lines++, out);
      end(turn, out, lines);
    }
    const std::lock_guard lock(writing_);
    counts_.add(worker.counts());
  } catch (...) {
    fail();
  }
}

/// As many as the system grants: with fewer it takes longer, and that is all. Room for the work of
/// each is kept free meanwhile, or their stacks could take what all of them need to go on.
void BatchRun::start_helpers() {
  const std::lock_guard nobody_reads(reading_);
  std::vector<std::unique_ptr<char[]>> room;
  try {
    helpers_.reserve(threads_ - 1);
    for (std::size_t i = 1; i < threads_; ++i) {
      room.push_back(std::make_unique_for_overwrite<char[]>(kRoomOfThread));
      helpers_.emplace_back([this] { help(); });
    }
  } catch (const std::system_error&) {
  } catch (const std::bad_alloc&) {
  }
}

/// Who finds no memory to begin with leaves the work to the others.
void BatchRun::help() {
  std::optional<BatchWorker> worker;
  try {
    worker.emplace(batch_);
  } catch (const std::bad_alloc&) {
    return;
  }
  work(*worker, false);
}

bool BatchRun::read(LineSource::Block& block, Turn& turn) {
  const std::lock_guard lock(reading_);
  if (stop_.is_made() || !source_.fill(block)) return false;
  turn = next_;
  ++next_.number;
  // One thread alone learns the number of lines by answering them.
  if (threads_ > 1) next_.first_line += count_lines(block.lines()) + (block.is_cut ? 1 : 0);
  return true;
}

/// False if another thread has failed: nothing is to be written any more.
bool BatchRun::wait_for(const Turn& turn) {
  std::unique_lock lock(writing_);
  turn_changed_.wait(lock, [&] { return turn_ == turn.number || failure_; });
  return !failure_;
}

void BatchRun::write(const Turn& turn, LineBuffer& out) {
  if (wait_for(turn)) {
    out_.write(out.view());
    out_.flush();
    if (out_.is_closed()) stop_.make();
  }
  out.clear();
}

void BatchRun::end(const Turn& turn, LineBuffer& out, std::uint64_t lines) {
  write(turn, out);
  {
    const std::lock_guard lock(writing_);
    lines_done_ += lines;
    if (threads_ == 1) next_.first_line = lines_done_ + 1;
    on_progress_(lines_done_, source_);
    ++turn_;
  }
  turn_changed_.notify_all();
}

/// The first failure is the one that is told.
void BatchRun::fail() {
  {
    const std::lock_guard lock(writing_);
    if (!failure_) failure_ = std::current_exception();
  }
  turn_changed_.notify_all();
  stop_.make();
}

namespace {

constexpr std::chrono::seconds kPatience{2};
constexpr std::chrono::milliseconds kPause{200};

std::uint64_t rounded(double number) { return static_cast<std::uint64_t>(std::llround(number)); }

std::string time_left(double seconds) {
  const std::uint64_t left = rounded(seconds);
  if (left < 90) return std::to_string(left) + " s";
  return std::to_string((left + 30) / 60) + " min";
}

}  // namespace

std::string progress_text(const BatchProgress& progress) {
  const double seconds = std::max(progress.elapsed.count(), 1e-3);
  std::string text = grouped(progress.lines) + " lines, " +
                     grouped(rounded(static_cast<double>(progress.lines) / seconds)) + " a second";
  if (!progress.bytes_in_all || progress.bytes == 0) return text;
  const double done = std::min(
      1.0, static_cast<double>(progress.bytes) / static_cast<double>(*progress.bytes_in_all));
  return text + ", " + std::to_string(rounded(100 * done)) + " %, " +
         time_left(seconds / done - seconds) + " left";
}

ProgressLine::ProgressLine(Output& err, bool is_terminal)
    : err_(err), is_terminal_(is_terminal), begin_(Clock::now()), next_(begin_ + kPatience) {}

void ProgressLine::show(std::uint64_t lines, std::uint64_t bytes,
                        std::optional<std::uint64_t> bytes_in_all) {
  if (!is_terminal_) return;
  const Clock::time_point now = Clock::now();
  if (now < next_) return;
  next_ = now + kPause;
  is_shown_ = true;
  err_.write("\r\x1b[K" + progress_text({lines, now - begin_, bytes, bytes_in_all}));
  err_.flush();
}

void ProgressLine::clear() {
  if (!is_shown_) return;
  is_shown_ = false;
  err_.write("\r\x1b[K");
  err_.flush();
}

}  // namespace runready
