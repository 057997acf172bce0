#include "cli/help.hpp"
#include "manual/pages.hpp"

namespace runready {

namespace {

FlagSet every_flag() {
  FlagSet flags;
  for (const FlagInfo& flag : all_flags()) flags = flags | FlagSet{flag.flag};
  return flags;
}

Document description() {
  return {paragraph(kAbout),
          paragraph("At a terminal it asks what still matters and stops as soon as no reply could "
                    "change the answer. In scripts every question is a flag, and between programs "
                    "answers and assessments are JSON. The knowledge is data: rules in JSON files, "
                    "proved consistent for every possible set of answers before they are used. "
                    "Nothing is stored unless the diary is turned on, and nothing is sent."),
          paragraph("What is not told is assumed to be harmless, and the report says so; "
                    "`--nothing-else` says that nothing was left out, `--strict` refuses to "
                    "assume.")};
}

Document synopsis() {
  return {example("runready [FLAGS]", ""), example("runready COMMAND [FLAGS] [ARGUMENTS]", "")};
}

Document questions(const Pack& pack) {
  Document page{
      paragraph("Those of the rules that are built in. With other rules the flags are "
                "others; `runready --help` lists those in use.")};
  for (Block& block : question_blocks(pack)) page.push_back(std::move(block));
  return page;
}

Document files() {
  return {row("~/.config/runready/config.json",
              "what stays the same from day to day, described under ENVIRONMENT; `runready config "
              "path` says where it is looked for")};
}

constexpr std::string_view kTopicTitles[] = {"EXIT STATUS", "ENVIRONMENT", "RULES", "JSON"};

}  // namespace

ManualPage program_page(const Pack& pack) {
  ManualPage page{"runready", 1, "say whether to run today with sore or painful legs, and why", {}};
  page.sections = {{"SYNOPSIS", synopsis()},
                   {"DESCRIPTION", description()},
                   {"COMMANDS", command_items(Details::shown)},
                   {"FLAGS", flag_blocks(every_flag(), Details::shown)},
                   {"QUESTIONS", questions(pack)}};
  for (std::size_t i = 0; i < all_topics().size(); ++i) {
    page.sections.push_back({kTopicTitles[i], all_topics()[i].page()});
  }
  Document examples = check_examples(&pack);
  examples.erase(examples.begin());  // its heading
  page.sections.push_back({"FILES", files()});
  page.sections.push_back({"EXAMPLES", std::move(examples)});
  page.sections.push_back({"SEE ALSO", {paragraph("`runready-pack`(5), `jq`(1)")}});
  return page;
}

}  // namespace runready
