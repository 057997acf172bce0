#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "interview/steps.hpp"
#include "runready/pack.hpp"
#include "runready/text_options.hpp"

/// A question as it is put: what it asks, the replies in a numbered list, what may be typed.
namespace runready {

struct Sheet {
  struct Reply {
    std::string group;  ///< heading above it; empty for none
    std::string label;
    bool chosen = false;  ///< already, from the way here or as usual
  };
  std::vector<std::string> headings;  ///< where in the interview this is; may be empty
  std::string ask;
  std::vector<Reply> replies;
  std::string how;  ///< "A number, or Enter for No"
};

/// `several` adds "Yes, several things" to a bool question; chosen, its value is kSeveral.
Sheet sheet_of(const Pack& pack, const Question& question, const OnEnter& enter, bool several);

/// "Does anything else hurt?"
Sheet sheet_of_anything_else(const Pack& pack);

/// The whole of it; the end of the last line is where the reply is typed.
std::string in_full(const Sheet& sheet, const TextOptions& view);

/// Only the line that says what may be typed, for when the rest still stands above.
std::string in_short(const Sheet& sheet, const TextOptions& view);

/// The same for any other line to type something behind.
std::string prompt_line(std::string_view how, const TextOptions& view);

}  // namespace runready
