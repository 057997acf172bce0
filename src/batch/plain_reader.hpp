#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
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

  /// Reads the line that begins at `text[begin]`. `mark` is at the first mark of `text` not before
  /// it, and is moved on past the line's newline if the line is plain.
  /// Where the next line begins, or nothing. `answers` is whole only then.
  /// REQUIRES: the line ends with a newline, and `Dictionary::kPadding` bytes follow the text.
  std::optional<std::size_t> read(const char* text, std::size_t begin, MarkCursor& mark,
                                  PlainAnswers& answers) const;

 private:
  bool read_replies(const char* text, std::size_t& at, MarkCursor& mark,
                    PlainAnswers& answers) const;
  bool take_integer(const char* begin, const char* end, PlainAnswers& answers) const;

  const Pack& pack_;
  const Coding& coding_;
  const Dictionary& dictionary_;
  const std::vector<std::uint64_t>& default_words_;
};

}  // namespace runready
