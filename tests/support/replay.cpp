#include <algorithm>
#include <cstddef>

#include "support/paths.hpp"
#include "support/process.hpp"
#include "support/transcript.hpp"

namespace runready::testing {
namespace {

void replace_all(std::string& text, std::string_view what, std::string_view with) {
  for (std::size_t at = text.find(what); at != std::string::npos;
       at = text.find(what, at + with.size())) {
    text.replace(at, what.size(), with);
  }
}

/// U+2400 and those that follow are the pictures of the control characters.
void show_control_characters(std::string& text) {
  std::string shown;
  for (const char character : text) {
    const auto byte = static_cast<unsigned char>(character);
    if ((byte >= 0x20 && byte != 0x7f) || character == '\n' || character == '\t') {
      shown.push_back(character);
    } else {
      shown.append("\xe2\x90").push_back(static_cast<char>(byte == 0x7f ? 0xa1 : 0x80 + byte));
    }
  }
  text = shown;
}

/// A digest of rules is another one whenever they change.
void mask_digests(std::string& text) {
  constexpr std::string_view kKind = "sha256:";
  constexpr std::string_view kDigits = "0123456789abcdef";
  for (std::size_t at = text.find(kKind); at != std::string::npos; at = text.find(kKind, at)) {
    at += kKind.size();
    const std::size_t end = std::min(text.find_first_not_of(kDigits, at), text.size());
    const bool is_digest = end - at == 64 || end - at == 12;  // the first digits are shown alone
    if (is_digest) text.replace(at, end - at, "…");
  }
}

std::string portable(std::string text, const std::filesystem::path& folder) {
  replace_all(text, folder.string(), "$PWD");
  replace_all(text, repository().string(), "$REPO");
  mask_digests(text);
  show_control_characters(text);
  return text;
}

std::string kept_or_new(const std::string& expected, const std::string& actual) {
  return matches(expected, actual) ? expected : actual;
}

}  // namespace

Transcript replay(const Transcript& expected, const ReplayOptions& options) {
  Transcript now = expected;
  for (Step& step : now.steps) {
    for (const TranscriptFile& file : step.files) {
      write_file(options.folder / file.name, file.text);
    }
    const RunResult run = run_shell({.command = step.command,
                                     .input = step.input,
                                     .folder = options.folder,
                                     .merged = options.merged});
    step.out = kept_or_new(step.out, portable(run.out, options.folder));
    step.err = kept_or_new(step.err, portable(run.err, options.folder));
    step.status = run.status;
  }
  return now;
}

}  // namespace runready::testing
