#pragma once

#include <chrono>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "diary/past.hpp"
#include "runready/answers.hpp"
#include "runready/pack.hpp"

/// What follows today from earlier days: replies that nobody need tell again. They stand for what
/// the runner would have told and mean the same to the rules; they are shown as coming from the
/// diary, and what is told today comes first. The tables in derive.cpp say what follows from what.
///
/// No reply follows that may allow more than silence: such is told each time.
namespace runready {

/// Who is going to see what follows.
enum class DerivedFor : bool {
  flags,   ///< it counts as it is
  asking,  ///< what changes from day to day is asked
};

/// The replies that follow, in the shape of `told`: to questions that are not answered in it, and
/// so that they go with it. Days of `past` are before `today`.
Answers derive(const Pack& pack, const Past& past, const Answers& told,
               std::chrono::local_days today, DerivedFor purpose);

/// Which lists a run of so many kilometres today adds to, from the longest of the last 30 days:
/// those of `plan`. Nothing if there was no run in them.
std::optional<Answers> derive_plan(const Pack& pack, const Past& past, double kilometres,
                                   std::chrono::local_days today);

/// Both, where the first tells what the second does not.
Answers joined(const Pack& pack, const Answers& told, const Answers& derived);

// The parts of deriving: each adds the replies that follow from one kind of entry.

/// Where replies that follow are gathered. Whatever may allow more than silence is turned away
/// here, whoever wants to add it.
class Gathered {
 public:
  Gathered(const Pack& pack, std::size_t things);

  /// An option of a list about the runner, or about a thing.
  void choose(std::string_view question, std::string_view option);
  void choose(std::size_t thing, std::string_view question, std::string_view option);
  void set(const Question& question, std::int32_t value);
  void set(std::size_t thing, const Question& question, std::int32_t value);
  /// One variable of a question about the runner.
  void set(VariableId variable, std::int32_t value);

  const Answers& answers() const { return answers_; }

 private:
  void set(Replies& into, VariableId variable, std::int32_t value);

  const Pack& pack_;
  Answers answers_;
};

/// What was told on earlier days and is still so: one row a reply.
struct StillSo {
  std::string_view question;
  std::string_view option;
  int from_day;              ///< days after it was told
  int to_day;                ///< the last day on which it is still so
  std::string_view becomes;  ///< another option of the list; empty: it stays the same
};
std::span<const StillSo> still_so();

void add_what_is_still_so(const Pack& pack, const Past& past, std::chrono::local_days today,
                          Gathered& to);
void add_about_the_runner(const Pack& pack, const Past& past, std::chrono::local_days today,
                          Gathered& to);
void add_race(const Pack& pack, const Past& past, std::chrono::local_days today, Gathered& to);
void add_from_runs(const Pack& pack, const Past& past, std::chrono::local_days today, Gathered& to);
/// Of a thing that hurts today in these places.
void add_from_same_thing(const Pack& pack, const Past& past, const Replies& told, std::size_t thing,
                         std::chrono::local_days today, Gathered& to);

/// The check-in in which a question was last answered by the runner, not by the diary; null if
/// there is none since `from`.
const PastCheckIn* last_told(const Pack& pack, const Past& past, const Question& question,
                             std::chrono::local_days from);

/// The longest run of these days, in metres; 0 if there is none.
std::int32_t longest(const Past& past, std::chrono::local_days from, std::chrono::local_days to);

}  // namespace runready
