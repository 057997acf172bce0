#include <algorithm>
#include <array>
#include <initializer_list>

#include "pack/members.hpp"
#include "pack/names.hpp"
#include "pack/parts.hpp"
#include "text/words.hpp"

namespace runready {

namespace {

void question_section(Loading& in, JsonValue& json, Question& question) {
  if (const auto section = read_reference(in, json, in.sections)) question.section = *section;
}

constexpr Member<Question> kQuestionMembers[] = {
    {"id", kRequired, nullptr},
    {"about", kRequired, name_of<&Question::about, kAboutNames>},
    {"section", kRequired, question_section},
    {"type", kRequired, name_of<&Question::type, kQuestionTypeNames>},
    {"when", kOptional, nullptr},
    {"ask", kRequired, text<&Question::ask>},
    {"says", kOptional, nullptr},
    {"says_not", kOptional, nullptr},
    {"options", kOptional, nullptr},
    {"range", kOptional, nullptr},
    {"unit", kOptional, text<&Question::unit>},
    {"default", kOptional, nullptr},
    {"caution", kOptional, nullptr},
    {"enter", kOptional, boolean<&Question::enter>},
    {"assume", kOptional, boolean<&Question::assume>},
    {"fixed", kOptional, boolean<&Question::fixed>},
    {"permits", kOptional, boolean<&Question::permits>},
    {"heals", kOptional, boolean<&Question::heals>},
    {"none", kOptional, boolean<&Question::none_is_reply>},
    {"stays", kOptional, boolean<&Question::stays>},
    {"for_words", kOptional, boolean<&Question::for_words>},
    {"default_opens", kOptional, boolean<&Question::default_opens>},
    {"why", kRequired, text<&Question::why>},
    {"sources", kOptional, sources_if_any<&Question::sources>},
};

enum class Use : std::uint8_t { refused, allowed, required };

/// Keys that only some types of question have, by type.
struct TypeKey {
  std::string_view key;
  std::array<Use, 4> use;  ///< bool, choice, multi-choice, integer
};

constexpr TypeKey kTypeKeys[] = {
    {"says", {Use::required, Use::refused, Use::refused, Use::required}},
    {"says_not", {Use::allowed, Use::refused, Use::refused, Use::refused}},
    {"options", {Use::refused, Use::required, Use::required, Use::refused}},
    {"range", {Use::refused, Use::refused, Use::refused, Use::required}},
    {"unit", {Use::refused, Use::refused, Use::refused, Use::allowed}},
    {"default", {Use::allowed, Use::required, Use::allowed, Use::required}},
    {"none", {Use::refused, Use::refused, Use::allowed, Use::refused}},
};

constexpr std::array<std::string_view, 4> kTypeWords = {
    "a bool question", "a choice question", "a multi-choice question", "an integer question"};

void check_type_keys(Loading& in, const JsonValue& json, QuestionType type) {
  const auto place = static_cast<std::size_t>(type);
  for (const TypeKey& key : kTypeKeys) {
    const JsonMember* told = find_member(json, key.key);
    const std::string subject(kTypeWords[place]);
    if (told != nullptr && key.use[place] == Use::refused) {
      in.error("misplaced-key", told->key_span, subject + " has no `" + std::string(key.key) + "`");
    } else if (told == nullptr && key.use[place] == Use::required) {
      in.error("missing-key", span_of_entry(json),
               subject + " needs `" + std::string(key.key) + "`");
    }
  }
}

/// The type a question without a usable one seems to have, so that what reads it is not reported.
QuestionType guess_type(const JsonValue& json) {
  const JsonValue* standard = json.find("default");
  if (json.find("range") != nullptr) return QuestionType::integer;
  if (json.find("options") == nullptr) return QuestionType::boolean;
  return standard != nullptr && standard->type == JsonValue::Type::string
             ? QuestionType::choice
             : QuestionType::multi_choice;
}

bool has_known_type(const JsonValue& json) {
  const JsonValue* type = json.find("type");
  return type != nullptr && type->type == JsonValue::Type::string &&
         std::ranges::find(kQuestionTypeNames, std::string_view(type->string)) !=
             kQuestionTypeNames.end();
}

void read_caution(Loading& in, const JsonValue& json, Question& question) {
  const bool rises =
      question.type == QuestionType::boolean || question.type == QuestionType::multi_choice;
  question.caution = rises ? Caution::rises : Caution::none;
  const JsonValue* told = json.find("caution");
  if (told == nullptr) return;
  const std::span<const std::string_view> names(kCautionNames);
  const bool may_fall = question.type != QuestionType::multi_choice;
  if (const auto place = read_name(in, *told, may_fall ? names : names.first(2))) {
    question.caution = static_cast<Caution>(*place);
  }
}

void read_range(Loading& in, const JsonValue& json, Question& question) {
  constexpr std::int32_t kMaxValues = 100'000;
  const JsonValue* told = json.find("range");
  if (told == nullptr) return;
  constexpr Interval kWidest{kMinInteger, kMaxInteger};
  const auto range = read_interval(in, *told, kWidest);
  question.min = range.value_or(kWidest).low;
  question.max = range.value_or(kWidest).high;
  if (!range) return;
  if (range->low == range->high) {
    in.error("out-of-range", told->span, "this range has one value only");
  } else if (range->high - range->low >= kMaxValues) {
    in.error("out-of-range", told->span, "this range has more than 100000 values");
  }
}

void read_clause(Loading& in, JsonValue& json, Question& question) {
  if (JsonValue* says = member_of(json, "says")) {
    read_text(in, *says, question.clause.says, question.type == QuestionType::integer ? 1 : 0);
  }
  if (JsonValue* says_not = member_of(json, "says_not")) {
    read_text(in, *says_not, question.clause.says_not);
  }
}

std::int32_t read_option_default(Loading& in, const JsonValue& json, const Question& question) {
  if (!expect(in, json, JsonValue::Type::string, "an option")) return 0;
  if (const auto place = option_named(question, json.string)) {
    return static_cast<std::int32_t>(*place);
  }
  std::vector<std::string_view> known;
  for (const Option& option : question.options) known.push_back(option.id);
  in.error("unknown-option", json.span,
           in_backticks(question.id) + " has no option " + in_backticks(json.string),
           in.suggest(json.string, known));
  return 0;
}

void read_default(Loading& in, const JsonValue& json, Question& question) {
  const JsonValue* told = json.find("default");
  if (told == nullptr) return;
  switch (question.type) {
    case QuestionType::boolean: {
      bool standard = false;
      read_boolean(in, *told, standard);
      question.default_value = standard ? 1 : 0;
      return;
    }
    case QuestionType::choice:
      question.default_value = read_option_default(in, *told, question);
      return;
    case QuestionType::multi_choice:
      if (expect(in, *told, JsonValue::Type::array, "`[]`") && !told->items.empty()) {
        in.error("out-of-range", told->span, "the default of a multi-choice is `[]`");
      }
      return;
    case QuestionType::integer:
      if (const auto number = read_integer(in, *told, {question.min, question.max})) {
        question.default_value = *number;
      }
  }
}

void check_name(Loading& in, const Question& question) {
  if (const std::string meaning = reserved_meaning(question.id); !meaning.empty()) {
    in.error("reserved-id", question.span,
             "a question cannot be called " + in_backticks(question.id),
             "it would be taken for " + meaning);
  }
  if (question.id.empty()) return;
  const auto [other, is_new] =
      in.question_flags.try_emplace(flag_without_no(question.id), question.span);
  if (!is_new && in.questions.find(question.id) == in.pack.questions.size()) {
    in.error("duplicate-flag", question.span,
             "the flag of " + in_backticks(question.id) + " would be that of another question",
             "the other stands at " + in.place(other->second));
  }
}

void check_none(Loading& in, const JsonValue& json, const Question& question) {
  if (question.assume || question.none_is_reply) return;
  in.error("contradiction", json.find("none")->span,
           "what is never assumed has no reply that stands for not told",
           "take out `none` or `assume`");
}

void check_enter(Loading& in, const JsonValue& json, Question& question) {
  if (question.assume && question.none_is_reply) return;
  const JsonValue* enter = json.find("enter");
  if (enter != nullptr && question.enter) {
    const bool never = !question.assume;
    in.error("contradiction", enter->span,
             never ? "Enter alone cannot answer what is never assumed"
                   : "Enter alone cannot answer where nothing chosen is no reply",
             std::string("take out `enter`: `\"") + (never ? "assume" : "none") +
                 "\": false` implies it");
  }
  question.enter = false;
}

/// What hurts is told anew each time, and one thing that hurts is not asked about for words.
void check_about_runner(Loading& in, const JsonValue& json, const Question& question) {
  for (const auto& [key, is_set] :
       {std::pair("stays", question.stays), {"for_words", question.for_words}}) {
    if (!is_set || question.about == About::runner) continue;
    in.error("misplaced-key", find_member(json, key)->key_span,
             "only a question about the runner can have `" + std::string(key) + "`");
  }
}

/// A reply marked `permits` stands outside the order of caution, so a question of one reply at a
/// time that is marked as a whole has none. The places of a list keep theirs.
void check_permits(Loading& in, const JsonValue& json, Question& question) {
  const bool is_list = question.type == QuestionType::multi_choice;
  if (question.permits && !is_list) {
    const JsonValue* caution = json.find("caution");
    if (caution != nullptr && question.caution != Caution::none) {
      in.error("contradiction", caution->span, "what permits does not raise caution",
               "take out `caution`: `\"permits\": true` implies `none`");
    }
    question.caution = Caution::none;
  }
  if (question.type != QuestionType::choice) return;
  const auto usual = static_cast<std::size_t>(question.default_value);
  if (usual >= question.options.size() || !question.options[usual].permits) return;
  in.error("permitting-default", question.span,
           "the default of " + in_backticks(question.id) + " is marked `permits`",
           "what permits is told, and the default is what silence means");
}

bool heals_in_part(const Question& question) {
  return question.heals || std::ranges::any_of(question.options, &Option::heals);
}

void check_heals(Loading& in, const JsonValue& json, const Question& question) {
  if (!heals_in_part(question)) return;
  if (question.fixed) {
    in.error("contradiction", json.find("fixed")->span, "nobody can change what is fixed",
             "take out `fixed` or `heals`");
  } else if (question.stays) {
    in.error("contradiction", json.find("stays")->span,
             "what is true from day to day need not heal", "take out `stays` or `heals`");
  } else if (question.heals && question.permits) {
    in.error("contradiction", json.find("permits")->span, "what permits need not heal",
             "take out `permits` or `heals`");
  }
}

/// The default is what is left when the rest has passed.
void check_default_heals(Loading& in, const JsonValue& json, const Question& question) {
  const auto usual = static_cast<std::size_t>(question.default_value);
  const bool is_choice = question.type == QuestionType::choice;
  if (!is_choice || usual >= question.options.size() || !question.options[usual].heals) return;
  in.error("contradiction", json.find("options")->items[usual].find("heals")->span,
           "the default is the harmless reply, from which nothing has to pass",
           "mark the options that are hoped to pass");
}

void check_default_opens(Loading& in, const JsonValue& json, const Question& question) {
  if (!question.default_opens) return;
  const JsonValue& told = *json.find("default_opens");
  if (json.find("when") == nullptr) {
    in.error("contradiction", told.span, "a question without a gate opens none",
             "take out `default_opens`, or add the gate: `when`");
  } else if (question.type == QuestionType::multi_choice) {
    in.error("contradiction", told.span, "nothing chosen of a list tells of nothing",
             "take out `default_opens`");
  }
}

void add_variables(Pack& pack, Question& question) {
  const QuestionId id{static_cast<std::uint32_t>(pack.questions.size())};
  question.first_variable = VariableId{static_cast<std::uint32_t>(pack.variables.size())};
  if (question.type != QuestionType::multi_choice) {
    pack.variables.push_back(
        {id, std::nullopt, question.min, question.max, question.default_value});
    return;
  }
  question.variable_count = static_cast<std::uint32_t>(question.options.size());
  for (std::uint32_t option = 0; option < question.variable_count; ++option) {
    pack.variables.push_back({id, option, 0, 1, 0});
  }
}

void finish_question(Loading& in, JsonValue& json, Question& question) {
  if (!has_known_type(json)) {
    question.type = guess_type(json);
  } else {
    check_type_keys(in, json, question.type);
  }
  check_name(in, question);
  read_caution(in, json, question);
  read_clause(in, json, question);
  if (JsonValue* options = member_of(json, "options")) read_options(in, *options, question);
  read_more_options(in, question);
  if (question.type == QuestionType::choice && !question.options.empty()) {
    question.max = static_cast<std::int32_t>(question.options.size()) - 1;
  }
  if (question.type == QuestionType::integer) read_range(in, json, question);
  read_default(in, json, question);
  check_none(in, json, question);
  check_enter(in, json, question);
  check_permits(in, json, question);
  check_heals(in, json, question);
  check_default_heals(in, json, question);
  check_default_opens(in, json, question);
  check_about_runner(in, json, question);
  add_variables(in.pack, question);
  if (const JsonValue* when = json.find("when")) {
    in.gates.push_back({static_cast<std::uint32_t>(in.pack.questions.size()), when});
  }
}

constexpr Entries<Question> kQuestions = {
    "a question", kQuestionMembers, {kMaxQuestions, "questions"}, is_id, finish_question};

}  // namespace

void load_questions(Loading& in, JsonValue& json) {
  read_entries(in, json, kQuestions, in.questions, in.pack.questions);
}

void list_question_keys(std::vector<KeyTable>& into) {
  list_keys<Question>(into, "a question", kQuestionMembers);
}

}  // namespace runready
