#include "cli/command_line.hpp"

#include <algorithm>

namespace runready {

bool CommandLine::wants_json() const {
  const auto format = last(Flag::format);
  return has(Flag::json) || (format ? *format == "json" : has(Flag::fields));
}

std::optional<std::string> CommandLine::last(Flag flag) const {
  if (!has(flag)) return std::nullopt;
  return values(flag).back();
}

std::vector<std::string> CommandLine::list(Flag flag) const {
  std::vector<std::string> entries;
  for (const std::string& value : values(flag)) {
    std::size_t start = 0;
    while (start < value.size()) {
      const std::size_t end = std::min(value.find(',', start), value.size());
      // `a, b` is as good as `a,b`.
      const std::size_t from = value.find_first_not_of(' ', start);
      const std::size_t last = value.find_last_not_of(' ', end - (end > 0 ? 1 : 0));
      if (from < end) entries.push_back(value.substr(from, last + 1 - from));
      start = end + 1;
    }
  }
  return entries;
}

}  // namespace runready
