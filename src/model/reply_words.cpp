#include <algorithm>
#include <charconv>

#include "model/options.hpp"
#include "model/reply_json.hpp"
#include "runready/read_answers.hpp"
#include "text/backticks.hpp"
#include "text/report.hpp"
#include "text/suggest.hpp"

namespace runready {

namespace {

std::string_view trimmed(std::string_view words) {
  const std::size_t first = words.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return words.substr(first, words.find_last_not_of(" \t") - first + 1);
}

/// Reads the words of one reply, a function a type of question.
class WordsReader {
 public:
  WordsReader(const Question& question, Replies& into, Diagnostics& diagnostics)
      : question_(question), into_(into), diagnostics_(diagnostics) {}

  bool read(std::string_view words, bool unite) {
    switch (question_.type) {
      case QuestionType::boolean:
        return read_boolean(words);
      case QuestionType::choice:
        return read_choice(words);
      case QuestionType::multi_choice:
        return read_list(words, unite);
      case QuestionType::integer:
        break;
    }
    return read_integer(words);
  }

 private:
  bool read_boolean(std::string_view words) {
    for (const std::string_view yes : {"yes", "true"}) {
      if (!words.empty() && yes.starts_with(words)) return set(1);
    }
    for (const std::string_view no : {"no", "false"}) {
      if (!words.empty() && no.starts_with(words)) return set(0);
    }
    return wrong("wrong-type", "`yes` or `no`", words);
  }

  bool read_integer(std::string_view words) {
    const std::string expected = expected_reply(question_);
    std::int64_t number = 0;
    const char* end = words.data() + words.size();
    const auto [stop, error] = std::from_chars(words.data(), end, number);
    if (words.empty() || stop != end || error == std::errc::invalid_argument) {
      return wrong("wrong-type", expected, words);
    }
    if (error != std::errc() || number < question_.min || number > question_.max) {
      return wrong("out-of-range", expected, words);
    }
    return set(static_cast<std::int32_t>(number));
  }

  bool read_choice(std::string_view words) {
    const auto option = find_option(words);
    return option && set(static_cast<std::int32_t>(*option));
  }

  bool read_list(std::string_view words, bool unite) {
    if (words == "none" && !question_.none_is_reply) {
      report_no_none(diagnostics_, {}, question_, "`none`");
      return false;
    }
    std::vector<bool> chosen(question_.options.size());
    if (unite) {
      for (const std::uint32_t option : chosen_options(question_, into_)) chosen[option] = true;
    }
    if (words != "none" && !add_options(words, chosen)) return false;
    choose(question_, chosen, into_);
    return true;
  }

  /// Marks the options of a list, going on after mistakes.
  bool add_options(std::string_view words, std::vector<bool>& chosen) {
    bool is_right = true;
    for (;;) {
      const std::size_t comma = words.find(',');
      const auto option = find_option(trimmed(words.substr(0, comma)));
      if (option) chosen[*option] = true;
      is_right = is_right && option.has_value();
      if (comma == std::string_view::npos) return is_right;
      words.remove_prefix(comma + 1);
    }
  }

  /// The option with that id, or the only one whose id begins so.
  std::optional<std::uint32_t> find_option(std::string_view word) {
    if (const auto option = option_named(question_, word)) return option;
    std::vector<std::uint32_t> matches;
    for (std::uint32_t i = 0; i < question_.options.size() && !word.empty(); ++i) {
      if (std::string_view(question_.options[i].id).starts_with(word)) matches.push_back(i);
    }
    if (matches.size() == 1) return matches.front();
    if (matches.empty()) {
      report_unknown(word);
    } else {
      report_ambiguous(word, matches);
    }
    return std::nullopt;
  }

  void report_unknown(std::string_view word) {
    if (word == "none" && question_.type == QuestionType::multi_choice) {
      report_error(diagnostics_, "unknown-option", {},
                   "`none` stands with other options of " + in_backticks(question_.id));
    } else if (word.empty()) {
      wrong("unknown-option", expected_reply(question_), word);
    } else {
      report_unknown_option(diagnostics_, {}, question_, word);
    }
  }

  void report_ambiguous(std::string_view word, const std::vector<std::uint32_t>& matches) {
    std::string all;
    for (std::size_t i = 0; i < matches.size(); ++i) {
      if (i > 0) all += i + 1 == matches.size() ? " or " : ", ";
      all += in_backticks(question_.options[matches[i]].id);
    }
    report_error(diagnostics_, "ambiguous-option", {},
                 in_backticks(word) + " of " + in_backticks(question_.id) + " could be " + all);
  }

  bool set(std::int32_t value) {
    into_.set(question_.first_variable, value);
    return true;
  }

  bool wrong(std::string code, std::string_view expected, std::string_view words) {
    report_error(diagnostics_, std::move(code), {},
                 in_backticks(question_.id) + " takes " + std::string(expected) + ", found " +
                     (words.empty() ? "nothing" : in_backticks(words)));
    return false;
  }

  const Question& question_;
  Replies& into_;
  Diagnostics& diagnostics_;
};

std::string joined(const Question& question, const std::vector<std::uint32_t>& options) {
  std::string words;
  for (const std::uint32_t option : options) {
    if (!words.empty()) words += ',';
    words += question.options[option].id;
  }
  return words.empty() ? "none" : words;
}

}  // namespace

bool read_reply(const Pack& pack, QuestionId question, std::string_view words, bool unite,
                Replies& into, Diagnostics& diagnostics) {
  return WordsReader(pack.question(question), into, diagnostics).read(trimmed(words), unite);
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
