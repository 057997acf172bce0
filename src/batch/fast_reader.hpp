#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "batch/dictionary.hpp"
#include "batch/fast_answers.hpp"
#include "batch/separators.hpp"

/// Reads plain lines: flat answers in compact JSON or with single spaces after `:` and `,`, with
/// or without `{"id": …, "answers": …}` around them.
///
/// A line that is not plain is not wrong: it takes the ordinary route.
namespace runready {

class FastReader {
 public:
  /// `default_words` are those of answers of which nothing is told.
  FastReader(const Pack& pack, const ReplyCodes& codes, const Dictionary& dictionary,
             const std::vector<std::uint64_t>& default_words);

  /// Reads the line that begins here. Where the next line begins, or null if the line is not
  /// plain. `answers` is whole only if it is.
  /// REQUIRES: `separators` has what stands in the line; it ends with a newline, and
  /// `Dictionary::kPadding` bytes after it can be read.
  const char* read(const char* line, const Separators& separators, FastAnswers& answers) const;

 private:
  /// How far a line is read.
  struct State {
    const char* at;              ///< where the next piece begins
    std::uint64_t repeated = 0;  ///< not 0: something was told twice
    OpenList open_list = kNoList;
  };

  enum class Stop : bool { at_end, at_unknown };

  Stop take_pieces(const Separators& separators, State& state, std::uint64_t* words) const;
  const char* read_replies(const Separators& separators, const char* begin,
                           FastAnswers& answers) const;
  bool take_integer(const char* begin, const char* end, FastAnswers& answers) const;

  const Pack& pack_;
  const ReplyCodes& codes_;
  const Dictionary& dictionary_;
  const std::vector<std::uint64_t>& default_words_;
};

}  // namespace runready
