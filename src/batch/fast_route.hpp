#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "batch/dictionary.hpp"
#include "batch/fast_printer.hpp"
#include "batch/fast_reader.hpp"
#include "batch/fast_rules.hpp"
#include "batch/line_buffer.hpp"
#include "batch/reply_codes.hpp"
#include "rules/condition_json.hpp"
#include "runready/assessment.hpp"
#include "runready/batch.hpp"

/// Answers plain lines: reads them by their pieces, judges them by bit sets, prints fragments.
namespace runready {

/// What the gates of a pack say of plain answers: what `infer` and `complete` find, for the simple
/// cases. Questions with the same gate share one, which is looked at once.
class Gates {
 public:
  Gates(const Pack& pack, const ReplyCodes& codes);

  /// False for packs whose gates are so long that plain answers are not worth the trouble.
  bool are_simple() const { return are_simple_; }

  /// Whether every symptom told applies, after adding the replies that gates imply. If not, what
  /// is wrong (or whether anything is) remains to be found on the ordinary route.
  bool open(FastAnswers& answers) const;

  /// Questions that are unanswered and never assumed, where they apply or may apply: what stays
  /// unknown when everything else is assumed. REQUIRES: `open(answers)` was true.
  QuestionSet missing(const FastAnswers& answers) const;

  /// Whether a question may apply and is unanswered that is not answered by saying that nothing
  /// else is wrong, though it may be assumed. REQUIRES: `open(answers)` was true.
  bool leave_untold(const FastAnswers& answers) const;

  /// What an outcome rests on that nobody said. REQUIRES: `open(answers)` was true, and no list
  /// was inferred in part.
  struct Assumptions {
    std::size_t count = 0;
    QuestionSet unknown;  ///< questions that may apply and are unanswered
  };
  Assumptions assumptions(const FastAnswers& answers) const;

 private:
  /// A gate that is a single test, ready to be looked up: almost all are.
  struct QuickTest {
    std::uint32_t question = 0;
    std::uint32_t shift = 0;     ///< of a list: to the option
    std::uint32_t bits = 0;      ///< those of the value, after the shift
    std::int32_t least = 0;      ///< value
    std::uint64_t accepted = 0;  ///< a bit for each value, from the least on

    bool is_list() const { return bits == 1; }
    std::uint64_t accepts(std::uint64_t word) const {
      const auto value = static_cast<std::uint32_t>(word >> shift) & bits;
      return accepted >> (value - static_cast<std::uint32_t>(least)) & 1;
    }
  };

  struct Gate {
    const Condition* when = nullptr;
    bool is_quick = false;
    QuickTest quick;  ///< accepts nothing if the gate is not quick
    std::vector<std::uint32_t> questions;
    std::vector<std::uint32_t> reads;  ///< questions, terms inlined
    bool reads_once = false;           ///< whether no variable stands in it twice
  };

  using Truths = std::array<Truth, kMaxQuestions>;  ///< of gates; made anew for every line

  static constexpr std::uint32_t kNoGate = 0xffffffff;

  void add(QuestionId question, const InlinedSizes& sizes);
  void find_reads(Gate& gate);
  static std::uint64_t any_of(const Gate& gate, const std::uint64_t* words);
  static bool has_symptom(const Gate& gate, const std::uint64_t* words);
  bool open_by_inference(FastAnswers& answers) const;
  bool infer(const Gate& gate, const Truths& truths, FastAnswers& answers, bool& is_new) const;
  bool force(const Condition& condition, bool wanted, const Truths& truths, FastAnswers& answers,
             bool& is_new) const;
  bool force_test(const Condition& test, bool wanted, FastAnswers& answers, bool& is_new) const;
  bool is_quick_test(const Condition& condition) const;
  QuickTest quick_test(const Condition& test) const;
  Truth told_truth(const Gate& gate, const FastAnswers& answers, const Truths& truths) const;
  Truth told_truth(const Condition& condition, const FastAnswers& answers,
                   const Truths& truths) const;
  bool is_shut(std::uint32_t question, const Truths& truths) const;

  template <class TruthOfTest>
  Truth truth(const Condition& condition, const TruthOfTest& truth_of_test) const;
  /// The truth of every gate over what was told, and over that with defaults assumed.
  void told_truths(const FastAnswers& answers, Truths& truths) const;
  void assumed_truths(const FastAnswers& answers, Truths& truths) const;

  const Pack& pack_;
  const ReplyCodes& codes_;
  std::vector<Gate> gates_;                   ///< each after those that its questions stand behind
  std::vector<std::uint32_t> gate_of_;        ///< by question
  std::vector<QuestionSet> behind_;           ///< by question: those read on the way to it
  std::vector<std::uint32_t> gates_reading_;  ///< by question: how many
  std::vector<std::uint32_t> never_assumed_;
  std::vector<std::uint32_t> to_be_told_;  ///< assumed, but not because nothing else is wrong
  bool are_simple_ = true;
};

class FastRoute {
 public:
  /// What changes from line to line, one thread's.
  struct Scratch {
    FastAnswers answers;
    FastVerdict verdict;
    FastVerdict worst;
  };

  /// Null if no line could be answered this way. The pack must outlive it.
  static std::unique_ptr<const FastRoute> make(const Pack& pack, const BatchOptions& options);

  FastRoute(const FastRoute&) = delete;
  FastRoute& operator=(const FastRoute&) = delete;

  Scratch scratch() const;

  /// Answers the line that begins here; where the next one begins, or null if the line has to be
  /// answered the ordinary one. REQUIRES: as for FastReader::read.
  const char* answer(const char* line, const Separators& separators, Scratch& scratch,
                     BatchCounts& counts, LineBuffer& out) const;

 private:
  FastRoute(const Pack& pack, bool nothing_else, FastPrinter printer);

  void print(Scratch& scratch, BatchCounts& counts, LineBuffer& out) const;
  bool judge(Scratch& scratch) const;
  Conditional conditional(Scratch& scratch) const;
  void count(const FastVerdict& verdict, BatchCounts& counts) const;

  std::size_t nothing_else_;  ///< the word of it
  bool always_nothing_else_;
  FastPrinter printer_;
  FastRules rules_;
  Gates gates_;
  Dictionary dictionary_;
  FastReader reader_;
};

}  // namespace runready
