#pragma once

#include <cstddef>
#include <cstdint>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace runready {

/// Which of 32 bytes are the same in two places: a bit for each, the first one's lowest.
/// REQUIRES: `aligned` is so to 16 bytes.
inline std::uint32_t same_bytes(const char* place, const char* aligned) {
#ifdef __SSE2__
  const auto same16 = [](const char* a, const char* b) {
    const __m128i there = _mm_loadu_si128(reinterpret_cast<const __m128i*>(a));
    const __m128i here = _mm_load_si128(reinterpret_cast<const __m128i*>(b));
    return static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_cmpeq_epi8(there, here)));
  };
  return same16(place, aligned) | same16(place + 16, aligned + 16) << 16;
#else
  std::uint32_t same = 0;
  for (unsigned i = 0; i < 32; ++i) same |= std::uint32_t{place[i] == aligned[i]} << i;
  return same;
#endif
}

}  // namespace runready
