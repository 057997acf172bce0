// GPX and TCX, read as they come by: points and laps are added up, none is kept.

#include <expat.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <numbers>
#include <optional>
#include <string>
#include <vector>

#include "diary/read_runs.hpp"
#include "text/diagnostics.hpp"
#include "text/words.hpp"

namespace runready {

namespace {

using std::chrono::sys_seconds;

constexpr double kMostMetres = 500'000;
constexpr double kMostSeconds = 5 * 86'400;

struct Point {
  double latitude = 0;
  double longitude = 0;
};

/// On a ball, which is off by half a percent at most.
double metres_between(const Point& a, const Point& b) {
  constexpr double kRadius = 6'371'009;
  constexpr double kRadian = std::numbers::pi / 180;
  const double up = std::sin((b.latitude - a.latitude) * kRadian / 2);
  const double along = std::sin((b.longitude - a.longitude) * kRadian / 2);
  const double share =
      up * up + std::cos(a.latitude * kRadian) * std::cos(b.latitude * kRadian) * along * along;
  return 2 * kRadius * std::asin(std::sqrt(std::min(share, 1.0)));
}

/// What is known so far of a track or an activity.
struct Effort {
  std::string kind;
  std::optional<sys_seconds> start;
  std::optional<sys_seconds> last;
  double metres = 0;
  double seconds = 0;
  Span span;
};

class XmlReader {
 public:
  XmlReader(std::uint32_t file, const TimeZone& zone, Diagnostics& found)
      : file_(file), zone_(zone), found_(found), parser_(XML_ParserCreate("UTF-8")) {
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(
        parser_.get(),
        [](void* self, const char* name, const char** attributes) {
          static_cast<XmlReader*>(self)->begin(local(name), attributes);
        },
        [](void* self, const char* name) { static_cast<XmlReader*>(self)->end(local(name)); });
    XML_SetCharacterDataHandler(parser_.get(), [](void* self, const char* text, int length) {
      static_cast<XmlReader*>(self)->text_.append(text, static_cast<std::size_t>(length));
    });
    // Neither format has one, and what is declared in one can be made to grow without end.
    XML_SetStartDoctypeDeclHandler(
        parser_.get(), [](void* self, const char*, const char*, const char*, int) {
          XML_StopParser(static_cast<XmlReader*>(self)->parser_.get(), XML_FALSE);
        });
  }

  RunsRead read(std::string_view text) {
    const auto status = XML_Parse(parser_.get(), text.data(), static_cast<int>(text.size()), 1);
    if (status != XML_STATUS_OK) {
      const auto at = static_cast<std::uint32_t>(std::clamp<std::int64_t>(
          XML_GetCurrentByteIndex(parser_.get()), 0, static_cast<std::int64_t>(text.size())));
      report_error(found_, "bad-xml", {file_, at, at},
                   std::string("this is no whole GPX or TCX file: ") +
                       XML_ErrorString(XML_GetErrorCode(parser_.get())));
    } else if (!is_known_) {
      report_error(found_, "unknown-format", {file_, 0, 0}, "this is neither GPX nor TCX");
    }
    return std::move(read_);
  }

 private:
  struct Free {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
  };

  /// Without the prefix of a name space.
  static std::string_view local(std::string_view name) {
    const std::size_t colon = name.rfind(':');
    return colon == name.npos ? name : name.substr(colon + 1);
  }

  std::string_view parent() const {
    return path_.size() < 2 ? std::string_view() : path_[path_.size() - 2];
  }

  void begin(std::string_view name, const char** attributes) {
    const auto attribute = [&](std::string_view wanted) -> std::string_view {
      for (; *attributes != nullptr; attributes += 2) {
        if (*attributes == wanted) return attributes[1];
      }
      return {};
    };
    path_.emplace_back(name);
    text_.clear();
    if (name == "gpx" || name == "TrainingCenterDatabase") is_known_ = true;
    if (name == "trk" || name == "Activity") {
      const auto at = static_cast<std::uint32_t>(XML_GetCurrentByteIndex(parser_.get()));
      effort_ = {};
      effort_.span = {file_, at, at};
      if (name == "Activity") effort_.kind = attribute("Sport");
    } else if (name == "trkseg") {
      point_.reset();
      effort_.last.reset();
    } else if (name == "trkpt") {
      begin_point(attributes);
    } else if (name == "Lap" && !effort_.start) {
      note_start(attribute("StartTime"));
    }
  }

  void begin_point(const char** attributes) {
    Point here;
    bool is_whole = true;
    for (; *attributes != nullptr; attributes += 2) {
      const std::string_view name = attributes[0];
      if (name == "lat") is_whole = read_decimal(attributes[1], here.latitude) && is_whole;
      if (name == "lon") is_whole = read_decimal(attributes[1], here.longitude) && is_whole;
    }
    if (!is_whole || std::abs(here.latitude) > 90 || std::abs(here.longitude) > 180) return;
    if (point_) effort_.metres += metres_between(*point_, here);
    point_ = here;
  }

  void end(std::string_view name) {
    const std::string_view text = trimmed(text_);
    if (name == "type" && parent() == "trk") effort_.kind = text;
    if (name == "time" && parent() == "trkpt") note_time(text);
    if (name == "Id" && parent() == "Activity") note_start(text);
    if (parent() == "Lap") {
      double number = 0;
      const bool is_number = read_decimal(text, number) && number >= 0;
      if (name == "DistanceMeters" && is_number) effort_.metres += number;
      if (name == "TotalTimeSeconds" && is_number) effort_.seconds += number;
    }
    if (name == "trk") finish("gpx");
    if (name == "Activity") finish("tcx");
    path_.pop_back();
    text_.clear();
  }

  void note_start(std::string_view text) {
    const auto moment = read_moment(text);
    if (moment && !effort_.start) effort_.start = moment->at;
  }

  /// A pause begins a new segment and is no time that was run.
  void note_time(std::string_view text) {
    const auto moment = read_moment(text);
    if (!moment) return;
    if (!effort_.start) effort_.start = moment->at;
    if (effort_.last && moment->at > *effort_.last) {
      effort_.seconds += static_cast<double>((moment->at - *effort_.last).count());
    }
    effort_.last = moment->at;
  }

  void finish(std::string_view source) {
    if (!effort_.kind.empty() && !is_running(effort_.kind)) {
      ++read_.others;
    } else if (!effort_.start) {
      report_error(found_, "bad-run", effort_.span, "this run does not say when it was");
    } else if (effort_.metres > kMostMetres || effort_.seconds > kMostSeconds) {
      report_error(found_, "bad-run", effort_.span, "this is longer than a run can be");
    } else {
      Run run{zone_.moment(*effort_.start), std::nullopt, std::nullopt, RunKind::run,
              std::string(source)};
      if (effort_.metres >= 1) run.metres = static_cast<std::int32_t>(std::lround(effort_.metres));
      if (effort_.seconds >= 1)
        run.seconds = static_cast<std::int32_t>(std::lround(effort_.seconds));
      read_.runs.push_back(std::move(run));
    }
    effort_ = {};
    point_.reset();
  }

  std::uint32_t file_;
  const TimeZone& zone_;
  Diagnostics& found_;
  std::unique_ptr<std::remove_pointer_t<XML_Parser>, Free> parser_;
  std::vector<std::string> path_;
  std::string text_;
  Effort effort_;
  std::optional<Point> point_;
  bool is_known_ = false;
  RunsRead read_;
};

}  // namespace

RunsRead read_xml_runs(std::string_view text, std::uint32_t file, const TimeZone& zone,
                       Diagnostics& diagnostics) {
  return XmlReader(file, zone, diagnostics).read(text);
}

}  // namespace runready
