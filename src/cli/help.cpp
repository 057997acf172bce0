#include "cli/help.hpp"

#include "render/flag_words.hpp"

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

}  // namespace runready
