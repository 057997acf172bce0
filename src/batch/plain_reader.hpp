#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "batch/dictionary.hpp"
#include "batch/marks.hpp"
#include "batch/plain_answers.hpp"

/// Reads plain lines: flat answers in compact JSON or with single spaces after `:` and `,`, with
/// or without `{"id": …, "answers": …}` around them.
///
/// A line that is not plain is not wrong: it has to be read the full way.
namespace runready {

class PlainReader {
 public:
  /// `default_words` are those of answers of which nothing is told.
  PlainReader(const Pack& pack, const Coding& coding, const Dictionary& dictionary,
              const std::vector<std::uint64_t>& default_words);

  /// Reads the line that begins here. `mark` is at the first mark not before it, and is moved on
  /// past the line's newline if the line is plain.
  /// Where the next line begins, or null. `answers` is whole only then.
  /// REQUIRES: the line ends with a newline, and `Dictionary::kPadding` bytes around it can be
  /// read.
  const char* read(const char* line, MarkCursor& mark, PlainAnswers& answers) const;

 private:
  /// How far a line is read.
  struct State {
    MarkCursor next;         ///< at the mark that ends the next piece
    const char* at;          ///< where that piece begins
    std::uint64_t repeated;  ///< not 0: something was told twice
    OpenList open_list;
  };

  enum class Stop : bool { at_end, at_unknown };

  Stop take_pieces(State& state, std::uint64_t* words) const;
  bool read_replies(State& state, PlainAnswers& answers) const;
  bool take_integer(const char* begin, const char* end, PlainAnswers& answers) const;

  const Pack& pack_;
  const Coding& coding_;
  const Dictionary& dictionary_;
  const std::vector<std::uint64_t>& default_words_;
};

}  // namespace runready
