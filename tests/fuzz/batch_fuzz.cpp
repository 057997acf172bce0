// Batch lines: a worker prints for every line what `runready check` would, whatever the bytes. The
// first byte chooses the pack, the second what is wanted of an assessment.
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "batch/line_buffer.hpp"
#include "fuzz/json_mutation.hpp"
#include "fuzz/require.hpp"
#include "report/json_fields.hpp"
#include "runready/load.hpp"
#include "support/random_lines.hpp"

namespace {

using namespace runready;
using fuzz::require;

constexpr std::size_t kHead = 2;

Pack default_pack() {
  Diagnostics none;
  auto pack = load_pack(default_pack_files(), none, LoadFor::advising);
  require(pack.has_value());
  return std::move(*pack);
}

Pack random_pack(std::uint8_t seed) {
  testing::Dice dice(seed);
  testing::RandomPackOptions sizes;
  sizes.questions = 1 + dice.below(9);
  sizes.rules = 1 + dice.below(20);
  sizes.default_opens = true;
  return testing::with_texts(testing::random_pack(dice, sizes));
}

/// Wishes for what further replies could do cost proofs on every line: those have tests.
BatchOptions random_options(std::uint8_t seed) {
  testing::Dice dice(seed);
  BatchOptions options = testing::random_options(dice);
  options.strict = false;
  std::erase_if(options.json.fields,
                [](const std::string& field) { return need_outlook(std::vector{field}); });
  if (options.json.fields.empty()) options.json.fields = {"recommendation"};
  return options;
}

/// A pack, what is wanted of it, and the batch made of both, which takes longer than many lines.
struct Prepared {
  Prepared(Pack of_pack, BatchOptions with_options)
      : pack(std::move(of_pack)), options(std::move(with_options)), batch(pack, options) {}

  std::string answered(std::string_view lines) const {
    const std::string padding(BatchWorker::kPadding, ' ');
    const std::string padded = padding + std::string(lines) + padding;
    BatchWorker worker(batch);
    LineBuffer out;
    worker.answer(std::string_view(padded).substr(padding.size(), lines.size()), 1, out);
    return std::string(out.view());
  }

  Pack pack;
  BatchOptions options;
  Batch batch;
};

/// Half of the time with the pack that the program is used with.
const Prepared& prepared(std::uint8_t pack, std::uint8_t options) {
  static std::map<std::pair<int, int>, Prepared> all;
  const auto seed = static_cast<std::uint8_t>(pack % 2 == 0 ? 0 : pack % 16);
  const auto known = all.find({seed, options % 16});
  if (known != all.end()) return known->second;
  return all
      .try_emplace({seed, options % 16}, seed == 0 ? default_pack() : random_pack(seed),
                   random_options(static_cast<std::uint8_t>(options % 16)))
      .first->second;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size <= kHead) return 0;
  const Prepared& with = prepared(data[0], data[1]);
  std::string lines(reinterpret_cast<const char*>(data) + kHead, size - kHead);
  if (!lines.ends_with('\n')) lines += '\n';
  const std::string printed = with.answered(lines);
  require(printed == testing::reference_lines(with.pack, with.options, lines));
  require(is_valid_utf8(printed));
  return 0;
}

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t max_size, unsigned seed) {
  return fuzz::mutate_json(data, size, max_size, seed, fuzz::Texts::lines, kHead);
}
