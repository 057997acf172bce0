#include "render/replies_json.hpp"

#include <algorithm>

#include "model/reply_json.hpp"

namespace runready {

void write_replies(JsonWriter& out, const Pack& pack, const Replies& replies,
                   std::span<const VariableId> variables) {
  out.begin_object();
  for (auto at = variables.begin(); at != variables.end(); ++at) {
    const auto is_of_it = [&, asked = pack.variable(*at).question](VariableId id) {
      return pack.variable(id).question == asked;
    };
    if (std::any_of(variables.begin(), at, is_of_it)) continue;  // written with the first of them
    const Question& question = pack.question_of(*at);
    out.key(question.id);
    if (question.type != QuestionType::multi_choice) {
      write_reply(out, question, replies);
      continue;
    }
    out.begin_array();
    for (std::uint32_t i = 0; i < question.variable_count; ++i) {
      const VariableId id{question.first_variable.index + i};
      const bool is_asked = std::find(at, variables.end(), id) != variables.end();
      if (is_asked && replies[id] == 1) out.value(question.options[i].id);
    }
    out.end_array();
  }
  out.end_object();
}

void write_default(JsonWriter& out, const Pack& pack, const Question& question) {
  Replies defaults(pack.variables.size());
  for (std::uint32_t i = 0; i < question.variable_count; ++i) {
    defaults.set(VariableId{question.first_variable.index + i}, question.default_value);
  }
  write_reply(out, question, defaults);
}

}  // namespace runready
