#include "cli/candidates.hpp"

#include <algorithm>
#include <optional>

#include "cli/commands.hpp"
#include "cli/config.hpp"
#include "cli/help.hpp"
#include "cli/schemas.hpp"
#include "cli/told_answers.hpp"
#include "text/utf8.hpp"

namespace runready {

namespace {

/// A flag the command takes: one of the program, or one that answers a question.
struct KnownFlag {
  std::string spelled;
  std::string meaning;
  char letter = 0;
  bool takes_value = false;
  bool adds_up = false;  ///< whether it may be given again
  const FlagInfo* flag = nullptr;
  const Question* question = nullptr;
};

std::vector<KnownFlag> flags_of(const Command& command, const Pack* pack) {
  std::vector<KnownFlag> flags;
  if (command.takes_replies && pack != nullptr) {
    for (const QuestionFlag& reply : question_flags(*pack)) {
      const Question& question = pack->question(reply.question);
      const std::string& denial = question.clause.says_not;
      flags.push_back({reply.spelled, reply.denies && !denial.empty() ? denial : question.ask, 0,
                       reply.takes_value, question.type == QuestionType::multi_choice, nullptr,
                       &question});
    }
  }
  for (const FlagInfo& flag : all_flags()) {
    if (!command.flags.has(flag.flag)) continue;
    flags.push_back({"--" + std::string(flag.name), std::string(flag.summary), flag.letter,
                     flag.takes_value(), flag.repeat == Repeat::adds_up, &flag, nullptr});
  }
  return flags;
}

/// The words before the one to complete, as far as that matters.
struct Before {
  std::vector<const KnownFlag*> given;
  std::vector<std::string> arguments;
  const KnownFlag* wants_value = nullptr;  ///< the last word, if its value comes next
  bool only_arguments = false;             ///< after `--`
};

/// The flag a word is, `--gait`, `--gait=normal` or `-f`; letters of switches may come first.
const KnownFlag* flag_meant(const std::string& word, const std::vector<KnownFlag>& flags) {
  const bool is_short = word.size() > 1 && word[0] == '-' && word[1] != '-';
  const std::string_view name = std::string_view(word).substr(0, word.find('='));
  const auto found = std::find_if(flags.begin(), flags.end(), [&](const KnownFlag& flag) {
    return is_short ? flag.letter != 0 && flag.letter == word.back() : flag.spelled == name;
  });
  return found == flags.end() ? nullptr : &*found;
}

Before look_at(std::span<const std::string> words, const std::vector<KnownFlag>& flags) {
  Before before;
  for (const std::string& word : words) {
    if (before.wants_value != nullptr) {
      before.wants_value = nullptr;
    } else if (before.only_arguments || word.empty() || word[0] != '-' || word == "-") {
      before.arguments.push_back(word);
    } else if (word == "--") {
      before.only_arguments = true;
    } else if (const KnownFlag* flag = flag_meant(word, flags)) {
      before.given.push_back(flag);
      const bool has_value = word.find('=') != std::string::npos;
      if (flag->takes_value && !has_value) before.wants_value = flag;
    }
  }
  return before;
}

/// Whether a flag would only say again, or deny, what is said.
bool is_said(const KnownFlag& flag, const Before& before) {
  if (flag.adds_up) return false;
  return std::any_of(before.given.begin(), before.given.end(), [&](const KnownFlag* given) {
    return given == &flag || (flag.question != nullptr && given->question == flag.question);
  });
}

std::vector<Candidate> flag_names(const std::vector<KnownFlag>& flags, const Before& before) {
  std::vector<Candidate> words;
  for (const KnownFlag& flag : flags) {
    if (!is_said(flag, before)) words.push_back({flag.spelled, flag.meaning});
  }
  return words;
}

Candidates values_of(const KnownFlag& flag, std::string_view typed, const Pack* pack) {
  if (flag.flag != nullptr) return values_of(*flag.flag, typed, pack);
  return {false, replies_to(*flag.question, typed, ',', *pack)};
}

std::string_view first_word(std::string_view name) { return name.substr(0, name.find(' ')); }

bool is_group(const Command& command) { return first_word(command.name) != command.name; }

/// What can come first: commands, and the first words of several.
std::vector<Candidate> command_words() {
  std::vector<Candidate> words;
  for (const Command& command : all_commands()) {
    const std::string first(first_word(command.name));
    if (!is_group(command)) {
      words.push_back({first, std::string(command.summary)});
    } else if (!words.empty() && words.back().word == first) {
      words.back().meaning += ", " + std::string(command.name.substr(first.size() + 1));
    } else {
      words.push_back({first, std::string(command.name.substr(first.size() + 1))});
    }
  }
  return words;
}

std::vector<Candidate> words_in_group(std::string_view group) {
  std::vector<Candidate> words;
  for (const Command& command : all_commands()) {
    if (!is_group(command) || first_word(command.name) != group) continue;
    words.push_back(
        {std::string(command.name.substr(group.size() + 1)), std::string(command.summary)});
  }
  return words;
}

std::vector<Candidate> topics(const std::vector<std::string>& named) {
  if (!named.empty()) return words_in_group(named.front());
  std::vector<Candidate> words = command_words();
  for (const Topic& topic : all_topics()) {
    const auto same = std::find_if(words.begin(), words.end(),
                                   [&](const Candidate& word) { return word.word == topic.name; });
    if (same == words.end()) {
      words.push_back({std::string(topic.name), std::string(topic.summary)});
    } else {
      same->meaning = topic.summary;
    }
  }
  return words;
}

std::vector<Candidate> rules_and_terms(const Pack& pack, const std::vector<std::string>& named) {
  std::vector<Candidate> words;
  const auto add = [&](const std::string& id, const std::string& meaning) {
    if (std::find(named.begin(), named.end(), id) == named.end()) words.push_back({id, meaning});
  };
  for (const Rule& rule : pack.rules) add(rule.id, rule.because);
  for (const Term& term : pack.terms) add(term.id, term.clause.says);
  return words;
}

/// The keys of the configuration, and the questions whose replies stay.
std::vector<Candidate> settings_to_set(const Pack* pack) {
  std::vector<Candidate> words;
  for (const std::string_view key : setting_keys()) words.push_back({std::string(key), ""});
  for (std::size_t q = 0; pack != nullptr && q < pack->questions.size(); ++q) {
    const Question& question = pack->questions[q];
    if (question.stays) words.push_back({question.id, question.ask});
  }
  return words;
}

std::vector<Candidate> schemas() {
  std::vector<Candidate> words{{std::string(kAnswersSchema), std::string(kAnswersTitle)}};
  for (const EmbeddedFile& file : schema_files()) {
    words.push_back({std::string(schema_name(file)), schema_title(file)});
  }
  return words;
}

Candidates arguments_of(const Command& command, const std::vector<std::string>& named,
                        const Pack* pack) {
  Candidates found;
  if (named.size() >= command.most_arguments) return found;
  switch (command.argument) {
    case Argument::none:
    case Argument::word:
    case Argument::day:
      break;
    case Argument::file:
    case Argument::pack:
      found.is_path = true;
      break;
    case Argument::rule:
      if (pack != nullptr) found.words = rules_and_terms(*pack, named);
      break;
    case Argument::schema:
      found.words = schemas();
      break;
    case Argument::setting:
      if (named.empty()) found.words = settings_to_set(pack);
      break;
    case Argument::topic:
      found.words = topics(named);
      break;
  }
  return found;
}

/// The last word is one of a command that is known.
Candidates in_command(const Command& command, std::span<const std::string> words,
                      const Pack* pack) {
  const std::vector<KnownFlag> flags = flags_of(command, pack);
  const std::string& last = words.back();
  const Before before = look_at(words.first(words.size() - 1), flags);
  if (before.wants_value != nullptr) return values_of(*before.wants_value, last, pack);
  if (last.starts_with("-") && !before.only_arguments) {
    const std::size_t equals = last.find('=');
    if (equals == std::string::npos) return {false, flag_names(flags, before)};
    const KnownFlag* flag = flag_meant(last, flags);
    if (flag == nullptr || !flag->takes_value) return {};
    Candidates found = values_of(*flag, std::string_view(last).substr(equals + 1), pack);
    for (Candidate& value : found.words) value.word.insert(0, last.substr(0, equals + 1));
    return found;
  }
  Candidates found = arguments_of(command, before.arguments, pack);
  if (!found.is_path && found.words.empty() && last.empty() && !before.only_arguments) {
    found.words = flag_names(flags, before);
  }
  return found;
}

}  // namespace

Candidates candidates(std::span<const std::string> words, const Pack* pack) {
  if (words.size() == 1 && !words.front().starts_with("-")) return {false, command_words()};
  if (words.size() == 2 && !words.front().starts_with("-")) {
    std::vector<Candidate> second = words_in_group(words.front());
    if (!second.empty()) return {false, std::move(second)};
  }
  Diagnostics unused;
  const Choice choice = choose_command(words, unused);
  if (choice.command == nullptr || choice.rest.empty()) return {};
  return in_command(*choice.command, choice.rest, pack);
}

std::string to_lines(const Candidates& candidates) {
  if (candidates.is_path) return ":path\n";
  std::string lines;
  for (const Candidate& candidate : candidates.words) {
    lines += candidate.word;
    if (!candidate.meaning.empty()) lines += "\t" + printable(candidate.meaning);
    lines += "\n";
  }
  return lines;
}

}  // namespace runready
