#include "cli/settings.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "runready/prove.hpp"
#include "text/diagnostics.hpp"
#include "text/words.hpp"

namespace runready {

namespace {

constexpr std::size_t kUnknownWidth = 80;
constexpr std::size_t kMostWidth = 100;

bool is_set(const std::optional<std::string>& variable) { return variable && !variable->empty(); }

bool forces(const std::optional<std::string>& variable) {
  return is_set(variable) && *variable != "0";
}

/// The numbers that a flag takes.
struct Numbers {
  Flag flag;
  std::size_t least;
  std::size_t most;
  std::string_view what;  ///< "a number of columns"
};
constexpr Numbers kWidths{Flag::width, 20, 1000, "a number of columns"};
constexpr Numbers kDays{Flag::days, 1, 36'500, "a number of days"};
constexpr Numbers kNodes{Flag::max_nodes, 1, 200'000'000, "a number of nodes"};

std::optional<std::size_t> as_number(const Numbers& numbers, std::string_view text) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool is_number = error == std::errc{} && end == text.data() + text.size();
  if (!is_number || number < numbers.least || number > numbers.most) return std::nullopt;
  return number;
}

std::size_t number_said(const CommandLine& said, const Numbers& numbers, std::size_t otherwise) {
  const auto told = said.last(numbers.flag);
  return told ? as_number(numbers, *told).value_or(otherwise) : otherwise;
}

void check_number(const CommandLine& said, const Numbers& numbers, Diagnostics& diagnostics) {
  for (const std::string& value : said.values(numbers.flag)) {
    if (as_number(numbers, value)) continue;
    report_error(
        diagnostics, "bad-value", Span{},
        in_backticks(value) + " is no value of `--" + std::string(info(numbers.flag).name) + "`",
        std::string(numbers.what) + " from " + std::to_string(numbers.least) + " to " +
            std::to_string(numbers.most));
  }
}

/// With a point or a comma.
std::optional<double> as_kilometres(std::string text) {
  constexpr double kMost = 1000;
  std::replace(text.begin(), text.end(), ',', '.');
  double number = 0;
  const char* const end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, number);
  if (read.ec != std::errc{} || read.ptr != end || !(number > 0) || number > kMost) {
    return std::nullopt;
  }
  return number;
}

void check_kilometres(const CommandLine& said, Diagnostics& diagnostics) {
  for (const std::string& value : said.values(Flag::plan_km)) {
    if (as_kilometres(value)) continue;
    report_error(diagnostics, "bad-value", Span{},
                 in_backticks(value) + " is no value of `--plan-km`",
                 "a number of kilometres from 0.1 to 1000");
  }
}

void check_choice(const CommandLine& said, const FlagInfo& flag, Diagnostics& diagnostics) {
  const std::span<const std::string_view> known = choices(flag.flag);
  for (const std::string& value : said.values(flag.flag)) {
    if (std::find(known.begin(), known.end(), value) != known.end()) continue;
    report_error(diagnostics, "bad-value", Span{},
                 in_backticks(value) + " is no value of `--" + std::string(flag.name) + "`",
                 suggestion(value, known));
  }
}

}  // namespace

std::string_view name(Origin origin) {
  constexpr std::array<std::string_view, 4> kNames = {"built-in", "config", "environment", "flag"};
  return kNames[static_cast<std::size_t>(origin)];
}

Settings settle(const CommandLine& said, const Environment& environment, const Config& config) {
  Settings settings;
  const auto at_home = [&](const std::string& path) {
    const bool is_meant = path == "~" || path.starts_with("~/");
    return is_meant && is_set(environment.home) ? *environment.home + path.substr(1) : path;
  };
  if (config.rules) settings.rules = {at_home(*config.rules), Origin::config};
  if (is_set(environment.rules)) settings.rules = {environment.rules, Origin::environment};
  if (said.has(Flag::rules)) settings.rules = {said.last(Flag::rules), Origin::flag};
  if (!config.add_rules.empty() && settings.rules.origin <= Origin::config) {
    settings.add_rules.origin = Origin::config;
    for (const std::string& path : config.add_rules) {
      settings.add_rules.value.push_back(at_home(path));
    }
  }
  if (said.has(Flag::add_rules)) {
    settings.add_rules = {said.values(Flag::add_rules), Origin::flag};
  }
  if (!config.have.empty()) settings.have = {config.have, Origin::config};
  if (config.diary) settings.diary = {*config.diary, Origin::config};
  if (said.has(Flag::diary)) settings.diary = {true, Origin::flag};
  if (said.has(Flag::no_diary)) settings.diary = {false, Origin::flag};
  if (said.has(Flag::have)) settings.have = {said.list(Flag::have), Origin::flag};
  return settings;
}

bool use_color(const CommandLine& said, const Environment& environment, Stream stream) {
  const std::string when = said.last(Flag::color).value_or("auto");
  if (when != "auto") return when == "always";
  if (is_set(environment.no_color)) return false;
  if (forces(environment.clicolor_force) || forces(environment.force_color)) return true;
  const bool is_terminal =
      stream == Stream::output ? environment.output_is_terminal : environment.errors_are_terminal;
  return is_terminal && environment.term && *environment.term != "dumb";
}

std::size_t node_budget(const CommandLine& said) { return number_said(said, kNodes, kNodeBudget); }

std::optional<double> plan_km_said(const CommandLine& said) {
  const auto told = said.last(Flag::plan_km);
  return told ? as_kilometres(*told) : std::nullopt;
}

std::size_t days_said(const CommandLine& said, std::size_t otherwise) {
  return number_said(said, kDays, otherwise);
}

std::size_t text_width(const CommandLine& said, const Environment& environment) {
  if (said.has(Flag::width)) return number_said(said, kWidths, kUnknownWidth);
  return std::min(environment.columns.value_or(kUnknownWidth), kMostWidth);
}

void check_flags(const CommandLine& said, Diagnostics& diagnostics) {
  for (const FlagInfo& flag : all_flags()) {
    if (flag.value == Value::choice) check_choice(said, flag, diagnostics);
  }
  check_number(said, kWidths, diagnostics);
  check_number(said, kNodes, diagnostics);
  check_number(said, kDays, diagnostics);
  check_kilometres(said, diagnostics);
}

}  // namespace runready
