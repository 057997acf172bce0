#include "diary/read_runs.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "text/diagnostics.hpp"
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

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

char separator_of(std::string_view header) {
  char best = ',';
  std::ptrdiff_t most = 0;
  for (const char candidate : {',', ';', '\t'}) {
    const auto count = std::count(header.begin(), header.end(), candidate);
    if (count > most) {
      best = candidate;
      most = count;
    }
  }
  return best;
}

class CsvReader {
 public:
  CsvReader(std::string_view text, std::uint32_t file, char separator, Diagnostics& found)
      : text_(text), file_(file), separator_(separator), found_(found) {
    if (text_.starts_with(kByteOrderMark)) at_ = kByteOrderMark.size();
  }

  std::vector<CsvRow> read() {
    std::vector<CsvRow> rows;
    while (at_ < text_.size()) {
      CsvRow row = read_row();
      const bool is_blank = row.size() == 1 && row.front().text.empty();
      if (!is_blank) rows.push_back(std::move(row));
    }
    return rows;
  }

 private:
  CsvRow read_row() {
    CsvRow row;
    for (;;) {
      row.push_back(read_field());
      if (at_ < text_.size() && text_[at_] == separator_) {
        ++at_;
        continue;
      }
      if (at_ < text_.size() && text_[at_] == '\r') ++at_;
      if (at_ < text_.size() && text_[at_] == '\n') ++at_;
      return row;
    }
  }

  CsvField read_field() {
    const std::size_t begin = at_;
    std::string text;
    if (at_ < text_.size() && text_[at_] == '"') {
      text = read_quoted(begin);
    }
    const std::string ends = {separator_, '\r', '\n'};
    const std::size_t end = std::min(text_.find_first_of(ends, at_), text_.size());
    text += text_.substr(at_, end - at_);
    at_ = end;
    return {std::string(trimmed(text)), span(begin, at_)};
  }

  Span span(std::size_t begin, std::size_t end) const {
    return {file_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }

  std::string read_quoted(std::size_t begin) {
    std::string text;
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] != '"') {
        text += text_[at_];
      } else if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
        text += '"';
        ++at_;
      } else {
        ++at_;
        return text;
      }
    }
    report_error(found_, "csv-quote", span(begin, begin + 1), "this quote does not end");
    return text;
  }

  std::string_view text_;
  std::uint32_t file_;
  char separator_;
  Diagnostics& found_;
  std::size_t at_ = 0;
};

bool read_plain(std::string_view text, double& number) {
  const char* const end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, number);
  return read.ec == std::errc{} && read.ptr == end && !text.empty() && std::isfinite(number);
}

}  // namespace

Csv read_csv(std::string_view text, std::uint32_t file, Diagnostics& diagnostics) {
  Csv csv;
  csv.separator = separator_of(text.substr(0, text.find('\n')));
  csv.rows = CsvReader(text, file, csv.separator, diagnostics).read();
  return csv;
}

bool read_decimal(std::string_view text, double& number) {
  const std::size_t last = text.find_last_of(".,");
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_sign = text[i] == '.' || text[i] == ',';
    const bool is_alone = is_sign && text.find(text[i]) == last;
    if (is_sign && i == last && is_alone) {
      plain += '.';
    } else if (!is_sign && text[i] != '\'') {
      plain += text[i];
    }
  }
  return read_plain(plain, number);
}

bool read_duration(std::string_view text, double& seconds) {
  seconds = 0;
  const std::vector<std::string_view> parts = split_at(text, ":");
  if (parts.empty() || parts.size() > 3) return false;
  for (const std::string_view part : parts) {
    double number = 0;
    if (!read_decimal(part, number) || number < 0) return false;
    seconds = seconds * 60 + number;
  }
  return true;
}

}  // namespace runready
