#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "json/json_writer.hpp"
#include "runready/diagnostic.hpp"
#include "runready/pack.hpp"
#include "runready/prove.hpp"

/// What the proof of a pack found and how two packs differ, for people and for programs.
namespace runready {

/// A pack that was looked into.
struct Studied {
  const Pack& pack;
  std::span<const SourceFile> files;
  /// How the program is called to use it: `runready --rules my-rules --no-proof`.
  std::string program = "runready";
  std::size_t node_budget = kNodeBudget;  ///< of what is to be found out about its rules
};

/// "rule `many` is too large to prove"
std::string too_large_words(const TooLarge& part);

/// What was refuted or warned of: where it stands, the smallest example as answers and
/// the command that shows it.
std::string failures_text(const Studied& studied, const CheckReport& report);

/// The failures, what was too large, a line for each invariant, one or two for each other kind of
/// check, and what it took.
std::string check_text(const Studied& studied, const CheckReport& report,
                       std::int64_t milliseconds);

/// One line: `{"schema":"runready/rules-check/1",…}`.
std::string check_json(const Studied& studied, const CheckReport& report,
                       const Diagnostics& diagnostics, std::int64_t milliseconds);

/// The same for files that are no pack.
std::string check_json(const Diagnostics& diagnostics, std::span<const SourceFile> files);

/// `{"answers":…,"found":…,"command":…}`: answers that show something, with nothing else the
/// matter.
void write_example(JsonWriter& out, const Studied& studied, const Counterexample& example);

/// The command that shows an example.
std::string command_showing(const Studied& studied, const Counterexample& example);

/// An example in three lines: the answers, what they give, the command that shows it. `label` has
/// seven letters.
std::string example_text(const Studied& studied, const Counterexample& example,
                         std::string_view label = "answers");

/// A share from 0 to 1 in words: `3.1 %`, `none`, `less than 0.001 %`.
std::string percent(double share);

/// A number of answers: `1234`, `4.7e+21`.
std::string large_number(double number);

/// Two packs that were compared.
struct Compared {
  const Pack& before;
  const Studied& after;
  const DiffReport& report;
};

/// Whether anybody is given more, less or other workouts, with the smallest example of each; what
/// is responsible; then what reads differently.
std::string diff_text(const Compared& compared);

/// One line: `{"schema":"runready/rules-diff/1",…}`. What is said of answers at hand is a value
/// that is written already, or empty.
std::string diff_json(const Compared& compared, std::string_view on_json = {});

}  // namespace runready
