#include "terminal/tab.hpp"

#include "catch.hpp"

namespace runready::testing {

namespace {

constexpr std::string_view kCtrlU = "\x15";

}  // namespace

Shell::Shell(const std::vector<std::string>& words, const std::filesystem::path& folder,
             std::string_view set_up)
    : terminal_(words, {.folder = folder, .size = {.rows = 60, .columns = 120}}) {
  terminal_.send(set_up);
  // Not as it is typed, so that only its output is found.
  terminal_.send("printf 'lo%s\\n' aded\n");
  REQUIRE(terminal_.expect("loaded"));
}

bool Shell::types(std::string_view keys, std::string_view expected) {
  const std::size_t before = terminal_.seen().size();
  terminal_.send(keys);
  const bool came = terminal_.expect(expected);
  if (!came) WARN("instead came: " << terminal_.seen().substr(before));
  terminal_.send(kCtrlU);
  return came;
}

}  // namespace runready::testing
