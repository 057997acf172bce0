#include "condition/json.hpp"
#include "pack/names.hpp"
#include "render/flag_words.hpp"
#include "render/pack_json.hpp"
#include "render/questions.hpp"
#include "render/replies_json.hpp"

namespace runready {

namespace {

template <class Names, class Value>
std::string_view name_in(const Names& names, Value value) {
  return names[static_cast<std::size_t>(value)];
}

void write_options(JsonWriter& out, const Question& question) {
  out.key("options").begin_array();
  for (const Option& option : question.options) {
    out.begin_object().key("id").value(option.id).key("label").value(option.label);
    if (!option.group.empty()) out.key("group").value(option.group);
    if (option.permits) out.key("permits").value(true);
    if (option.heals) out.key("heals").value(true);
    out.end_object();
  }
  out.end_array();
}

/// What can be replied, and in which words.
void write_replies_of(JsonWriter& out, const Pack& pack, const Question& question) {
  switch (question.type) {
    case QuestionType::boolean:
      out.key("yes").value(pack.text("reply.yes")).key("no").value(pack.text("reply.no"));
      break;
    case QuestionType::multi_choice:
      write_options(out, question);
      if (question.none_is_reply) out.key("none").value(pack.text("reply.none"));
      break;
    case QuestionType::choice:
      write_options(out, question);
      break;
    case QuestionType::integer:
      out.key("range").begin_array().value(question.min).value(question.max).end_array();
      if (!question.unit.empty()) out.key("unit").value(question.unit);
      break;
  }
}

}  // namespace

void write_question(JsonWriter& out, const Pack& pack, const Question& question) {
  out.begin_object().key("id").value(question.id);
  out.key("about").value(name_in(kAboutNames, question.about));
  out.key("section").value(pack.sections[question.section].id);
  out.key("type").value(name_in(kQuestionTypeNames, question.type));
  out.key("ask").value(question.ask);
  if (!question.why.empty()) out.key("why").value(question.why);
  write_replies_of(out, pack, question);
  out.key("default");
  write_default(out, pack, question);
  out.key("enter").value(question.enter && question.assume);
  out.key("assume").value(question.assume);
  out.key("fixed").value(question.fixed);
  out.key("permits").value(question.permits);
  out.key("heals").value(question.heals);
  out.key("caution").value(name_in(kCautionNames, question.caution));
  if (question.when) {
    out.key("when");
    write_condition(out, *question.when, pack, Terms::inlined);
  }
  out.key("flag").value(spelled_flag(question)).end_object();
}

std::string questions_json(const Pack& pack) {
  std::string line;
  JsonWriter out(line);
  out.begin_object().key("schema").value("runready/questions/1");
  out.key("pack").begin_object();
  write_which_pack(out, pack);
  out.key("title").value(pack.title).key("language").value(pack.language).end_object();
  out.key("sections").begin_array();
  for (const Section& section : pack.sections) {
    out.begin_object().key("id").value(section.id).key("title").value(section.title).end_object();
  }
  out.end_array().key("questions").begin_array();
  for (const Question& question : pack.questions) write_question(out, pack, question);
  out.end_array().end_object();
  return line;
}

}  // namespace runready
