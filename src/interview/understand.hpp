#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "runready/pack.hpp"

/// What a typed line means.
namespace runready {

/// What may be typed instead of a reply. They are never replies, whatever the options are called.
enum class Command : std::uint8_t { why, back, review, quit, another };

/// `?`, `b`, `r`, `q`, `+`; nothing for any other line.
std::optional<Command> command_in(std::string_view line);

/// A line as a reply to a question.
struct Understood {
  /// One for each variable of the question; empty if the line is no reply to it.
  std::vector<std::int32_t> values;
  std::string problem;  ///< why it is none, for the person who typed it
};

/// Understands the numbers of the list shown, names and unique beginnings of names; of a
/// multi-choice several of them and `none`. `several` is a third reply to a bool question, known
/// by its number only. REQUIRES: `line` is not blank.
Understood understand(const Pack& pack, QuestionId question, bool several, std::string_view line);

/// The same of a plain yes or no; a blank line is no. The value is 1 for yes.
Understood understand_yes_or_no(const Pack& pack, std::string_view line);

/// The place, from 0, that a number from 1 to `size` stands for.
std::optional<std::size_t> place_in_list(std::string_view line, std::size_t size);

/// `line` without the white space around it.
std::string_view trimmed(std::string_view line);

}  // namespace runready
