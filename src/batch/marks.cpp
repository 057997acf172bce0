#include "batch/marks.hpp"

#include <algorithm>
#include <array>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace runready {

namespace {

constexpr std::size_t kStep = 64;

#ifdef __SSE2__

std::uint64_t marks_in_16(const char* text) {
  const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text));
  const __m128i marks = _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8(',')),
                                     _mm_cmpeq_epi8(bytes, _mm_set1_epi8('}')));
  return static_cast<std::uint32_t>(_mm_movemask_epi8(marks));
}

std::uint64_t marks_in(const char* text) {
  return marks_in_16(text) | marks_in_16(text + 16) << 16 | marks_in_16(text + 32) << 32 |
         marks_in_16(text + 48) << 48;
}

#else

std::uint64_t marks_in(const char* text) {
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < kStep; ++i) {
    const bool is_mark = text[i] == ',' || text[i] == '}';
    bits |= std::uint64_t{is_mark} << i;
  }
  return bits;
}

#endif

}  // namespace

void Marks::find(std::string_view text) {
  const std::size_t whole = text.size() / kStep;
  words_.resize(whole + 1);
  std::uint64_t* const words = words_.data();
  for (std::size_t i = 0; i < whole; ++i) words[i] = marks_in(text.data() + i * kStep);
  std::array<char, kStep> tail;
  tail.fill(',');
  std::copy(text.begin() + static_cast<std::ptrdiff_t>(whole * kStep), text.end(), tail.begin());
  words[whole] = marks_in(tail.data());
  text_ = text.data();
}

}  // namespace runready
