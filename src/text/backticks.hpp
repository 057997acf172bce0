#pragma once

#include <string>
#include <string_view>

/// Input inside messages.
namespace runready {

/// The text in backticks, safe to print, on one line, cut where it is long: `` `limpin` ``.
std::string in_backticks(std::string_view input);

}  // namespace runready
