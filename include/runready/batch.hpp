#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "runready/assessment.hpp"
#include "runready/pack.hpp"
#include "runready/prove.hpp"
#include "runready/read_answers.hpp"
#include "runready/render.hpp"

/// Lines of answers in, lines of assessments out.
///
/// A line in plain form takes the fast route: known pieces of text, bit sets, prebuilt fragments.
/// Every other line, and every line when fields are wanted for which there is no fast route, takes
/// the ordinary one: `read_answers`, `infer`, `assess`, `to_json`. Both give the same bytes. Plain
/// is compact JSON, the id first, as most writers of JSON make it.
///
/// A `Batch` is made once a pack and used by any number of threads; each has a `BatchWorker`.
///
///     const Batch batch(pack, {.json = {.fields = {"recommendation"}}});
///     BatchWorker worker(batch);
///     std::string out;
///     worker.answer("{\"pain\":4}\n", 1, out);  // {"recommendation":"run"} and a newline
namespace runready {

struct BatchOptions {
  JsonOptions json;
  bool strict = false;                    ///< an unsettled line is an error line
  bool nothing_else = false;              ///< everything not mentioned is harmless, of every line
  std::vector<std::string> keep = {};     ///< members of a line that are carried through
  Proof proof = {};                       ///< of the pack
  bool counts_rules = true;               ///< for a summary
  std::size_t node_budget = kNodeBudget;  ///< of what further replies could do
};

/// What came of many lines.
struct BatchCounts {
  std::array<std::uint64_t, kRecommendationNames.size()> recommendations{};
  std::array<std::uint64_t, kReferralNames.size()> referrals{};
  std::vector<std::uint64_t> rules;  ///< lines that each rule counted in; empty if not wanted
  std::uint64_t answered = 0;
  std::uint64_t errors = 0;

  void add(const BatchCounts& other);
};

class LineBuffer;

/// A pack made ready for many lines; used by several threads at once.
class Batch {
 public:
  /// The pack must outlive it. Throws std::invalid_argument if a field is none, or if a member to
  /// keep would be taken for something else.
  Batch(const Pack& pack, BatchOptions options);
  ~Batch();
  Batch(const Batch&) = delete;
  Batch& operator=(const Batch&) = delete;

 private:
  friend class BatchWorker;

  const Pack& pack_;
  BatchOptions options_;
  std::unique_ptr<const class FastRoute> fast_;  ///< null if no line can take the fast route
};

/// Answers lines, one thread's.
class BatchWorker {
 public:
  /// Longer lines are refused, so that memory stays bounded.
  static constexpr std::size_t kMaxLineBytes = std::size_t{1} << 20;

  /// Bytes that must be readable before and after the lines.
  static constexpr std::size_t kPadding = 64;

  /// The batch must outlive it.
  explicit BatchWorker(const Batch& batch);
  ~BatchWorker();
  BatchWorker(const BatchWorker&) = delete;
  BatchWorker& operator=(const BatchWorker&) = delete;

  /// Appends a line to `out` for each of `lines` that is not blank; the first of them has that
  /// number. The last may end without a newline. Gives how many lines there were, blank ones too.
  std::uint64_t answer(std::string_view lines, std::uint64_t first_number, std::string& out);

  /// Called when there is much output; it may take it and clear it.
  using Spill = std::function<void(LineBuffer&)>;

  /// The same without a copy. REQUIRES: each line ends with a newline, `kPadding` bytes around them
  /// can be read, and they are less than 2 GiB.
  std::uint64_t answer(std::string_view lines, std::uint64_t first_number, LineBuffer& out,
                       const Spill& spill = {});

  /// Appends the error line for a line that was too long to be read.
  void refuse_long_line(std::uint64_t number, LineBuffer& out);

  const BatchCounts& counts() const { return counts_; }

 private:
  struct Scratch;

  void answer_ordinary(std::string_view line, std::uint64_t number, LineBuffer& out);
  std::string assess_line(AnswersInput& input, Diagnostics& found);
  void report_unsettled(const Known& known, Diagnostics& found);
  void refuse(const Diagnostics& found, std::uint64_t number, const AnswersInput& beside,
              LineBuffer& out);

  const Batch& batch_;
  BatchCounts counts_;
  std::unique_ptr<Scratch> scratch_;
};

}  // namespace runready
