#include "cli/batch_progress.hpp"

#include <algorithm>
#include <cmath>

#include "batch/summary.hpp"

namespace runready {

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
