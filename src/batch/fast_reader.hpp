#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "batch/dictionary.hpp"
#include "batch/reply_codes.hpp"

/// Reads plain lines: flat answers in compact JSON or with single spaces after `:` and `,`, with
/// or without `{"id": …, "answers": …}` around them.
///
/// A line that is not plain is not wrong: it takes the ordinary route.
namespace runready {

// Where the commas and closing braces of a text stand: a bit for each byte, found sixteen bytes at
// a time.
//
//     Separators separators;
//     separators.find(text);
//     for (SeparatorCursor at = separators.from(text.data()); at.place() < end; at.advance()) …

/// Goes from separator to separator. A copy stays where it is.
class SeparatorCursor {
 public:
  /// Where the separator stands; at the text's end if there is none left, or somewhere before if
  /// there is none for a thousand bytes.
  const char* place() const { return base_ + static_cast<unsigned>(__builtin_ctzll(bits_)); }

  /// REQUIRES: it is not at the text's end.
  void advance() {
    bits_ &= bits_ - 1;
    skip_empty();
  }

 private:
  friend class Separators;
  SeparatorCursor(const std::uint64_t* word, std::uint64_t bits, const char* base)
      : word_(word), bits_(bits), base_(base) {
    skip_empty();
  }

  void skip_empty() {
    for (int i = 0; bits_ == 0; ++i) {
      bits_ = i < kMostEmpty ? *++word_ : 1;
      base_ += 64;
    }
  }

  /// Words looked at: no piece is as long, and every line may look for its first separator.
  static constexpr int kMostEmpty = 16;

  const std::uint64_t* word_;
  std::uint64_t bits_;  // INVARIANT: not 0
  const char* base_;    // of the bits
};

class Separators {
 public:
  /// Finds them anew. The text must outlive the cursors.
  void find(std::string_view text);

  /// At the first separator not before a place. REQUIRES: the place is in the text or at its end.
  SeparatorCursor from(const char* place) const {
    const auto at = static_cast<std::size_t>(place - text_);
    const std::uint64_t* const word = words_.data() + at / 64;
    return {word, *word & ~std::uint64_t{0} << at % 64, text_ + at / 64 * 64};
  }

 private:
  std::vector<std::uint64_t> words_;  ///< ends with separators past the text
  const char* text_ = nullptr;
};

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
