#pragma once

#include "runready/pack.hpp"

namespace runready::testing {

/// The advice that the diary's derivations are written for, whole.
Pack advice();

}  // namespace runready::testing
