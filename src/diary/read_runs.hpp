#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "diary/entries.hpp"
#include "runready/diagnostic.hpp"

/// Runs as watches and services export them: Strava's `activities.csv`, the list of activities of
/// Garmin Connect as CSV, GPX and TCX.
///
/// What cannot be read is a diagnostic that says where, and the rest is read all the same.
namespace runready {

/// What a distance is in where neither the file nor its header says.
enum class Unit : bool { kilometres, miles };

struct RunsRead {
  std::vector<Run> runs;
  std::size_t others = 0;  ///< activities that are no runs
};

/// Which format it is shows in the text (`unknown-format`). Spans are in file number `file`.
RunsRead read_runs(std::string_view text, std::uint32_t file, const TimeZone& zone, Unit unit,
                   Diagnostics& diagnostics);

/// One of them each.
RunsRead read_csv_runs(std::string_view text, std::uint32_t file, const TimeZone& zone, Unit unit,
                       Diagnostics& diagnostics);
RunsRead read_xml_runs(std::string_view text, std::uint32_t file, const TimeZone& zone,
                       Diagnostics& diagnostics);

/// Whether words name a kind of running: `Run`, `Trail Running`, `treadmill_running`, `Laufen`.
bool is_running(std::string_view kind);

}  // namespace runready
