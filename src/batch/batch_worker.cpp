#include "batch/batch_worker.hpp"

#include <algorithm>

#include "batch/full_way.hpp"
#include "batch/quick_way.hpp"
#include "render/diagnostic_json.hpp"
#include "text/report.hpp"

namespace runready {

namespace {

constexpr std::size_t kMuchOutput = std::size_t{1} << 18;

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

}  // namespace

void BatchCounts::add(const BatchCounts& other) {
  for (std::size_t i = 0; i < recommendations.size(); ++i) {
    recommendations[i] += other.recommendations[i];
  }
  for (std::size_t i = 0; i < referrals.size(); ++i) referrals[i] += other.referrals[i];
  rules.resize(std::max(rules.size(), other.rules.size()));
  for (std::size_t i = 0; i < other.rules.size(); ++i) rules[i] += other.rules[i];
  answered += other.answered;
  errors += other.errors;
}

Batch::Batch(const Pack& pack, BatchOptions options)
    : pack_(pack), options_(std::move(options)), quick_(QuickWay::make(pack, options_)) {}

Batch::~Batch() = default;

/// What a thread needs for itself, made once for all its lines.
struct BatchWorker::Desk {
  Desk(const Pack& pack, const BatchOptions& options, const QuickWay* quick_way)
      : full(pack, options) {
    if (quick_way != nullptr) quick = quick_way->desk();
  }

  FullWay full;
  QuickWay::Desk quick;
  Marks marks;
};

BatchWorker::BatchWorker(const Batch& batch)
    : batch_(batch),
      desk_(std::make_unique<Desk>(batch.pack_, batch.options_, batch.quick_.get())) {
  if (batch.options_.counts_rules) counts_.rules.resize(batch.pack_.rules.size());
}

BatchWorker::~BatchWorker() = default;

std::uint64_t BatchWorker::answer(std::string_view lines, std::uint64_t first_number,
                                  LineBuffer& out, const Spill& spill) {
  if (lines.empty()) return 0;
  const QuickWay* const quick = batch_.quick_.get();
  if (quick != nullptr) desk_->marks.find(lines);
  std::uint64_t number = first_number;
  const char* const end = lines.data() + lines.size();
  for (const char* at = lines.data(); at < end; ++number) {
    if (spill && out.size() >= kMuchOutput) spill(out);
    const char* next = nullptr;
    if (quick != nullptr) next = quick->answer(at, desk_->marks, desk_->quick, counts_, out);
    if (next == nullptr) {
      const std::string_view rest(at, static_cast<std::size_t>(end - at));
      const std::string_view line = rest.substr(0, rest.find('\n'));
      answer_line(line, number, out);
      next = at + line.size() + 1;
    }
    at = next;
  }
  return number - first_number;
}

/// A line, without its newline, that is not plain as it stands. It is taken the quick way as soon
/// as it can be.
void BatchWorker::answer_line(std::string_view line, std::uint64_t number, LineBuffer& out) {
  if (is_blank(line)) return;
  if (line.size() > kMaxLineBytes) return refuse_long_line(number, out);
  const QuickWay* const quick = batch_.quick_.get();
  if (quick != nullptr && quick->answer_squeezed(line, desk_->quick, counts_, out)) return;
  std::string text;
  auto input = desk_->full.read(line, number, counts_, text);
  if (input && quick != nullptr && quick->answer_told(*input, desk_->quick, counts_, out)) return;
  if (input) text = desk_->full.answer(std::move(*input), number, counts_);
  out.append(text);
  out.append("\n");
}

void BatchWorker::refuse_long_line(std::uint64_t number, LineBuffer& out) {
  Diagnostics found;
  report_error(found, "line-too-long", Span{},
               "the line has more than " + std::to_string(kMaxLineBytes) + " bytes");
  ++counts_.errors;
  out.append(error_json(found, number, ""));
  out.append("\n");
}

}  // namespace runready
