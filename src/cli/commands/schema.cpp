#include "cli/messages.hpp"
#include "cli/open_pack.hpp"
#include "cli/schemas.hpp"
#include "cli/session.hpp"
#include "render/questions.hpp"
#include "text/backticks.hpp"
#include "text/document.hpp"
#include "text/report.hpp"
#include "text/suggest.hpp"

namespace runready {

namespace {

Document list() {
  Document page{row(kAnswersSchema, kAnswersTitle)};
  for (const EmbeddedFile& file : schema_files()) {
    page.push_back(row(schema_name(file), schema_title(file)));
  }
  return page;
}

int report_unknown_schema(Session& session, const std::string& name) {
  std::vector<std::string_view> known = {kAnswersSchema};
  for (const EmbeddedFile& file : schema_files()) known.push_back(schema_name(file));
  std::string help = suggestion(name, known);
  if (help.empty()) help = "`runready schema` lists them";
  print_error(session.err, "no schema is called " + in_backticks(name), help);
  return kUsage;
}

}  // namespace

int run_schema(Session& session) {
  if (session.said.arguments.empty()) {
    session.out.write(to_terminal(list(), session.view()));
    return kDone;
  }
  const std::string& name = session.said.arguments.front();
  if (name == kAnswersSchema) {
    const auto opened = open_pack(session, Purpose::showing);
    if (!opened) return kBadPack;
    session.out.write(answers_schema(opened->pack) + "\n");
    return kDone;
  }
  for (const EmbeddedFile& file : schema_files()) {
    if (schema_name(file) != name) continue;
    session.out.write(file.text);
    return kDone;
  }
  return report_unknown_schema(session, name);
}

}  // namespace runready
