#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Help as a list of blocks, so that the terminal, the manual and the README can show the same.
namespace runready {

struct HelpBlock {
  enum class Kind {
    heading,
    paragraph,
    item,     ///< `left` is a flag, a command or a value, `right` says what it does
    example,  ///< `left` is a command, `right` what it is for; may be empty
  };
  Kind kind = Kind::paragraph;
  std::string left;
  std::string right;
};

using HelpPage = std::vector<HelpBlock>;

HelpBlock heading(std::string_view text);
HelpBlock paragraph(std::string_view text);
HelpBlock item(std::string_view left, std::string_view right);
HelpBlock example(std::string_view command, std::string_view purpose);

/// Lines of at most `width` columns; a newline in a text ends a line there.
std::string to_text(const HelpPage& page, std::size_t width);

}  // namespace runready
