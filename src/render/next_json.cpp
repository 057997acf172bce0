#include "render/next_json.hpp"

#include "render/outlook_json.hpp"
#include "render/questions.hpp"
#include "runready/read_answers.hpp"

namespace runready {

std::string next_json(const Pack& pack, const Known& known, const Outlook& outlook,
                      std::string_view id_json) {
  std::string line;
  JsonWriter out(line);
  out.begin_object().key("schema").value("runready/next/1");
  if (!id_json.empty()) out.key("id").raw(id_json);
  out.key("settled").value(false);
  const Asked& asked = outlook.ask_next.front();
  out.key("question");
  write_question(out, pack, pack.question(asked.question));
  if (asked.complaint) out.key("complaint").value(*asked.complaint);
  write_range(out, outlook.range);
  out.key("answers").raw(to_json(pack, known.told));
  out.key("inferred").raw(to_json(pack, known.inferred));
  out.end_object();
  return line;
}

}  // namespace runready
