#include "report/json_fields.hpp"

#include <algorithm>
#include <array>

#include "model/replies.hpp"
#include "runready/version.hpp"
#include "text/diagnostics.hpp"
#include "text/utf8.hpp"
#include "text/words.hpp"

namespace runready {

namespace {

/// The keys within the values of kAssessmentFields that can be asked for alone.
constexpr std::array<std::string_view, 55> kPartFields = {
    "reasons.rule",
    "reasons.complaint",
    "reasons.recommend",
    "reasons.referral",
    "reasons.because",
    "reasons.answers",
    "reasons.unknown",
    "reasons.sources",
    "workout.id",
    "workout.activity",
    "workout.minutes",
    "workout.effort",
    "workout.effort.zone",
    "workout.effort.rpe",
    "workout.effort.hr_max_percent",
    "workout.effort.talk",
    "workout.how",
    "workout.sources",
    "alternatives.id",
    "alternatives.activity",
    "alternatives.minutes",
    "alternatives.effort",
    "alternatives.effort.zone",
    "alternatives.effort.rpe",
    "alternatives.effort.hr_max_percent",
    "alternatives.effort.talk",
    "alternatives.how",
    "alternatives.sources",
    "excluded.activity",
    "excluded.rules",
    "feel_check.after_minutes",
    "feel_check.go_on_if",
    "feel_check.stop_if",
    "tips.id",
    "tips.phase",
    "tips.text",
    "tips.sources",
    "range.recommendation",
    "range.referral",
    "ask_again_when.recommendation",
    "ask_again_when.if",
    "would_permit.recommendation",
    "would_permit.if",
    "rules.rule",
    "rules.complaint",
    "rules.truth",
    "sources.fact",
    "sources.text",
    "sources.grade",
    "sources.from",
    "pack.id",
    "pack.version",
    "pack.add_ons",
    "pack.digest",
    "pack.proved",
};

constexpr std::array<std::string_view, 5> kOutlookFields = {"settled", "range", "ask_next",
                                                            "ask_again_when", "would_permit"};

/// Keys of lines that are read or printed, beside those of an assessment.
constexpr std::string_view kOtherKeys[] = {"complaints", "diary", "error",       "have",
                                           "label",      "line",  "nothing_else"};

std::string_view first_key(std::string_view name) { return name.substr(0, name.find('.')); }

}  // namespace

Fields::Fields(std::span<const std::string> names) {
  for (const std::string& name : names) add(name);
}

bool Fields::has(std::string_view key) const { return parts_.empty() || names(key); }

bool Fields::names(std::string_view key) const { return find(key) != nullptr; }

const Fields& Fields::at(std::string_view key) const {
  const Part* part = find(key);
  return part == nullptr ? *this : part->fields;
}

const Fields::Part* Fields::find(std::string_view key) const {
  const auto part = std::find_if(parts_.begin(), parts_.end(),
                                 [&](const Part& candidate) { return candidate.key == key; });
  return part == parts_.end() ? nullptr : &*part;
}

void Fields::add(std::string_view name) {
  const std::string_view key = first_key(name);
  const auto part = std::find_if(parts_.begin(), parts_.end(),
                                 [&](const Part& candidate) { return candidate.key == key; });
  if (part == parts_.end()) {
    parts_.push_back({std::string(key), {}});
    if (key != name) parts_.back().fields.add(name.substr(key.size() + 1));
  } else if (key == name) {
    part->fields.parts_.clear();
  } else if (!part->fields.parts_.empty()) {
    part->fields.add(name.substr(key.size() + 1));
  }
}

std::vector<std::string_view> known_fields() {
  std::vector<std::string_view> known(std::begin(kAssessmentFields), std::end(kAssessmentFields));
  known.insert(known.end(), kPartFields.begin(), kPartFields.end());
  return known;
}

void check_fields(std::span<const std::string> names, Diagnostics& diagnostics) {
  const std::vector<std::string_view> known = known_fields();
  for (const std::string& name : names) {
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    std::string help = suggestion(name, known);
    if (help.empty()) help = "`runready help json` lists the fields";
    report_error(diagnostics, "unknown-field", Span{}, "unknown field " + in_backticks(name),
                 std::move(help));
  }
}

void check_kept(std::span<const std::string> names, const Pack& pack, Diagnostics& diagnostics) {
  for (const std::string& name : names) {
    const auto refuse = [&](const std::string& why, std::string help) {
      report_error(diagnostics, "not-kept", Span{}, in_backticks(name) + " cannot be kept: " + why,
                   std::move(help));
    };
    if (pack.question_named(name)) {
      refuse("it is a question of the rules", "`answers` of the output has what was told");
    } else if (std::ranges::find(kOtherKeys, name) != std::end(kOtherKeys) ||
               std::ranges::find(kAssessmentFields, name) != std::end(kAssessmentFields)) {
      refuse("it means something else here", "call it something else in the input");
    } else if (std::ranges::count(names, name) > 1) {
      return refuse("it is named twice", "name it once");
    }
  }
}

bool need_outlook(std::span<const std::string> names) {
  return names.empty() || std::any_of(names.begin(), names.end(), [](const std::string& name) {
           return std::find(kOutlookFields.begin(), kOutlookFields.end(), first_key(name)) !=
                  kOutlookFields.end();
         });
}

bool need_changes(std::span<const std::string> names) {
  const Fields fields(names);
  return fields.has("ask_again_when") || fields.has("would_permit");
}

Explained explained_by(const JsonOptions& options) {
  const Fields fields(options.fields);
  const Fields& reasons = fields.has("reasons") ? fields.at("reasons") : fields;
  Explained explained;
  explained.causes =
      fields.has("reasons") && !options.brief && (reasons.has("answers") || reasons.has("unknown"));
  explained.excluded = fields.has("excluded");
  explained.tips = fields.has("tips") || fields.names("sources");
  return explained;
}

namespace {

std::ptrdiff_t count_newlines(std::string_view text) {
  return std::count(text.begin(), text.end(), '\n');
}

bool begins_code_point(char byte) { return (static_cast<unsigned char>(byte) & 0xc0) != 0x80; }

const Diagnostic& first_error(const Diagnostics& diagnostics) {
  const auto error = std::find_if(diagnostics.begin(), diagnostics.end(), [](const Diagnostic& d) {
    return d.severity == Severity::error;
  });
  return error == diagnostics.end() ? diagnostics.front() : *error;
}

}  // namespace

Position position_of(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset);
  const std::size_t line_start = before.rfind('\n') + 1;  // npos + 1 is 0
  const std::string_view line = before.substr(line_start);
  Position position;
  position.line += static_cast<std::size_t>(count_newlines(before));
  position.column +=
      static_cast<std::size_t>(std::count_if(line.begin(), line.end(), begins_code_point));
  return position;
}

void write_place(JsonWriter& out, Span span, std::span<const SourceFile> files) {
  if (span.file >= files.size()) return;
  const Position position = position_of(files[span.file].text, span.begin);
  out.key("file").value(files[span.file].name);
  out.key("line").value(position.line).key("column").value(position.column);
}

void write_diagnostics(JsonWriter& out, const Diagnostics& diagnostics,
                       std::span<const SourceFile> files) {
  out.begin_array();
  for (const Diagnostic& diagnostic : diagnostics) {
    out.begin_object();
    out.key("severity").value(diagnostic.severity == Severity::error ? "error" : "warning");
    out.key("code").value(diagnostic.code);
    write_place(out, diagnostic.span, files);
    out.key("message").value(diagnostic.message);
    if (!diagnostic.help.empty()) out.key("help").value(diagnostic.help);
    out.end_object();
  }
  out.end_array();
}

std::string error_json(const Diagnostics& diagnostics, std::optional<std::size_t> line,
                       std::string_view id_json, std::string_view kept_json) {
  const Diagnostic& error = first_error(diagnostics);
  std::string text;
  JsonWriter out(text);
  out.begin_object();
  if (line) out.key("line").value(*line);
  if (!id_json.empty()) out.key("id").raw(id_json);
  if (!kept_json.empty()) out.members(kept_json);
  out.key("error").begin_object();
  out.key("code").value(error.code).key("message").value(error.message);
  if (!error.help.empty()) out.key("help").value(error.help);
  out.end_object().end_object();
  return text;
}

namespace {

std::string short_digest(const Pack& pack) {
  constexpr std::size_t kShown = std::string_view("sha256:").size() + 12;
  return pack.digest.substr(0, kShown);
}

std::string add_on_words(const Pack& pack, std::string_view before) {
  std::string text;
  for (const AddOn& add_on : pack.add_ons) {
    text += std::string(text.empty() ? before : ", ") + printable(add_on.id) + " " +
            printable(add_on.version);
  }
  return text;
}

}  // namespace

std::string pack_words(const Pack& pack) {
  return printable(pack.id) + " " + printable(pack.version) + add_on_words(pack, " with ") + " (" +
         short_digest(pack) + ")";
}

std::string version_words(const Pack& pack) {
  return pack.version + add_on_words(pack, ", ") + " (" + short_digest(pack) +
         "; runready " RUNREADY_VERSION ")";
}

void write_which_pack(JsonWriter& out, const Pack& pack, const Fields& fields) {
  if (fields.has("id")) out.key("id").value(pack.id);
  if (fields.has("version")) out.key("version").value(pack.version);
  if (fields.has("add_ons")) {
    out.key("add_ons").begin_array();
    for (const AddOn& add_on : pack.add_ons) {
      out.begin_object().key("id").value(add_on.id).key("version").value(add_on.version);
      out.end_object();
    }
    out.end_array();
  }
  if (fields.has("digest")) out.key("digest").value(pack.digest);
}

void write_replies(JsonWriter& out, const Pack& pack, const Replies& replies,
                   std::span<const VariableId> variables) {
  out.begin_object();
  for (auto at = variables.begin(); at != variables.end(); ++at) {
    const auto is_of_it = [&, asked = pack.variable(*at).question](VariableId id) {
      return pack.variable(id).question == asked;
    };
    if (std::any_of(variables.begin(), at, is_of_it)) continue;  // written with the first of them
    const Question& question = pack.question_of(*at);
    out.key(question.id);
    if (question.type != QuestionType::multi_choice) {
      write_reply(out, question, replies);
      continue;
    }
    out.begin_array();
    for (std::uint32_t i = 0; i < question.variable_count; ++i) {
      const VariableId id{question.first_variable.index + i};
      const bool is_asked = std::find(at, variables.end(), id) != variables.end();
      if (is_asked && replies[id] == 1) out.value(question.options[i].id);
    }
    out.end_array();
  }
  out.end_object();
}

void write_default(JsonWriter& out, const Pack& pack, const Question& question) {
  Replies defaults(pack.variables.size());
  for (std::uint32_t i = 0; i < question.variable_count; ++i) {
    defaults.set(VariableId{question.first_variable.index + i}, question.default_value);
  }
  write_reply(out, question, defaults);
}

namespace {

void write_interval(JsonWriter& out, const Interval& interval) {
  out.begin_array().value(interval.low).value(interval.high).end_array();
}

void write_interval(JsonWriter& out, std::string_view key, const std::optional<Interval>& interval,
                    const Fields& fields) {
  if (!interval || !fields.has(key)) return;
  out.key(key);
  write_interval(out, *interval);
}

void write_effort(JsonWriter& out, const Effort& effort, HeartRateFigures figures,
                  const Fields& fields) {
  const bool shows_figures = figures == HeartRateFigures::shown;
  out.begin_object();
  if (shows_figures) write_interval(out, "zone", effort.zone, fields);
  write_interval(out, "rpe", effort.rpe, fields);
  if (shows_figures) write_interval(out, "hr_max_percent", effort.hr_max_percent, fields);
  if (!effort.talk.empty() && fields.has("talk")) out.key("talk").value(effort.talk);
  out.end_object();
}

void write_if_told(JsonWriter& out, std::string_view key, const std::string& text) {
  if (!text.empty()) out.key(key).value(text);
}

void write_source(JsonWriter& out, const Source& source) {
  out.begin_object().key("id").value(source.id).key("title").value(source.title);
  write_if_told(out, "author", source.author);
  write_if_told(out, "publisher", source.publisher);
  if (source.year) out.key("year").value(*source.year);
  write_if_told(out, "doi", source.doi);
  write_if_told(out, "url", source.url);
  out.end_object();
}

}  // namespace

void write_workout(JsonWriter& out, const Pack& pack, WorkoutId id, HeartRateFigures figures,
                   const Fields& fields) {
  const Workout& workout = pack.workouts[id.index];
  out.begin_object();
  if (fields.has("id")) out.key("id").value(workout.id);
  if (fields.has("activity")) {
    out.key("activity").value(pack.activities[workout.activity.index].id);
  }
  if (fields.has("minutes")) {
    out.key("minutes");
    write_interval(out, workout.minutes);
  }
  if (fields.has("effort")) {
    out.key("effort");
    write_effort(out, workout.effort, figures, fields.at("effort"));
  }
  if (fields.has("how")) out.key("how").value(workout.how);
  if (fields.has("sources")) {
    out.key("sources");
    write_fact_ids(out, pack, workout.sources);
  }
  out.end_object();
}

void write_fact_ids(JsonWriter& out, const Pack& pack, const std::vector<FactId>& facts) {
  out.begin_array();
  for (const FactId id : facts) out.value(pack.facts[id.index].id);
  out.end_array();
}

void write_fact(JsonWriter& out, const Pack& pack, FactId id, const Fields& fields) {
  const Fact& fact = pack.facts[id.index];
  out.begin_object();
  if (fields.has("fact")) out.key("fact").value(fact.id);
  if (fields.has("text")) out.key("text").value(fact.text);
  if (fields.has("grade")) write_if_told(out, "grade", fact.grade);
  if (fields.has("from")) {
    out.key("from").begin_array();
    for (const std::uint32_t source : fact.from) write_source(out, pack.source_list[source]);
    out.end_array();
  }
  out.end_object();
}

}  // namespace runready
