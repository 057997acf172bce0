// The commands by which programs learn what to ask: `questions`, `next`, `schema`.

#include "report/questions.hpp"

#include "cli/open_pack.hpp"
#include "cli/schemas.hpp"
#include "cli/session.hpp"
#include "cli/told_answers.hpp"
#include "report/json_fields.hpp"
#include "report/report_json.hpp"
#include "runready/prove.hpp"
#include "runready/read_answers.hpp"
#include "runready/render.hpp"
#include "text/diagnostics.hpp"
#include "text/document.hpp"
#include "text/words.hpp"

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

namespace {

/// Mistakes are told twice: to programs on the output, to people beside it.
int fail(Session& session, const Diagnostics& found, const Told& told) {
  print(session.err, found, told.files);
  const std::string id = told.files.empty() ? "" : beside_answers(told.files.front().text).id_json;
  session.out.write(error_json(found, std::nullopt, id) + "\n");
  return kUsage;
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

/// Without `--answers` they come from standard input; nothing at all is the beginning.
Told read_told(Session& session, const Pack& pack, Diagnostics& found) {
  CommandLine said = session.said;
  if (!said.has(Flag::answers)) said.add(Flag::answers, "-");
  Diagnostics wrong;
  Told told = read_file_answers(said, pack, wrong);
  const bool is_beginning = !told.files.empty() && is_blank(told.files.front().text);
  if (!is_beginning) found.insert(found.end(), wrong.begin(), wrong.end());
  if (session.said.has(Flag::nothing_else)) told.answers.nothing_else = true;
  return told;
}

}  // namespace

int run_next(Session& session) {
  auto opened = open_pack(session, Purpose::advising);
  if (!opened) return kBadPack;
  const Pack& pack = opened->pack;
  if (!session.said.has(Flag::answers) && session.environment.input == InputKind::terminal) {
    print_error(session.err, "nothing was told", "pipe answers in, `{}` to begin with");
    return kUndecided;
  }
  Diagnostics found;
  Runner runner;
  runner.have = activities_at_hand(session.settings, pack, found);
  const Told told = read_told(session, pack, found);
  if (has_errors(found)) return fail(session, found, told);
  const auto known = infer(pack, told.answers, found);
  if (!known) return fail(session, found, told);
  if (!prove_pack(session, *opened)) return kBadPack;
  const std::optional<Outlook> outlook = Prover(pack, opened->node_budget).outlook(*known);
  if (!outlook->settled && !outlook->ask_next.empty()) {
    session.out.write(next_json(pack, *known, *outlook, told.id_json) + "\n");
    return kDone;
  }
  const Assessment assessment = assess(pack, *known);
  const Report report{pack, assessment, outlook, runner, opened->proof, told.id_json, false};
  session.out.write(to_json(report, {}) + "\n");
  return kDone;
}

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
