#include "render/fields.hpp"

#include <algorithm>
#include <array>

#include "runready/render.hpp"
#include "text/backticks.hpp"
#include "text/report.hpp"
#include "text/suggest.hpp"

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

}  // namespace runready
