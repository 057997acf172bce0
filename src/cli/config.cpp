#include "cli/config.hpp"

#include <algorithm>
#include <array>
#include <filesystem>

#include "cli/read_pack_files.hpp"
#include "model/answers_json.hpp"
#include "text/backticks.hpp"
#include "text/json_value.hpp"
#include "text/report.hpp"
#include "text/suggest.hpp"

namespace runready {

namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 7> kKeys = {"rules",          "add_rules", "have",   "age",
                                                   "max_heart_rate", "diary",     "replies"};
constexpr Interval kAges = {0, 120};
constexpr Interval kHeartRates = {60, 240};

/// Reads one value after another into a configuration.
class ConfigReader {
 public:
  ConfigReader(Config& config, Diagnostics& diagnostics)
      : config_(config), diagnostics_(diagnostics) {}

  void read(const JsonMember& member) {
    const JsonValue& value = member.value;
    if (member.key == "rules") {
      if (is(value, JsonValue::Type::string, "a path")) config_.rules = in_folder(value.string);
    } else if (member.key == "add_rules") {
      for (const std::string& path : strings(value)) config_.add_rules.push_back(in_folder(path));
    } else if (member.key == "have") {
      config_.have = strings(value);
      config_.have_span = value.span;
    } else if (member.key == "age") {
      config_.age = number(value, kAges);
    } else if (member.key == "max_heart_rate") {
      config_.max_heart_rate = number(value, kHeartRates);
    } else if (member.key == "diary") {
      if (is(value, JsonValue::Type::boolean, "true or false")) config_.diary = value.boolean;
    } else if (member.key == "$schema") {
      // For editors.
    } else if (member.key == "replies") {
      if (is(value, JsonValue::Type::object, "an object")) config_.replies = value;
    } else {
      report_error(diagnostics_, "unknown-config-key", member.key_span,
                   "unknown key " + in_backticks(member.key), suggestion(member.key, kKeys));
    }
  }

 private:
  bool is(const JsonValue& value, JsonValue::Type type, std::string_view expected) {
    if (value.type == type) return true;
    report_error(diagnostics_, "wrong-type", value.span,
                 "expected " + std::string(expected) + ", found " + describe(value));
    return false;
  }

  std::vector<std::string> strings(const JsonValue& value) {
    std::vector<std::string> strings;
    if (!is(value, JsonValue::Type::array, "a list")) return strings;
    for (const JsonValue& entry : value.items) {
      if (is(entry, JsonValue::Type::string, "a string")) strings.push_back(entry.string);
    }
    return strings;
  }

  std::optional<int> number(const JsonValue& value, Interval range) {
    if (!is(value, JsonValue::Type::integer, "a whole number")) return std::nullopt;
    if (value.integer >= range.low && value.integer <= range.high) {
      return static_cast<int>(value.integer);
    }
    report_error(diagnostics_, "out-of-range", value.span,
                 "expected " + std::to_string(range.low) + " to " + std::to_string(range.high) +
                     ", found " + describe(value));
    return std::nullopt;
  }

  std::string in_folder(const std::string& path) const {
    if (path == "~" || path.starts_with("~/")) return path;  // `settle` knows where that is
    return (fs::path(config_.file.name).parent_path() / path).lexically_normal().string();
  }

  Config& config_;
  Diagnostics& diagnostics_;
};

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

/// Whether no reply is among them that may allow more than silence: such is told each time.
bool report_permits(const Pack& pack, const Replies& replies, Span span, Diagnostics& diagnostics) {
  for (std::uint32_t v = 0; v < pack.variables.size(); ++v) {
    const Variable& variable = pack.variables[v];
    const Question& question = pack.question_of({v});
    if (!replies.knows({v}) || !permits(question, variable, replies[{v}])) continue;
    report_error(diagnostics, "permits-more", span,
                 "this reply to `" + question.id +
                     "` may allow more than silence and cannot stand in the configuration",
                 "tell it each time");
    return false;
  }
  return true;
}

}  // namespace

std::span<const std::string_view> setting_keys() {
  return std::span(kKeys).first(kKeys.size() - 1);
}

ConfigPath config_path(const CommandLine& said, const Environment& environment) {
  if (const auto path = said.last(Flag::config)) return {*path, true};
  const auto is_set = [](const std::optional<std::string>& value) {
    return value && !value->empty();
  };
  if (is_set(environment.config)) return {*environment.config, true};
  constexpr std::string_view kName = "/runready/config.json";
  const auto& xdg = environment.xdg_config_home;
  if (is_set(xdg) && xdg->front() == '/') return {*xdg + std::string(kName), false};
  if (is_set(environment.home)) return {*environment.home + "/.config" + std::string(kName), false};
  return {};
}

Config parse_config(SourceFile file, Diagnostics& diagnostics) {
  Config config;
  config.file = std::move(file);
  if (is_blank(config.file.text)) return config;
  const auto json = read_json(config.file.text, 0, diagnostics);
  if (!json) return config;
  if (json->type != JsonValue::Type::object) {
    report_error(diagnostics, "wrong-type", json->span,
                 "expected an object, found " + describe(*json));
    return config;
  }
  ConfigReader reader(config, diagnostics);
  for (const JsonMember& member : json->members) reader.read(member);
  return config;
}

Config read_config(const ConfigPath& path, Diagnostics& diagnostics) {
  std::error_code ignored;
  if (path.path.empty() || (!path.is_named && !fs::exists(path.path, ignored))) return {};
  return parse_config({path.path, read_file(path.path)}, diagnostics);
}

Replies standing_replies(const Config& config, const Pack& pack, Diagnostics& diagnostics) {
  Replies none(pack.variables.size());
  if (!config.replies) return none;
  const auto answers = parse_answers(*config.replies, pack, diagnostics);
  if (!answers) return none;
  for (const Complaint& complaint : answers->complaints) {
    if (complaint.replies == none) continue;
    report_error(diagnostics, "misplaced-question", config.replies->span,
                 "only replies about you can stand in the configuration",
                 "what hurts is asked anew each time");
    return none;
  }
  if (!report_permits(pack, answers->runner, config.replies->span, diagnostics)) return none;
  return answers->runner;
}

}  // namespace runready
