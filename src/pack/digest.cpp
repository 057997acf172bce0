#include "pack/digest.hpp"

#include <algorithm>

#include "text/sha256.hpp"

namespace runready {

std::string joined_digest(std::vector<std::string> of_files) {
  std::ranges::sort(of_files);
  std::string lines;
  for (const std::string& digest : of_files) lines += digest + "\n";
  return std::string(kDigestKind) + sha256(lines);
}

}  // namespace runready
