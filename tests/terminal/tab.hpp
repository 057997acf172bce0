// Tab at a shell that has the program's completion loaded.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "terminal/pty.hpp"

namespace runready::testing {

class Shell {
 public:
  /// Starts a shell and types the lines that load the completion.
  Shell(const std::vector<std::string>& words, const std::filesystem::path& folder,
        std::string_view set_up);

  /// Types, with "\t" for Tab, and waits for a text; then drops the line. Tells what came instead.
  bool types(std::string_view keys, std::string_view expected);

 private:
  Terminal terminal_;
};

}  // namespace runready::testing
