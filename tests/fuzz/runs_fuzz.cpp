// Exported runs and exported diaries: whatever the bytes, what is read is a run that can have been,
// and what is not is a mistake that can be shown.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "diary/exchange.hpp"
#include "diary/read_runs.hpp"
#include "fuzz/require.hpp"

namespace {

void require_run(const runready::Run& run) {
  using runready::fuzz::require;
  require(!run.metres || *run.metres >= 0);
  require(!run.seconds || *run.seconds >= 0);
  // What is kept can be taken back.
  runready::Diagnostics wrong;
  const std::string line = runready::to_line(run);
  const runready::Entries again = runready::read_lines(line, 0, wrong);
  require(again.runs.size() == 1 && again.runs.front() == run);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace runready;
  const std::string_view text{reinterpret_cast<const char*>(data), size};
  Diagnostics found;
  const RunsRead read = read_runs(text, 0, SystemTimeZone(), Unit::kilometres, found);
  fuzz::require_showable(found, text);
  for (const Run& run : read.runs) require_run(run);
  Diagnostics wrong;
  const Entries entries = read_lines(text, 0, wrong);
  fuzz::require_showable(wrong, text);
  for (const Run& run : entries.runs) require_run(run);
  return 0;
}
