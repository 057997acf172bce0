#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "batch/alternatives.hpp"
#include "batch/fast_answers.hpp"
#include "batch/reply_codes.hpp"

/// Which of many conditions could be true, all at once.
///
/// Every alternative of every condition is one bit. For each part of the replies (a question; eight
/// options of a multi-choice) and each value it may have there is a mask of the alternatives that
/// this value leaves possible; the AND over all parts is what is left. A reply that is unknown
/// leaves everything possible. Bits stand in blocks of 256, so that a block stays in registers
/// while its masks are read, and a block reads only the parts that its alternatives test.
namespace runready {

/// A condition in question, by alternatives; it is called by its number.
struct MaskTarget {
  std::uint32_t number = 0;
  const Alternatives* alternatives = nullptr;
};

class RuleMasks {
 public:
  /// The words of replies: questions, `nothing_else`, then derived bits from here on.
  static std::size_t first_derived_word(const Pack& pack) { return pack.questions.size() + 1; }

  RuleMasks(const Pack& pack, const ReplyCodes& codes, std::span<const MaskTarget> targets);

  /// Calls `use` with the number of each target that could be true, in the order of the targets,
  /// several times in a row if it could be in several ways. All replies are known.
  template <class Use>
  void for_each_possible(const std::uint64_t* words, Use use) const {
    for_each(
        words, [](std::uint32_t) { return true; }, use);
  }

  /// The same where some replies are unknown.
  template <class Use>
  void for_each_possible(const std::uint64_t* words, const QuestionSet& unknown, Use use) const {
    const auto is_known = [&](std::uint32_t word) {
      return word >= derived_ || !unknown.has(word);
    };
    for_each(words, is_known, use);
  }

 private:
  /// A bit for each alternative of a block, as two registers of the kind that every processor has.
  struct Mask {
    using Half = std::uint64_t __attribute__((vector_size(16)));
    std::array<Half, 2> halves{};

    void operator&=(const Mask& other) {
      halves[0] &= other.halves[0];
      halves[1] &= other.halves[1];
    }
    std::uint64_t word(std::size_t i) const { return halves[i / 2][i % 2]; }
    void set_word(std::size_t i, std::uint64_t bits) { halves[i / 2][i % 2] = bits; }
  };
  static constexpr std::size_t kMaskWords = 4;

  /// Some bits of a word, read as a number; ready to be found quickly in steps of a mask's bytes.
  struct Part {
    Part(std::uint32_t of_word, std::uint32_t shift, std::uint32_t bits)
        : word(of_word),
          turn((shift - kMaskShift) % 64),
          wanted(((1U << bits) - 1) << kMaskShift) {}

    std::uint32_t word;
    std::uint32_t turn;     ///< to the right, so that the number begins at `kMaskShift`
    std::uint32_t wanted;   ///< its bits there
    Mask* masks = nullptr;  ///< by number

    std::uint32_t values() const { return (wanted >> kMaskShift) + 1; }
    const Mask& mask_of(std::uint64_t in) const {
      const std::size_t bytes = std::rotr(in, static_cast<int>(turn)) & wanted;
      return *reinterpret_cast<const Mask*>(reinterpret_cast<const char*>(masks) + bytes);
    }
  };
  static constexpr std::uint32_t kMaskShift = 5;
  static_assert(sizeof(Mask) == 1U << kMaskShift);

  struct Block {
    std::vector<Part> parts;             ///< once all are there, a multiple of `kAtOnce`
    std::vector<std::uint32_t> numbers;  ///< of the target of each alternative
    Mask used{};
  };

  static constexpr std::size_t kBlock = 256;
  static constexpr std::uint32_t kOptions = 8;  ///< of a multi-choice in one part
  static constexpr std::ptrdiff_t kAtOnce = 4;  ///< parts read between two looks for the end

  Part place(const Literal& literal, const Pack& pack) const;
  std::uint32_t count_values(const Part& part) const;
  static std::optional<std::uint32_t> bit_read(const Literal& literal, const Pack& pack);
  template <class Use>
  void for_each_refused(const Literal& literal, std::uint32_t values, const Pack& pack,
                        Use use) const;
  const Part& part_for(Block& block, const Literal& literal, const Pack& pack);
  void add(const Alternative& alternative, std::uint32_t number, const Pack& pack);
  static void fill_up(std::vector<Part>& parts);

  template <class IsKnown, class Use>
  void for_each(const std::uint64_t* words, IsKnown is_known, Use use) const {
    for (const Block& block : blocks_) {
      const Mask left = what_is_left(block, words, is_known);
      const std::uint32_t* const targets = block.numbers.data();
      for (std::size_t i = 0; i < kMaskWords; ++i) {
        for (std::uint64_t bits = left.word(i); bits != 0; bits &= bits - 1) {
          use(targets[i * 64 + static_cast<unsigned>(__builtin_ctzll(bits))]);
        }
      }
    }
  }

  template <class IsKnown>
  Mask what_is_left(const Block& block, const std::uint64_t* words, IsKnown is_known) const {
    Mask left = block.used;
    const auto read = [&](const Part& part) {
      if (!is_known(part.word)) return;
      left &= part.mask_of(words[part.word]);
    };
    for (auto part = block.parts.begin(); part != block.parts.end(); part += kAtOnce) {
      read(part[0]);
      read(part[1]);
      read(part[2]);
      read(part[3]);
    }
    return left;
  }

  const ReplyCodes* codes_;
  std::uint32_t derived_;
  std::vector<Block> blocks_;
  std::vector<std::unique_ptr<Mask[]>> masks_;  ///< of each part
};

}  // namespace runready
