#include "manual/pages.hpp"

#include <algorithm>

#include "cli/help.hpp"
#include "json/json_value.hpp"
#include "runready/load.hpp"

namespace runready {

namespace {

const JsonValue kNothing;

const JsonValue& at(const JsonValue& object, std::string_view key) {
  const JsonValue* value = object.type == JsonValue::Type::object ? object.find(key) : nullptr;
  return value == nullptr ? kNothing : *value;
}

std::string joined(const std::vector<JsonValue>& strings) {
  std::string text;
  for (const JsonValue& value : strings) text += (text.empty() ? "" : ", ") + value.string;
  return text;
}

/// Writes parts of a schema out in words.
class PackFormat {
 public:
  explicit PackFormat(const JsonValue& schema) : schema_(schema) {}

  Document parts() const { return keys_of(schema_); }

  /// Every kind of entry with its keys, but the texts, which are a list.
  Document entries() const {
    Document page;
    for (const JsonMember& definition : at(schema_, "$defs").members) {
      const JsonValue& entry = definition.value;
      const bool is_other = definition.key == "texts" || definition.key == "condition";
      if (is_other || at(entry, "properties").members.empty()) continue;
      page.push_back(heading(title(entry)));
      page.push_back(paragraph(at(entry, "description").string));
      for (Block& key : keys_of(entry)) page.push_back(std::move(key));
    }
    return page;
  }

  Document conditions() const {
    const JsonValue& condition = at(at(schema_, "$defs"), "condition");
    Document page{
        paragraph(at(condition, "description").string + " An object with one of these keys:")};
    for (Block& key : keys_of(condition)) page.push_back(std::move(key));
    return page;
  }

 private:
  static std::string title(const JsonValue& entry) {
    const std::string& words = at(entry, "title").string;
    return words.empty() ? at(entry, "description").string : words;
  }

  const JsonValue& target(const JsonValue& property) const {
    constexpr std::string_view kStart = "#/$defs/";
    const std::string& reference = at(property, "$ref").string;
    if (!reference.starts_with(kStart)) return property;
    return at(at(schema_, "$defs"), std::string_view(reference).substr(kStart.size()));
  }

  Document keys_of(const JsonValue& entry) const {
    const std::vector<JsonValue>& required = at(entry, "required").items;
    Document page;
    for (const JsonMember& property : at(entry, "properties").members) {
      const bool is_required =
          std::any_of(required.begin(), required.end(),
                      [&](const JsonValue& key) { return key.string == property.key; });
      page.push_back(row(property.key, meaning(property.value, is_required)));
    }
    return page;
  }

  std::string meaning(const JsonValue& property, bool is_required) const {
    const JsonValue& described =
        at(property, "description").string.empty() ? target(property) : property;
    std::string text = at(described, "description").string;
    if (text.empty()) text = title(described) + ".";
    const std::vector<JsonValue>& names = at(property, "enum").items;
    if (!names.empty()) text += " One of: " + joined(names) + ".";
    const JsonValue& low = at(property, "minimum");
    const JsonValue& high = at(property, "maximum");
    if (low.type == JsonValue::Type::integer && high.type == JsonValue::Type::integer) {
      text += " From " + std::to_string(low.integer) + " to " + std::to_string(high.integer) + ".";
    }
    const JsonValue& usual = at(property, "default");
    if (usual.type == JsonValue::Type::string) text += " Default: " + usual.string + ".";
    return is_required ? text + " Required." : text;
  }

  const JsonValue& schema_;
};

Document texts() {
  Document page{
      paragraph("Each key is needed once in a pack that is no add-on. `{}` is filled in; "
                "a text has as many of them as in the default pack.")};
  std::string keys;
  for (const std::string_view key : required_text_keys()) {
    keys += (keys.empty() ? "" : ", ") + std::string(key);
  }
  page.push_back(paragraph(keys));
  page.push_back(
      paragraph("What a report says of one situation may be a list of wordings, as "
                "under ENTRIES: all of `banner.`, `headline.`, `recommendation.`, "
                "`referral.`, `feel-check.` and `report.see-someone.`, and a few more."));
  return page;
}

Document description(const JsonValue& schema) {
  return {paragraph("Rules for runready(1), as JSON. " + at(schema, "description").string),
          paragraph("The outcome is the strictest of what all true rules demand. No rule lowers "
                    "anything, so neither the order of rules nor the file they stand in matters."),
          paragraph("`runready rules check` names every mistake with its line and proves the pack. "
                    "`runready schema pack` prints this format as a JSON Schema, for editors.")};
}

}  // namespace

ManualPage pack_page(std::string_view schema, std::string_view example_file) {
  Diagnostics unused;
  const auto read = read_json(schema, 0, unused);
  const JsonValue& root = read ? *read : kNothing;
  const PackFormat format(root);
  return {"runready-pack",
          5,
          "the format of rule packs for runready",
          {{"DESCRIPTION", description(root)},
           {"PARTS", format.parts()},
           {"ENTRIES", format.entries()},
           {"CONDITIONS", format.conditions()},
           {"TEXTS", texts()},
           {"EXAMPLE", {example(example_file, "An add-on pack with one rule")}},
           {"SEE ALSO", {paragraph("`runready`(1)")}}}};
}

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
