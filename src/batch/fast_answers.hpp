#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "runready/pack.hpp"

/// What a plain line tells: the replies of one runner with at most one complaint, every reply
/// whole and allowed. Anything else (several complaints, `null`, mistakes) is not plain.
namespace runready {

/// Separators in the word of a reply, above everything else in it.
inline constexpr unsigned kToldShift = 63;
inline constexpr std::uint64_t kTold = std::uint64_t{1} << kToldShift;
inline constexpr std::uint64_t kSymptom = std::uint64_t{1} << 62;   ///< a reply that opens the gate
inline constexpr std::uint64_t kInferred = std::uint64_t{1} << 61;  ///< of a list perhaps in part
inline constexpr unsigned kReplyBits = 60;
static_assert(kMaxOptions <= kReplyBits);

/// Made for one line after another, so that nothing is allocated for each.
struct FastAnswers {
  /// A word for each question as in reply_codes.hpp, of its default where nothing was told; one for
  /// `nothing_else`; and words of derived bits.
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

}  // namespace runready
