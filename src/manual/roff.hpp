#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/document.hpp"

/// Manual pages, written for `man`: the same blocks that help shows at the terminal.
namespace runready {

struct ManualSection {
  std::string_view title;  ///< in capitals
  Document blocks;         ///< headings in them are subsections
};

struct ManualPage {
  std::string_view name;     ///< `runready`
  int section = 1;           ///< of the manual
  std::string_view summary;  ///< one line, lower case, no full stop
  std::vector<ManualSection> sections;
};

/// In the macros of man(7). Words in backticks come out bold; a newline in a text begins a line.
std::string to_roff(const ManualPage& page, std::string_view version);

}  // namespace runready
