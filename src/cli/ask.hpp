#pragma once

#include <csignal>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/files.hpp"
#include "cli/session.hpp"
#include "runready/interview.hpp"

/// Asking at a terminal for what was not told: the terminal, the interview carried there and back,
/// and when to ask at all.
namespace runready {

/// The terminal as an interview sees it: lines come in, text goes out. The terminal's mode is
/// never changed, so however the program ends, it is left as it was.
///
///     Terminal::Line line = terminal.read_line();
///     if (line.kind == Terminal::Line::Kind::text) answer(line.text);
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

/// The interview at a terminal: nothing but carrying texts there and lines back.
enum class Ending { settled, quit, interrupted };

struct AskOptions {
  bool color = false;
  bool echo = false;  ///< show the lines read, as a terminal does by itself
};

/// Until it is over. The end of input is as good as `q`, or as Enter where all is settled.
Ending ask(Interview& interview, Terminal& terminal, const AskOptions& options);

// The part of a run in which the program asks for what was not told.

/// With `--ask`, or if nothing was told, there is somebody to ask and nothing was said against it.
bool is_to_ask(const CommandLine& line, const Environment& environment, bool is_told);

/// Says how to be asked for the rest, if there is somebody who could be.
void hint_at_asking(Session& session, const Pack& pack, const Answers& told);

struct AskedFor {
  bool was_needed = true;  ///< false: all that matters had been told
  Ending ending = Ending::settled;
  Answers answers;                      ///< what was told in the end
  std::vector<QuestionId> from_config;  ///< questions answered as they usually are
  Answers carried;                      ///< of those, what a morning filled in
  std::optional<Interview::AtHand> at_hand;
};

/// Asks what still matters, on standard error. If that is broken off, says how to go on from there.
AskedFor ask_the_rest(Session& session, const Pack& pack, Prover& prover, InterviewStart start);

/// Says how to get the same answer without being asked.
/// `have` are the activities at hand, if that was said.
void say_how_to_repeat(Session& session, const Pack& pack, const Answers& answers,
                       const std::vector<std::string>& have);

/// Columns of a descriptor's terminal as it is now, unless `--width` says otherwise.
std::size_t width_now(const Session& session, int descriptor);

}  // namespace runready
