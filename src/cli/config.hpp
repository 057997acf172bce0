#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command_line.hpp"
#include "cli/environment.hpp"
#include "runready/answers.hpp"
#include "runready/diagnostic.hpp"
#include "runready/pack.hpp"
#include "text/json_value.hpp"

/// The configuration file: what stays the same from day to day.
///
///     {"age": 44, "have": ["bike"], "replies": {"about_you": ["over-65-new"]}}
namespace runready {

struct Config {
  SourceFile file;  ///< empty if there is no configuration
  std::optional<std::string> rules;
  std::vector<std::string> add_rules;
  std::vector<std::string> have;
  Span have_span;
  std::optional<int> age;
  std::optional<int> max_heart_rate;
  std::optional<bool> diary;         ///< whether check-ins are kept
  std::optional<JsonValue> replies;  ///< the standing replies, as answers
};

/// The keys but for `replies`, whose own keys are questions.
std::span<const std::string_view> setting_keys();

/// Where the configuration is, and whether somebody named it: then it must be there.
struct ConfigPath {
  std::string path;  ///< empty if there is no place for one
  bool is_named = false;
};

/// `--config`, else RUNREADY_CONFIG, else XDG_CONFIG_HOME or ~/.config (a relative
/// XDG_CONFIG_HOME does not count, as its specification says).
ConfigPath config_path(const CommandLine& said, const Environment& environment);

/// Reads the text of a configuration; paths in it are relative to the file's folder. An empty file
/// is an empty configuration. Mistakes: those of reading JSON, `unknown-config-key`, `wrong-type`
/// and `out-of-range`, with spans in file number 0.
Config parse_config(SourceFile file, Diagnostics& diagnostics);

/// The configuration from disk; an empty one if there is none.
Config read_config(const ConfigPath& path, Diagnostics& diagnostics);

/// The standing replies, as replies about the runner. Mistakes: those of `read_answers`, and
/// `misplaced-question` for questions about a complaint.
Replies standing_replies(const Config& config, const Pack& pack, Diagnostics& diagnostics);

}  // namespace runready
