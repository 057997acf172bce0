#pragma once

#include <string>

/// What to say of an exception that nobody caught, whatever its kind.
namespace runready {

struct Failure {
  std::string message;
  std::string help;  ///< what to do about it
};

/// Of the exception being handled: what the world refused, memory that ran out, or a mistake of the
/// program itself. REQUIRES: called in a handler.
Failure failure_being_handled();

}  // namespace runready
