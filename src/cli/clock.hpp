#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string_view>

/// The time of day where the runner is. Nothing below the command line asks for it: reports get it
/// as a value.
namespace runready {

class Clock {
 public:
  Clock() = default;
  Clock(const Clock&) = delete;
  Clock& operator=(const Clock&) = delete;
  virtual ~Clock() = default;
  virtual std::chrono::local_seconds now() const = 0;
};

/// The system's, in the time zone of TZ.
class SystemClock final : public Clock {
 public:
  std::chrono::local_seconds now() const override;
};

/// One that stands still, for tests and documents.
class StoppedClock final : public Clock {
 public:
  explicit StoppedClock(std::chrono::local_seconds now) : now_(now) {}
  std::chrono::local_seconds now() const override { return now_; }

 private:
  std::chrono::local_seconds now_;
};

/// `2026-11-28T06:30`; nothing if it is no such time.
std::optional<std::chrono::local_seconds> read_local_time(std::string_view text);

}  // namespace runready
