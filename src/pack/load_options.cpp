#include <algorithm>

#include "pack/members.hpp"
#include "pack/names.hpp"
#include "pack/parts.hpp"
#include "text/words.hpp"

namespace runready {

namespace {

/// Words and phrases, each once.
void read_option_words(Loading& in, JsonValue& json, Option& option) {
  if (!expect(in, json, JsonValue::Type::array, "a list of words")) return;
  for (JsonValue& item : json.items) {
    std::string word;
    read_text(in, item, word);
    if (std::ranges::find(option.words, word) != option.words.end()) {
      in.error("duplicate-word", item.span, in_backticks(word) + " stands here twice");
    }
    option.words.push_back(std::move(word));
  }
}

constexpr Member<Option> kOptionMembers[] = {
    {"id", kRequired, nullptr},
    {"label", kRequired, text<&Option::label>},
    {"says", kRequired,
     [](Loading& in, JsonValue& json, Option& option) { read_text(in, json, option.clause.says); }},
    {"says_not", kOptional,
     [](Loading& in, JsonValue& json, Option& option) {
       read_text(in, json, option.clause.says_not);
     }},
    {"group", kOptional, text<&Option::group>},
    {"words", kOptional, read_option_words},
    {"caution", kOptional, nullptr},
    {"permits", kOptional, boolean<&Option::permits>},
    {"heals", kOptional, boolean<&Option::heals>},
};

void read_option_id(Loading& in, const JsonValue& json, const Question& question, Option& option) {
  const JsonValue* id = json.find("id");
  if (id == nullptr || !expect(in, *id, JsonValue::Type::string, "a text")) return;
  option.id = id->string;
  if (!is_id(option.id)) {
    in.error("bad-id", id->span, in_backticks(option.id) + " cannot be an id",
             std::string(kIdRule));
  } else if (const std::string meaning =
                 reserved_reply(option.id, question.type == QuestionType::multi_choice);
             !meaning.empty()) {
    in.error("reserved-id", id->span, "an option cannot be called " + in_backticks(option.id),
             in_backticks(option.id) + " is " + meaning);
  } else if (option_named(question, option.id)) {
    in.error("duplicate-id", id->span, "duplicate option id " + in_backticks(option.id));
  }
}

/// What is typed for something else cannot be a word for an option.
void check_option_words(Loading& in, const JsonValue& json, const Question& question) {
  const JsonValue* words = json.find("words");
  if (words == nullptr || words->type != JsonValue::Type::array) return;
  for (const JsonValue& item : words->items) {
    if (item.type != JsonValue::Type::string) continue;
    const std::string meaning =
        reserved_reply(lower(item.string), question.type == QuestionType::multi_choice);
    if (meaning.empty()) continue;
    in.error("reserved-word", item.span, in_backticks(item.string) + " cannot stand for an option",
             in_backticks(item.string) + " is " + meaning);
  }
}

/// What a multi-choice option may say of itself, against what the question says of all.
void read_option_caution(Loading& in, const JsonValue& json, const Question& question,
                         Option& option) {
  option.caution = question.type == QuestionType::multi_choice ? question.caution : Caution::none;
  const JsonMember* caution = find_member(json, "caution");
  if (caution == nullptr) return;
  if (question.type != QuestionType::multi_choice) {
    in.error("misplaced-key", caution->key_span, "only options of a multi-choice have a `caution`",
             "the options of a choice stand in their order of caution");
  } else if (const auto place = read_name(in, caution->value, std::span(kCautionNames).first(2))) {
    option.caution = static_cast<Caution>(*place);
  }
}

/// What is marked `permits` stands outside the order of caution.
void finish_marks(Loading& in, const JsonValue& json, Option& option) {
  if (!option.permits) return;
  const JsonValue& permits = *json.find("permits");
  const JsonValue* caution = json.find("caution");
  if (caution != nullptr && option.caution != Caution::none) {
    in.error("contradiction", caution->span, "what permits does not raise caution",
             "take out `caution`: `\"permits\": true` implies `none`");
  } else if (option.heals) {
    in.error("contradiction", permits.span, "what permits need not heal",
             "take out `permits` or `heals`");
  }
  option.caution = Caution::none;
}

void check_groups(Loading& in, const JsonValue& json, const std::vector<Option>& options) {
  for (std::size_t i = 1; i < options.size(); ++i) {
    const std::string& group = options[i].group;
    if (group == options[i - 1].group) continue;
    const auto same = [&](const Option& other) { return other.group == group; };
    if (std::any_of(options.begin(), options.begin() + static_cast<std::ptrdiff_t>(i), same)) {
      in.error("split-group", span_of_entry(json.items[i]),
               group.empty()
                   ? "options without a group do not stand together"
                   : "the options of group " + in_backticks(group) + " do not stand together");
    }
  }
}

/// Where an option that an add-on brings goes: behind the last of its group, or else of all.
std::vector<Option>::iterator place_of(std::vector<Option>& options, const Option& option) {
  const auto is_of_group = [&](const Option& other) { return other.group == option.group; };
  const auto last = std::find_if(options.rbegin(), options.rend(), is_of_group);
  return last == options.rend() ? options.end() : last.base();
}

/// Reads options behind those that are there; whether each could be kept.
bool read_list(Loading& in, JsonValue& json, Question& question) {
  bool are_objects = true;
  for (JsonValue& item : json.items) {
    if (!has_room(in, item, question.options.size(), {kMaxOptions, "options"})) return false;
    Option option;
    option.added = in.is_added(item.span);
    if (item.type == JsonValue::Type::object) {
      read_option_id(in, item, question, option);
      read_option_caution(in, item, question, option);
      check_option_words(in, item, question);
    }
    if (read_members<Option>(in, item, "an option", kOptionMembers, option)) {
      finish_marks(in, item, option);
      const auto place = option.added ? place_of(question.options, option) : question.options.end();
      question.options.insert(place, std::move(option));
    } else {
      are_objects = false;
    }
  }
  return are_objects;
}

}  // namespace

void read_options(Loading& in, JsonValue& json, Question& question) {
  if (!expect(in, json, JsonValue::Type::array, "a list of options")) return;
  const bool is_choice = question.type == QuestionType::choice;
  if (json.items.size() < (is_choice ? 2 : 1)) {
    in.error("empty-list", json.span,
             is_choice ? "a choice has two options or more" : "a multi-choice has options");
  }
  if (read_list(in, json, question)) check_groups(in, json, question.options);
}

void read_more_options(Loading& in, Question& question) {
  const auto more = in.more_options.find(question.id);
  if (more == in.more_options.end() || question.type != QuestionType::multi_choice) return;
  for (MoreOptions& added : more->second) {
    added.is_taken = true;
    read_list(in, *added.list, question);
  }
}

void load_more_options(Loading& in, JsonValue& json) {
  if (!expect(in, json, JsonValue::Type::object, "an object of lists of options")) return;
  for (JsonMember& member : json.members) {
    if (!expect(in, member.value, JsonValue::Type::array, "a list of options")) continue;
    in.more_options[member.key].push_back({member.key_span, &member.value});
  }
}

void check_more_options(Loading& in) {
  for (const auto& [question, lists] : in.more_options) {
    for (const MoreOptions& more : lists) {
      if (more.is_taken) continue;
      if (in.questions.find(question)) {
        in.error("not-a-list", more.span,
                 in_backticks(question) + " is no multi-choice, so it takes no further options");
      } else {
        in.error("unknown-question", more.span, "unknown question " + in_backticks(question),
                 in.suggest(question, in.questions.all()));
      }
    }
  }
}

void list_option_keys(std::vector<KeyTable>& into) {
  list_keys<Option>(into, "an option", kOptionMembers);
}

}  // namespace runready
