#include "cli/help.hpp"

#include <array>

#include "report/questions.hpp"
#include "runready/render.hpp"

namespace runready {

namespace {

/// `-a, --answers FILE`
std::string spelled(const FlagInfo& flag) {
  std::string text;
  if (flag.letter != 0) text = std::string{'-', flag.letter, ',', ' '};
  text += "--" + std::string(flag.name);
  if (flag.takes_value()) text += " " + std::string(flag.value_name);
  return text;
}

/// `normal, altered or limping`, `0 to 10`
std::string replies_of(const Question& question) {
  if (question.type == QuestionType::integer) {
    return std::to_string(question.min) + " to " + std::to_string(question.max) +
           (question.unit.empty() ? "" : " " + question.unit);
  }
  std::string list;
  for (const Option& option : question.options) list += (list.empty() ? "" : ", ") + option.id;
  return question.type == QuestionType::multi_choice ? list + "; or none" : list;
}

Block question_item(const Question& question) {
  const std::string flag = spelled_flag(question);
  if (question.type == QuestionType::boolean) {
    return row(flag + ", --no-" + flag.substr(2), question.ask);
  }
  return row(flag + std::string(flag_value(question.type)),
             question.ask + "\n" + replies_of(question));
}

/// The one line, and the sentences after it in lines of their own.
std::string with_details(std::string_view summary, std::string_view details, Details wanted) {
  std::string text(summary);
  if (wanted == Details::shown && !details.empty()) text += "\n" + std::string(details);
  return text;
}

const Command& check_command() { return all_commands().front(); }

/// A row for each first word of commands: `rules` stands for all that begin with it.
Document command_groups() {
  Document page;
  for (const Command& command : all_commands()) {
    const std::size_t space = std::min(command.name.find(' '), command.name.size());
    const std::string group(command.name.substr(0, space));
    const Row* last = page.empty() ? nullptr : &std::get<Row>(page.back());
    if (space == command.name.size()) {
      page.push_back(row(group, command.summary));
    } else if (last == nullptr || last->term != group) {
      page.push_back(row(group, command.name.substr(space + 1)));
    } else {
      page.back() = row(group, last->text + ", " + std::string(command.name.substr(space + 1)));
    }
  }
  return page;
}

}  // namespace

std::string example_flags(const Pack& pack) {
  std::string flags;
  bool has_list = false;
  bool has_number = false;
  for (const Question& question : pack.questions) {
    if (question.about != About::complaint) continue;
    if (question.type == QuestionType::multi_choice && !has_list) {
      flags += " " + spelled_flag(question) + " " + question.options.front().id;
      has_list = true;
    } else if (question.type == QuestionType::integer && !has_number) {
      const std::int32_t middle = question.min + (question.max - question.min) / 2;
      flags += " " + spelled_flag(question) + " " + std::to_string(middle);
      has_number = true;
    }
  }
  return flags.empty() ? " --nothing-else" : flags;
}

Document question_blocks(const Pack& pack) {
  Document page;
  for (std::uint32_t s = 0; s < pack.sections.size(); ++s) {
    Document items;
    for (const Question& question : pack.questions) {
      if (question.section == s) items.push_back(question_item(question));
    }
    if (items.empty()) continue;
    page.push_back(heading(pack.sections[s].title));
    append(page, std::move(items));
  }
  return page;
}

Document flag_blocks(FlagSet flags, Details details) {
  Document page;
  std::string_view group;
  for (const FlagInfo& flag : all_flags()) {
    if (!flags.has(flag.flag)) continue;
    if (flag.group != group) page.push_back(heading(flag.group));
    group = flag.group;
    page.push_back(row(spelled(flag), with_details(flag.summary, flag.details, details)));
  }
  return page;
}

Document check_examples(const Pack* questions) {
  Document page{heading("Examples"), example("runready", "be asked what matters")};
  if (questions != nullptr) {
    page.push_back(example("runready" + example_flags(*questions), "tell it by flags"));
  }
  page.push_back(example("runready --answers today.json --json", "from one program to another"));
  return page;
}

Document command_items(Details details) {
  Document page;
  for (const Command& command : all_commands()) {
    const std::string arguments =
        command.argument_names.empty() ? "" : " " + std::string(command.argument_names);
    page.push_back(row(std::string(command.name) + arguments,
                       with_details(command.summary, command.details, details)));
  }
  return page;
}

Document overview_page(const Pack* questions, Extent extent) {
  Document page{paragraph(kAbout)};
  append(page, check_examples(questions));
  page.push_back(heading("Commands"));
  append(page, extent == Extent::brief ? command_groups() : command_items(Details::left_out));
  if (extent == Extent::brief) {
    page.push_back(heading("More"));
    page.push_back(row("runready --help", "every flag and question"));
    page.push_back(row("runready help COMMAND", "a command, or a topic such as json"));
    return page;
  }
  page.push_back(heading("Topics, as in `runready help json`"));
  for (const Topic& topic : all_topics()) page.push_back(row(topic.name, topic.summary));
  if (questions != nullptr) append(page, question_blocks(*questions));
  append(page, flag_blocks(check_command().flags, Details::left_out));
  return page;
}

Document command_page(const Command& command, const Pack* questions, Extent extent) {
  const std::string arguments =
      command.argument_names.empty() ? "" : " " + std::string(command.argument_names);
  Document page;
  if (command.takes_replies) append(page, check_examples(questions));
  page.push_back(heading("Usage"));
  page.push_back(example("runready " + std::string(command.name) + " [FLAGS]" + arguments, ""));
  page.push_back(paragraph(std::string(command.name) + ": " + std::string(command.summary)));
  if (extent == Extent::whole) {
    if (!command.details.empty()) page.push_back(paragraph(command.details));
    if (command.takes_replies && questions != nullptr) append(page, question_blocks(*questions));
  }
  append(page, flag_blocks(command.flags, Details::left_out));
  return page;
}

Document group_page(std::string_view group) {
  Document page{heading("Commands")};
  for (const Command& command : all_commands()) {
    if (command.name.substr(0, command.name.find(' ')) != group) continue;
    const std::string arguments =
        command.argument_names.empty() ? "" : " " + std::string(command.argument_names);
    page.push_back(row(std::string(command.name) + arguments, command.summary));
  }
  return page;
}

namespace {

Document exit_status_page() {
  return {
      paragraph("What the exit status of runready tells."),
      row("0", "an assessment was given, whatever it says"),
      row("1", "a file could not be read or written, whatever else happened"),
      row("2", "the flags or the answers have mistakes; in `batch`, some line was refused"),
      row("3", "the rules have mistakes or are refuted, or a case of `rules test` fails"),
      row("4",
          "nothing was told, or asking was broken off; or --strict, and something unsaid could "
          "change the outcome; or "
          "`rules check` could not prove the rules"),
      row("130", "interrupted"),
      heading("With `runready check --exit-code`"),
      row("0", "run"),
      row("4", "run, if nothing else is wrong: something unsaid could change that"),
      row("10", "easy run"),
      row("20", "cross-train"),
      row("30", "rest"),
      row("40", "rest, and be seen today"),
      row("50", "call the emergency number now"),
      heading("With `runready rules diff --exit-code`"),
      row("0", "the rules give the same for all answers"),
      row("10", "they differ, and are nowhere more permissive"),
      row("20", "they are more permissive for some answers"),
  };
}

Document environment_page() {
  return {
      paragraph("Flags come before the environment, and the environment before the configuration."),
      row("RUNREADY_RULES", "a file or folder with the rules to use, as --rules"),
      row("RUNREADY_CONFIG", "the configuration file, as --config"),
      row("XDG_CONFIG_HOME",
          "the folder the configuration is looked for in, as runready/config.json "
          "(otherwise ~/.config)"),
      row("XDG_CACHE_HOME",
          "the folder in which is remembered, under runready/, which rules were proved "
          "(otherwise ~/.cache)"),
      row("XDG_DATA_HOME",
          "the folder the diary is kept in, as runready/diary.db (otherwise ~/.local/share)"),
      row("NO_COLOR", "if not empty: no colour"),
      row("CLICOLOR_FORCE, FORCE_COLOR",
          "if neither empty nor 0: colour even where the output is no terminal"),
      row("TERM", "no colour if it is `dumb`"),
      row("VISUAL, EDITOR", "what `config edit` opens the configuration with"),
      row("TZ", "the time zone in which days are named"),
      row("RUNREADY_NOW", "the local time to take for now, as 2026-11-28T06:30"),
      heading("The configuration, a JSON object"),
      row("rules, add_rules", "as the flags; relative to the folder of the configuration"),
      row("have", "the activities at hand, as --have"),
      row("age", "in years, for heart-rate figures"),
      row("max_heart_rate", "in beats a minute, if you know it"),
      row("diary", "true: check-ins are kept in the diary and looked at, as by --diary"),
      row("replies",
          "replies about you that stay the same, as in answers: used where nothing else "
          "is told, but never with --nothing-else, --answers, `next` or `batch`"),
  };
}

Document rules_page() {
  return {
      paragraph(
          "The rules are data: JSON files, built in or named by --rules. They are checked and "
          "proved before they are used."),
      paragraph("A rule is a condition and what it demands where it is true: at least this "
                "recommendation, at least this referral, these activities excluded. The outcome is "
                "the strictest of all demands. No rule lowers anything, so order does not matter."),
      heading("To write rules"),
      example("runready rules init my-rules/", "write a few to begin with; see --add-on"),
      example("runready rules check my-rules/", "does it hold for every set of answers?"),
      example("runready rules test my-rules/", "do its cases give what they should?"),
      example("runready rules diff my-rules/", "what does it change, and for whom?"),
      example("runready rules show ID", "what does a rule say, and why?"),
      example("runready rules graph", "what leads to what?"),
      paragraph(
          "There may be at most 64 files with 16 MiB together, 256 questions with 60 options, "
          "8192 rules, and 4096 entries of any other kind."),
      paragraph("Rules of your own that only add to the built-in ones have \"adds_to\": "
                "\"runready-default\" in their header and are used by --add-rules."),
  };
}

Document json_page() {
  Document page{
      paragraph(
          "Answers are one object: `{\"gait\": \"limping\", \"pain\": 4}`. What is not in it "
          "is unanswered. Several things that hurt stand in a list: `{\"complaints\": "
          "[{\"where\": [\"heel\"]}, {\"where\": [\"shin\"]}]}`. \"nothing_else\": true says "
          "that whatever is not mentioned is harmless. At most 8 things can hurt; a file may have "
          "8 MiB, a line of `batch` 1 MiB."),
      example("runready schema answers", "all keys and what they take, as a JSON Schema"),
      example("runready schema", "which schemas there are of what is read and printed"),
      example("runready --answers - --json", "reads answers, prints the assessment on one line"),
      example("runready next", "reads answers, prints the next question"),
      heading("Keys of the assessment, in their order, for --fields"),
  };
  std::string keys;
  for (const std::string_view key : kAssessmentFields) {
    keys += (keys.empty() ? "" : ", ") + std::string(key);
  }
  page.push_back(paragraph(keys));
  page.push_back(
      paragraph("A part of one is named with a dot: workout.id, reasons.rule. `rules` and "
                "`sources` are printed with --explain or where they are named."));
  page.push_back(heading("From one version to the next"));
  page.push_back(
      paragraph("What stays: keys, types and meaning of JSON, of what is read and of what is "
                "printed; flags; exit statuses; the format of packs, runready/pack/1. A change of "
                "one of these raises the first number of the version, and that at the end of the "
                "`schema` it belongs to. The changelog lists it first."));
  page.push_back(
      paragraph("What may change in any version: keys, flags and codes of errors are added, so "
                "pass over keys you do not know. Words for people are put better. And the advice "
                "gets better: pack.version and pack.digest tell which rules have answered."));
  return page;
}

constexpr std::array<Topic, 4> kTopics{{
    {"exit-status", "what the exit status tells", exit_status_page},
    {"environment", "variables and the configuration file", environment_page},
    {"rules", "what rules are, and how to write them", rules_page},
    {"json", "answers and assessments as JSON", json_page},
}};

}  // namespace

std::span<const Topic> all_topics() { return kTopics; }

}  // namespace runready
