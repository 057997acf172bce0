#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// The terminal as an interview sees it: lines come in, text goes out. The terminal's mode is
/// never changed, so however the program ends, it is left as it was.
///
///     Terminal::Line line = terminal.read_line();
///     if (line.kind == Terminal::Line::Kind::text) answer(line.text);
namespace runready {

class Terminal {
 public:
  struct Line {
    enum class Kind {
      text,
      end,          ///< end of input
      interrupted,  ///< Ctrl-C
      resumed,      ///< back after Ctrl-Z: the prompt must be shown again
    };
    Kind kind = Kind::end;
    std::string text;  ///< without the newline
    friend bool operator==(const Line&, const Line&) = default;
  };

  virtual ~Terminal() = default;
  Terminal() = default;
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;

  /// Waits for a line.
  virtual Line read_line() = 0;
  /// Lines typed before a question was there to be read are no reply to it. What comes from a pipe
  /// or a file was written for what is asked, and stays.
  virtual void forget_typed_ahead() = 0;
  /// Shows text at once.
  virtual void write(std::string_view text) = 0;
  /// Columns now: the window may have changed since.
  virtual std::size_t width() const = 0;
  /// Lines now; 0 if that is not known.
  virtual std::size_t height() const = 0;
};

}  // namespace runready
