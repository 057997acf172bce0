#include "diary/read_runs.hpp"

#include <algorithm>
#include <array>

#include "text/report.hpp"
#include "text/words.hpp"

namespace runready {

bool is_running(std::string_view kind) {
  // Strava writes 9 into its GPX files.
  constexpr std::array<std::string_view, 4> kStems = {"run", "laufen", "lauf", "course"};
  const std::string small = lower(kind);
  return small == "9" || std::any_of(kStems.begin(), kStems.end(), [&](std::string_view stem) {
           return small.find(stem) != std::string::npos;
         });
}

RunsRead read_runs(std::string_view text, std::uint32_t file, const TimeZone& zone, Unit unit,
                   Diagnostics& diagnostics) {
  const std::string_view start = trimmed(text.substr(0, 4096));
  if (start.find('<') != std::string_view::npos && start.find('<') < 4) {
    return read_xml_runs(text, file, zone, diagnostics);
  }
  if (start.find('\0') == std::string_view::npos && start.find('\n') != std::string_view::npos) {
    return read_csv_runs(text, file, zone, unit, diagnostics);
  }
  report_error(diagnostics, "unknown-format", {file, 0, 0}, "this is neither CSV nor GPX nor TCX",
               "export a list as CSV, or single runs as GPX or TCX; what is packed or in FIT "
               "format must be converted first");
  return {};
}

}  // namespace runready
