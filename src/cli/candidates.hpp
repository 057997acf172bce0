#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/flags.hpp"
#include "runready/pack.hpp"
#include "text/embedded_file.hpp"

/// What a shell may complete a word to, from the tables of commands and flags and from the pack in
/// use. The shell chooses those that fit what is typed, each in its own way.
///
///     candidates({"--gait", ""}, &pack).words    // normal, altered, limping
namespace runready {

struct Candidate {
  std::string word;
  std::string meaning;  ///< may be empty
  friend bool operator==(const Candidate&, const Candidate&) = default;
};

struct Candidates {
  bool is_path = false;  ///< the name of a file or a folder belongs there
  std::vector<Candidate> words;
};

/// What could stand in place of the last of the words after the program's name, of which the other
/// ones are complete. `pack` may be null: then nothing of it is known. REQUIRES: !words.empty()
Candidates candidates(std::span<const std::string> words, const Pack* pack);

/// A line for each, `word`, or `word`, a tab and its meaning; the line `:path` for a path.
std::string to_lines(const Candidates& candidates);

// Candidates for the value of a flag.

/// `typed` is the value so far: of lists, the entries before the last comma are kept.
Candidates values_of(const FlagInfo& flag, std::string_view typed, const Pack* pack);

/// Replies, as `read_reply` understands them. Entries of a list stand apart by `separator`.
std::vector<Candidate> replies_to(const Question& question, std::string_view typed, char separator,
                                  const Pack& pack);

// The scripts in completion/: each lets one shell ask this program for what a word may be
// completed to.

/// `runready.bash` and so on, in order of name.
std::span<const EmbeddedFile> completion_scripts();

}  // namespace runready
