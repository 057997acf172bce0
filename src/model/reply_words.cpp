#include "model/reply_words.hpp"

#include <algorithm>
#include <optional>

#include "model/meant_words.hpp"
#include "model/replies.hpp"
#include "runready/read_answers.hpp"
#include "text/diagnostics.hpp"
#include "text/words.hpp"

namespace runready {

namespace {

using Kind = WordsMistake::Kind;

bool is_one_of(std::string_view word, std::string_view words) {
  const std::vector<std::string_view> all = split_at(words, " ");
  return std::find(all.begin(), all.end(), word) != all.end();
}

class WordsReader {
 public:
  WordsReader(const Question& question, const AtPrompt& prompt)
      : question_(question), prompt_(prompt) {}

  ReadWords read(std::string_view words) {
    switch (question_.type) {
      case QuestionType::boolean:
        read_boolean(words);
        break;
      case QuestionType::choice:
        read_choice(words);
        break;
      case QuestionType::multi_choice:
        read_list(words);
        break;
      case QuestionType::integer:
        read_integer(words);
        break;
    }
    if (!read_.mistakes.empty()) read_.values.clear();
    return std::move(read_);
  }

 private:
  bool is_prompt() const { return prompt_.pack != nullptr; }

  void read_boolean(std::string_view words) {
    const std::string word = lower(words);
    if (word.empty()) return fail(Kind::nothing, words);
    if (is_prompt() && whole_number(word)) {
      return set(listed(word, prompt_.several ? 3 : 2));
    }
    if (is_one_of(word, "yes y true")) return set(1);
    if (is_one_of(word, "no n false")) return set(0);
    if (is_prompt()) {
      if (lower(prompt_.pack->text("reply.yes")).starts_with(word)) return set(1);
      const bool is_no = lower(prompt_.pack->text("reply.no")).starts_with(word);
      if (is_no || are_none(*prompt_.pack, word)) return set(0);
    }
    fail(Kind::unknown, words);
  }

  void read_integer(std::string_view words) {
    if (words.empty()) return fail(Kind::nothing, words);
    const std::optional<std::int64_t> number =
        is_prompt() ? number_meant(*prompt_.pack, question_, words) : whole_number(words);
    if (!number) return fail(is_all_digits(words) ? Kind::out_of_range : Kind::no_number, words);
    if (*number < question_.min || *number > question_.max) return fail(Kind::out_of_range, words);
    set(static_cast<std::int32_t>(*number));
  }

  void read_choice(std::string_view words) {
    if (words.empty()) return fail(Kind::nothing, words);
    if (is_prompt() && split_at(words, ",; ").size() > 1 &&
        whole_number(split_at(words, ",; ")[0])) {
      return fail(Kind::one_only, words);
    }
    const auto option = option_for(words);
    if (option) set(static_cast<std::int32_t>(*option));
  }

  void read_list(std::string_view words) {
    if (is_prompt() ? are_none(*prompt_.pack, words) : lower(words) == "none") {
      if (!question_.none_is_reply) return fail(Kind::no_none, words);
      read_.values.assign(question_.options.size(), 0);
      return;
    }
    const std::vector<std::string_view> items =
        is_prompt() ? split_at(words, ",;") : with_empty_ones(words);
    // What was told stays until it is taken away: a sign must not go because another was named.
    if (prompt_.ticked.size() == question_.options.size()) {
      read_.values.assign(prompt_.ticked.begin(), prompt_.ticked.end());
    } else {
      read_.values.assign(question_.options.size(), 0);
    }
    if (items.empty()) fail(Kind::nothing, words);
    for (const std::string_view item : items) read_item(item);
  }

  /// What stands between two commas of a list.
  void read_item(std::string_view item) {
    if (!is_prompt()) return add(option_for(item));
    const std::vector<std::string_view> words = split_at(item, " \t");
    const auto has_number = [](std::string_view word) {
      return whole_number(word.substr(word.starts_with('-') || word.starts_with('+'))).has_value();
    };
    if (std::any_of(words.begin(), words.end(), has_number) || names_one_each(item, words)) {
      for (const std::string_view word : words) read_word(word);
    } else {
      read_word(item);
    }
  }

  /// "quad calf" is two replies, "front knee" is one.
  bool names_one_each(std::string_view item, const std::vector<std::string_view>& words) const {
    if (words.size() < 2 || is_called(question_, item)) return false;
    const auto meant_by = each_warns() ? options_mentioning : options_meant;
    std::vector<std::uint32_t> named;
    for (const std::string_view word : words) {
      const Meant meant = meant_by(question_, word);
      if (meant.options.size() != 1 || !meant.every_word) return false;
      named.push_back(meant.options.front());
    }
    return !std::all_of(named.begin(), named.end(), [&](auto n) { return n == named.front(); });
  }

  void read_word(std::string_view word) {
    if (is_taken_away(word) && prompt_.ticked.size() == question_.options.size()) {
      if (const auto place = listed(word.substr(1), question_.options.size())) {
        read_.values[*place] = 0;
      }
      return;
    }
    add(option_for(word));
  }

  /// `-2`
  static bool is_taken_away(std::string_view word) {
    return word.size() > 1 && word.starts_with('-') && whole_number(word.substr(1));
  }

  void add(std::optional<std::uint32_t> option) {
    if (option) read_.values[*option] = 1;
  }

  /// The option that words stand for; nothing, with a mistake, if there is none or it is not clear.
  std::optional<std::uint32_t> option_for(std::string_view words) {
    if (words.empty()) return no_option(Kind::nothing, words);
    const auto called = option_called(question_, words);
    if (!is_prompt()) return called ? called : option_by_id(words);
    if (called && !may_be_another(words)) return called;
    if (const auto option = option_with_id_of(words)) return option;
    if (is_all_digits(words)) return listed(words, question_.options.size());
    if (question_.type == QuestionType::multi_choice && are_none(*prompt_.pack, words)) {
      return no_option(Kind::none_and_others, words);
    }
    if (const auto option = yes_or_no(words)) return option;
    Meant meant = options_meant(question_, words);
    if (may_be_another(words)) meant = options_mentioning(question_, words);
    if (meant.options.size() == 1 && meant.every_word) return meant.options.front();
    if (meant.options.empty() || meant.options.size() == question_.options.size()) {
      return no_option(Kind::unknown, words);
    }
    fail(Kind::ambiguous, words, std::move(meant.options));
    return std::nullopt;
  }

  /// Whether it is a list in which every option asks for more caution.
  bool each_warns() const {
    return question_.type == QuestionType::multi_choice && question_.caution == Caution::rises;
  }

  /// "chest pain" is `chest-pain`.
  std::optional<std::uint32_t> option_with_id_of(std::string_view words) const {
    std::string id = lower(words);
    std::ranges::replace(id, ' ', '-');
    return each_warns() && id.find('-') != std::string::npos ? option_called(question_, id)
                                                             : std::nullopt;
  }

  /// Whether several options of such a list have words of these: which is asked, not guessed.
  bool may_be_another(std::string_view words) const {
    return each_warns() && options_mentioning(question_, words).options.size() > 1;
  }

  std::optional<std::uint32_t> option_by_id(std::string_view word) {
    if (lower(word) == "none" && question_.type == QuestionType::multi_choice) {
      return no_option(Kind::none_and_others, word);
    }
    std::vector<std::uint32_t> beginning;
    for (std::uint32_t i = 0; i < question_.options.size(); ++i) {
      if (question_.options[i].id.starts_with(lower(word))) beginning.push_back(i);
    }
    fail(Kind::unknown, word, std::move(beginning));
    return std::nullopt;
  }

  /// The only option whose label begins with yes, or no: "Yes, all of it".
  std::optional<std::uint32_t> yes_or_no(std::string_view words) const {
    const std::string word = lower(words);
    for (const auto& [key, english] : {std::pair("reply.yes", "yes y"), {"reply.no", "no n"}}) {
      const std::string said = lower(prompt_.pack->text(key));
      if (word != said && !is_one_of(word, english)) continue;
      std::vector<std::uint32_t> options;
      for (std::uint32_t i = 0; i < question_.options.size(); ++i) {
        const std::vector<std::string> label = words_in(question_.options[i].label);
        if (!label.empty() && label.front() == said) options.push_back(i);
      }
      if (options.size() == 1) return options.front();
    }
    return std::nullopt;
  }

  /// The place, from 0, of a number of the list shown.
  std::optional<std::uint32_t> listed(std::string_view word, std::size_t size) {
    const auto number = whole_number(word);
    if (number && *number >= 1 && *number <= static_cast<std::int64_t>(size)) {
      return static_cast<std::uint32_t>(*number - 1);
    }
    return no_option(Kind::not_listed, word);
  }

  /// As of flags, where a comma that nothing follows is a slip to be told.
  static std::vector<std::string_view> with_empty_ones(std::string_view words) {
    std::vector<std::string_view> items;
    for (;;) {
      const std::size_t comma = words.find(',');
      items.push_back(trimmed(words.substr(0, comma)));
      if (comma == std::string_view::npos) return items;
      words.remove_prefix(comma + 1);
    }
  }

  void set(std::int32_t value) { read_.values = {value}; }
  void set(std::optional<std::uint32_t> value) {
    if (value) set(static_cast<std::int32_t>(*value));
  }

  std::nullopt_t no_option(Kind kind, std::string_view word) {
    fail(kind, word);
    return std::nullopt;
  }

  void fail(Kind kind, std::string_view word, std::vector<std::uint32_t> options = {}) {
    read_.mistakes.push_back({kind, std::string(word), std::move(options)});
  }

  const Question& question_;
  const AtPrompt& prompt_;
  ReadWords read_;
};

}  // namespace

ReadWords read_words(const Question& question, std::string_view words, const AtPrompt& prompt) {
  return WordsReader(question, prompt).read(trimmed(words));
}

bool are_none(const Pack& pack, std::string_view words) {
  const std::string word = lower(words);
  return word == "0" || word == "-" || is_one_of(word, "n no none nothing") ||
         is_one_of(word, pack.text("words.none")) || word == lower(pack.text("reply.no")) ||
         word == lower(pack.text("reply.none"));
}

namespace {

/// "`knee-front` or `knee-outer`"
std::string ids_of(const Question& question, const std::vector<std::uint32_t>& options) {
  std::string ids;
  for (std::size_t i = 0; i < options.size(); ++i) {
    if (i > 0) ids += i + 1 == options.size() ? " or " : ", ";
    ids += in_backticks(question.options[options[i]].id);
  }
  return ids;
}

std::string expected_reply_words(const Question& question) {
  return question.type == QuestionType::boolean ? "`yes` or `no`" : expected_reply(question);
}

void report(const Question& question, const WordsMistake& mistake, Diagnostics& to) {
  const auto wrong = [&](std::string code) {
    report_error(to, std::move(code), {},
                 in_backticks(question.id) + " takes " + expected_reply_words(question) +
                     ", found " + (mistake.word.empty() ? "nothing" : in_backticks(mistake.word)));
  };
  if (mistake.kind == Kind::no_none) {
    report_no_none(to, {}, question, "`none`");
  } else if (mistake.kind == Kind::none_and_others) {
    report_error(to, "unknown-option", {},
                 "`none` stands with other options of " + in_backticks(question.id));
  } else if (mistake.kind == Kind::out_of_range) {
    wrong("out-of-range");
  } else if (question.options.empty()) {
    wrong("wrong-type");
  } else if (mistake.kind == Kind::nothing) {
    wrong("unknown-option");
  } else {
    report_unknown_option(
        to, {}, question, mistake.word,
        mistake.options.empty() ? "" : "did you mean " + ids_of(question, mistake.options) + "?");
  }
}

std::string joined(const Question& question, const std::vector<std::uint32_t>& options) {
  std::string words;
  for (const std::uint32_t option : options) {
    if (!words.empty()) words += ',';
    words += question.options[option].id;
  }
  return words.empty() ? "none" : words;
}

}  // namespace

bool read_reply(const Pack& pack, QuestionId id, std::string_view words, bool unite, Replies& into,
                Diagnostics& diagnostics) {
  const Question& question = pack.question(id);
  const ReadWords read = read_words(question, words);
  for (const WordsMistake& mistake : read.mistakes) report(question, mistake, diagnostics);
  for (std::uint32_t i = 0; i < read.values.size(); ++i) {
    const VariableId variable{question.first_variable.index + i};
    const bool stays = unite && question.type == QuestionType::multi_choice && into[variable] == 1;
    into.set(variable, stays ? 1 : read.values[i]);
  }
  return read.mistakes.empty();
}

std::string reply_words(const Pack& pack, QuestionId question, const Replies& replies) {
  const Question& asked = pack.question(question);
  if (!has_reply(asked, replies)) return {};
  const std::int32_t value = replies[asked.first_variable];
  switch (asked.type) {
    case QuestionType::boolean:
      return value != 0 ? "yes" : "no";
    case QuestionType::choice:
      return asked.options[static_cast<std::size_t>(value)].id;
    case QuestionType::integer:
      return std::to_string(value);
    case QuestionType::multi_choice:
      break;
  }
  return joined(asked, chosen_options(asked, replies));
}

bool is_answered(const Pack& pack, QuestionId question, const Replies& replies) {
  const Question& asked = pack.question(question);
  for (std::uint32_t i = 0; i < asked.variable_count; ++i) {
    if (!replies.knows(VariableId{asked.first_variable.index + i})) return false;
  }
  return true;
}

}  // namespace runready
