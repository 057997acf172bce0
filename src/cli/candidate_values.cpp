#include <algorithm>

#include "cli/candidates.hpp"
#include "report/json_fields.hpp"
#include "report/questions.hpp"
#include "text/words.hpp"

namespace runready {

namespace {

/// More numbers than these are no help to choose from.
constexpr std::int32_t kMostNumbers = 15;

/// A value as typed, cut before its last entry.
struct ListTyped {
  std::string_view before;  ///< up to the last separator, with it
  std::string_view last;

  ListTyped(std::string_view typed, std::string_view separators) {
    const std::size_t at = typed.find_last_of(separators);
    const std::size_t length = at == std::string_view::npos ? 0 : at + 1;
    before = typed.substr(0, length);
    last = typed.substr(length);
  }

  /// Whether an entry stands there already.
  bool has(std::string_view entry, char separator) const {
    for (std::string_view rest = before; !rest.empty();) {
      const std::size_t end = std::min(rest.find(separator), rest.size());
      if (rest.substr(0, end) == entry) return true;
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return false;
  }
};

/// Adds an entry to those typed before, unless it is one of them.
void add_entry(const ListTyped& typed, char separator, std::string_view entry,
               std::string_view meaning, std::vector<Candidate>& to) {
  if (typed.has(entry, separator)) return;
  to.push_back({std::string(typed.before) + std::string(entry), std::string(meaning)});
}

std::vector<Candidate> numbers(const Question& question) {
  std::vector<Candidate> words;
  if (question.max - question.min >= kMostNumbers) return words;
  for (std::int32_t value = question.min; value <= question.max; ++value) {
    const std::string number = std::to_string(value);
    words.push_back({number, fill(question.clause.says, {number})});
  }
  return words;
}

std::vector<Candidate> options(const Question& question) {
  std::vector<Candidate> words;
  for (const Option& option : question.options) words.push_back({option.id, option.label});
  return words;
}

std::vector<Candidate> option_lists(const Question& question, std::string_view typed,
                                    char separator, const Pack& pack) {
  const ListTyped list(typed, std::string_view(&separator, 1));
  std::vector<Candidate> words;
  for (const Option& option : question.options) {
    add_entry(list, separator, option.id, option.label, words);
  }
  if (list.before.empty() && question.none_is_reply)
    words.push_back({"none", pack.text("reply.none")});
  return words;
}

std::string labels_of_tagged(const Pack& pack, std::string_view tag) {
  std::string labels;
  for (const Activity& activity : pack.activities) {
    if (std::find(activity.tags.begin(), activity.tags.end(), tag) == activity.tags.end()) continue;
    labels += (labels.empty() ? "" : ", ") + activity.label;
  }
  return labels;
}

std::vector<Candidate> activities(std::string_view typed, const Pack& pack) {
  const ListTyped list(typed, ",");
  std::vector<Candidate> words;
  std::vector<std::string_view> tags;
  for (const Activity& activity : pack.activities) {
    add_entry(list, ',', activity.id, activity.label, words);
    tags.insert(tags.end(), activity.tags.begin(), activity.tags.end());
  }
  std::sort(tags.begin(), tags.end());
  tags.erase(std::unique(tags.begin(), tags.end()), tags.end());
  for (const std::string_view tag : tags) {
    if (!pack.activity_named(tag)) add_entry(list, ',', tag, labels_of_tagged(pack, tag), words);
  }
  return words;
}

/// The parts of values come with the first dot.
std::vector<Candidate> fields(std::string_view typed) {
  const ListTyped list(typed, ",");
  const bool wants_parts = list.last.find('.') != std::string_view::npos;
  std::vector<Candidate> words;
  for (const std::string_view field : known_fields()) {
    const bool is_part = field.find('.') != std::string_view::npos;
    if (is_part == wants_parts) add_entry(list, ',', field, "", words);
  }
  return words;
}

/// The question that `where` in `--also where=heel` names.
const Question* question_of_key(const Pack& pack, std::string_view key) {
  for (const Question& question : pack.questions) {
    if (question.id == key || spelled_flag(question) == "--" + std::string(key)) return &question;
  }
  return nullptr;
}

void add_keys(const Pack& pack, std::string_view before, std::vector<Candidate>& words) {
  for (const Question& question : pack.questions) {
    if (question.about != About::complaint) continue;
    const std::string key = question.id + "=";
    const bool is_there =
        before.starts_with(key) || before.find("," + key) != std::string_view::npos;
    if (!is_there) words.push_back({std::string(before) + key, question.ask});
  }
}

std::vector<Candidate> complaint(std::string_view typed, const Pack& pack) {
  const ListTyped pairs(typed, ",");
  std::vector<Candidate> words;
  const std::size_t equals = pairs.last.find('=');
  if (equals == std::string_view::npos) {
    add_keys(pack, pairs.before, words);
    return words;
  }
  const Question* question = question_of_key(pack, pairs.last.substr(0, equals));
  if (question == nullptr || question->about != About::complaint) return words;
  const std::string before(typed.substr(0, pairs.before.size() + equals + 1));
  words = replies_to(*question, pairs.last.substr(equals + 1), '+', pack);
  for (Candidate& reply : words) reply.word.insert(0, before);
  return words;
}

}  // namespace

std::vector<Candidate> replies_to(const Question& question, std::string_view typed, char separator,
                                  const Pack& pack) {
  switch (question.type) {
    case QuestionType::boolean:
      return {{"yes", question.clause.says}, {"no", question.clause.says_not}};
    case QuestionType::choice:
      return options(question);
    case QuestionType::multi_choice:
      return option_lists(question, typed, separator, pack);
    case QuestionType::integer:
      return numbers(question);
  }
  return {};
}

Candidates values_of(const FlagInfo& flag, std::string_view typed, const Pack* pack) {
  Candidates found;
  switch (flag.value) {
    case Value::none:
    case Value::number:
    case Value::members:
      break;
    case Value::choice:
      for (const std::string_view word : choices(flag.flag)) {
        found.words.push_back({std::string(word), ""});
      }
      break;
    case Value::file:
    case Value::pack:
      found.is_path = true;
      break;
    case Value::activities:
      if (pack != nullptr) found.words = activities(typed, *pack);
      break;
    case Value::fields:
      found.words = fields(typed);
      break;
    case Value::complaint:
      if (pack != nullptr) found.words = complaint(typed, *pack);
      break;
  }
  return found;
}

}  // namespace runready
