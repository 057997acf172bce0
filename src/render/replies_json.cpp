#include "render/replies_json.hpp"

#include <algorithm>

#include "model/reply_json.hpp"

namespace runready {

void write_replies(JsonWriter& out, const Pack& pack, const Replies& replies,
                   std::span<const VariableId> variables) {
  Replies some(pack.variables.size());
  for (const VariableId id : variables) some.set(id, replies[id]);
  std::vector<QuestionId> written;
  out.begin_object();
  for (const VariableId id : variables) {
    const QuestionId asked = pack.variable(id).question;
    if (std::find(written.begin(), written.end(), asked) != written.end()) continue;
    written.push_back(asked);
    out.key(pack.question(asked).id);
    write_reply(out, pack.question(asked), some);
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
