#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "json/json_writer.hpp"
#include "runready/assessment.hpp"
#include "runready/pack.hpp"

/// What another pack gives people whose answers are at hand: from what to what, how many, which
/// rules made it so.
///
///     Transitions changes(before, after);
///     changes.add("{\"pain\":4}", 1);
///     out.write(transitions_text(changes));
namespace runready {

class Transitions {
 public:
  /// What one pack gives; nothing where it refuses the answers.
  struct Given {
    Recommendation recommendation = Recommendation::run;
    Referral referral = Referral::none;
    friend auto operator<=>(const Given&, const Given&) = default;
  };

  struct Transition {
    std::optional<Given> from;
    std::optional<Given> to;
    std::uint64_t count = 0;
    std::uint64_t first_line = 0;                ///< the number of the first such line
    std::string answers;                         ///< that line
    std::string refused;                         ///< why one pack refused the first that it refused
    std::map<std::string, std::uint64_t> rules;  ///< that count in one pack only, or differently
  };

  /// Both packs must outlive it.
  Transitions(const Pack& before, const Pack& after) : before_(before), after_(after) {}

  /// A line of answers, as for a batch; a blank one is passed over.
  void add(std::string_view line, std::uint64_t number);

  /// All kinds of which there is one, the most frequent change first, those that are none last.
  std::vector<Transition> list() const;

  std::uint64_t lines() const { return lines_; }
  /// Of those for whom recommendation and referral are the same.
  std::uint64_t other_workouts() const { return other_workouts_; }

 private:
  struct Outcome;
  static Outcome outcome(const Pack& pack, std::string_view line);

  const Pack& before_;
  const Pack& after_;
  std::map<std::pair<std::optional<Given>, std::optional<Given>>, Transition> by_kind_;
  std::uint64_t lines_ = 0;
  std::uint64_t other_workouts_ = 0;
};

/// A table: from, to, how many; under each row an example and the rules responsible.
std::string transitions_text(const Transitions& changes);

/// An object, as a value of what is being written.
void write_transitions(JsonWriter& out, const Transitions& changes);

}  // namespace runready
