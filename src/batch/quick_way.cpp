#include "batch/quick_way.hpp"

#include "batch/squeeze.hpp"
#include "model/answers.hpp"

namespace runready {

namespace {

static_assert(BatchWorker::kPadding >= Dictionary::kPadding);

bool is_too_long(const char* line, const char* next) {
  return next - 1 - line > static_cast<std::ptrdiff_t>(BatchWorker::kMaxLineBytes);
}

}  // namespace

QuickWay::QuickWay(const Pack& pack, bool nothing_else, PlainPrinter printer)
    : pack_(pack),
      nothing_else_(pack.questions.size()),
      always_nothing_else_(nothing_else),
      printer_(std::move(printer)),
      rules_(pack, printer_.needs()),
      gates_(pack, rules_.coding()),
      dictionary_(pack, rules_.coding()),
      reader_(pack, rules_.coding(), dictionary_, rules_.default_words()) {}

std::unique_ptr<const QuickWay> QuickWay::make(const Pack& pack, const BatchOptions& options) {
  if (options.strict) return nullptr;
  auto printer = PlainPrinter::make(pack, options.json, options.proved);
  if (!printer) return nullptr;
  std::unique_ptr<const QuickWay> way(
      new QuickWay(pack, options.nothing_else, std::move(*printer)));
  return way->gates_.are_simple() ? std::move(way) : nullptr;
}

QuickWay::Desk QuickWay::desk() const {
  Desk desk;
  desk.answers.words = rules_.default_words();
  desk.verdict = rules_.verdict();
  desk.worst = rules_.verdict();
  return desk;
}

const char* QuickWay::answer(const char* line, const Marks& marks, Desk& desk, BatchCounts& counts,
                             LineBuffer& out) const {
  const char* const next = reader_.read(line, marks, desk.answers);
  if (next == nullptr || is_too_long(line, next) || !judge(desk)) return nullptr;
  print(desk, counts, out);
  return next;
}

bool QuickWay::answer_squeezed(std::string_view line, Desk& desk, BatchCounts& counts,
                               LineBuffer& out) const {
  if (!squeeze(line, desk.squeezed)) return false;
  const std::size_t size = desk.squeezed.size();
  desk.squeezed.insert(0, BatchWorker::kPadding, ' ');
  desk.squeezed.append(BatchWorker::kPadding, ' ');
  const std::string_view padded = desk.squeezed;
  const std::string_view text = padded.substr(BatchWorker::kPadding, size);
  desk.squeezed_marks.find(text);
  return answer(text.data(), desk.squeezed_marks, desk, counts, out) != nullptr;
}

bool QuickWay::answer_told(const AnswersInput& input, Desk& desk, BatchCounts& counts,
                           LineBuffer& out) const {
  const Answers& told = input.answers;
  if (!told.flat || told.complaints.size() > 1 || !tells_anything(told)) return false;
  set_words(told, desk.answers.words);
  desk.answers.id_json = input.id_json;
  desk.answers.has_partial_list = false;
  if (!judge(desk)) return false;
  print(desk, counts, out);
  return true;
}

void QuickWay::set_words(const Answers& told, std::vector<std::uint64_t>& words) const {
  words = rules_.default_words();
  for (std::uint32_t q = 0; q < pack_.questions.size(); ++q) {
    const Question& question = pack_.questions[q];
    const bool about_runner = question.about == About::runner || told.complaints.empty();
    const Replies& replies = about_runner ? told.runner : told.complaints.front().replies;
    if (!replies.knows(question.first_variable)) continue;
    std::uint64_t reply = 0;
    if (question.type == QuestionType::multi_choice) {
      for (std::uint32_t i = 0; i < question.variable_count; ++i) {
        const VariableId option{question.first_variable.index + i};
        if (replies[option] == 1) reply |= std::uint64_t{1} << i;
      }
    } else {
      reply = rules_.coding().word(QuestionId{q}, replies[question.first_variable]);
    }
    words[q] = rules_.coding().marked(QuestionId{q}, reply) | kTold;
  }
  if (told.nothing_else) words[nothing_else_] = kTold | 1;
}

void QuickWay::print(Desk& desk, BatchCounts& counts, LineBuffer& out) const {
  printer_.print(desk.answers, desk.verdict, conditional(desk), out);
  count(desk.verdict, counts);
}

bool QuickWay::judge(Desk& desk) const {
  PlainAnswers& answers = desk.answers;
  std::uint64_t& nothing_else = answers.words[nothing_else_];
  const bool may_tell_nothing = (nothing_else & kTold) != 0 && (nothing_else & 1) == 0;
  if (may_tell_nothing || !gates_.open(answers)) return false;
  // What is unknown of a list in part has no word.
  if (answers.has_partial_list && printer_.has_headline()) return false;
  if (always_nothing_else_) nothing_else = 1;
  // All else is told then, and whether the outcome is conditional rests on what is not.
  if ((nothing_else & 1) != 0 && printer_.has_headline() && gates_.leave_untold(answers)) {
    return false;
  }
  rules_.judge(answers.words, gates_.missing(answers), desk.verdict);
  return true;
}

/// Whether a headline has to say what the outcome rests on.
Conditional QuickWay::conditional(Desk& desk) const {
  const PlainVerdict& verdict = desk.verdict;
  const bool nothing_else = (desk.answers.words[nothing_else_] & 1) != 0;
  if (nothing_else || !printer_.asks_whether_conditional(verdict)) return {};
  const Gates::Assumptions assumptions = gates_.assumptions(desk.answers);
  if (assumptions.count == 0) return {};
  rules_.judge(desk.answers.words, assumptions.unknown, desk.worst);
  const bool could_be_worse =
      desk.worst.recommendation > verdict.recommendation || desk.worst.referral > verdict.referral;
  return {could_be_worse, assumptions.count};
}

void QuickWay::count(const PlainVerdict& verdict, BatchCounts& counts) const {
  ++counts.answered;
  ++counts.recommendations[static_cast<std::size_t>(verdict.recommendation)];
  ++counts.referrals[static_cast<std::size_t>(verdict.referral)];
  if (counts.rules.empty()) return;
  for (const RuleId rule : verdict.rules()) ++counts.rules[rule.index];
}

}  // namespace runready
