#pragma once

#include <string>
#include <string_view>

/// White space taken out of a line, so that one laid out freely becomes plain.
namespace runready {

/// Puts the line into `into` without the white space that stands beside a bracket, a comma or a
/// colon outside strings, which means nothing in JSON, and ends it with a newline. False if the
/// line has none, or has anything (a backslash, white space elsewhere) that makes this unsafe: what
/// was no JSON must not become it.
bool squeeze(std::string_view line, std::string& into);

}  // namespace runready
