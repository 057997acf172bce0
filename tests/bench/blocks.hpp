#pragma once

#include <unistd.h>

#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>

/// Standard input in large blocks of whole lines, and standard output.
namespace yardstick {

inline constexpr std::size_t kBlock = std::size_t{1} << 18;

/// Calls `use(block, capacity)` with whole lines, after which `padding` bytes may be read.
template <class Use>
void for_each_block(std::size_t padding, Use use) {
  std::string buffer(kBlock + padding, ' ');
  std::size_t filled = 0;
  for (;;) {
    const ssize_t got = ::read(STDIN_FILENO, buffer.data() + filled, kBlock - filled);
    if (got <= 0) break;
    filled += static_cast<std::size_t>(got);
    const std::size_t lines = std::string_view(buffer.data(), filled).rfind('\n') + 1;
    if (lines == 0) continue;
    use(std::string_view(buffer.data(), lines), kBlock);
    std::memmove(buffer.data(), buffer.data() + lines, filled - lines);
    filled -= lines;
  }
  if (filled > 0) use(std::string_view(buffer.data(), filled), kBlock);
}

/// Writes and empties `out`.
inline void write_out(std::string& out) {
  for (std::size_t done = 0; done < out.size();) {
    const ssize_t written = ::write(STDOUT_FILENO, out.data() + done, out.size() - done);
    if (written < 0) std::exit(1);
    done += static_cast<std::size_t>(written);
  }
  out.clear();
}

}  // namespace yardstick
