// The compiled part of fmt, built into the library: every other source uses fmt's headers alone.
// See src/cmake/Dependencies.cmake for the reasons. fmt's header defines all of it but these two.
#include <fmt/format-inl.h>

FMT_BEGIN_NAMESPACE
namespace detail {
template FMT_API auto thousands_sep_impl(locale_ref) -> thousands_sep_result<char>;
template FMT_API auto decimal_point_impl(locale_ref) -> char;
}  // namespace detail
FMT_END_NAMESPACE
