#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command_line.hpp"
#include "cli/environment.hpp"
#include "json/json_value.hpp"
#include "runready/answers.hpp"
#include "runready/diagnostic.hpp"
#include "runready/pack.hpp"

/// The configuration file: what stays the same from day to day; read, and changed so that all else
/// stays as it was written.
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

// Changing the configuration file: one value, and all else stays as it was written.
//
//     write_config(path, with_setting(read_file(path), "age", "44"));

/// `text` with the value of a key replaced, or taken out where `json` is empty; a line for each
/// key. REQUIRES: `text` is a configuration without mistakes, or blank.
std::string with_setting(std::string_view text, std::string_view key, std::string_view json);

/// The same of one of the usual replies.
std::string with_usual_reply(std::string_view text, std::string_view question,
                             std::string_view json);

/// Writes the file, whole or not at all, and the folders it needs; readable by its owner alone if
/// it was not there. Through a symbolic link. Throws WorldError.
void write_config(const std::string& path, std::string_view text);

}  // namespace runready
