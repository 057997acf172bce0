#pragma once

#include <memory>
#include <string>

#include "batch/batch_worker.hpp"
#include "batch/dictionary.hpp"
#include "batch/gates.hpp"
#include "batch/line_buffer.hpp"
#include "batch/marks.hpp"
#include "batch/plain_answers.hpp"
#include "batch/plain_printer.hpp"
#include "batch/plain_reader.hpp"
#include "batch/plain_rules.hpp"
#include "runready/read_answers.hpp"

/// Answers plain lines: reads them by their pieces, judges them by bit sets, prints fragments.
namespace runready {

class QuickWay {
 public:
  /// What changes from line to line, one thread's.
  struct Desk {
    PlainAnswers answers;
    PlainVerdict verdict;
    PlainVerdict worst;
    std::string squeezed;
    Marks squeezed_marks;
  };

  /// Null if no line could be answered this way. The pack must outlive it.
  static std::unique_ptr<const QuickWay> make(const Pack& pack, const BatchOptions& options);

  QuickWay(const QuickWay&) = delete;
  QuickWay& operator=(const QuickWay&) = delete;

  Desk desk() const;

  /// Answers the line that begins here; where the next one begins, or null if the line has to be
  /// answered the full way. REQUIRES: as for PlainReader::read.
  const char* answer(const char* line, const Marks& marks, Desk& desk, BatchCounts& counts,
                     LineBuffer& out) const;

  /// Answers a line, given without its newline, that is plain but for its white space; false if
  /// it is not.
  bool answer_squeezed(std::string_view line, Desk& desk, BatchCounts& counts,
                       LineBuffer& out) const;

  /// Answers what was read the full way; false if it is more than plain answers.
  bool answer_told(const AnswersInput& input, Desk& desk, BatchCounts& counts,
                   LineBuffer& out) const;

 private:
  QuickWay(const Pack& pack, bool nothing_else, PlainPrinter printer);

  void set_words(const Answers& told, std::vector<std::uint64_t>& words) const;
  void print(Desk& desk, BatchCounts& counts, LineBuffer& out) const;
  bool judge(Desk& desk) const;
  Conditional conditional(Desk& desk) const;
  void count(const PlainVerdict& verdict, BatchCounts& counts) const;

  const Pack& pack_;
  std::size_t nothing_else_;  ///< the word of it
  bool always_nothing_else_;
  PlainPrinter printer_;
  PlainRules rules_;
  Gates gates_;
  Dictionary dictionary_;
  PlainReader reader_;
};

}  // namespace runready
