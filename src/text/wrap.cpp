#include <algorithm>

#include "text/utf8.hpp"

namespace runready {

namespace {

class Lines {
 public:
  explicit Lines(std::size_t width) : width_(std::max<std::size_t>(width, 1)) {}

  void add_word(std::string_view word) {
    const std::size_t word_width = display_width(word);
    if (!line_.empty() && used_ + 1 + word_width > width_) end_line();
    if (word_width > width_) {
      add_cut(word);
      return;
    }
    if (!line_.empty()) {
      line_ += ' ';
      ++used_;
    }
    line_ += word;
    used_ += word_width;
  }

  void end_line() {
    lines_.push_back(std::move(line_));
    line_.clear();
    used_ = 0;
  }

  std::vector<std::string> take() { return std::move(lines_); }

 private:
  /// A word wider than a line: in pieces, the last of which other words may follow.
  void add_cut(std::string_view word) {
    for (;;) {
      std::string_view piece = fitting_prefix(word, width_);
      // A wide character on a terminal one column wide: nothing better than to let it stand out.
      if (piece.empty()) piece = word.substr(0, first_code_point(word).bytes);
      line_ = piece;
      used_ = display_width(piece);
      word.remove_prefix(piece.size());
      if (word.empty()) return;
      end_line();
    }
  }

  std::size_t width_;
  std::vector<std::string> lines_;
  std::string line_;
  std::size_t used_ = 0;
};

void add_paragraph(Lines& lines, std::string_view paragraph) {
  while (!paragraph.empty()) {
    const std::string_view word = paragraph.substr(0, paragraph.find(' '));
    if (!word.empty()) lines.add_word(word);
    paragraph.remove_prefix(std::min(word.size() + 1, paragraph.size()));
  }
  lines.end_line();
}

}  // namespace

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
  Lines lines(width);
  for (;;) {
    const std::size_t newline = text.find('\n');
    add_paragraph(lines, text.substr(0, newline));
    if (newline == std::string_view::npos || newline + 1 == text.size()) return lines.take();
    text.remove_prefix(newline + 1);
  }
}

}  // namespace runready
