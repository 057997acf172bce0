#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "batch/alternatives.hpp"
#include "batch/fast_answers.hpp"
#include "runready/pack.hpp"

/// Replies as small numbers: one word for each question.
///
/// A reply to a multi-choice is the set of its options, one bit each. Any other reply is its value
/// in the lower half and its cell above: values that no test tells apart share a cell. The highest
/// bits are for the marks of fast_answers.hpp.
namespace runready {

class ReplyCodes {
 public:
  /// REQUIRES: `tests` holds every test that cells will be used for.
  ReplyCodes(const Pack& pack, std::span<const Alternatives> tests);

  std::uint32_t cells(QuestionId question) const { return questions_[question.index].cells; }

  /// A value of each cell, in order.
  const std::vector<std::int32_t>& examples(QuestionId question) const {
    return questions_[question.index].examples;
  }

  /// REQUIRES: the question is not a multi-choice, and the value is in its range.
  std::uint64_t word(QuestionId question, std::int32_t value) const {
    const Cells& cells = questions_[question.index];
    const auto above_least = static_cast<std::uint32_t>(value - cells.examples.front());
    const std::uint64_t cell =
        above_least < cells.of_value.size() ? cells.of_value[above_least] : search(cells, value);
    return cell << kCellShift | static_cast<std::uint32_t>(value);
  }

  /// A reply that is told or inferred, with the mark of one that opens the gate if it does.
  /// REQUIRES: `reply` has no marks yet.
  std::uint64_t marked(QuestionId question, std::uint64_t reply) const {
    const Question& asked = pack_.question(question);
    const bool is_default = asked.type == QuestionType::multi_choice
                                ? reply == 0
                                : value_in(reply) == asked.default_value;
    return is_default && !asked.default_opens ? reply : reply | kSymptom;
  }

  /// The word of the default reply.
  std::uint64_t default_word(QuestionId question) const;

  static constexpr unsigned kCellShift = 32;
  static constexpr std::uint32_t kCellBits = 24;  ///< more cells than a pack can tell apart
  static_assert(kCellShift + kCellBits <= kReplyBits);
  static std::int32_t value_in(std::uint64_t word) {
    return static_cast<std::int32_t>(static_cast<std::uint32_t>(word));
  }

 private:
  struct Cells {
    std::uint32_t cells = 0;
    std::vector<std::int32_t> examples;   ///< the least value of each cell
    std::vector<std::uint16_t> of_value;  ///< by value, from the least on, for the first of them
  };

  static std::uint64_t search(const Cells& cells, std::int32_t value);

  const Pack& pack_;
  std::vector<Cells> questions_;
};

}  // namespace runready
