#include "render/flag_words.hpp"

#include <algorithm>

#include "runready/read_answers.hpp"

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

/// `where=heel+arch,pain=2`
std::string as_also(const Pack& pack, const Replies& replies) {
  std::string pairs;
  for (std::uint32_t q = 0; q < pack.questions.size(); ++q) {
    const Question& question = pack.questions[q];
    if (question.about != About::complaint) continue;
    std::string words = reply_words(pack, QuestionId{q}, replies);
    if (words.empty()) continue;
    std::replace(words.begin(), words.end(), ',', '+');
    pairs += (pairs.empty() ? "" : ",") + question.id + "=" + words;
  }
  return pairs;
}

}  // namespace

std::string spelled_flag(const Question& question) {
  std::string flag = "--" + question.id;
  std::replace(flag.begin(), flag.end(), '_', '-');
  return flag;
}

std::string command_for(const Pack& pack, const Answers& answers, std::string_view command) {
  std::string line(command);
  add_flags(pack, answers.runner, About::runner, line);
  for (std::size_t i = 0; i < answers.complaints.size(); ++i) {
    const Replies& replies = answers.complaints[i].replies;
    if (i == 0) {
      add_flags(pack, replies, About::complaint, line);
    } else if (const std::string pairs = as_also(pack, replies); !pairs.empty()) {
      line += " --also " + pairs;
    }
  }
  if (answers.nothing_else) line += " --nothing-else";
  return line;
}

}  // namespace runready
