// An interview driven line by line, as a person would.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "runready/interview.hpp"

namespace runready::testing {

class Talk {
 public:
  explicit Talk(const Pack& pack, InterviewStart start = {}, TextOptions view = {})
      : prover_(pack), interview_(pack, prover_, std::move(start)), view_(view) {}

  /// The prompt as it stands now; empty when the interview is over.
  std::string prompt(Interview::Shown how = Interview::Shown::as_needed) {
    return interview_.is_over() ? "" : interview_.prompt(view_, how);
  }
  /// Types a line; gives what is said to it.
  std::string say(std::string_view line) { return interview_.take(line, view_); }
  /// Types several lines; gives what is said to the last.
  std::string say_all(const std::vector<std::string_view>& lines) {
    std::string said;
    for (const std::string_view line : lines) said = say(line);
    return said;
  }

  const Interview& interview() const { return interview_; }
  /// Whether nothing more is asked.
  bool is_confirming() const { return interview_.stage() == Interview::Stage::confirming; }
  bool is_settled() const { return interview_.stage() == Interview::Stage::settled; }
  const TextOptions& view() const { return view_; }

 private:
  Prover prover_;
  Interview interview_;
  TextOptions view_;
};

inline bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

}  // namespace runready::testing
