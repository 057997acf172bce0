// The lists of Strava and Garmin Connect. Both are known by the names of their columns, which
// Garmin writes in the language of its user.

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <span>

#include "diary/read_runs.hpp"
#include "text/diagnostics.hpp"
#include "text/words.hpp"

namespace runready {

namespace {

constexpr double kMetresAMile = 1609.344;
constexpr double kMostKilometres = 500;
constexpr double kMostSeconds = 5 * 86'400;
constexpr double kHardEffort = 7;  // of 10

using Names = std::span<const std::string_view>;
constexpr std::array<std::string_view, 4> kKind = {"activity type", "aktivitätstyp",
                                                   "aktivitätsart", "type d'activité"};
constexpr std::array<std::string_view, 4> kStravaDate = {"activity date", "aktivitätsdatum",
                                                         "date de l'activité", "activity time"};
constexpr std::array<std::string_view, 3> kGarminDate = {"date", "datum", "fecha"};
constexpr std::array<std::string_view, 3> kDistance = {"distance", "distanz", "distancia"};
constexpr std::array<std::string_view, 6> kTime = {"moving time", "elapsed time", "time",
                                                   "zeit",        "durée",        "tiempo"};
constexpr std::array<std::string_view, 1> kRace = {"competition"};
constexpr std::array<std::string_view, 1> kEffort = {"perceived exertion"};

/// A column, and the unit that its header has in brackets: "Distance (mi)".
struct Column {
  std::size_t index = 0;
  std::string unit;
};

std::optional<Column> find_column(const CsvRow& header, Names names, bool wants_last = false) {
  for (const std::string_view name : names) {
    std::optional<Column> found;
    for (std::size_t i = 0; i < header.size(); ++i) {
      const std::string title = lower(header[i].text);
      const std::size_t bracket = title.find_first_of("([");
      if (trimmed(title.substr(0, bracket)) != name) continue;
      if (found && !wants_last) continue;
      const std::size_t end = title.find_first_of(")]");
      const bool has_unit = bracket != std::string::npos && end != std::string::npos;
      found = {i, has_unit ? title.substr(bracket + 1, end - bracket - 1) : ""};
    }
    if (found) return found;
  }
  return std::nullopt;
}

/// "Nov 28, 2023, 5:30:12 AM", which Strava means in UTC.
std::optional<std::chrono::local_seconds> read_strava_date(std::string_view text) {
  constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                        "jul", "aug", "sep", "oct", "nov", "dec"};
  const std::vector<std::string> words = words_in(text);
  if (words.size() < 6) return std::nullopt;
  const auto month = std::find_if(kMonths.begin(), kMonths.end(), [&](std::string_view name) {
    return words[0].starts_with(name) || words[1].starts_with(name);
  });
  if (month == kMonths.end()) return std::nullopt;
  const bool month_first = words[0].starts_with(*month);
  double day = 0;
  double year = 0;
  double hour = 0;
  double minute = 0;
  double second = 0;
  if (!read_decimal(words[month_first ? 1 : 0], day) || !read_decimal(words[2], year) ||
      !read_decimal(words[3], hour) || !read_decimal(words[4], minute) ||
      !read_decimal(words[5], second)) {
    return std::nullopt;
  }
  if (day > 31 || year < 1970 || year > 9999) return std::nullopt;
  const bool is_half = words.size() > 6;
  if (is_half && hour == 12) hour = 0;
  if (is_half && words[6].starts_with("p")) hour += 12;
  const std::chrono::year_month_day date{
      std::chrono::year(static_cast<int>(year)),
      std::chrono::month(static_cast<unsigned>(month - kMonths.begin()) + 1),
      std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok() || hour > 23 || minute > 59 || second > 60) return std::nullopt;
  return std::chrono::local_days(date) + std::chrono::hours(static_cast<int>(hour)) +
         std::chrono::minutes(static_cast<int>(minute)) +
         std::chrono::seconds(static_cast<int>(second));
}

class ListReader {
 public:
  ListReader(const CsvRow& header, const TimeZone& zone, Unit unit, Diagnostics& found)
      : zone_(zone), unit_(unit), found_(found), width_(header.size()) {
    kind_ = find_column(header, kKind);
    date_ = find_column(header, kStravaDate);
    is_strava_ = date_.has_value();
    if (!date_) date_ = find_column(header, kGarminDate);
    distance_ = find_column(header, kDistance);
    // Strava writes the distance twice: as shown, and then in metres.
    const auto again = find_column(header, kDistance, true);
    if (is_strava_ && again && again->index != distance_->index) distance_ = {again->index, "m"};
    time_ = find_column(header, kTime);
    race_ = find_column(header, kRace);
    effort_ = find_column(header, kEffort);
  }

  bool is_list() const { return kind_ && date_; }

  void read(const CsvRow& row, RunsRead& into) {
    if (!is_running(text(row, kind_))) {
      ++into.others;
      return;
    }
    const auto start = read_start(row);
    if (!start) return;
    Run run{*start, std::nullopt, std::nullopt, RunKind::run, is_strava_ ? "strava" : "garmin"};
    if (!read_distance(row, run) || !read_time(row, run)) return;
    double number = 0;
    if (read_decimal(text(row, effort_), number) && number >= kHardEffort) run.kind = RunKind::hard;
    const std::string race = lower(text(row, race_));
    if ((read_decimal(race, number) && number > 0) || race == "true") run.kind = RunKind::race;
    into.runs.push_back(std::move(run));
  }

 private:
  static std::string_view text(const CsvRow& row, const std::optional<Column>& column) {
    if (!column || column->index >= row.size()) return {};
    return row[column->index].text;
  }

  std::nullopt_t refuse(const CsvRow& row, const std::optional<Column>& column,
                        std::string_view what) {
    const bool is_short = !column || column->index >= row.size();
    const Span span = is_short ? row.back().span : row[column->index].span;
    report_error(found_, "bad-run", span,
                 is_short ? "this line has " + std::to_string(row.size()) + " fields, not " +
                                std::to_string(width_)
                          : in_backticks(row[column->index].text) + " is no " + std::string(what));
    return std::nullopt;
  }

  std::optional<Moment> read_start(const CsvRow& row) {
    const std::string_view date = text(row, date_);
    if (const auto moment = read_moment(date)) return moment;
    if (is_strava_) {
      auto utc = read_strava_date(date);
      if (!utc) utc = read_local_seconds(date);
      if (utc) return zone_.moment(std::chrono::sys_seconds(utc->time_since_epoch()));
    } else if (const auto local = read_local_seconds(date)) {
      return zone_.moment(*local);
    }
    return refuse(row, date_, "date and time");
  }

  /// Where there is none, as indoors, a run is still a run.
  bool read_distance(const CsvRow& row, Run& run) {
    const std::string_view told = text(row, distance_);
    if (told.empty() || told.find_first_not_of("-–—") == told.npos) return true;
    double number = 0;
    const std::string plain(told.substr(0, told.find_first_of(" kmKM")));
    if (!read_decimal(plain, number) || number < 0) {
      return refuse(row, distance_, "distance"), false;
    }
    const double metres = number * metres_in_unit(told, number);
    if (metres > kMostKilometres * 1000) return refuse(row, distance_, "distance of a run"), false;
    if (metres > 0) run.metres = static_cast<std::int32_t>(std::lround(metres));
    return true;
  }

  double metres_in_unit(std::string_view told, double number) const {
    const std::string unit = distance_->unit.empty() ? unit_in(told) : distance_->unit;
    if (unit == "m" || unit == "metres" || unit == "meters") return 1;
    if (unit.starts_with("mi")) return kMetresAMile;
    if (unit.starts_with("k")) return 1000;
    // Older exports of Strava have metres and do not say so.
    if (is_strava_ && number > kMostKilometres) return 1;
    return unit_ == Unit::miles ? kMetresAMile : 1000;
  }

  static std::string unit_in(std::string_view told) {
    const std::size_t at = told.find_first_of("kKmM");
    return at == told.npos ? "" : lower(told.substr(at));
  }

  bool read_time(const CsvRow& row, Run& run) {
    const std::string_view told = text(row, time_);
    if (told.empty() || told.find_first_not_of("-–—") == told.npos) return true;
    double seconds = 0;
    if (!read_duration(told, seconds) || seconds > kMostSeconds) {
      return refuse(row, time_, "time"), false;
    }
    if (seconds >= 1) run.seconds = static_cast<std::int32_t>(std::lround(seconds));
    return true;
  }

  const TimeZone& zone_;
  Unit unit_;
  Diagnostics& found_;
  std::size_t width_;
  bool is_strava_ = false;
  std::optional<Column> kind_, date_, distance_, time_, race_, effort_;
};

}  // namespace

RunsRead read_csv_runs(std::string_view text, std::uint32_t file, const TimeZone& zone, Unit unit,
                       Diagnostics& diagnostics) {
  RunsRead read;
  const Csv csv = read_csv(text, file, diagnostics);
  if (csv.rows.empty()) return read;
  ListReader reader(csv.rows.front(), zone, unit, diagnostics);
  if (!reader.is_list()) {
    report_error(diagnostics, "unknown-format", csv.rows.front().front().span,
                 "this is no list of activities that I know",
                 "it needs columns such as `Activity Type` and `Date`, as Strava's activities.csv "
                 "and Garmin Connect's export have them");
    return read;
  }
  for (const CsvRow& row : std::span(csv.rows).subspan(1)) reader.read(row, read);
  return read;
}

}  // namespace runready
