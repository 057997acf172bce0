#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "batch/batch_worker.hpp"
#include "runready/assessment.hpp"
#include "runready/prove.hpp"
#include "runready/read_answers.hpp"

/// Answers one line the full way: `read_answers`, `infer`, `assess`, `to_json`, as `runready check`
/// does.
namespace runready {

class FullWay {
 public:
  FullWay(const Pack& pack, const BatchOptions& options);

  /// What a line tells. Where it cannot be read, nothing, and `refused` is the line to print.
  std::optional<AnswersInput> read(std::string_view line, std::uint64_t number, BatchCounts& counts,
                                   std::string& refused) const;

  /// The line to print, without a newline: an assessment, or what is wrong.
  std::string answer(AnswersInput input, std::uint64_t number, BatchCounts& counts);

 private:
  std::string refuse(const Diagnostics& found, std::uint64_t number, std::string_view id_json,
                     BatchCounts& counts) const;
  Diagnostics not_settled(const Known& known);

  const Pack& pack_;
  const BatchOptions& options_;
  bool needs_outlook_;
  std::optional<Prover> prover_;  ///< made when first needed
};

}  // namespace runready
