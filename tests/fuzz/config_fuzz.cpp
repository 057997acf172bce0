// The configuration file: it is understood or has mistakes that can be shown, and the replies in it
// are understood by the rules or have such mistakes.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "cli/config.hpp"
#include "fuzz/require.hpp"
#include "support/small_pack.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace runready;
  static const Pack pack = testing::small_pack();
  const std::string_view text{reinterpret_cast<const char*>(data), size};
  Diagnostics found;
  const Config config = parse_config({"config.json", std::string(text)}, found);
  fuzz::require_showable(found, text);
  Diagnostics wrong;
  const Replies standing = standing_replies(config, pack, wrong);
  fuzz::require_showable(wrong, text);
  fuzz::require(standing.size() == pack.variables.size());
  fuzz::require(!has_errors(wrong) || standing == Replies(pack.variables.size()));
  return 0;
}
