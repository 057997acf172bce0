#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/words.hpp"
#include "runready/pack.hpp"

/// What a typed line means.
namespace runready {

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
