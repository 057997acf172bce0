#include "support/transcript.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <span>
#include <stdexcept>

namespace runready::testing {
namespace {

using Lines = std::vector<std::string_view>;

constexpr std::array<std::string_view, 4> kMarkers = {"[stdin]", "[stdout]", "[stderr]",
                                                      "[no newline]"};

/// Lines with their newline; the last may have none.
Lines lines_of(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

std::string_view without_newline(std::string_view line) {
  if (line.ends_with('\n')) line.remove_suffix(1);
  return line;
}

bool has_argument(std::string_view line, std::string_view opening) {
  return line.starts_with(opening) && line.ends_with(']');
}

bool starts_step(std::string_view line) {
  return line.starts_with("$ ") || has_argument(line, "[file ");
}

bool is_marker(std::string_view line) {
  return starts_step(line) || has_argument(line, "[status ") ||
         std::ranges::find(kMarkers, line) != kMarkers.end();
}

/// Reads a transcript line by line. Each method takes what it names and stops before the rest.
class Parser {
 public:
  explicit Parser(std::string_view text) : lines_(lines_of(text)) {}

  Transcript transcript() {
    Transcript transcript;
    transcript.description = block();
    while (!at_end()) transcript.steps.push_back(step());
    return transcript;
  }

 private:
  bool at_end() const { return next_ == lines_.size(); }
  std::string_view line() const { return at_end() ? "" : without_newline(lines_[next_]); }

  bool take(std::string_view marker) {
    if (at_end() || line() != marker) return false;
    ++next_;
    return true;
  }

  Step step() {
    Step step;
    while (has_argument(line(), "[file ")) {
      const std::string_view name = argument("[file ");
      step.files.push_back({std::string{name}, block()});
    }
    if (!line().starts_with("$ ")) fail("expected a command, `$ …`");
    step.command = command();
    if (take("[stdin]")) {
      step.input = block();
      if (!take("[stdout]") && !at_end() && !starts_step(line()) && line() != "[stderr]" &&
          !has_argument(line(), "[status ")) {
        fail("expected [stdout], [stderr] or [status N] after [stdin]");
      }
    }
    step.out = block();
    if (take("[stderr]")) step.err = block();
    if (has_argument(line(), "[status ")) {
      step.status = number(argument("[status "));
      if (!block().empty()) fail("expected nothing after [status N]");
    }
    return step;
  }

  std::string command() {
    std::string command{line().substr(2)};
    for (++next_; line() == ">" || line().starts_with("> "); ++next_) {
      command.append("\n").append(line().substr(std::min<std::size_t>(2, line().size())));
    }
    return command;
  }

  /// Text up to the next marker, less the blank line that is layout before a step.
  std::string block() {
    std::string text;
    const std::size_t first = next_;
    for (; !at_end() && !is_marker(line()); ++next_) {
      std::string_view piece = lines_[next_];
      if (piece.starts_with('\\')) piece.remove_prefix(1);
      text.append(piece);
    }
    if (take("[no newline]")) {
      if (text.ends_with('\n')) text.pop_back();
      while (line().empty() && !at_end()) ++next_;
    } else if (next_ > first && !at_end() && starts_step(line()) && lines_[next_ - 1] == "\n") {
      text.pop_back();
    }
    return text;
  }

  std::string_view argument(std::string_view opening) {
    std::string_view argument = line();
    argument.remove_prefix(opening.size());
    argument.remove_suffix(1);
    ++next_;
    return argument;
  }

  int number(std::string_view digits) const {
    int value = 0;
    const char* end = digits.data() + digits.size();
    const auto [rest, error] = std::from_chars(digits.data(), end, value);
    if (error != std::errc{} || rest != end) fail("expected a number in [status N]");
    return value;
  }

  [[noreturn]] void fail(const std::string& what) const {
    throw std::runtime_error("line " + std::to_string(next_ + 1) + ": " + what);
  }

  Lines lines_;
  std::size_t next_ = 0;
};

void print_block(std::string_view text, std::string& to) {
  for (const std::string_view line : lines_of(text)) {
    if (line.starts_with('\\') || is_marker(without_newline(line))) to.append("\\");
    to.append(line);
  }
  if (!text.empty() && !text.ends_with('\n')) to.append("\n[no newline]\n");
}

void print_step(const Step& step, std::string& to) {
  for (const TranscriptFile& file : step.files) {
    to.append("[file ").append(file.name).append("]\n");
    print_block(file.text, to);
    to.append("\n");
  }
  std::string_view prompt = "$ ";
  for (const std::string_view line : lines_of(step.command)) {
    to.append(without_newline(line).empty() ? ">" : prompt).append(line);
    prompt = "> ";
  }
  to.append("\n");
  if (step.input) {
    to.append("[stdin]\n");
    print_block(*step.input, to);
    if (!step.out.empty()) to.append("[stdout]\n");
  }
  print_block(step.out, to);
  if (!step.err.empty()) to.append("[stderr]\n");
  print_block(step.err, to);
  if (step.status != 0) to.append("[status " + std::to_string(step.status) + "]\n");
}

/// `…` in `expected` tried with ever more lines of `actual`: these texts are short.
bool match_lines(std::span<const std::string_view> expected,
                 std::span<const std::string_view> actual) {
  if (expected.empty()) return actual.empty();
  if (without_newline(expected.front()) == "…") {
    for (std::size_t skipped = 0; skipped <= actual.size(); ++skipped) {
      if (match_lines(expected.subspan(1), actual.subspan(skipped))) return true;
    }
    return false;
  }
  return !actual.empty() && expected.front() == actual.front() &&
         match_lines(expected.subspan(1), actual.subspan(1));
}

}  // namespace

Transcript parse_transcript(std::string_view text) { return Parser{text}.transcript(); }

std::string print_transcript(const Transcript& transcript) {
  std::string text;
  print_block(transcript.description, text);
  for (const Step& step : transcript.steps) {
    if (!text.empty()) text.append("\n");
    print_step(step, text);
  }
  return text;
}

bool matches(std::string_view expected, std::string_view actual) {
  return match_lines(lines_of(expected), lines_of(actual));
}

std::string difference(std::string_view expected, std::string_view actual) {
  const Lines before = lines_of(expected);
  const Lines after = lines_of(actual);
  // The longest common run of lines, by the textbook table: longest[i][j] for what is left.
  std::vector<std::vector<std::size_t>> longest(before.size() + 1,
                                                std::vector<std::size_t>(after.size() + 1));
  for (std::size_t i = before.size(); i-- > 0;) {
    for (std::size_t j = after.size(); j-- > 0;) {
      longest[i][j] = before[i] == after[j] ? longest[i + 1][j + 1] + 1
                                            : std::max(longest[i + 1][j], longest[i][j + 1]);
    }
  }
  std::string text;
  const auto add = [&text](std::string_view mark, std::string_view line) {
    text.append(mark).append(without_newline(line)).append("\n");
  };
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < before.size() || j < after.size()) {
    if (i < before.size() && j < after.size() && before[i] == after[j]) {
      add("  ", before[i++]);
      ++j;
    } else if (j == after.size() || (i < before.size() && longest[i + 1][j] >= longest[i][j + 1])) {
      add("- ", before[i++]);
    } else {
      add("+ ", after[j++]);
    }
  }
  return text;
}

}  // namespace runready::testing
