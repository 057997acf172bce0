#include "diary/exchange.hpp"

#include <limits>

#include "json/json_value.hpp"
#include "json/json_writer.hpp"
#include "text/diagnostics.hpp"
#include "text/words.hpp"

namespace runready {

namespace {

using Type = JsonValue::Type;

/// Reads one line, whose spans it moves to where the line stands in the file.
class LineReader {
 public:
  LineReader(std::string_view text, std::uint32_t file, std::size_t begin, Diagnostics& found)
      : text_(text), file_(file), begin_(begin), found_(found) {}

  void read(Entries& into) {
    Diagnostics wrong;
    const auto json = read_json(text_, file_, wrong);
    for (Diagnostic& diagnostic : wrong) {
      diagnostic.span = moved(diagnostic.span);
      found_.push_back(std::move(diagnostic));
    }
    if (!json || has_errors(wrong)) return;
    if (json->type != Type::object) {
      refuse(*json, "expected a check-in or a run");
    } else if (const JsonValue* run = json->find("run")) {
      read_run(*run, into);
    } else {
      read_check_in(*json, into);
    }
  }

 private:
  Span moved(Span span) const {
    const auto by = static_cast<std::uint32_t>(begin_);
    return {file_, span.begin + by, span.end + by};
  }

  void refuse(const JsonValue& at, std::string message) {
    report_error(found_, "bad-entry", moved(at.span), std::move(message),
                 "each line is one that `runready diary export` writes");
  }

  /// Null, with a message, if it is not there or is something else.
  const JsonValue* member(const JsonValue& of, std::string_view key, Type type) {
    const JsonValue* value = of.type == Type::object ? of.find(key) : nullptr;
    if (value != nullptr && value->type == type) return value;
    refuse(of, "it lacks " + in_backticks(key));
    return nullptr;
  }

  std::optional<Moment> moment(const JsonValue& of, std::string_view key) {
    const JsonValue* value = member(of, key, Type::string);
    if (value == nullptr) return std::nullopt;
    const auto moment = read_moment(value->string);
    if (!moment) refuse(*value, in_backticks(value->string) + " is no date and time");
    return moment;
  }

  std::string raw(const JsonValue& value) const {
    return std::string(text_.substr(value.span.begin, value.span.end - value.span.begin));
  }

  std::optional<std::int32_t> number(const JsonValue& of, std::string_view key) {
    const JsonValue* value = of.find(key);
    if (value == nullptr) return std::nullopt;
    const bool is_right = value->type == Type::integer && value->integer >= 0 &&
                          value->integer <= std::numeric_limits<std::int32_t>::max();
    if (!is_right) refuse(*value, "expected a whole number");
    return is_right ? std::optional(static_cast<std::int32_t>(value->integer)) : std::nullopt;
  }

  void read_run(const JsonValue& json, Entries& into) {
    const auto start = moment(json, "start");
    if (!start) return;
    const JsonValue* kind = member(json, "kind", Type::string);
    const JsonValue* source = member(json, "source", Type::string);
    if (kind == nullptr || source == nullptr) return;
    const auto named = run_kind_named(kind->string);
    if (!named) return refuse(*kind, in_backticks(kind->string) + " is no kind of run");
    into.runs.push_back(
        {*start, number(json, "metres"), number(json, "seconds"), *named, source->string});
  }

  void read_check_in(const JsonValue& json, Entries& into) {
    const auto when = moment(json, "id");
    const JsonValue* answers = when ? member(json, "answers", Type::object) : nullptr;
    const JsonValue* kept = answers ? member(json, "diary", Type::object) : nullptr;
    if (kept == nullptr) return;
    CheckIn check_in{*when, raw(*answers), "{}", {}, {}, "", "", ""};
    const JsonValue* derived = member(*kept, "derived", Type::object);
    const JsonValue* recommendation = member(*kept, "recommendation", Type::string);
    const JsonValue* referral = member(*kept, "referral", Type::string);
    const JsonValue* pack = member(*kept, "pack", Type::string);
    const JsonValue* version = member(*kept, "pack_version", Type::string);
    const JsonValue* program = member(*kept, "program", Type::string);
    if (!derived || !recommendation || !referral || !pack || !version || !program) return;
    const auto level = recommendation_named(recommendation->string);
    const auto see = referral_named(referral->string);
    if (!level) return refuse(*recommendation, "this is no recommendation");
    if (!see) return refuse(*referral, "this is no referral");
    check_in.derived = raw(*derived);
    check_in.recommendation = *level;
    check_in.referral = *see;
    check_in.pack = pack->string;
    check_in.pack_version = version->string;
    check_in.program = program->string;
    into.check_ins.push_back(std::move(check_in));
  }

  std::string_view text_;
  std::uint32_t file_;
  std::size_t begin_;
  Diagnostics& found_;
};

}  // namespace

std::string to_line(const CheckIn& check_in) {
  std::string line;
  JsonWriter out(line);
  out.begin_object().key("id").value(write_moment(check_in.when));
  out.key("answers").raw(check_in.answers);
  out.key("diary").begin_object().key("derived").raw(check_in.derived);
  out.key("recommendation").value(name(check_in.recommendation));
  out.key("referral").value(name(check_in.referral));
  out.key("pack").value(check_in.pack).key("pack_version").value(check_in.pack_version);
  out.key("program").value(check_in.program).end_object().end_object();
  return line;
}

std::string to_line(const Run& run) {
  std::string line;
  JsonWriter out(line);
  out.begin_object().key("run").begin_object().key("start").value(write_moment(run.start));
  if (run.metres) out.key("metres").value(*run.metres);
  if (run.seconds) out.key("seconds").value(*run.seconds);
  out.key("kind").value(name(run.kind)).key("source").value(run.source);
  out.end_object().end_object();
  return line;
}

Entries read_lines(std::string_view text, std::uint32_t file, Diagnostics& diagnostics) {
  Entries entries;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    if (line.find_first_not_of(" \t\r") != line.npos) {
      LineReader(line, file, begin, diagnostics).read(entries);
    }
    begin = end + 1;
  }
  return entries;
}

}  // namespace runready
