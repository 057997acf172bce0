#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "batch/reply_codes.hpp"
#include "runready/pack.hpp"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

/// Every way in which plain JSON can tell a reply, as whole pieces of text.
///
/// The vocabulary of a pack is finite, so a line is read piece by piece between its commas:
/// `"gait":"limping"`, `"where":["heel"`, `"shin"]`, each found in one hash table, with or without
/// the spaces that Python and jq put after colons and commas. Almost all are found at the first
/// place looked at, and compared in one go. Of an integer the dictionary has the first values; the
/// others are taken apart: of `"metres":12000` it has what stands before the digits.
namespace runready {

/// Which list is open, in the form in which pieces compare it: above the size of a text.
using OpenList = std::uint64_t;
inline constexpr unsigned kListShift = 32;
inline constexpr OpenList kNoList = OpenList{0xffff} << kListShift;
/// Not a list: for what stands before digits that are read apart.
inline constexpr OpenList kBeforeDigits = OpenList{0xfffe} << kListShift;

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

/// A piece of text and what it tells: one line of the processor's cache.
struct alignas(64) Piece {
  static constexpr std::uint64_t kFree = ~std::uint64_t{0};
  static constexpr std::size_t kCompared = 32;  ///< bytes

  std::array<char, kCompared> text{};  ///< how it begins
  std::uint32_t compared = 0;          ///< a bit for each byte of it; see `Dictionary::kLong`
  std::uint16_t question = 0;          ///< or the number after the last: `nothing_else`
  std::uint16_t list_after = kNoList >> kListShift;
  std::uint64_t key = kFree;   ///< its size and the list that must be open before it
  std::uint64_t reply = 0;     ///< the word of the reply, or a bit to add to it, or a sign
  std::uint64_t kept = kTold;  ///< what stays of the word before

  OpenList open_list_after() const { return OpenList{list_after} << kListShift; }
  /// Whether a text of the same size is this one. REQUIRES: it is not long.
  bool is_at(const char* place) const { return (~same_bytes(place, text.data()) & compared) == 0; }
};
static_assert(sizeof(Piece) == 64);
static_assert(kMaxQuestions < 0xfffe);

class Dictionary {
 public:
  /// Bytes that must be readable from the end of every text looked for.
  static constexpr std::size_t kPadding = Piece::kCompared;

  Dictionary(const Pack& pack, const ReplyCodes& codes);
  Dictionary(const Dictionary&) = delete;
  Dictionary& operator=(const Dictionary&) = delete;

  /// The piece with that text that may stand while that list is open, or null.
  /// REQUIRES: size < 2^31.
  const Piece* find(const char* text, std::size_t size, OpenList open_list) const {
    const std::uint64_t key = size | open_list;
    const Piece* const piece = place(text, size);
    if (piece->key == key && piece->is_at(text)) return piece;
    return search(piece, text, key);
  }

 private:
  /// Set in the keys of texts that are longer than what is compared in one go. In place of
  /// `compared` their pieces say where the dictionary has them whole.
  static constexpr std::uint64_t kLong = std::uint64_t{1} << (kListShift - 1);
  static std::size_t size_in(std::uint64_t key) { return key & (kLong - 1); }

  /// Where the search for a text begins.
  const Piece* place(const char* text, std::size_t size) const {
    std::uint64_t sample = load(text);
    if (size >= 8) [[likely]] {
      sample = (sample + size) ^ std::rotl(load(text + size - 8), 25);
    } else {
      sample &= kFirstBytes[size];
    }
    const std::uint64_t hash = sample * 0x9e3779b97f4a7c15U;
    return reinterpret_cast<const Piece*>(reinterpret_cast<const char*>(table_) +
                                          (hash >> 38 & mask_));
  }

  /// Calls are left to what is seldom needed: around them registers have to be saved.
  [[gnu::noinline]] const Piece* search(const Piece* piece, const char* text,
                                        std::uint64_t key) const;

  static std::uint64_t load(const char* at) {
    std::uint64_t word;
    std::memcpy(&word, at, sizeof word);
    return word;
  }

  /// Masks of the first bytes of a word in memory, by their number.
  static constexpr auto kFirstBytes = [] {
    std::array<std::uint64_t, 8> masks{};
    for (unsigned i = 1; i < 8; ++i) {
      masks[i] = std::endian::native == std::endian::little ? (std::uint64_t{1} << 8 * i) - 1
                                                            : ~(~std::uint64_t{0} >> 8 * i);
    }
    return masks;
  }();

  void add_question(const Question& question, std::uint16_t number, const ReplyCodes& codes);
  void add_integer(const Question& question, std::uint16_t number);
  void add_list(const Question& question, std::uint16_t number);
  void add_reply(std::string_view key, std::string_view value, const Piece& piece,
                 OpenList list_before = kNoList);
  void add_item(const std::string& text, const Piece& piece, OpenList list_before);
  void add(std::string_view text, Piece piece, OpenList list_before);
  void fill_table();

  std::string texts_;          ///< of all pieces
  std::vector<Piece> pieces_;  ///< a hash table once all are there, searched from a place on
  const Piece* table_ = nullptr;
  std::size_t mask_ = 0;  ///< of places, in bytes
};

}  // namespace runready
