#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
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

/// Tables as spreadsheets and watches export them: fields between commas, semicolons or tabs, in
/// quotes where they hold one of those or the end of a line.
struct CsvField {
  std::string text;  ///< without its quotes and the blanks around it
  Span span;         ///< as it stands in the file
};
using CsvRow = std::vector<CsvField>;

struct Csv {
  char separator = ',';
  std::vector<CsvRow> rows;  ///< the header first; empty lines left out
};

/// The separator is the one that the first line has most of. A quote that does not end takes the
/// rest of the text (`csv-quote`). Spans are in file number `file`.
Csv read_csv(std::string_view text, std::uint32_t file, Diagnostics& diagnostics);

/// A number with a decimal point or comma, digits in groups allowed: `1,234.5`, `1.234,5`, `10,02`.
/// What stands alone between the digits is the decimal sign. Nothing if it is no number.
bool read_decimal(std::string_view text, double& number);

/// `50:10`, `0:50:10`, `00:50:10.5`, or seconds.
bool read_duration(std::string_view text, double& seconds);

}  // namespace runready
