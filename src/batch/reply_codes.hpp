#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "batch/alternatives.hpp"
#include "runready/pack.hpp"

/// Replies as small numbers: one word for each question.
///
/// A reply to a multi-choice is the set of its options, one bit each. Any other reply is its value
/// in the lower half and its cell above: values that no test tells apart share a cell. The highest
/// bits are for the marks of `FastAnswers`.
namespace runready {

// What a plain line tells: the replies of one runner with at most one complaint, every reply
// whole and allowed. Anything else (several complaints, `null`, mistakes) is not plain.

/// Separators in the word of a reply, above everything else in it.
inline constexpr unsigned kToldShift = 63;
inline constexpr std::uint64_t kTold = std::uint64_t{1} << kToldShift;
inline constexpr std::uint64_t kSymptom = std::uint64_t{1} << 62;   ///< a reply that opens the gate
inline constexpr std::uint64_t kInferred = std::uint64_t{1} << 61;  ///< of a list perhaps in part
inline constexpr unsigned kReplyBits = 60;
static_assert(kMaxOptions <= kReplyBits);

/// Made for one line after another, so that nothing is allocated for each.
struct FastAnswers {
  /// A word for each question as `ReplyCodes` has it, of its default where nothing was told; one
  /// for `nothing_else`; and words of derived bits.
  std::vector<std::uint64_t> words;
  std::string_view id_json;       ///< empty if none was told
  bool has_partial_list = false;  ///< whether an option of a list was inferred, the others not

  bool is_told(std::uint32_t question) const { return (words[question] & kTold) != 0; }
  bool is_inferred(std::uint32_t question) const { return (words[question] & kInferred) != 0; }
  bool is_silent(std::uint32_t question) const {
    return (words[question] & (kTold | kInferred)) == 0;
  }
};

/// Some questions of a pack.
class QuestionSet {
 public:
  bool has(std::uint32_t question) const { return (words_[question / 64] & bit(question)) != 0; }
  void add(std::uint32_t question) {
    words_[question / 64] |= bit(question);
    is_empty_ = false;
  }
  void add(const QuestionSet& others) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= others.words_[i];
    is_empty_ = is_empty_ && others.is_empty_;
  }
  bool empty() const { return is_empty_; }

 private:
  static std::uint64_t bit(std::uint32_t question) { return std::uint64_t{1} << question % 64; }

  std::array<std::uint64_t, kMaxQuestions / 64> words_{};
  bool is_empty_ = true;
};

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
