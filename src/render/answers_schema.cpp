#include <algorithm>

#include "render/gate_schema.hpp"
#include "render/pack_json.hpp"
#include "render/questions.hpp"
#include "render/replies_json.hpp"
#include "runready/version.hpp"

namespace runready {

namespace {

void write_constants(JsonWriter& out, const Question& question) {
  out.key("oneOf").begin_array();
  for (const Option& option : question.options) {
    out.begin_object().key("const").value(option.id);
    out.key("title").value(option.label).end_object();
  }
  out.end_array();
}

void write_type(JsonWriter& out, const Question& question) {
  switch (question.type) {
    case QuestionType::boolean:
      out.key("type").value("boolean");
      break;
    case QuestionType::choice:
      out.key("type").value("string");
      write_constants(out, question);
      break;
    case QuestionType::integer:
      out.key("type").value("integer").key("minimum").value(question.min);
      out.key("maximum").value(question.max);
      break;
    case QuestionType::multi_choice:
      out.key("type").value("array").key("uniqueItems").value(true);
      if (!question.none_is_reply) out.key("minItems").value(1);
      out.key("items").begin_object().key("type").value("string");
      write_constants(out, question);
      out.end_object();
      break;
  }
}

void write_property(JsonWriter& out, const Pack& pack, const Question& question) {
  out.key(question.id).begin_object().key("title").value(question.ask);
  if (!question.why.empty()) out.key("description").value(question.why);
  write_type(out, question);
  // A never-assumed question has no default that a form may put in by itself.
  if (question.assume && question.type != QuestionType::multi_choice) {
    out.key("default");
    write_default(out, pack, question);
  }
  out.end_object();
}

void write_properties(JsonWriter& out, const Pack& pack, About about) {
  for (const Question& question : pack.questions) {
    if (question.about == about) write_property(out, pack, question);
  }
}

void write_complaints(JsonWriter& out, const Pack& pack) {
  out.key("complaints").begin_object().key("title").value("Things that hurt");
  out.key("description").value("One object for each; instead of the same keys at the top level.");
  out.key("type").value("array").key("maxItems").value(kMaxComplaints);
  out.key("items").begin_object().key("type").value("object");
  out.key("additionalProperties").value(false).key("properties").begin_object();
  out.key("label").begin_object().key("title").value("Your name for it");
  out.key("type").value("string").end_object();
  write_properties(out, pack, About::complaint);
  out.end_object();
  const bool has_gates = std::ranges::any_of(pack.questions, [](const Question& question) {
    return question.about == About::complaint && question.when;
  });
  if (has_gates) {
    out.key("allOf").begin_array();
    write_gates(out, pack, Seen::complaint);
    out.end_array();
  }
  out.end_object().end_object();
}

/// Beside `complaints` nothing is told of a complaint.
void write_either(JsonWriter& out, const Pack& pack) {
  out.begin_object().key("if").begin_object().key("required").begin_array().value("complaints");
  out.end_array().end_object().key("then").begin_object().key("properties").begin_object();
  out.key("label").value(false);
  for (const Question& question : pack.questions) {
    if (question.about == About::complaint) out.key(question.id).value(false);
  }
  out.end_object().end_object().end_object();
}

}  // namespace

std::string answers_schema(const Pack& pack) {
  std::string text;
  JsonWriter out(text);
  out.begin_object().key("$schema").value("https://json-schema.org/draft/2020-12/schema");
  out.key("$id").value("urn:runready:answers:" + pack.id + ":" + pack.version);
  out.key("$comment").value("Made by runready " RUNREADY_VERSION " from " + pack_words(pack));
  out.key("description")
      .value(
          "What fits is not refused, gates included, as long as anything is told. Only where a "
          "gate reads the runner and a complaint, and there are `complaints`, more fits than is "
          "accepted.");
  out.key("title").value("Answers: " + pack.title).key("type").value("object");
  out.key("additionalProperties").value(false).key("properties").begin_object();
  write_properties(out, pack, About::runner);
  write_properties(out, pack, About::complaint);
  write_complaints(out, pack);
  out.key("nothing_else").begin_object().key("title").value("Nothing else is wrong");
  out.key("description").value("Whatever is not mentioned is harmless.");
  out.key("type").value("boolean").key("default").value(false).end_object();
  out.key("id").begin_object().key("title").value("Your own name for these answers");
  out.key("description").value("Echoed in the assessment.");
  out.key("type")
      .begin_array()
      .value("string")
      .value("number")
      .value("null")
      .end_array()
      .end_object();
  out.key("label").begin_object().key("title").value("Your name for what hurts");
  out.key("type").value("string").end_object();
  out.key("$schema").begin_object().key("title").value("This schema, for editors");
  out.end_object().end_object().key("allOf").begin_array();
  write_either(out, pack);
  write_gates(out, pack, Seen::everything);
  write_gates(out, pack, Seen::runner);
  out.end_array().end_object();
  return text;
}

}  // namespace runready
