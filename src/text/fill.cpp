#include "text/fill.hpp"

namespace runready {

std::string fill(std::string_view text, std::initializer_list<std::string_view> arguments) {
  std::string filled;
  for (const std::string_view argument : arguments) {
    const std::size_t place = text.find("{}");
    if (place == std::string_view::npos) break;
    filled.append(text.substr(0, place)).append(argument);
    text.remove_prefix(place + 2);
  }
  return filled.append(text);
}

}  // namespace runready
