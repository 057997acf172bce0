#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "runready/diagnostic.hpp"

/// Why a text is not JSON, in words a person can act on.
namespace runready {

/// The last piece of JSON that was right.
enum class JsonPiece : std::uint8_t {
  nothing,  ///< the text begins
  open_list,
  open_object,
  key,
  item,    ///< a value in a list
  member,  ///< a value in an object
  whole    ///< the outermost value
};

struct JsonMistake {
  std::string_view text;
  std::uint32_t file = 0;
  JsonPiece after = JsonPiece::nothing;
  std::size_t from = 0;  ///< where that piece ended
  Span open;             ///< the bracket not closed yet, if any
};

/// What is wrong after the last right piece. REQUIRES: something is.
Diagnostic explain(const JsonMistake& mistake);

/// Where an earlier byte stands, for who looks at a later one: `line 3`, or `column 7` where both
/// stand in one line.
std::string place_of_earlier(std::string_view text, std::size_t earlier, std::size_t later);

/// The first byte from `at` on that is no white space.
std::size_t skip_json_space(std::string_view text, std::size_t at);

}  // namespace runready
