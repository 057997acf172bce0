#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "runready/text_options.hpp"

/// A question as it is put: what it asks, the replies in a numbered list, what may be typed; and
/// how all of it is seen at once in a window.
namespace runready {

struct Prompt {
  struct Reply {
    std::string group;  ///< heading above it; empty for none
    std::string label;
    bool chosen = false;  ///< already, from the way here or as usual
  };
  std::vector<std::string> headings = {};  ///< where in the interview this is; may be empty
  std::string ask = {};
  std::vector<Reply> replies = {};
  std::string how = {};  ///< "A number, or Enter for No"
};

/// How a list goes into a window.
struct Layout {
  std::size_t columns = 1;
  std::vector<std::size_t> pages = {0};  ///< the first reply of each
  bool is_paged() const { return pages.size() > 1; }
};

/// One reply a line if the window has room for that, else columns if no label is too wide, else
/// pages, above whose prompt the question stands again.
Layout layout_of(const Prompt& prompt, const TextOptions& view);

/// A page of it; the end of the last line is where the reply is typed.
std::string in_full(const Prompt& prompt, const Layout& layout, std::size_t page,
                    const TextOptions& view);

/// Whether that is seen at once.
bool fits(std::string_view text, const TextOptions& view);

/// A line to type something behind: only what may be typed, for when the rest still stands above.
std::string prompt_line(std::string_view how, const TextOptions& view);

}  // namespace runready
