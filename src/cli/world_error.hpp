#pragma once

#include <stdexcept>

/// What went wrong outside the program: a file that cannot be read, a full disk. Thrown at the
/// edges only and caught once, in `main`
/// (failure.hpp has what is caught beside it). What is wrong with an input is a `Diagnostic`
/// instead.
namespace runready {

/// The message is one a person can act on: `cannot read rules/x.json: permission denied`.
class WorldError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace runready
