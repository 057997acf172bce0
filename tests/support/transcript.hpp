#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What happened at a command line, written as one would read it there. The files of
/// tests/golden/ and the `console` blocks of the documents are transcripts:
///
///     A mistyped option is answered with the nearest one.
///
///     $ runready check --gait limpin
///     [stderr]
///     error: ...
///     [status 2]
///
/// Free text first. Then commands, `$ ` before the first line and `> ` before further ones, each
/// with what it prints, in this order and all but the first left out where empty:
///
///     [file NAME]    before the command: a file to make in the scratch folder
///     [stdin]        what the command reads; `[stdout]` then ends it
///     [stderr]
///     [status N]     where it is not 0
///
/// One blank line before a command or a `[file]` is layout. A line that says `…` alone stands for
/// any number of lines. `[no newline]` follows a last line that does not end. A `\` before a line
/// says that it is text although it looks like one of these. `$PWD` and `$REPO` stand for the
/// scratch folder and the repository; control characters are shown as pictures: `␛`.
namespace runready::testing {

struct TranscriptFile {
  std::string name;
  std::string text;
  friend bool operator==(const TranscriptFile&, const TranscriptFile&) = default;
};

struct Step {
  std::vector<TranscriptFile> files;
  std::string command;
  std::optional<std::string> input;
  std::string out;
  std::string err;
  int status = 0;
  friend bool operator==(const Step&, const Step&) = default;
};

struct Transcript {
  std::string description;
  std::vector<Step> steps;
  friend bool operator==(const Transcript&, const Transcript&) = default;
};

/// Throws std::runtime_error that names the line.
Transcript parse_transcript(std::string_view text);

/// REQUIRES: parse_transcript(print_transcript(t)) == t for every t that was parsed.
std::string print_transcript(const Transcript& transcript);

/// Whether `actual` is what `expected` says, `…` being any number of lines.
bool matches(std::string_view expected, std::string_view actual);

/// How the commands are run: `merged` has no standard error of its own, as in a terminal.
struct ReplayOptions {
  std::filesystem::path folder;
  bool merged = false;
};

/// Runs every command and gives the transcript as it is now; what still matches is kept as it
/// was written, so that a `…` stays.
Transcript replay(const Transcript& expected, const ReplayOptions& options);

/// The lines of both, those that differ marked `-` and `+`.
std::string difference(std::string_view expected, std::string_view actual);

}  // namespace runready::testing
