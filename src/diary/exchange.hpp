#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "diary/entries.hpp"
#include "runready/diagnostic.hpp"

/// The diary as lines of JSON, for other programs and for another machine. A check-in is a line
/// that `batch` reads: its id is when it was, and what else is kept stands beside the answers.
///
///     {"id":"2026-11-28T06:30:00+01:00","answers":{"any_pain":false},"diary":{…}}
///     {"run":{"start":"2026-11-28T18:00:00+01:00","metres":10023,"seconds":3012,…}}
namespace runready {

std::string to_line(const CheckIn& check_in);
std::string to_line(const Run& run);

struct Entries {
  std::vector<CheckIn> check_ins;
  std::vector<Run> runs;
};

/// Lines of both kinds. What is wrong has spans in file number `file` and the code `bad-entry`, or
/// those of reading JSON.
Entries read_lines(std::string_view text, std::uint32_t file, Diagnostics& diagnostics);

}  // namespace runready
