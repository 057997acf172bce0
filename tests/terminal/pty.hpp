#pragma once

#include <sys/types.h>
#include <termios.h>

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// A program at a real terminal: keys go in, what it prints comes back.
///
///     const ScratchFolder scratch;
///     Terminal terminal{{"runready"}, {.folder = scratch.path()}};
///     CHECK(terminal.expect("Does anything hurt?"));
///     terminal.send("y\n");
///     CHECK(terminal.wait() == 0);
///
/// The program runs as the foreground job of a session of its own, as under a shell, so that
/// SIGTSTP stops it and Ctrl-C (`kCtrlC`) reaches it.
namespace runready::testing {

inline constexpr std::string_view kCtrlC = "\x03";
inline constexpr std::string_view kCtrlD = "\x04";
inline constexpr std::string_view kCtrlZ = "\x1a";

struct WindowSize {
  unsigned short rows = 24;
  unsigned short columns = 80;
};

struct TerminalOptions {
  std::filesystem::path folder;             ///< to run in; also HOME
  std::vector<std::string> variables = {};  ///< `NAME=value`, added to test_environment
  WindowSize size = {};
  bool output_apart = false;  ///< standard output is a pipe: see Terminal::output
};

/// A descriptor that is closed with the object.
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept;
  Descriptor& operator=(Descriptor&& other) noexcept;
  ~Descriptor();

  int number() const { return number_; }

 private:
  int number_ = -1;
};

class Terminal {
 public:
  using Milliseconds = std::chrono::milliseconds;
  static constexpr Milliseconds kPatience{60'000};  ///< enough under a sanitizer on a busy machine

  /// `words` is the program, looked up in the PATH of test_environment, and its arguments.
  Terminal(const std::vector<std::string>& words, const TerminalOptions& options);
  /// Kills the program if it still runs.
  ~Terminal();
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;

  void send(std::string_view keys);

  /// Waits for `text` after what earlier calls found. False: it did not come in time, or the
  /// program ended without it; `seen` then says what came instead.
  bool expect(std::string_view text, Milliseconds patience = kPatience);

  /// Changes the size of the window, which sends SIGWINCH.
  void resize(WindowSize size);
  void signal(int number);

  /// The status a shell would give (128 and the signal), or none if it still runs after all.
  std::optional<int> wait(Milliseconds patience = kPatience);
  /// Whether it is stopped, as by Ctrl-Z, within that time.
  bool stops(Milliseconds patience = kPatience);

  /// Everything on the screen so far, echoed keys included, lines ending in "\r\n".
  const std::string& seen() const { return seen_; }
  /// Standard output, where it is apart.
  const std::string& output() const { return output_; }
  /// Whether echo, line editing and the rest are set as before the program ran.
  bool is_as_it_was() const;

 private:
  void start(const std::vector<std::string>& words, const TerminalOptions& options);
  /// Takes in what the program has printed and how it fares. False: nothing came in time.
  bool take_in(Milliseconds patience);

  Descriptor master_;
  Descriptor
      slave_;  ///< kept open: it has the settings, and data is not lost when the program ends
  Descriptor status_;  ///< wait statuses from the session's leader
  Descriptor apart_;
  termios before_{};
  pid_t leader_ = -1;
  pid_t program_ = -1;
  std::string seen_;
  std::string output_;
  std::size_t found_ = 0;  ///< where in `seen_` the next `expect` looks
  std::optional<int> ended_;
  bool stopped_ = false;
};

}  // namespace runready::testing
