#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "runready/outcome.hpp"

/// What the diary keeps, and the moments it keeps it at.
namespace runready {

/// When something happened: a point in time, and how far the runner's clock was from UTC then. A
/// day of the diary is the day on that clock, wherever the runner has travelled since.
///
///     const Moment run = *read_moment("2026-11-28T06:30:00+01:00");
///     write_day(run.day());   // 2026-11-28
struct Moment {
  std::chrono::sys_seconds at;
  std::chrono::seconds offset{};  ///< of the local clock: local time minus UTC

  std::chrono::local_seconds local() const {
    return std::chrono::local_seconds(at.time_since_epoch() + offset);
  }
  std::chrono::local_days day() const { return std::chrono::floor<std::chrono::days>(local()); }
  friend bool operator==(const Moment&, const Moment&) = default;
};

/// Where the runner is, or was: what turns local times into points in time.
class TimeZone {
 public:
  TimeZone() = default;
  TimeZone(const TimeZone&) = delete;
  TimeZone& operator=(const TimeZone&) = delete;
  virtual ~TimeZone() = default;

  /// At a point in time. Local time minus UTC.
  virtual std::chrono::seconds offset_at(std::chrono::sys_seconds at) const = 0;
  /// Of a local time there are two in autumn and none in spring: then one near by.
  virtual std::chrono::seconds offset_of(std::chrono::local_seconds local) const = 0;

  Moment moment(std::chrono::sys_seconds at) const { return {at, offset_at(at)}; }
  Moment moment(std::chrono::local_seconds local) const {
    const std::chrono::seconds offset = offset_of(local);
    return {std::chrono::sys_seconds(local.time_since_epoch() - offset), offset};
  }
};

/// The system's: that of the variable TZ.
class SystemTimeZone final : public TimeZone {
 public:
  std::chrono::seconds offset_at(std::chrono::sys_seconds at) const override;
  std::chrono::seconds offset_of(std::chrono::local_seconds local) const override;
};

/// `2026-11-28`.
std::string write_day(std::chrono::local_days day);
std::optional<std::chrono::local_days> read_day(std::string_view text);

/// `2026-11-28T06:30:00+01:00`.
std::string write_moment(const Moment& moment);
/// The same, also with a blank for the `T`, `Z` for the offset, a fraction of a second, or without
/// seconds. Nothing if it is no such time or has no offset.
std::optional<Moment> read_moment(std::string_view text);
/// Without an offset, or with one that is passed over.
std::optional<std::chrono::local_seconds> read_local_seconds(std::string_view text);

/// What the diary keeps: what was told and what it gave, and what was run.
struct CheckIn {
  Moment when;
  std::string answers;  ///< JSON: all that was told, what followed from the diary among it
  std::string derived;  ///< JSON: of those, what followed from the diary; `{}` for nothing
  Recommendation recommendation = Recommendation::run;
  Referral referral = Referral::none;
  std::string pack;
  std::string pack_version;
  std::string program;  ///< its version
  friend bool operator==(const CheckIn&, const CheckIn&) = default;
};

/// A run that was as any other, a hard session, a race.
enum class RunKind : std::uint8_t { run, hard, race };

std::string_view name(RunKind kind);
std::optional<RunKind> run_kind_named(std::string_view name);

struct Run {
  Moment start;
  std::optional<std::int32_t> metres;
  std::optional<std::int32_t> seconds;
  RunKind kind = RunKind::run;
  std::string source;  ///< where it was read: `strava`, `garmin`, `gpx`, `tcx`
  friend bool operator==(const Run&, const Run&) = default;
};

}  // namespace runready
