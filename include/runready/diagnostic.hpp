#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// What is wrong with an input (a pack, answers, a flag), as data: gathered, so that ten mistakes
/// show at once and warnings travel with success. Failures of the world (unreadable file, full
/// disk) are exceptions of the edges instead and never appear here. Values, each thread's own.
///
///     Diagnostics found;
///     auto pack = load_pack(files, found);
///     for (const Diagnostic& d : found) std::cerr << to_text(d, files);
namespace runready {

/// A named text that spans point into: a pack file, the answers, the command line.
struct SourceFile {
  std::string name;
  std::string text;
  bool is_added = false;  ///< of a pack: whether it must be an add-on's
};

/// A half-open range of bytes, `[begin, end)`, in the file with that number. `kNoFile` where there
/// is no place to point at.
struct Span {
  static constexpr std::uint32_t kNoFile = 0xffffffff;
  std::uint32_t file = kNoFile;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  friend bool operator==(const Span&, const Span&) = default;
};

enum class Severity : std::uint8_t { error, warning };

struct Diagnostic {
  Severity severity = Severity::error;
  std::string code;     ///< stable and documented, e.g. `unknown-question`
  Span span;            ///< lies inside its file
  std::string message;  ///< lower case, no full stop, input in backticks
  std::string help;     ///< what to do; may be empty
  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

using Diagnostics = std::vector<Diagnostic>;

bool has_errors(const Diagnostics& diagnostics);

/// `file:line:col: error: message [code]`, the source line, a caret line and the help, each ended
/// by a newline. Columns count code points from 1. Control characters are shown escaped.
std::string to_text(const Diagnostic& diagnostic, std::span<const SourceFile> files);

}  // namespace runready
