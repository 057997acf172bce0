#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "batch/coding.hpp"
#include "batch/plain_answers.hpp"
#include "runready/pack.hpp"

/// Every way in which plain JSON can tell a reply, as whole pieces of text.
///
/// The vocabulary of a pack is finite, so a line is read piece by piece between its commas:
/// `"gait":"limping"`, `"where":["heel"`, `"shin"]`, each found in one hash table, with or without
/// the space that Python and jq put after a colon. Most texts are found at the first place looked
/// at and by three words of them: the table is sparse, and what follows there is out of the way.
/// Only integers that have very many values are taken apart: of `"metres":12000` the dictionary has
/// what stands before the digits.
namespace runready {

/// Which list is open, in the form in which pieces compare it: above the size of a text.
using OpenList = std::uint64_t;
inline constexpr unsigned kListShift = 32;
inline constexpr OpenList kNoList = OpenList{0xffffffff} << kListShift;
/// Not a list: for what stands before digits that are read apart.
inline constexpr OpenList kBeforeDigits = OpenList{0xfffffffe} << kListShift;

/// A piece of text and what it tells: one line of the processor's cache.
struct alignas(64) Piece {
  static constexpr std::uint64_t kFree = ~std::uint64_t{0};

  std::uint64_t first = 0;     ///< its first eight bytes
  std::uint64_t middle = 0;    ///< those around its middle
  std::uint64_t last = 0;      ///< and its last; fewer where it has fewer
  std::uint64_t reply = 0;     ///< the word of the reply, or a bit to add to it
  std::uint64_t kept = kTold;  ///< what stays of the word before
  std::uint64_t key = kFree;   ///< its size and the list that must be open before it; see kLong
  OpenList list_after = kNoList;
  std::uint32_t text = 0;      ///< where the dictionary has it whole
  std::uint16_t question = 0;  ///< or the number after the last: `nothing_else`
  std::int8_t sign = 1;        ///< of the digits that follow, before digits
};
static_assert(sizeof(Piece) == 64);

class Dictionary {
 public:
  /// Bytes that must be readable before and after every text looked for.
  static constexpr std::size_t kPadding = 8;

  Dictionary(const Pack& pack, const Coding& coding);
  Dictionary(const Dictionary&) = delete;
  Dictionary& operator=(const Dictionary&) = delete;

  /// The piece with that text that may stand while that list is open, or null.
  /// REQUIRES: size < 2^31.
  const Piece* find(const char* text, std::size_t size, OpenList open_list) const {
    const Sample of = sample(text, size);
    const std::uint64_t key = size | open_list;
    const Piece* const piece = place(of);
    if (of.difference(*piece, key) == 0) return piece;
    return search(piece, text, key);
  }

 private:
  static constexpr std::size_t kSampled = 24;  ///< texts no longer are sampled whole
  /// Set in the keys of longer ones, so that a sample alone never finds them.
  static constexpr std::uint64_t kLong = std::uint64_t{1} << (kListShift - 1);

  /// Three words of a text, in which most texts differ.
  struct Sample {
    std::uint64_t first;
    std::uint64_t middle;
    std::uint64_t last;

    std::uint64_t hash() const {
      return (first ^ std::rotl(middle, 25) ^ std::rotl(last, 41)) * 0x9e3779b97f4a7c15U;
    }

    /// 0 if the piece has the same sample and that key.
    std::uint64_t difference(const Piece& piece, std::uint64_t key) const {
      return (first ^ piece.first) | (middle ^ piece.middle) | (last ^ piece.last) |
             (key ^ piece.key);
    }
  };

  /// Where the search for a sample begins.
  const Piece* place(const Sample& of) const {
    return reinterpret_cast<const Piece*>(reinterpret_cast<const char*>(table_) +
                                          (of.hash() >> 40 & mask_));
  }

  /// Calls are left to what is seldom needed: around them registers have to be saved.
  [[gnu::noinline]] const Piece* search(const Piece* piece, const char* text,
                                        std::uint64_t key) const;

  static Sample sample(const char* text, std::size_t size) {
    if (size < 8) return {load(text) & kFirstBytes[size], 0, 0};
    return {load(text), load(text + size / 2 - 4), load(text + size - 8)};
  }

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

  void add_question(const Question& question, std::uint16_t number, const Coding& coding);
  void add_integer(const Question& question, std::uint16_t number);
  void add_list(const Question& question, std::uint16_t number);
  void add_reply(std::string_view key, std::string_view value, const Piece& piece,
                 OpenList list_before = kNoList);
  void add(std::string_view text, Piece piece, OpenList list_before);
  void fill_table();

  std::vector<Piece> pieces_;  ///< a hash table once all are there, searched from a place on
  const Piece* table_ = nullptr;
  std::string texts_;
  std::size_t mask_ = 0;  ///< of places, in bytes
};

}  // namespace runready
