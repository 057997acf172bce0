#include "model/enumeration.hpp"

namespace runready {

std::string enumeration(const Pack& pack, const std::vector<std::string>& parts) {
  std::string out;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) out += i + 1 == parts.size() ? " " + pack.text("sentence.and") + " " : ", ";
    out += parts[i];
  }
  return out;
}

}  // namespace runready
