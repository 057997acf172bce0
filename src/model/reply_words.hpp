#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "runready/pack.hpp"

/// The words of a reply, read. One reader for flags, `--also` and prompts; what differs is only how
/// near words must come to a reply.
///
///     read_words(where, "knee-front,shin")                  // as a flag
///     read_words(where, "front knee, 8", {.pack = &pack})   // as at a prompt
namespace runready {

struct WordsMistake {
  enum class Kind : std::uint8_t {
    nothing,          ///< no word at all
    unknown,          ///< no reply to the question
    ambiguous,        ///< could be any of `options`, or has words besides the only one of them
    no_number,        ///< not a whole number
    out_of_range,     ///< a number the question does not take
    not_listed,       ///< a number that the list does not have
    one_only,         ///< several replies where one is wanted
    none_and_others,  ///< "none" beside options
    no_none,          ///< "none" where that is no reply
  };
  Kind kind = Kind::nothing;
  std::string word = {};
  std::vector<std::uint32_t> options =
      {};  ///< of `ambiguous`; of `unknown` by an id: what may be meant
};

struct ReadWords {
  std::vector<std::int32_t> values = {};  ///< one for each variable; empty if there are mistakes
  std::vector<WordsMistake> mistakes = {};
};

/// What words may also be at a prompt: numbers of the list shown, words of labels, `none` in its
/// ways, `4/10`, "2 weeks", and of a list already ticked `-2`.
struct AtPrompt {
  const Pack* pack = nullptr;  ///< null: it is a flag, and only ids, `none` and numbers are meant
  bool several = false;        ///< whether a bool question has "several things" as its third reply
  std::span<const std::int32_t> ticked = {};  ///< the reply that stands, if there is one
};

ReadWords read_words(const Question& question, std::string_view words, const AtPrompt& prompt = {});

/// Whether words say no to everything: `n`, `none`, `0`, `-`, and what the pack has for it.
bool are_none(const Pack& pack, std::string_view words);

}  // namespace runready
