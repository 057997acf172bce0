#include "cli/told_answers.hpp"

#include <algorithm>

#include "cli/input.hpp"
#include "cli/question_flags.hpp"
#include "cli/read_pack_files.hpp"
#include "model/answers.hpp"
#include "runready/assessment.hpp"
#include "runready/read_answers.hpp"
#include "text/backticks.hpp"
#include "text/report.hpp"
#include "text/suggest.hpp"
#include "text/words.hpp"

namespace runready {

namespace {

bool has_tag(const Activity& activity, std::string_view tag) {
  return std::find(activity.tags.begin(), activity.tags.end(), tag) != activity.tags.end();
}

/// An activity's id, or a tag with or without its `#`.
std::vector<ActivityId> activities_named(const Pack& pack, std::string_view name) {
  if (const auto id = pack.activity_named(name)) return {*id};
  if (name.starts_with('#')) name.remove_prefix(1);
  std::vector<ActivityId> tagged;
  for (std::uint32_t a = 0; a < pack.activities.size(); ++a) {
    if (has_tag(pack.activities[a], name)) tagged.push_back(ActivityId{a});
  }
  return tagged;
}

/// "bike, pool, and as tags arms, water"
std::string all_of(const Pack& pack) {
  std::string activities;
  std::vector<std::string> tags;
  for (const Activity& activity : pack.activities) {
    activities += (activities.empty() ? "" : ", ") + activity.id;
    tags.insert(tags.end(), activity.tags.begin(), activity.tags.end());
  }
  std::sort(tags.begin(), tags.end());
  tags.erase(std::unique(tags.begin(), tags.end()), tags.end());
  std::string all = activities;
  for (const std::string& tag : tags)
    all += (&tag == &tags.front() ? ", and as tags " : ", ") + tag;
  return all;
}

void report_unknown_activity(const Pack& pack, const Setting<std::vector<std::string>>& have,
                             const std::string& name, Diagnostics& diagnostics) {
  std::vector<std::string_view> known;
  for (const Activity& activity : pack.activities) {
    known.push_back(activity.id);
    known.insert(known.end(), activity.tags.begin(), activity.tags.end());
  }
  std::string message = "unknown activity " + in_backticks(name);
  std::string help = "there is " + all_of(pack);
  if (const auto near = nearest(name, known); !near.empty()) {
    help = "did you mean " + in_backticks(near) + "? " + sentence_case(help);
  }
  if (have.origin == Origin::config) {
    report_warning(diagnostics, "unknown-activity", Span{}, message + " in the configuration",
                   std::move(help));
  } else {
    report_error(diagnostics, "unknown-activity", Span{}, message + " in `--have`",
                 std::move(help));
  }
}

}  // namespace

Told read_file_answers(const CommandLine& said, const Pack& pack, Diagnostics& diagnostics) {
  Told told{no_answers(pack), "", {}};
  const auto path = said.last(Flag::answers);
  if (!path) return told;
  if (*path == "-") {
    told.files.push_back({"standard input", read_standard_input()});
  } else {
    told.files.push_back({*path, read_file(*path, kMaxFileBytes, NamedPipe::waited_for)});
  }
  if (auto input = read_answers(told.files.front().text, 0, pack, diagnostics)) {
    told.answers = std::move(input->answers);
    told.id_json = std::move(input->id_json);
  }
  return told;
}

void tell_by_flags(const CommandLine& line, const Pack& pack, Told& told,
                   Diagnostics& diagnostics) {
  apply_replies(pack, line.replies, told.answers, diagnostics);
  for (const std::string& pairs : line.values(Flag::also)) {
    apply_also(pack, pairs, told.answers, diagnostics);
  }
  if (line.has(Flag::nothing_else)) told.answers.nothing_else = true;
}

void add_standing_replies(const Replies& standing, const Pack& pack, Told& told) {
  // A gate comes before what stands behind it.
  for (const QuestionId id : pack.gate_order) {
    if (!is_answered(pack, id, standing)) continue;
    if (!reply_words(pack, id, told.answers.runner).empty()) continue;
    Answers with = told.answers;
    const Question& question = pack.question(id);
    for (std::uint32_t i = 0; i < question.variable_count; ++i) {
      const VariableId variable{question.first_variable.index + i};
      with.runner.set(variable, standing[variable]);
    }
    Diagnostics none;
    if (told.answers.nothing_else || !infer(pack, with, none)) {
      told.set_aside.push_back(id);
    } else {
      told.answers = std::move(with);
      told.from_config.push_back(id);
    }
  }
  std::sort(told.from_config.begin(), told.from_config.end(),
            [](QuestionId a, QuestionId b) { return a.index < b.index; });
}

std::optional<std::vector<ActivityId>> activities_at_hand(const Settings& settings,
                                                          const Pack& pack,
                                                          Diagnostics& diagnostics) {
  if (settings.have.value.empty()) return std::nullopt;
  std::vector<ActivityId> have;
  for (const std::string& name : settings.have.value) {
    if (name == kNothingAtHand) continue;
    const std::vector<ActivityId> named = activities_named(pack, name);
    if (named.empty()) report_unknown_activity(pack, settings.have, name, diagnostics);
    have.insert(have.end(), named.begin(), named.end());
  }
  std::sort(have.begin(), have.end());
  have.erase(std::unique(have.begin(), have.end()), have.end());
  return have;
}

}  // namespace runready
