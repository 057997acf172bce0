#include "render/workout_json.hpp"

namespace runready {

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
