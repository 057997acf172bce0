// Catch2, whichever is installed: 2.x is one header, 3.x is many.
#pragma once

#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::StartsWith;
#else
#include <catch2/catch.hpp>
// Named as in 3.x. NOLINTNEXTLINE(readability-identifier-naming)
inline auto ContainsSubstring(const std::string& part) { return Catch::Matchers::Contains(part); }
using Catch::Matchers::StartsWith;
#endif
