#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diary/moment.hpp"
#include "runready/outcome.hpp"

/// What the diary keeps: what was told and what it gave, and what was run.
namespace runready {

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
