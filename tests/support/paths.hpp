#pragma once

#include <filesystem>

/// Where the tests find what they test.
namespace runready::testing {

/// The root of the repository the tests were built from.
std::filesystem::path repository();

/// The built `runready`.
std::filesystem::path program();

}  // namespace runready::testing
