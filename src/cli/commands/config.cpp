#include "cli/config.hpp"

#include <filesystem>

#include "cli/open_pack.hpp"
#include "cli/session.hpp"
#include "json/json_writer.hpp"
#include "text/utf8.hpp"

namespace runready {

namespace {

/// One line of `config show`.
struct Row {
  std::string_view key;
  std::vector<std::string> values;
  Origin origin = Origin::built_in;
  enum class Kind { text, list, number, truth } kind = Kind::text;
};

std::vector<std::string> as_values(const std::optional<int>& number) {
  if (!number) return {};
  return {std::to_string(*number)};
}

Origin origin_of(bool is_configured) { return is_configured ? Origin::config : Origin::built_in; }

std::string replies_json(const Config& config) {
  if (!config.replies) return "{}";
  const Span& span = config.replies->span;
  return config.file.text.substr(span.begin, span.end - span.begin);
}

std::vector<Row> rows(const Session& session) {
  const Settings& settings = session.settings;
  const Config& config = session.config;
  std::vector<std::string> rules;
  if (settings.rules.value) rules.push_back(*settings.rules.value);
  return {{"rules", rules, settings.rules.origin},
          {"add_rules", settings.add_rules.value, settings.add_rules.origin, Row::Kind::list},
          {"have", settings.have.value, settings.have.origin, Row::Kind::list},
          {"age", as_values(config.age), origin_of(config.age.has_value()), Row::Kind::number},
          {"max_heart_rate", as_values(config.max_heart_rate),
           origin_of(config.max_heart_rate.has_value()), Row::Kind::number},
          {"diary",
           {settings.diary.value ? "true" : "false"},
           settings.diary.origin,
           Row::Kind::truth}};
}

std::string joined(const std::vector<std::string>& values, std::string_view if_none) {
  std::string text;
  for (const std::string& value : values) text += (text.empty() ? "" : ", ") + value;
  return values.empty() ? std::string(if_none) : text;
}

void add_line(std::string& out, std::string_view key, std::string_view value,
              std::string_view origin) {
  constexpr std::size_t kColumn = 16;
  out += std::string(key) + std::string(kColumn - key.size(), ' ') + printable(value);
  if (!origin.empty()) out += "  (" + std::string(origin) + ")";
  out += "\n";
}

std::string show_text(const Session& session, const ConfigPath& path, bool is_there) {
  std::string out;
  add_line(out, "configuration", path.path.empty() ? "none" : path.path,
           is_there || path.path.empty() ? "" : "not there");
  for (const Row& row : rows(session)) {
    const std::string_view if_none = row.key == "rules" ? "built in" : "none";
    const bool is_on = row.kind == Row::Kind::truth && row.values.front() == "true";
    add_line(out, row.key,
             row.kind == Row::Kind::truth ? (is_on ? "on" : "off") : joined(row.values, if_none),
             row.origin == Origin::built_in ? "" : name(row.origin));
  }
  add_line(out, "replies", session.config.replies ? replies_json(session.config) : "none",
           session.config.replies ? name(Origin::config) : "");
  return out;
}

void write_values(JsonWriter& out, const Row& row) {
  if (row.kind == Row::Kind::list) {
    out.begin_array();
    for (const std::string& value : row.values) out.value(value);
    out.end_array();
  } else if (row.values.empty()) {
    out.null();
  } else if (row.kind == Row::Kind::number || row.kind == Row::Kind::truth) {
    out.raw(row.values.front());
  } else {
    out.value(row.values.front());
  }
}

std::string show_json(const Session& session, const ConfigPath& path, bool is_there) {
  std::string line;
  JsonWriter out(line);
  out.begin_object().key("schema").value("runready/config/1");
  out.key("path").value(path.path).key("exists").value(is_there);
  for (const Row& row : rows(session)) {
    out.key(row.key).begin_object().key("value");
    write_values(out, row);
    out.key("from").value(name(row.origin)).end_object();
  }
  out.end_object();
  return line;
}

/// Whether `check` would take the usual replies; what it would refuse is told here already.
bool replies_hold(Session& session) {
  if (!session.config.replies) return true;
  const auto opened = open_pack(session, Purpose::showing);
  if (!opened) return true;  // that is about the rules, and was told
  Diagnostics found;
  standing_replies(session.config, opened->pack, found);
  report(session, found, std::span(&session.config.file, 1));
  return !has_errors(found);
}

}  // namespace

int run_config_path(Session& session) {
  const ConfigPath path = config_path(session.said, session.environment);
  if (path.path.empty()) {
    print_error(session.err, "there is no place for a configuration",
                "set HOME, XDG_CONFIG_HOME or RUNREADY_CONFIG");
    return kWorldFailed;
  }
  // As it is for programs; a person only looks at it.
  const bool is_looked_at = session.environment.output_is_terminal;
  session.out.write((is_looked_at ? printable(path.path) : path.path) + "\n");
  return kDone;
}

int run_config_show(Session& session) {
  const ConfigPath path = config_path(session.said, session.environment);
  std::error_code ignored;
  const bool is_there = !path.path.empty() && std::filesystem::exists(path.path, ignored);
  if (session.said.has(Flag::json)) {
    session.out.write(show_json(session, path, is_there) + "\n");
  } else {
    session.out.write(show_text(session, path, is_there));
  }
  session.out.flush();
  return replies_hold(session) ? kDone : kUsage;
}

}  // namespace runready
