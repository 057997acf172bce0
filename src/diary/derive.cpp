#include "diary/derive.hpp"

#include <algorithm>
#include <array>

#include "model/answers.hpp"
#include "runready/assessment.hpp"
#include "runready/read_answers.hpp"

namespace runready {

namespace {

using std::chrono::days;
using std::chrono::local_days;

/// How the runner is described is asked anew once a month.
constexpr int kDaysOfDescription = 30;

/// A reply is told once and is still so for a while. In the words of the questions: "in the last 4
/// weeks", "in the last 2 days", "ended under 4 weeks ago".
constexpr std::array kStillSo{
    StillSo{"warning_signs", "chest-ache-on-effort", 1, 28, ""},
    StillSo{"warning_signs", "fainted", 1, 28, ""},
    StillSo{"warning_signs", "palpitations", 1, 28, ""},
    StillSo{"warning_signs", "breathless", 1, 28, ""},
    StillSo{"warning_signs", "hives", 1, 28, ""},
    StillSo{"warning_signs", "chest-pain", 1, 2, ""},
    StillSo{"warning_signs", "breath-pain", 1, 2, ""},
    StillSo{"warning_signs", "breathless-at-rest", 1, 2, ""},
    StillSo{"warning_signs", "throat-or-wheeze", 1, 2, ""},
    StillSo{"warning_signs", "flutter-at-rest", 1, 2, ""},
    StillSo{"warning_signs", "skipped-beat", 1, 2, ""},
    StillSo{"warning_signs", "worst-headache", 1, 2, ""},
    StillSo{"warning_signs", "face-arm-speech", 1, 2, ""},
    StillSo{"warning_signs", "confusion", 1, 2, ""},
    StillSo{"warning_signs", "fever-stiff-neck-or-rash", 1, 2, ""},
    StillSo{"warning_signs", "head-injury", 1, 2, ""},
    StillSo{"warning_signs", "head-or-neck-signs", 1, 2, ""},
    StillSo{"warning_signs", "heat-illness", 1, 2, "heat-illness-over"},
    StillSo{"warning_signs", "dark-urine", 1, 2, ""},
    StillSo{"warning_signs", "belly-pain", 1, 2, ""},
    StillSo{"warning_signs", "testicle-pain", 1, 2, ""},
    StillSo{"training", "tendon-antibiotic", 1, 7, ""},
    StillSo{"training", "tendon-antibiotic", 8, 35, "tendon-antibiotic-over"},
    StillSo{"training", "tendon-antibiotic-over", 1, 27, ""},
    StillSo{"training", "downhill", 1, 2, ""},
    StillSo{"training", "long-journey-or-bed-rest", 1, 14, ""},
    StillSo{"training", "more-per-week", 1, 7, ""},
    StillSo{"training", "new-shoes-or-surface", 1, 7, ""},
    StillSo{"training", "gym-legs", 1, 2, ""},
    StillSo{"training", "back-from-break", 1, 13, ""},
    StillSo{"training", "back-from-injury", 1, 13, ""},
    StillSo{"training", "new-to-running", 1, 60, ""},
    StillSo{"recovery", "ill", 1, 7, ""},
    StillSo{"recovery", "diarrhoea-2-weeks", 1, 13, ""},
    StillSo{"recovery", "vaccinated", 1, 1, ""},
    StillSo{"recovery", "blood-given-today", 1, 3, "blood-given"},
    StillSo{"recovery", "blood-given", 1, 1, ""},
    StillSo{"recovery", "tired-for-weeks", 1, 7, ""},
};

bool is_told(const Question& question, const Replies& replies) {
  for (std::uint32_t i = 0; i < question.variable_count; ++i) {
    if (replies.knows({question.first_variable.index + i})) return true;
  }
  return false;
}

const Replies& replies_of(const Answers& answers, const Question& question, std::size_t thing) {
  return question.about == About::runner ? answers.runner : answers.complaints[thing].replies;
}

Replies& replies_of(Answers& answers, const Question& question, std::size_t thing) {
  return question.about == About::runner ? answers.runner : answers.complaints[thing].replies;
}

void copy(const Question& question, const Replies& from, Replies& to) {
  for (std::uint32_t i = 0; i < question.variable_count; ++i) {
    const VariableId id{question.first_variable.index + i};
    if (from.knows(id)) to.set(id, from[id]);
  }
}

Answers nothing_like(const Pack& pack, const Answers& told) {
  Answers nothing = no_answers(pack);
  nothing.complaints.clear();
  for (std::size_t i = 0; i < std::max<std::size_t>(told.complaints.size(), 1); ++i) {
    nothing.complaints.push_back({"", Replies(pack.variables.size())});
  }
  nothing.flat = told.flat;
  return nothing;
}

/// One question after the other, each gate before what stands behind it; what does not go with what
/// is there already is left out.
void add_what_goes(const Pack& pack, const Answers& found, Answers& told, Answers& added) {
  for (const QuestionId id : pack.gate_order) {
    const Question& question = pack.question(id);
    const std::size_t things = question.about == About::runner ? 1 : told.complaints.size();
    for (std::size_t thing = 0; thing < things; ++thing) {
      const Replies& new_ones = replies_of(found, question, thing);
      if (!is_told(question, new_ones) || is_told(question, replies_of(told, question, thing))) {
        continue;
      }
      Answers with = told;
      copy(question, new_ones, replies_of(with, question, thing));
      Diagnostics contradictions;
      if (!infer(pack, with, contradictions)) continue;
      told = std::move(with);
      copy(question, new_ones, replies_of(added, question, thing));
    }
  }
}

}  // namespace

std::span<const StillSo> still_so() { return kStillSo; }

Gathered::Gathered(const Pack& pack, std::size_t things) : pack_(pack), answers_(no_answers(pack)) {
  answers_.complaints.assign(things, {"", Replies(pack.variables.size())});
}

void Gathered::set(Replies& into, VariableId variable, std::int32_t value) {
  const Question& question = pack_.question_of(variable);
  if (permits(question, pack_.variable(variable), value)) return;
  into.set(variable, value);
}

void Gathered::set(VariableId variable, std::int32_t value) {
  set(answers_.runner, variable, value);
}

void Gathered::set(const Question& question, std::int32_t value) {
  set(answers_.runner, question.first_variable, std::clamp(value, question.min, question.max));
}

void Gathered::set(std::size_t thing, const Question& question, std::int32_t value) {
  set(answers_.complaints[thing].replies, question.first_variable,
      std::clamp(value, question.min, question.max));
}

void Gathered::choose(std::string_view question, std::string_view option) {
  if (const auto place = find_option(pack_, question, option)) {
    set(answers_.runner, place->variable, 1);
  }
}

void Gathered::choose(std::size_t thing, std::string_view question, std::string_view option) {
  Replies& replies = answers_.complaints[thing].replies;
  if (const auto place = find_option(pack_, question, option)) {
    set(replies, place->variable, 1);
  } else if (const Question* choice = find_question(pack_, question)) {
    const auto index = option_named(*choice, option);
    if (index) set(replies, choice->first_variable, static_cast<std::int32_t>(*index));
  }
}

const PastCheckIn* last_told(const Pack& pack, const Past& past, const Question& question,
                             local_days from) {
  for (std::size_t i = past.check_ins.size(); i-- > 0;) {
    const PastCheckIn& check_in = past.check_ins[i];
    if (check_in.day < from) return nullptr;
    const Answers told = without(pack, check_in.answers, check_in.derived);
    // Of a list that the diary filled in, the options that nobody chose say nothing new.
    if (is_told(question, check_in.derived.runner) && question.variable_count > 1) {
      bool any_chosen = false;
      for (std::uint32_t v = 0; v < question.variable_count; ++v) {
        any_chosen = any_chosen || told.runner[{question.first_variable.index + v}] == 1;
      }
      if (!any_chosen) continue;
    }
    if (is_told(question, told.runner)) return &check_in;
  }
  return nullptr;
}

void add_what_is_still_so(const Pack& pack, const Past& past, local_days today, Gathered& to) {
  for (const StillSo& row : kStillSo) {
    const auto place = find_option(pack, row.question, row.option);
    const std::string_view then = row.becomes.empty() ? row.option : row.becomes;
    const auto later = find_option(pack, row.question, then);
    if (!place || !later) continue;
    // The last word counts: who told the list again without it took it back.
    for (std::size_t i = past.check_ins.size(); i-- > 0;) {
      const PastCheckIn& check_in = past.check_ins[i];
      const auto ago = (today - check_in.day).count();
      if (ago > row.to_day) break;
      const Replies& derived = check_in.derived.runner;
      if (derived[place->variable] == 1 || derived[later->variable] == 1) continue;
      const std::int32_t told = check_in.answers.runner[place->variable];
      if (told == 1 && ago >= row.from_day) to.choose(row.question, then);
      if (told != kUnknown) break;
    }
  }
}

void add_about_the_runner(const Pack& pack, const Past& past, local_days today, Gathered& to) {
  for (const Question& question : pack.questions) {
    if (!question.stays || question.about != About::runner) continue;
    const PastCheckIn* told = last_told(pack, past, question, today - days(kDaysOfDescription));
    if (told == nullptr) continue;
    for (std::uint32_t i = 0; i < question.variable_count; ++i) {
      const VariableId id{question.first_variable.index + i};
      if (told->answers.runner.knows(id)) to.set(id, told->answers.runner[id]);
    }
  }
}

Answers derive(const Pack& pack, const Past& past, const Answers& told, local_days today,
               DerivedFor purpose) {
  Answers all = told;
  if (all.complaints.empty()) all.complaints.push_back({"", Replies(pack.variables.size())});
  Gathered gathered(pack, all.complaints.size());
  add_what_is_still_so(pack, past, today, gathered);
  add_about_the_runner(pack, past, today, gathered);
  add_race(pack, past, today, gathered);
  add_from_runs(pack, past, today, gathered);
  for (std::size_t thing = 0; thing < all.complaints.size(); ++thing) {
    add_from_same_thing(pack, past, all.complaints[thing].replies, thing, today, gathered);
  }
  if (purpose == DerivedFor::flags) {
    // Which illness it was stays so for as long as it counts; at the prompt it is asked.
    const Question* illness = find_question(pack, "illness");
    const auto ill = find_option(pack, "recovery", "ill");
    if (illness != nullptr && ill && gathered.answers().runner[ill->variable] == 1) {
      const PastCheckIn* last = last_told(pack, past, *illness, today - days(7));
      if (last != nullptr) gathered.set(*illness, last->answers.runner[illness->first_variable]);
    }
  }
  Answers added = nothing_like(pack, all);
  add_what_goes(pack, gathered.answers(), all, added);
  return added;
}

std::optional<Answers> derive_plan(const Pack& pack, const Past& past, double kilometres,
                                   local_days today) {
  constexpr double kMuch = 1.1;
  constexpr double kFar = 2;
  const double most = longest(past, today - days(30), today - days(1)) / 1000.0;
  if (most <= 0) return std::nullopt;
  Gathered gathered(pack, 1);
  if (kilometres > kMuch * most) gathered.choose("plan", "over-10-percent");
  if (kilometres > kFar * most) gathered.choose("plan", "over-double");
  return gathered.answers();
}

Answers joined(const Pack& pack, const Answers& told, const Answers& derived) {
  Answers both = told;
  for (const Question& question : pack.questions) {
    const std::size_t things = question.about == About::runner
                                   ? 1
                                   : std::min(both.complaints.size(), derived.complaints.size());
    for (std::size_t thing = 0; thing < things; ++thing) {
      Replies& into = replies_of(both, question, thing);
      const Replies& from = replies_of(derived, question, thing);
      if (!is_told(question, into) && is_told(question, from)) copy(question, from, into);
    }
  }
  return both;
}

}  // namespace runready
