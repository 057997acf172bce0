#include "diary/read_runs.hpp"

#include "catch.hpp"
#include "support/packs.hpp"

using namespace runready;

namespace {

/// Two hours ahead of UTC, all the year.
class Athens final : public TimeZone {
 public:
  std::chrono::seconds offset_at(std::chrono::sys_seconds) const override {
    return std::chrono::hours(2);
  }
  std::chrono::seconds offset_of(std::chrono::local_seconds) const override {
    return std::chrono::hours(2);
  }
};

struct Read {
  std::vector<std::string> runs;  ///< "2026-11-28T06:30:00+02:00 10000 3000 run"
  std::size_t others = 0;
  std::string mistakes;
};

std::string told(const std::optional<std::int32_t>& number) {
  return number ? std::to_string(*number) : "-";
}

Read read(const std::string& text, Unit unit = Unit::kilometres) {
  Diagnostics found;
  const RunsRead read = read_runs(text, 0, Athens(), unit, found);
  Read result{{}, read.others, testing::to_text(found, {{"runs", text}})};
  for (const Run& run : read.runs) {
    result.runs.push_back(write_moment(run.start) + " " + told(run.metres) + " " +
                          told(run.seconds) + " " + std::string(name(run.kind)));
  }
  return result;
}

/// One of the files in exports/: a week of one runner, made after what each format says of itself.
Read exported(const std::string& name) {
  return read(testing::repository_file("tests/diary/exports/" + name).text);
}

std::string only(const Read& read) {
  if (read.runs.size() != 1 || !read.mistakes.empty()) return read.mistakes + "not one run";
  return read.runs.front();
}

/// A list of Garmin with one line.
std::string garmin(const std::string& distance, const std::string& time) {
  return "Activity Type,Date,Favorite,Title,Distance,Calories,Time\n"
         "Running,2026-11-28 06:30:12,false,\"Athens, in the rain\"," +
         distance + ",700," + time + "\n";
}

}  // namespace

TEST_CASE("decimal signs and groups of digits are told apart", "[diary]") {
  const auto number = [](std::string_view text) {
    double read = -1;
    return read_decimal(text, read) ? read : -1;
  };
  CHECK(number("10.02") == 10.02);
  CHECK(number("10,02") == 10.02);
  CHECK(number("1,234.5") == 1234.5);
  CHECK(number("1.234,5") == 1234.5);
  CHECK(number("1,234,567") == 1'234'567);
  CHECK(number("1'234.5") == 1234.5);
  for (const char* text : {"", "--", "ten", "10 km", "1.2x"}) CHECK(number(text) == -1);
}

TEST_CASE("Strava's list has its times in UTC and the distance twice", "[diary]") {
  const Read found = exported("strava.csv");
  CHECK(found.mistakes.empty());
  CHECK(found.others == 1);
  CHECK(found.runs == std::vector<std::string>{"2026-11-24T06:30:12+02:00 10023 3012 run",
                                               "2026-11-26T01:05:00+02:00 5000 1790 hard",
                                               "2026-11-28T08:00:00+02:00 - 1790 run",
                                               "2026-11-29T10:00:00+02:00 21098 6640 race"});
}

TEST_CASE("Garmin's list is local, in its user's language and units", "[diary]") {
  const Read english = exported("garmin.csv");
  CHECK(english.others == 1);
  CHECK(english.runs == std::vector<std::string>{"2026-11-24T06:30:12+02:00 10020 3010 run",
                                                 "2026-11-25T18:30:00+02:00 - 1798 run",
                                                 "2026-11-27T19:00:00+02:00 7400 2160 run"});
  CHECK(english.mistakes.find("runs:6:9: error: `27 Nov` is no date") == 0);
  const Read german = exported("garmin-german.csv");
  CHECK(german.others == 1);
  CHECK(german.runs == std::vector<std::string>{"2026-11-24T06:30:12+02:00 10020 3012 run",
                                                "2026-11-29T09:00:00+02:00 14300 5531 run"});
  CHECK(german.mistakes.find("runs:4:41: error: `1.008,50` is no distance of a run") == 0);
  CHECK(only(read(garmin("10.02", "00:50:12"))) == "2026-11-28T06:30:12+02:00 10020 3012 run");
  CHECK(only(read(garmin("\"10,02\"", "50:12.7"))) == "2026-11-28T06:30:12+02:00 10020 3013 run");
  CHECK(only(read(garmin("--", "00:50:12"))) == "2026-11-28T06:30:12+02:00 - 3012 run");
  CHECK(only(read(garmin("10.02 km", "--"))) == "2026-11-28T06:30:12+02:00 10020 - run");
  CHECK(only(read(garmin("6.2", "00:50:12"), Unit::miles)) ==
        "2026-11-28T06:30:12+02:00 9978 3012 run");
  CHECK(only(read("Activity Type,Date,Distance (mi),Time\n"
                  "Track Running,2026-11-28 06:30:12,6.2,50:12\n")) ==
        "2026-11-28T06:30:12+02:00 9978 3012 run");
  CHECK(only(read("\xEF\xBB\xBF"
                  "Aktivitätstyp;Datum;Distanz;Zeit\r\n"
                  "Laufen;2026-11-28 06:30:12;10,02;00:50:12\r\n")) ==
        "2026-11-28T06:30:12+02:00 10020 3012 run");
  CHECK(read("Activity Type,Date,Distance,Time\nPool Swim,2026-11-28 06:30:12,\"1,500\",30:00\n")
            .others == 1);
}

TEST_CASE("a line that cannot be read is named, and the others are read", "[diary]") {
  const Read found = read(
      "Activity Type,Date,Distance,Time\n"
      "Running,28 November,10.02,50:12\n"
      "Running,2026-11-28 06:30:12,far,50:12\n"
      "Running,2026-11-27 06:30:12,8.00,soon\n"
      "Running\n"
      "Running,2026-11-26 06:30:12,8.00,40:00\n");
  CHECK(found.runs == std::vector<std::string>{"2026-11-26T06:30:12+02:00 8000 2400 run"});
  for (const char* part :
       {"runs:2:9: error: `28 November` is no date and time",
        "runs:3:29: error: `far` is no distance", "runs:4:34: error: `soon` is no time",
        "this line has 1 fields, not 4"}) {
    INFO(found.mistakes);
    CHECK(found.mistakes.find(part) != std::string::npos);
  }
}

TEST_CASE("the points of a GPX track are added up, but for pauses", "[diary]") {
  const Read found = exported("watch.gpx");
  CHECK(found.others == 1);
  CHECK(only(found) == "2026-11-24T06:30:12+02:00 10019 3010 run");
  CHECK(read("<gpx><trk><trkseg><trkpt lat=\"1\" lon=\"2\"/></trkseg></trk></gpx>")
            .mistakes.find("does not say when") != std::string::npos);
}

TEST_CASE("the laps of a TCX activity are added up", "[diary]") {
  const Read found = exported("watch.tcx");
  CHECK(found.mistakes.empty());
  CHECK(found.others == 1);
  CHECK(found.runs == std::vector<std::string>{"2026-11-27T19:00:00+02:00 7400 2469 run",
                                               "2026-11-28T18:00:00+02:00 - 1800 run"});
}

TEST_CASE("what is something else, torn, or made to do harm is refused", "[diary]") {
  const auto refused = [](const std::string& text) { return read(text).mistakes; };
  CHECK(refused("PK\3\4").find("neither CSV nor GPX") != std::string::npos);
  CHECK(refused("a,b\n1,2\n").find("no list of activities") != std::string::npos);
  CHECK(refused("<html></html>").find("neither GPX nor TCX") != std::string::npos);
  CHECK(refused("<gpx><trk>").find("no whole GPX or TCX") != std::string::npos);
  CHECK(refused(
            "<gpx><trk><trkseg><trkpt lat=\"1\" lon=\"1\"><time>2026-01-01T00:00:00Z</time></trkpt>"
            "<trkpt lat=\"1\" "
            "lon=\"1\"><time>2027-01-01T00:00:00Z</time></trkpt></trkseg></trk></gpx>")
            .find("longer than a run can be") != std::string::npos);
  CHECK(refused("<!DOCTYPE gpx [<!ENTITY a \"b\">]><gpx>&a;</gpx>").find("no whole") !=
        std::string::npos);
  CHECK(refused("Activity Type,Date\n\"Running,2026").find("quote does not end") !=
        std::string::npos);
}
