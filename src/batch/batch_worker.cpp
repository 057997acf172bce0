#include <algorithm>
#include <optional>
#include <stdexcept>
#include <utility>

#include "batch/fast_route.hpp"
#include "batch/line_buffer.hpp"
#include "model/answers.hpp"
#include "report/json_fields.hpp"
#include "runready/assessment.hpp"
#include "runready/batch.hpp"
#include "runready/prove.hpp"
#include "runready/read_answers.hpp"
#include "text/diagnostics.hpp"

namespace runready {

namespace {

constexpr std::size_t kMuchOutput = std::size_t{1} << 18;

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

/// Without `--fields` a batch leaves out what further replies could do.
bool shows_outlook(const BatchOptions& options) {
  return !options.json.fields.empty() && need_outlook(options.json.fields);
}

void count(const Assessment& assessment, BatchCounts& counts) {
  ++counts.answered;
  ++counts.recommendations[static_cast<std::size_t>(assessment.recommendation)];
  ++counts.referrals[static_cast<std::size_t>(assessment.referral)];
  if (counts.rules.empty()) return;
  std::vector<RuleId> rules;
  for (const Reason& reason : assessment.reasons) {
    if (reason.rule) rules.push_back(*reason.rule);
  }
  std::sort(rules.begin(), rules.end());
  rules.erase(std::unique(rules.begin(), rules.end()), rules.end());
  for (const RuleId rule : rules) ++counts.rules[rule.index];
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

namespace {

BatchOptions checked(const Pack& pack, BatchOptions options) {
  Diagnostics found;
  check_fields(options.json.fields, found);
  check_kept(options.keep, pack, found);
  if (found.empty()) return options;
  const Diagnostic& first = found.front();
  throw std::invalid_argument(first.help.empty() ? first.message
                                                 : first.message + "; " + first.help);
}

}  // namespace

Batch::Batch(const Pack& pack, BatchOptions options)
    : pack_(pack),
      options_(checked(pack, std::move(options))),
      fast_(FastRoute::make(pack, options_)) {}

Batch::~Batch() = default;

/// What a thread needs for itself, made once for all its lines.
struct BatchWorker::Scratch {
  explicit Scratch(const FastRoute* fast_route) {
    if (fast_route != nullptr) fast = fast_route->scratch();
  }

  FastRoute::Scratch fast;
  Separators separators;
  std::optional<Prover> prover;  ///< made when first needed
  std::string padded;            ///< lines that stand anywhere
  LineBuffer out;                ///< what comes of them
};

BatchWorker::BatchWorker(const Batch& batch)
    : batch_(batch), scratch_(std::make_unique<Scratch>(batch.fast_.get())) {
  if (batch.options_.counts_rules) counts_.rules.resize(batch.pack_.rules.size());
}

BatchWorker::~BatchWorker() = default;

std::uint64_t BatchWorker::answer(std::string_view lines, std::uint64_t first_number,
                                  std::string& out) {
  if (lines.empty()) return 0;
  const bool is_ended = lines.back() == '\n';
  std::string& padded = scratch_->padded;
  padded.assign(kPadding, ' ');
  padded += lines;
  if (!is_ended) padded += '\n';
  const std::size_t size = padded.size() - kPadding;
  padded.append(kPadding, ' ');
  scratch_->out.clear();
  const std::uint64_t count =
      answer(std::string_view(padded).substr(kPadding, size), first_number, scratch_->out);
  out += scratch_->out.view();
  return count;
}

std::uint64_t BatchWorker::answer(std::string_view lines, std::uint64_t first_number,
                                  LineBuffer& out, const Spill& spill) {
  if (lines.empty()) return 0;
  const FastRoute* const fast = batch_.fast_.get();
  if (fast != nullptr) scratch_->separators.find(lines);
  std::uint64_t number = first_number;
  const char* const end = lines.data() + lines.size();
  for (const char* at = lines.data(); at < end; ++number) {
    if (spill && out.size() >= kMuchOutput) spill(out);
    const char* next = nullptr;
    if (fast != nullptr) {
      next = fast->answer(at, scratch_->separators, scratch_->fast, counts_, out);
    }
    if (next == nullptr) {
      const std::string_view rest(at, static_cast<std::size_t>(end - at));
      const std::string_view line = rest.substr(0, rest.find('\n'));
      answer_ordinary(line, number, out);
      next = at + line.size() + 1;
    }
    at = next;
  }
  return number - first_number;
}

/// A line, without its newline, that is not plain.
void BatchWorker::answer_ordinary(std::string_view line, std::uint64_t number, LineBuffer& out) {
  if (is_blank(line)) return;
  if (line.size() > kMaxLineBytes) return refuse_long_line(number, out);
  Diagnostics found;
  const std::vector<std::string>& keep = batch_.options_.keep;
  auto input = read_answers(line, 0, batch_.pack_, found, keep);
  const std::string answer = input ? assess_line(*input, found) : "";
  if (answer.empty()) {
    return refuse(found, number, input ? *input : beside_answers(line, keep), out);
  }
  out.append(answer);
  out.append("\n");
}

/// As `runready check` does it. Empty, with diagnostics, if the answers cannot be used.
std::string BatchWorker::assess_line(AnswersInput& input, Diagnostics& found) {
  const Pack& pack = batch_.pack_;
  const BatchOptions& options = batch_.options_;
  Answers& told = input.answers;
  told.nothing_else = told.nothing_else || options.nothing_else;
  if (!tells_anything(told)) {
    report_error(found, "nothing-told", Span{}, "nothing was told",
                 "`\"nothing_else\": true` says that nothing is wrong");
    return "";
  }
  const auto known = infer(pack, told, found);
  if (!known) return "";
  std::optional<Outlook> outlook;
  if (options.strict || shows_outlook(options)) {
    // What is said of one line depends on no line before it.
    std::optional<Prover>& prover = scratch_->prover;
    if (!prover || prover->has_given_up()) prover.emplace(pack, options.node_budget);
    const bool wants_changes = shows_outlook(options) && need_changes(options.json.fields);
    outlook = prover->outlook(*known, wants_changes);
    if (options.strict && !outlook->settled) return report_unsettled(*known, found), "";
    if (options.json.fields.empty()) outlook.reset();
  }
  const Assessment assessment = assess(pack, *known, explained_by(options.json));
  count(assessment, counts_);
  Report report{pack, assessment, outlook, {}, options.proof, input.id_json, false};
  report.kept_json = std::move(input.kept_json);
  return to_json(report, options.json);
}

void BatchWorker::report_unsettled(const Known& known, Diagnostics& found) {
  std::string open;
  for (const Asked& asked : scratch_->prover->open_questions(known)) {
    const std::string quoted = "`" + batch_.pack_.question(asked.question).id + "`";
    if (open.find(quoted) == std::string::npos) open += (open.empty() ? "" : ", ") + quoted;
  }
  report_error(found, "not-settled", Span{},
               "not settled: what was not told could change the outcome",
               "tell these too, or say `\"nothing_else\": true`: " + open);
}

void BatchWorker::refuse(const Diagnostics& found, std::uint64_t number, const AnswersInput& beside,
                         LineBuffer& out) {
  ++counts_.errors;
  out.append(error_json(found, number, beside.id_json, beside.kept_json));
  out.append("\n");
}

void BatchWorker::refuse_long_line(std::uint64_t number, LineBuffer& out) {
  Diagnostics found;
  report_error(found, "line-too-long", Span{},
               "the line has more than " + std::to_string(kMaxLineBytes) + " bytes");
  refuse(found, number, {}, out);
}

}  // namespace runready
