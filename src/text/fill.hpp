#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace runready {

/// A text of a pack with each `{}` in turn replaced by an argument: `fill("{} to {}", {"1", "3"})`.
/// Where there are fewer arguments than places, the last places stay as they are.
std::string fill(std::string_view text, std::initializer_list<std::string_view> arguments);

}  // namespace runready
