#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include "cli/output.hpp"

/// One line on a terminal that says how far a long batch is; it goes away at the end.
namespace runready {

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
