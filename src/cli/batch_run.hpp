#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "cli/files.hpp"
#include "cli/line_source.hpp"
#include "runready/batch.hpp"

/// Lines from a source through a batch to an output, by one thread or several, in order.
///
/// Threads take turns twice: each reads the next block under one lock and draws a number with it,
/// and writes what came of it when that number's turn has come. So nobody waits for a reader or a
/// writer thread, order is kept, and each thread holds one block of input and a bounded piece of
/// output: who has much to write waits for its turn and then writes as it goes.
namespace runready {

class BatchRun {
 public:
  /// How far things are, told after each block by one thread at a time.
  using OnProgress = std::function<void(std::uint64_t lines, const LineSource& source)>;

  /// `threads` are used once input comes in full blocks, or as many as can be had; a trickle is one
  /// thread's work.
  BatchRun(const Batch& batch, LineSource& source, Output& out, StopRequest& stop,
           std::size_t threads, OnProgress on_progress);

  /// Until the input ends, nobody reads the output any more, or it is wished to stop. Throws
  /// WorldError.
  BatchCounts run();

  /// How many lines were answered, refused or passed over as blank: all those before the next.
  std::uint64_t lines_done() const { return lines_done_; }

 private:
  /// A block's place in the order of all.
  struct Turn {
    std::uint64_t number = 0;
    std::uint64_t first_line = 1;
  };

  void work(BatchWorker& worker, bool may_start_helpers);
  void help();
  bool read(LineSource::Block& block, Turn& turn);
  void start_helpers();
  bool wait_for(const Turn& turn);
  void write(const Turn& turn, LineBuffer& out);
  void end(const Turn& turn, LineBuffer& out, std::uint64_t lines);
  void fail();

  const Batch& batch_;
  LineSource& source_;
  Output& out_;
  StopRequest& stop_;
  std::size_t threads_;
  OnProgress on_progress_;
  std::vector<std::thread> helpers_;

  std::mutex reading_;  ///< guards the source and what follows
  Turn next_;           ///< of the block that is read next

  std::mutex writing_;  ///< guards what follows; the output is used by whose turn it is
  std::condition_variable turn_changed_;
  std::uint64_t turn_ = 0;
  std::uint64_t lines_done_ = 0;
  std::exception_ptr failure_;
  BatchCounts counts_;
};

// One line on a terminal that says how far a long batch is; it goes away at the end.

/// What is known of a batch that is under way.
struct BatchProgress {
  std::uint64_t lines = 0;
  std::chrono::duration<double> elapsed{};
  std::uint64_t bytes = 0;
  std::optional<std::uint64_t> bytes_in_all;
};

/// `1,200,000 lines, 410,000 a second, 34 %, 6 s left`; the last two where the end is known.
std::string progress_text(const BatchProgress& progress);

class ProgressLine {
 public:
  /// Shows nothing at all if `err` is no terminal.
  ProgressLine(Output& err, bool is_terminal);

  /// Shows it, but not within the first two seconds and not more than five times a second.
  void show(std::uint64_t lines, std::uint64_t bytes, std::optional<std::uint64_t> bytes_in_all);

  /// Takes away what was shown.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;

  Output& err_;
  bool is_terminal_;
  Clock::time_point begin_;
  Clock::time_point next_;
  bool is_shown_ = false;
};

}  // namespace runready
