#include "text/backticks.hpp"

#include "text/utf8.hpp"

namespace runready {

namespace {
constexpr std::size_t kLongest = 60;
}

std::string in_backticks(std::string_view input) {
  // Bytes first, so that a megabyte of input costs nothing: no code point has more than four.
  const std::string_view start = input.substr(0, kLongest * 4);
  std::string shown = printable(start);
  // It looks like a space, and may be all that is wrong with a word.
  constexpr std::string_view kNoBreakSpace = "\u00a0";
  for (std::size_t at = 0; (at = shown.find(kNoBreakSpace, at)) != std::string::npos;) {
    shown.replace(at, kNoBreakSpace.size(), "\\u{a0}");
  }
  const std::string_view fits = fitting_prefix(shown, kLongest);
  const bool is_cut = start.size() < input.size() || fits.size() < shown.size();
  return "`" + std::string(fits) + (is_cut ? "...`" : "`");
}

}  // namespace runready
