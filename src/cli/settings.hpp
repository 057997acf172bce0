#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command_line.hpp"
#include "cli/config.hpp"
#include "cli/environment.hpp"

/// What holds for this run: flags before the environment before the configuration.
namespace runready {

enum class Origin { built_in, config, environment, flag };

std::string_view name(Origin origin);

template <class Value>
struct Setting {
  Value value{};
  Origin origin = Origin::built_in;
};

struct Settings {
  Setting<std::optional<std::string>> rules;  ///< none: the built-in ones
  Setting<std::vector<std::string>> add_rules;
  Setting<std::vector<std::string>> have;  ///< empty: everything
  Setting<bool> diary;                     ///< whether check-ins are kept and looked at
};

/// Add-ons of the configuration belong to its rules: they do not apply where rules were named in a
/// stronger place.
Settings settle(const CommandLine& said, const Environment& environment, const Config& config);

/// Which of the two outputs is meant.
enum class Stream { output, errors };

/// `--color`, NO_COLOR, CLICOLOR_FORCE or FORCE_COLOR, whether it is a terminal: the first that
/// says something. REQUIRES: check_flags found nothing.
bool use_color(const CommandLine& said, const Environment& environment, Stream stream);

/// `--width`, else the terminal's but at most 100, else 80. REQUIRES: check_flags found nothing.
std::size_t text_width(const CommandLine& said, const Environment& environment);

/// `--max-nodes`, else kNodeBudget. REQUIRES: check_flags found nothing.
std::size_t node_budget(const CommandLine& said);

/// `--plan-km`. REQUIRES: check_flags found nothing.
std::optional<double> plan_km_said(const CommandLine& said);

/// `--days`. REQUIRES: check_flags found nothing.
std::size_t days_said(const CommandLine& said, std::size_t otherwise);

/// Values of `--color`, `--format`, `--width`, `--max-nodes` and `--days` that are none
/// (`bad-value`).
void check_flags(const CommandLine& said, Diagnostics& diagnostics);

}  // namespace runready
