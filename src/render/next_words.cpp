#include "render/next_words.hpp"

#include <algorithm>

#include "assess/knowledge.hpp"
#include "condition/sentence.hpp"
#include "model/enumeration.hpp"
#include "model/reply_label.hpp"
#include "render/flag_words.hpp"
#include "render/level_text.hpp"
#include "render/told_words.hpp"
#include "text/fill.hpp"

namespace runready {

namespace {

/// "your pain is 5 or less": where caution goes one way, what goes further the other way does too,
/// as long as something does.
std::string wish(const Pack& pack, VariableId variable, std::int32_t value) {
  const Question& question = pack.question_of(variable);
  const std::int32_t last = question.caution == Caution::rises ? question.min : question.max;
  const bool has_direction = question.caution != Caution::none && value != last;
  if (question.type != QuestionType::integer || !has_direction) {
    return clause_of(pack, variable, value);
  }
  const std::string_view key =
      question.caution == Caution::rises ? "sentence.at-most" : "sentence.at-least";
  return fill(question.clause.says, {fill(pack.text(key), {std::to_string(value)})});
}

std::string wishes(const Pack& pack, const Answers& answers, const AskAgain& again) {
  std::vector<std::string> clauses;
  for (const AskAgain::Change& change : again.changes) {
    for (const auto& [variable, value] : change.replies) {
      std::string clause = wish(pack, variable, value);
      if (change.asked.complaint && answers.complaints.size() > 1) {
        clause = fill(pack.text("report.of"),
                      {clause, complaint_name(pack, answers, *change.asked.complaint)});
      }
      clauses.push_back(std::move(clause));
    }
  }
  return enumeration(pack, clauses);
}

/// Whether any question about a complaint applies.
bool something_hurts(const Pack& pack, const Replies& told) {
  const Replies runner = effective_replies(pack, told);
  return std::any_of(pack.questions.begin(), pack.questions.end(), [&](const Question& question) {
    return question.about == About::complaint && applies(pack, question, runner) == Truth::yes;
  });
}

/// "Run to Rest", and what it could mean to see somebody.
std::string outcomes(const Pack& pack, const OutcomeRange& range, Referral now) {
  const std::string& least = level_text(pack, "recommendation", range.least);
  const std::string& most = level_text(pack, "recommendation", range.most);
  std::string answer =
      range.least == range.most ? least : fill(pack.text("report.range"), {least, most});
  if (range.referral_most != now) {
    answer += "; " + level_text(pack, "report.up-to", range.referral_most);
  }
  return answer;
}

/// In clauses: "you raced 10 km". Of a list what is not chosen goes without saying.
std::string replies_from_diary(const Report& report) {
  if (!report.from_diary) return {};
  const Pack& pack = report.pack;
  std::vector<std::string> said;
  for (std::size_t thing = 0; thing < report.from_diary->complaints.size(); ++thing) {
    const ToldBy told{*report.from_diary, thing};
    for (const About about : {About::runner, About::complaint}) {
      if (about == About::runner && thing > 0) continue;
      const Replies& replies = about == About::runner
                                   ? report.from_diary->runner
                                   : report.from_diary->complaints[thing].replies;
      const std::string words = told_words(pack, told, told_symptoms(pack, about, replies));
      if (!words.empty()) said.push_back(words);
    }
  }
  return enumeration(pack, said);
}

std::string usual_replies(const Report& report) {
  std::vector<std::string> replies;
  for (const QuestionId id : report.runner.from_config) {
    replies.push_back(
        reply_label(report.pack, report.pack.question(id), report.assessment.known.both.runner));
  }
  return enumeration(report.pack, replies);
}

}  // namespace

std::vector<std::string> would_be_words(const Report& report) {
  const Pack& pack = report.pack;
  std::vector<std::string> lines;
  if (!report.outlook) return lines;
  for (const AskAgain& again : report.outlook->ask_again_when) {
    lines.push_back(fill(pack.text("report.would-be"),
                         {level_text(pack, "recommendation", again.recommendation),
                          wishes(pack, report.assessment.known.both, again)}));
  }
  return lines;
}

bool referral_may_rise(const Report& report) {
  return report.outlook && report.outlook->range.referral_most > report.assessment.referral;
}

std::string see_someone_words(const Report& report, const Situation& situation) {
  const Assessment& assessment = report.assessment;
  if (assessment.referral == Referral::see) return situation.text("report.see-someone.sooner");
  const bool is_well =
      assessment.referral == Referral::none && assessment.recommendation == Recommendation::run;
  if (is_well || !something_hurts(report.pack, assessment.known.both.runner)) return {};
  return situation.text("report.see-someone.when");
}

std::vector<std::string> standing_words(const Report& report) {
  const Pack& pack = report.pack;
  const Assessment& assessment = report.assessment;
  std::vector<std::string> lines;
  if (report.outlook && !report.outlook->settled) {
    lines.push_back(fill(pack.text("report.unsettled"),
                         {outcomes(pack, report.outlook->range, assessment.referral)}));
    for (const Asked& asked : report.outlook->ask_next) {
      const Question& question = pack.question(asked.question);
      lines.push_back(
          fill(pack.text("report.answer-next"), {question.ask, spelled_flag(question)}));
    }
  } else if (report.outlook && assessment.assumed_count > 0) {
    lines.push_back(pack.text("report.settled"));
  }
  if (!report.runner.from_config.empty()) {
    lines.push_back(fill(pack.text("report.from-config"), {usual_replies(report)}));
  }
  if (const std::string replies = replies_from_diary(report); !replies.empty()) {
    lines.push_back(fill(pack.text("report.from-diary"), {replies}));
  }
  if (!report.proof.is_of(pack)) {
    lines.push_back(fill(pack.text("report.not-proved"), {pack.id, pack.version}));
  }
  return lines;
}

}  // namespace runready
