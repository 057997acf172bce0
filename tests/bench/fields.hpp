#pragma once

#include <cstddef>
#include <iterator>
#include <string_view>

#include "vocabulary.hpp"

/// From the keys and values of a line to a record, by plain comparison.
namespace yardstick {

enum class Field : std::uint8_t {
  none,
  warning_signs,
  about_you,
  age,
  any_pain,
  where,
  leg_warnings,
  pattern,
  pain,
  training,
  week_km,
  signs,
  quality,
  walk_test,
  gait,
  tissue,
  onset,
  trend,
  days_sore,
  sides,
  warmup,
  next_morning,
  recovery,
  illness,
  sleep_hours,
  pulse_up,
  plan
};

inline Field field_named(std::string_view key) {
  if (key == "warning_signs") return Field::warning_signs;
  if (key == "about_you") return Field::about_you;
  if (key == "age") return Field::age;
  if (key == "any_pain") return Field::any_pain;
  if (key == "where") return Field::where;
  if (key == "leg_warnings") return Field::leg_warnings;
  if (key == "pattern") return Field::pattern;
  if (key == "pain") return Field::pain;
  if (key == "training") return Field::training;
  if (key == "week_km") return Field::week_km;
  if (key == "signs") return Field::signs;
  if (key == "quality") return Field::quality;
  if (key == "walk_test") return Field::walk_test;
  if (key == "gait") return Field::gait;
  if (key == "tissue") return Field::tissue;
  if (key == "onset") return Field::onset;
  if (key == "trend") return Field::trend;
  if (key == "days_sore") return Field::days_sore;
  if (key == "sides") return Field::sides;
  if (key == "warmup") return Field::warmup;
  if (key == "next_morning") return Field::next_morning;
  if (key == "recovery") return Field::recovery;
  if (key == "illness") return Field::illness;
  if (key == "sleep_hours") return Field::sleep_hours;
  if (key == "pulse_up") return Field::pulse_up;
  if (key == "plan") return Field::plan;
  return Field::none;
}

/// Sets `into` to the option with that name; false if there is none.
template <class Option, std::size_t Size>
bool choose(const std::string_view (&names)[Size], std::string_view name, Option& into) {
  for (std::size_t i = 0; i < Size; ++i) {
    if (names[i] != name) continue;
    into = static_cast<Option>(i);
    return true;
  }
  return false;
}

template <class Option, std::size_t Size>
bool choose(const std::string_view (&names)[Size], std::string_view name, Set<Option>& into) {
  Option option{};
  if (!choose(names, name, option)) return false;
  into.add(option);
  return true;
}

/// An option of a choice, or one of those in the list of a multi-choice.
inline bool set_text(Record& r, Field field, std::string_view text) {
  switch (field) {
    case Field::warning_signs:
      return choose(kWarningSignsNames, text, r.warning_signs);
    case Field::about_you:
      return choose(kAboutYouNames, text, r.about_you);
    case Field::where:
      return choose(kWhereNames, text, r.where);
    case Field::leg_warnings:
      return choose(kLegWarningsNames, text, r.leg_warnings);
    case Field::pattern:
      return choose(kPatternNames, text, r.pattern);
    case Field::training:
      return choose(kTrainingNames, text, r.training);
    case Field::signs:
      return choose(kSignsNames, text, r.signs);
    case Field::quality:
      return choose(kQualityNames, text, r.quality);
    case Field::walk_test:
      return choose(kWalkTestNames, text, r.walk_test);
    case Field::gait:
      return choose(kGaitNames, text, r.gait);
    case Field::tissue:
      return choose(kTissueNames, text, r.tissue);
    case Field::onset:
      return choose(kOnsetNames, text, r.onset);
    case Field::trend:
      return choose(kTrendNames, text, r.trend);
    case Field::sides:
      return choose(kSidesNames, text, r.sides);
    case Field::warmup:
      return choose(kWarmupNames, text, r.warmup);
    case Field::next_morning:
      return choose(kNextMorningNames, text, r.next_morning);
    case Field::recovery:
      return choose(kRecoveryNames, text, r.recovery);
    case Field::illness:
      return choose(kIllnessNames, text, r.illness);
    case Field::plan:
      return choose(kPlanNames, text, r.plan);
    default:
      return false;
  }
}

inline bool set_number(Record& r, Field field, int number) {
  switch (field) {
    case Field::age:
      r.age = number;
      return number >= 10 && number <= 100;
    case Field::pain:
      r.pain = number;
      return number >= 0 && number <= 10;
    case Field::week_km:
      r.week_km = number;
      return number >= 0 && number <= 200;
    case Field::days_sore:
      r.days_sore = number;
      return number >= 0 && number <= 400;
    case Field::sleep_hours:
      r.sleep_hours = number;
      return number >= 0 && number <= 14;
    case Field::pulse_up:
      r.pulse_up = number;
      return number >= 0 && number <= 40;
    default:
      return false;
  }
}

inline bool set_truth(Record& r, Field field, bool truth) {
  if (field != Field::any_pain) return false;
  r.any_pain = truth;
  return true;
}

}  // namespace yardstick
