#pragma once

#include <optional>
#include <stdexcept>
#include <string>

#include "runready/assessment.hpp"

/// How the program ends: what its exit status tells, and what the world refused. `runready help
/// exit-status` says it in full.
namespace runready {

inline constexpr int kDone = 0;
inline constexpr int kWorldFailed = 1;  ///< a file, the disk
inline constexpr int kUsage = 2;        ///< bad flags or answers
inline constexpr int kBadPack = 3;      ///< rules that are unreadable, refuted or fail their cases
inline constexpr int kUndecided = 4;    ///< nothing told, not settled under --strict, not proved
inline constexpr int kInterrupted = 130;

// The exit status of `check --exit-code`.

/// REQUIRES: of a run the outlook is there: a run that is not settled is no run yet.
int outcome_status(const Assessment& assessment, const std::optional<Outlook>& outlook);

// What went wrong outside the program: a file that cannot be read, a full disk. Thrown at the
// edges only and caught once, in `main`. What is wrong with an input is a `Diagnostic`
// instead.

/// The message is one a person can act on: `cannot read rules/x.json: permission denied`.
class WorldError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// What to say of an exception that nobody caught, whatever its kind.
struct Failure {
  std::string message;
  std::string help;  ///< what to do about it
};

/// Of the exception being handled: what the world refused, memory that ran out, or a mistake of the
/// program itself. REQUIRES: called in a handler.
Failure failure_being_handled();

}  // namespace runready
