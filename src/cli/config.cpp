#include "cli/config.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <utility>

#include "cli/exit_status.hpp"
#include "cli/files.hpp"
#include "json/json_writer.hpp"
#include "model/answers.hpp"
#include "text/diagnostics.hpp"
#include "text/words.hpp"

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

namespace {

namespace fs = std::filesystem;

/// The members of an object, each value as it is written.
using Members = std::vector<std::pair<std::string, std::string>>;

std::optional<JsonValue> object_in(std::string_view text) {
  Diagnostics none;
  auto json = read_json(text, 0, none);
  if (!json || json->type != JsonValue::Type::object) return std::nullopt;
  return json;
}

Members members_of(std::string_view text) {
  Members members;
  const auto json = object_in(text);
  if (!json) return members;
  for (const JsonMember& member : json->members) {
    const Span& span = member.value.span;
    members.emplace_back(member.key, text.substr(span.begin, span.end - span.begin));
  }
  return members;
}

void replace(Members& members, std::string_view key, std::string_view json) {
  const auto at = std::find_if(members.begin(), members.end(),
                               [&](const auto& member) { return member.first == key; });
  if (json.empty()) {
    if (at != members.end()) members.erase(at);
  } else if (at != members.end()) {
    at->second = json;
  } else {
    members.emplace_back(key, json);
  }
}

std::string joined(const Members& members, std::string_view before, std::string_view after) {
  std::string text = "{";
  for (std::size_t i = 0; i < members.size(); ++i) {
    text += i == 0 ? before : "," + std::string(before.empty() ? " " : before);
    append_json_string(text, members[i].first);
    text += ": " + members[i].second;
  }
  if (!members.empty()) text += after;
  return text + "}";
}

[[noreturn]] void fail(const std::string& path, const std::string& reason) {
  throw WorldError("cannot write " + in_backticks(path) + ": " + reason);
}

/// A file beside the one that is to be replaced; gone if that does not come about.
class NewFile {
 public:
  NewFile(const fs::path& beside, mode_t mode)
      : path_(beside.string() + ".new." + std::to_string(::getpid())),
        descriptor_(::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)) {
    if (descriptor_ < 0) fail(path_, std::strerror(errno));
  }
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;
  ~NewFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
    if (!path_.empty()) ::unlink(path_.c_str());
  }

  void write(std::string_view text) {
    while (!text.empty()) {
      const ssize_t written = ::write(descriptor_, text.data(), text.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) fail(path_, std::strerror(errno));
      text.remove_prefix(static_cast<std::size_t>(written));
    }
    if (::fsync(descriptor_) != 0) fail(path_, std::strerror(errno));
  }

  void take_the_place_of(const fs::path& old) {
    if (::rename(path_.c_str(), old.c_str()) != 0) fail(old.string(), std::strerror(errno));
    path_.clear();
  }

 private:
  std::string path_;
  int descriptor_;
};

}  // namespace

std::string with_setting(std::string_view text, std::string_view key, std::string_view json) {
  Members members = members_of(text);
  replace(members, key, json);
  return joined(members, "\n  ", "\n") + "\n";
}

std::string with_usual_reply(std::string_view text, std::string_view question,
                             std::string_view json) {
  Members replies;
  for (const auto& [key, value] : members_of(text)) {
    if (key == "replies") replies = members_of(value);
  }
  replace(replies, question, json);
  return with_setting(text, "replies", replies.empty() ? "" : joined(replies, "", ""));
}

void write_config(const std::string& path, std::string_view text) {
  std::error_code error;
  // What a link leads to is replaced, not the link.
  fs::path target = fs::weakly_canonical(fs::absolute(path), error);
  if (error) target = fs::absolute(path);
  fs::create_directories(target.parent_path(), error);
  if (error) fail(path, error.message());
  struct stat status {};
  const bool is_there = ::stat(target.c_str(), &status) == 0;
  if (is_there && !S_ISREG(status.st_mode)) fail(path, "it is no file");
  constexpr mode_t kOwnerAlone = S_IRUSR | S_IWUSR;
  NewFile file(target, is_there ? status.st_mode & 0777 : kOwnerAlone);
  file.write(text);
  file.take_the_place_of(target);
}

}  // namespace runready
