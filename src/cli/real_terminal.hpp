#pragma once

#include <csignal>
#include <functional>
#include <string>

#include "cli/output.hpp"
#include "cli/terminal.hpp"

namespace runready {

/// Standard input for lines and an output, usually standard error, for text. While it lives,
/// Ctrl-C ends the line and not the program, and coming back from Ctrl-Z ends the line too.
/// INVARIANT: at most one exists at a time, since signals belong to the process.
class RealTerminal final : public Terminal {
 public:
  /// A longer line comes in pieces, so that no input fills the memory.
  static constexpr std::size_t kLongestLine = std::size_t{1} << 16;

  /// `width` is asked each time; the height is that of the terminal on `descriptor`, if it is one.
  RealTerminal(Output& output, int descriptor, std::function<std::size_t()> width);
  ~RealTerminal() override;

  Line read_line() override;
  void forget_typed_ahead() override;
  void write(std::string_view text) override;
  std::size_t width() const override { return width_(); }
  std::size_t height() const override;

 private:
  /// Waits until there is something to read; false if a signal came instead.
  bool wait_for_input();
  /// Reads what there is; false at the end of input.
  bool read_more();
  std::string take_line(std::size_t end);
  [[noreturn]] void fail();

  Output& output_;
  int descriptor_;
  std::function<std::size_t()> width_;
  std::string pending_;
  struct sigaction old_interrupt_ {};
  struct sigaction old_resume_ {};
  sigset_t old_mask_{};
};

}  // namespace runready
