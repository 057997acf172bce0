#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/reply_words.hpp"
#include "runready/pack.hpp"
#include "runready/text_options.hpp"

/// A question as it is put, with the replies in a numbered list, and what a line typed there means.
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

/// What may be typed instead of a reply. They are never replies, whatever the options are called.
enum class PromptCommand : std::uint8_t { why, back, review, quit, another, skip };

/// `?`, `b`, `r`, `q`, `+` and the words for them; nothing for any other line.
std::optional<PromptCommand> command_in(std::string_view line);

/// A line as a reply to a question.
struct Understood {
  /// One for each variable of the question; empty if the line is no reply to it.
  std::vector<std::int32_t> values;
  std::string problem = {};                  ///< why it is none, for the person who typed it
  std::vector<std::uint32_t> could_be = {};  ///< the options of which it could be any
};

/// Understands what `read_words` does at a prompt. REQUIRES: `line` is not blank.
Understood understand(const Pack& pack, const Question& question, std::string_view line,
                      bool several = false, std::span<const std::int32_t> ticked = {});

/// What may be typed in reply, in a sentence.
std::string how_to_answer(const Pack& pack, const Question& question, bool is_ticked);

}  // namespace runready
