#pragma once

#include <string_view>

#include "cli/candidates.hpp"
#include "cli/flags.hpp"

/// Candidates for the value of a flag.
namespace runready {

/// `typed` is the value so far: of lists, the entries before the last comma are kept.
Candidates values_of(const FlagInfo& flag, std::string_view typed, const Pack* pack);

/// Replies, as `read_reply` understands them. Entries of a list stand apart by `separator`.
std::vector<Candidate> replies_to(const Question& question, std::string_view typed, char separator,
                                  const Pack& pack);

}  // namespace runready
