#pragma once

#include <string>

/// Reading standard input whole.
namespace runready {

/// At most kMaxFileBytes; more is a WorldError, as is an input that cannot be read.
std::string read_standard_input();

}  // namespace runready
