#pragma once

#include <string>

#include "runready/batch.hpp"
#include "runready/pack.hpp"

/// What came of a whole batch, for people.
namespace runready {

/// A row for each recommendation and referral, for the errors, and for each rule that counted, the
/// most frequent first; with counts and shares of the lines answered.
std::string summary_text(const Pack& pack, const BatchCounts& counts);

/// The same as an object: `{"schema":"runready/batch-summary/1",…}`.
std::string summary_json(const Pack& pack, const BatchCounts& counts);

/// `1,234,567`
std::string grouped(std::uint64_t number);

}  // namespace runready
