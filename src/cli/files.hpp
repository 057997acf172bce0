#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "runready/diagnostic.hpp"

/// Reading files and standard input whole, and writing so that nothing is lost silently. Whatever
/// cannot be read or written is a WorldError that names it.
namespace runready {

/// Writing to a file descriptor so that nothing is lost silently: a full disk is a `WorldError`, a
/// pipe that nobody reads any more ends the output quietly.
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

/// As large as a pack file may be; larger files are not read further.
inline constexpr std::size_t kMaxFileBytes = std::size_t{8} << 20;

/// Appends the files of a pack: the file itself, or the `*.json` of a folder but its
/// `*.schema.json`, in order of name. A folder without any is a WorldError too, and so are more
/// files or bytes, with those that are there, than a pack may have: they are not read.
void read_pack_files(const std::filesystem::path& path, std::vector<SourceFile>& into);

enum class NamedPipe : bool { refused, waited_for };

/// The bytes of a file, or of a pipe that is given on purpose: one that the caller has opened, such
/// as `/dev/stdin` or `<(command)`. A device or a socket is refused at once: it may never end, or
/// never begin. So is a named pipe, unless it is waited for until somebody fills it.
std::string read_file(const std::filesystem::path& path, std::size_t max_bytes = kMaxFileBytes,
                      NamedPipe named_pipe = NamedPipe::refused);

/// At most kMaxFileBytes; more is a WorldError, as is an input that cannot be read.
std::string read_standard_input();

}  // namespace runready
