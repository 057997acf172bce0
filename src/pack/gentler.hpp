#pragma once

#include "pack/loading.hpp"

/// Which activities are gentler than which.
namespace runready {

/// Reads what activities say they are gentler than and adds what follows from it: what is gentler
/// than one is gentler than what that is gentler than. Activities gentler than each other in a
/// circle are an error. REQUIRES: all activities and their tags are known.
void order_activities(Loading& in);

}  // namespace runready
