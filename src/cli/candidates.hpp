#pragma once

#include <span>
#include <string>
#include <vector>

#include "runready/pack.hpp"

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

}  // namespace runready
