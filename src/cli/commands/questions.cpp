#include "render/questions.hpp"

#include "cli/open_pack.hpp"
#include "cli/session.hpp"

namespace runready {

int run_questions(Session& session) {
  const auto opened = open_pack(session, Purpose::showing);
  if (!opened) return kBadPack;
  if (session.said.has(Flag::schema)) {
    session.out.write(answers_schema(opened->pack) + "\n");
  } else if (session.said.has(Flag::json)) {
    session.out.write(questions_json(opened->pack) + "\n");
  } else {
    session.out.write(questions_text(opened->pack, session.width()));
  }
  return kDone;
}

}  // namespace runready
