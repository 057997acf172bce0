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
/// the space that Python and jq put after a colon. Only integers that have very many values are
/// taken apart: of `"metres":12000` the dictionary has what stands before the digits.
namespace runready {

/// Which list is open, in the form in which pieces compare it.
using OpenList = std::uint32_t;
inline constexpr OpenList kNoList = 0xffff0000;
/// Not a list: for what stands before digits that are read apart.
inline constexpr OpenList kBeforeDigits = 0xfffe0000;

/// A piece of text and what it tells: one line of the processor's cache.
struct alignas(64) Piece {
  static constexpr std::uint32_t kFree = 0xffffffff;

  std::uint64_t first = 0;     ///< its first eight bytes
  std::uint64_t middle = 0;    ///< those around its middle
  std::uint64_t last = 0;      ///< and its last; fewer where it has fewer
  std::uint64_t reply = 0;     ///< the word of the reply, or a bit to add to it
  std::uint64_t kept = kTold;  ///< what stays of the word before
  std::uint32_t key = kFree;   ///< its size and the list that must be open before it
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

  /// The piece with that text that may stand while that list is open, or null.
  const Piece* find(const char* text, std::size_t size, OpenList open_list) const {
    const Sample of = size < 8 ? sample_short(text, size) : sample(text, size);
    const std::uint64_t key = size | open_list;
    const Piece* piece = &pieces_[of.hash() & mask_];
    while (of.first != piece->first || of.last != piece->last || of.middle != piece->middle ||
           key != piece->key || (size > kSampled && !is_same(*piece, text, size))) {
      piece = after(piece);
      if (piece == nullptr) return nullptr;
    }
    return piece;
  }

 private:
  static constexpr std::size_t kSampled = 24;  ///< texts no longer are sampled whole

  /// Three words of a text, in which most texts differ.
  struct Sample {
    std::uint64_t first;
    std::uint64_t middle;
    std::uint64_t last;

    std::size_t hash() const {
      return (first ^ std::rotl(middle, 25) ^ std::rotl(last, 41)) * 0x9e3779b97f4a7c15U >> 40;
    }
  };

  /// REQUIRES: size >= 8.
  static Sample sample(const char* text, std::size_t size) {
    return {load(text), load(text + size / 2 - 4), load(text + size - 8)};
  }

  [[gnu::noinline]] static Sample sample_short(const char* text, std::size_t size);

  /// The next piece in the table, or null where a search ends.
  [[gnu::noinline]] const Piece* after(const Piece* piece) const;

  [[gnu::noinline]] bool is_same(const Piece& piece, const char* text, std::size_t size) const;

  static std::uint64_t load(const char* at) {
    std::uint64_t word;
    std::memcpy(&word, at, sizeof word);
    return word;
  }

  void add_question(const Question& question, std::uint16_t number, const Coding& coding);
  void add_integer(const Question& question, std::uint16_t number);
  void add_list(const Question& question, std::uint16_t number);
  void add_reply(std::string_view key, std::string_view value, const Piece& piece,
                 OpenList list_before = kNoList);
  void add(std::string_view text, Piece piece, OpenList list_before);
  void fill_table();

  std::vector<Piece> pieces_;  ///< a hash table once all are there
  std::string texts_;
  std::size_t mask_ = 0;
};

}  // namespace runready
