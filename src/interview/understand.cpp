#include "interview/understand.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>

#include "text/backticks.hpp"
#include "text/fill.hpp"
#include "text/suggest.hpp"

namespace runready {

namespace {

constexpr std::string_view kSpace = " \t\r\n\v\f";
constexpr std::string_view kBetweenReplies = " \t,;";

std::string lower(std::string_view text) {
  std::string lowered(text);
  for (char& c : lowered) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lowered;
}

std::vector<std::string> words_of(std::string_view line) {
  std::vector<std::string> words;
  while (!line.empty()) {
    const std::string_view word = line.substr(0, line.find_first_of(kBetweenReplies));
    if (!word.empty()) words.push_back(lower(word));
    line.remove_prefix(std::min(word.size() + 1, line.size()));
  }
  return words;
}

std::optional<std::int64_t> number_in(std::string_view word) {
  std::int64_t number = 0;
  const auto [stop, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  if (error != std::errc() || stop != word.data() + word.size()) return std::nullopt;
  return number;
}

/// What the replies in a numbered list are called, in the list's order.
std::vector<std::string> names_of(const Pack& pack, const Question& question) {
  if (question.type == QuestionType::boolean) {
    return {lower(pack.text("reply.no")), lower(pack.text("reply.yes"))};
  }
  std::vector<std::string> names;
  for (const Option& option : question.options) names.push_back(option.id);
  return names;
}

class Understanding {
 public:
  Understanding(const Pack& pack, const Question& question, bool several)
      : pack_(pack), question_(question), names_(names_of(pack, question)) {
    listed_ = names_.size() + (several ? 1 : 0);
  }

  Understood line(std::string_view line) {
    const std::vector<std::string> words = words_of(line);
    if (question_.type == QuestionType::integer) return integer(words);
    if (question_.type == QuestionType::multi_choice) return several(words);
    return one(words);
  }

 private:
  Understood integer(const std::vector<std::string>& words) const {
    const auto number = words.size() == 1 ? number_in(words.front()) : std::nullopt;
    if (number && *number >= question_.min && *number <= question_.max) {
      return {{static_cast<std::int32_t>(*number)}, ""};
    }
    return problem("interview.problem.number",
                   {std::to_string(question_.min), std::to_string(question_.max)});
  }

  Understood one(const std::vector<std::string>& words) {
    if (words.size() != 1) return problem("interview.problem.one-only", {});
    const auto place = find(words.front());
    if (!place) return {{}, problem_};
    return {{static_cast<std::int32_t>(*place)}, ""};
  }

  Understood several(const std::vector<std::string>& words) {
    std::vector<std::int32_t> values(question_.options.size(), 0);
    const bool may_be_none = question_.none_is_reply;
    if (may_be_none && words.size() == 1 && is_none(words.front())) return {values, ""};
    for (const std::string& word : words) {
      if (may_be_none && is_none(word)) return problem("interview.problem.none-and-others", {});
      const auto place = find(word);
      if (!place) return {{}, problem_};
      values[*place] = 1;
    }
    return words.empty() ? problem("interview.problem.unknown", {in_backticks(",")})
                         : Understood{values, ""};
  }

  static bool is_none(std::string_view word) { return word == "none" || word == "0"; }

  /// The place in the list of a number, a name or the unique beginning of one.
  std::optional<std::size_t> find(const std::string& word) {
    if (number_in(word)) {
      if (const auto place = place_in_list(word, listed_)) return place;
      return fail("interview.problem.list", {std::to_string(listed_)});
    }
    std::vector<std::size_t> matches;
    for (std::size_t i = 0; i < names_.size(); ++i) {
      if (names_[i] == word) return i;
      if (names_[i].starts_with(word)) matches.push_back(i);
    }
    if (matches.size() == 1) return matches.front();
    if (matches.empty()) return fail("interview.problem.unknown", {in_backticks(word)}, word);
    std::string all;
    for (const std::size_t i : matches) all += (all.empty() ? "" : ", ") + in_backticks(names_[i]);
    return fail("interview.problem.ambiguous", {in_backticks(word), all});
  }

  std::optional<std::size_t> fail(std::string_view key,
                                  std::initializer_list<std::string_view> arguments,
                                  std::string_view word = {}) {
    problem_ = fill(pack_.text(key), arguments);
    const std::vector<std::string_view> candidates(names_.begin(), names_.end());
    if (const auto near = nearest(word, candidates); !near.empty()) {
      problem_ += " " + fill(pack_.text("interview.problem.nearest"), {in_backticks(near)});
    }
    return std::nullopt;
  }

  Understood problem(std::string_view key,
                     std::initializer_list<std::string_view> arguments) const {
    return {{}, fill(pack_.text(key), arguments)};
  }

  const Pack& pack_;
  const Question& question_;
  std::vector<std::string> names_;
  std::size_t listed_;  ///< replies that have a number
  std::string problem_;
};

}  // namespace

std::string_view trimmed(std::string_view line) {
  const std::size_t first = line.find_first_not_of(kSpace);
  if (first == std::string_view::npos) return {};
  return line.substr(first, line.find_last_not_of(kSpace) - first + 1);
}

std::optional<Command> command_in(std::string_view line) {
  struct Row {
    std::string_view typed;
    Command command;
  };
  constexpr Row kCommands[] = {{"?", Command::why},
                               {"b", Command::back},
                               {"r", Command::review},
                               {"q", Command::quit},
                               {"+", Command::another}};
  const std::string typed = lower(trimmed(line));
  const auto* row = std::find_if(std::begin(kCommands), std::end(kCommands),
                                 [&](const Row& r) { return r.typed == typed; });
  if (row == std::end(kCommands)) return std::nullopt;
  return row->command;
}

std::optional<std::size_t> place_in_list(std::string_view line, std::size_t size) {
  const auto number = number_in(line);
  if (!number || *number < 1 || *number > static_cast<std::int64_t>(size)) return std::nullopt;
  return static_cast<std::size_t>(*number - 1);
}

Understood understand_yes_or_no(const Pack& pack, std::string_view line) {
  if (line.empty()) return {{0}, ""};
  return Understanding(pack, Question{}, false).line(line);
}

Understood understand(const Pack& pack, QuestionId question, bool several, std::string_view line) {
  return Understanding(pack, pack.question(question), several).line(trimmed(line));
}

}  // namespace runready
