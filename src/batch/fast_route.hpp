#pragma once

#include <memory>
#include <string>

#include "batch/dictionary.hpp"
#include "batch/fast_answers.hpp"
#include "batch/fast_printer.hpp"
#include "batch/fast_reader.hpp"
#include "batch/fast_rules.hpp"
#include "batch/gates.hpp"
#include "batch/line_buffer.hpp"
#include "batch/separators.hpp"
#include "runready/batch.hpp"

/// Answers plain lines: reads them by their pieces, judges them by bit sets, prints fragments.
namespace runready {

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
