#pragma once

#include <string>
#include <string_view>

/// Writing to a file descriptor so that nothing is lost silently: a full disk is a `WorldError`, a
/// pipe that nobody reads any more ends the output quietly.
namespace runready {

class Output {
 public:
  /// Messages beside the results: where they cannot be written there is nobody left to tell.
  enum class Failure : bool { throws, is_ignored };

  /// `name` is for the message, e.g. `standard output`.
  Output(int descriptor, std::string_view name, Failure failure)
      : descriptor_(descriptor), name_(name), failure_(failure) {}
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;
  /// What was not flushed is lost: an exception may be on its way.
  ~Output() = default;

  /// Keeps text until `flush`, or until there is much of it.
  void write(std::string_view text);
  void flush();

  /// Whether the reader has gone; what is written then goes nowhere.
  bool is_closed() const { return is_closed_; }

 private:
  int descriptor_;
  std::string_view name_;
  Failure failure_;
  bool is_closed_ = false;
  std::string pending_;
};

}  // namespace runready
