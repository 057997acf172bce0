#include "batch/separators.hpp"

#include <algorithm>
#include <array>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace runready {

namespace {

constexpr std::size_t kStep = 64;

#ifdef __SSE2__

std::uint64_t separators_in_16(const char* text) {
  const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text));
  const __m128i separators = _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8(',')),
                                          _mm_cmpeq_epi8(bytes, _mm_set1_epi8('}')));
  return static_cast<std::uint32_t>(_mm_movemask_epi8(separators));
}

std::uint64_t separators_in(const char* text) {
  return separators_in_16(text) | separators_in_16(text + 16) << 16 |
         separators_in_16(text + 32) << 32 | separators_in_16(text + 48) << 48;
}

#else

std::uint64_t separators_in(const char* text) {
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < kStep; ++i) {
    const bool is_separator = text[i] == ',' || text[i] == '}';
    bits |= std::uint64_t{is_separator} << i;
  }
  return bits;
}

#endif

}  // namespace

void Separators::find(std::string_view text) {
  const std::size_t whole = text.size() / kStep;
  words_.resize(whole + 1);
  std::uint64_t* const words = words_.data();
  for (std::size_t i = 0; i < whole; ++i) words[i] = separators_in(text.data() + i * kStep);
  std::array<char, kStep> tail;
  tail.fill(',');
  std::copy(text.begin() + static_cast<std::ptrdiff_t>(whole * kStep), text.end(), tail.begin());
  words[whole] = separators_in(tail.data());
  text_ = text.data();
}

}  // namespace runready
