#include "render/flag_words.hpp"

#include <algorithm>

#include "model/answers.hpp"
#include "prove/open_questions.hpp"
#include "runready/read_answers.hpp"
#include "text/shell_words.hpp"

namespace runready {

namespace {

std::string as_flag(const Question& question, const std::string& words) {
  std::string flag = spelled_flag(question);
  if (question.type != QuestionType::boolean) return flag + " " + words;
  return words == "no" ? "--no-" + flag.substr(2) : flag;
}

void add_flags(const Pack& pack, const Replies& replies, About about, std::string& command) {
  for (std::uint32_t q = 0; q < pack.questions.size(); ++q) {
    const Question& question = pack.questions[q];
    if (question.about != about) continue;
    const std::string words = reply_words(pack, QuestionId{q}, replies);
    if (!words.empty()) command += " " + as_flag(question, words);
  }
}

/// `where=heel+arch,pain=2,label=left foot`; the label is last, since it may hold commas, and alone
/// if nothing else was told of it.
std::string as_also(const Pack& pack, const Complaint& complaint) {
  const Replies& replies = complaint.replies;
  std::string pairs;
  for (std::uint32_t q = 0; q < pack.questions.size(); ++q) {
    const Question& question = pack.questions[q];
    if (question.about != About::complaint) continue;
    std::string words = reply_words(pack, QuestionId{q}, replies);
    if (words.empty()) continue;
    std::replace(words.begin(), words.end(), ',', '+');
    pairs += (pairs.empty() ? "" : ",") + question.id + "=" + words;
  }
  if (complaint.label.empty() && !pairs.empty()) return pairs;
  return pairs + (pairs.empty() ? "" : ",") + "label=" + complaint.label;
}

/// Whether a question was answered, and not as goes without saying.
bool tells(const Pack& pack, const Question& question, const Replies& replies) {
  for (std::uint32_t i = 0; i < question.variable_count; ++i) {
    const VariableId id{question.first_variable.index + i};
    const bool goes_without_saying =
        question.assume && replies[id] == pack.variable(id).default_value;
    if (replies.knows(id) && !goes_without_saying) return true;
  }
  return false;
}

/// By question: whether it tells something, or opens the gate of one that does.
std::vector<bool> notable_questions(const Pack& pack, const Answers& answers) {
  std::vector<QuestionId> telling;
  for (std::uint32_t q = 0; q < pack.questions.size(); ++q) {
    const auto tells_in = [&](const Replies& replies) {
      return tells(pack, pack.questions[q], replies);
    };
    const bool of_a_complaint =
        std::any_of(answers.complaints.begin(), answers.complaints.end(),
                    [&](const Complaint& complaint) { return tells_in(complaint.replies); });
    if (of_a_complaint || tells_in(answers.runner)) telling.push_back({q});
  }
  return with_gates(pack, telling);
}

void keep_only(const Pack& pack, const std::vector<bool>& questions, Replies& replies) {
  for (std::uint32_t q = 0; q < pack.questions.size(); ++q) {
    const Question& question = pack.questions[q];
    for (std::uint32_t i = 0; !questions[q] && i < question.variable_count; ++i) {
      replies.forget(VariableId{question.first_variable.index + i});
    }
  }
}

}  // namespace

std::string spelled_flag(const Question& question) {
  std::string flag = "--" + question.id;
  std::replace(flag.begin(), flag.end(), '_', '-');
  return flag;
}

std::string_view flag_value(QuestionType type) {
  switch (type) {
    case QuestionType::boolean:
      return "";
    case QuestionType::choice:
      return " REPLY";
    case QuestionType::multi_choice:
      return " LIST";
    case QuestionType::integer:
      return " NUMBER";
  }
  return "";
}

std::string command_for(const Pack& pack, const Answers& answers, std::string_view command) {
  std::string line(command);
  add_flags(pack, answers.runner, About::runner, line);
  for (std::size_t i = 0; i < answers.complaints.size(); ++i) {
    const Complaint& complaint = answers.complaints[i];
    const bool is_untold_of_many = answers.complaints.size() > 1 && is_untold(complaint.replies);
    if (i == 0 && complaint.label.empty() && !is_untold_of_many) {
      add_flags(pack, complaint.replies, About::complaint, line);
    } else {
      line += " --also " + shell_word(as_also(pack, complaint));
    }
  }
  if (answers.nothing_else) line += " --nothing-else";
  return line;
}

Answers only_notable(const Pack& pack, const Answers& answers) {
  Answers notable = answers;
  const std::vector<bool> questions = notable_questions(pack, answers);
  keep_only(pack, questions, notable.runner);
  for (Complaint& complaint : notable.complaints) keep_only(pack, questions, complaint.replies);
  // With nothing else the matter, a thing of which nothing is told is none.
  std::erase_if(notable.complaints, [](const Complaint& complaint) {
    return complaint.label.empty() && is_untold(complaint.replies);
  });
  if (notable.complaints.empty())
    notable.complaints.push_back({"", Replies(pack.variables.size())});
  notable.nothing_else = true;
  return notable;
}

}  // namespace runready
