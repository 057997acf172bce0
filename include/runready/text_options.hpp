#pragma once

#include <cstddef>

/// How text for a terminal is laid out.
namespace runready {

struct TextOptions {
  std::size_t width = 80;  ///< columns; under 20 is taken as 20
  bool color = false;  ///< whether escape sequences set words off; nothing is told by them alone
  std::size_t height = 0;  ///< lines of the window; 0: unknown, so nothing is fitted into it
};

}  // namespace runready
