// What follows for a thing that hurts today from the days on which the same place hurt.

#include <algorithm>

#include "diary/derive.hpp"

namespace runready {

namespace {

using std::chrono::days;
using std::chrono::local_days;

constexpr int kSameSpell = 7;    // days without a check-in that one spell may have
constexpr int kBefore = 92;      // "in the last 3 months"
constexpr int kClearlyMore = 2;  // of 10
constexpr int kFirstDays = 3;    // in which it may grow without meaning much

/// A day on which the place hurt.
struct Day {
  const PastCheckIn* check_in;
  const Complaint* thing;
};

/// Of the spell that reaches to today: newest first, with no check-in between that knows nothing
/// of it.
struct Spell {
  std::vector<Day> days;
  bool came_back = false;  ///< whether there was another one before, within three months
};

Spell spell_of(const Past& past, std::span<const VariableId> places, local_days today) {
  Spell spell;
  bool is_over = false;
  local_days last = today;
  for (std::size_t i = past.check_ins.size(); i-- > 0;) {
    const PastCheckIn& check_in = past.check_ins[i];
    if (today - check_in.day > days(kBefore)) break;
    const Complaint* thing = same_thing(check_in, places);
    if (!is_over && thing != nullptr && last - check_in.day <= days(kSameSpell)) {
      spell.days.push_back({&check_in, thing});
      last = check_in.day;
    } else if (thing == nullptr) {
      is_over = true;
    } else {
      spell.came_back = spell.came_back || is_over;
    }
  }
  return spell;
}

std::optional<std::int32_t> value_of(const Question* question, const Replies& replies) {
  if (question == nullptr || !replies.knows(question->first_variable)) return std::nullopt;
  return replies[question->first_variable];
}

std::optional<std::int32_t> days_sore(const Pack& pack, const Spell& spell, local_days today) {
  const Question* question = find_question(pack, "days_sore");
  if (question == nullptr || spell.days.empty()) return std::nullopt;
  for (const Day& day : spell.days) {
    const auto told = value_of(question, day.thing->replies);
    if (told) return *told + static_cast<std::int32_t>((today - day.check_in->day).count());
  }
  return static_cast<std::int32_t>((today - spell.days.back().check_in->day).count());
}

bool chose(const Pack& pack, const Replies& replies, std::string_view question,
           std::string_view option) {
  const Question* found = find_question(pack, question);
  const auto index = found == nullptr ? std::nullopt : option_named(*found, option);
  const auto value = value_of(found, replies);
  return index && value == static_cast<std::int32_t>(*index);
}

bool ran_on(const Past& past, local_days day) {
  return std::any_of(past.runs.begin(), past.runs.end(),
                     [&](const Run& run) { return run.start.day() == day; });
}

}  // namespace

void add_from_same_thing(const Pack& pack, const Past& past, const Replies& told, std::size_t thing,
                         local_days today, Gathered& to) {
  const std::vector<VariableId> places = places_of(pack, told);
  const Spell spell = spell_of(past, places, today);
  if (spell.came_back) to.choose(thing, "signs", "came-back");
  if (spell.days.empty()) return;
  const auto sore = days_sore(pack, spell, today);
  if (sore) to.set(thing, *find_question(pack, "days_sore"), *sore);

  const Day& last = spell.days.front();
  const Question* pain = find_question(pack, "pain");
  const auto now = value_of(pain, told);
  const auto then = value_of(pain, last.thing->replies);
  if (!now || !then || *now < *then + kClearlyMore) return;
  if (last.check_in->day == today - days(1) && ran_on(past, last.check_in->day)) {
    const bool is_often = std::any_of(spell.days.begin(), spell.days.end(), [&](const Day& day) {
      return chose(pack, day.thing->replies, "next_morning", "worse-once") ||
             chose(pack, day.thing->replies, "next_morning", "worse-often");
    });
    to.choose(thing, "next_morning", is_often ? "worse-often" : "worse-once");
  }
  if (sore && *sore > kFirstDays) to.choose(thing, "trend", "worsening");
}

}  // namespace runready
