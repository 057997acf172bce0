#include "cli/session.hpp"

#include "cli/help.hpp"
#include "report/json_fields.hpp"
#include "runready/version.hpp"
#include "text/diagnostics.hpp"
#include "text/words.hpp"

namespace runready {

std::string_view version() { return RUNREADY_VERSION; }

void report(Session& session, const Diagnostics& diagnostics, std::span<const SourceFile> files) {
  if (!session.said.wants_json()) {
    print(session.err, diagnostics, files);
  } else if (!diagnostics.empty()) {
    std::string line;
    JsonWriter out(line);
    out.begin_object().key("errors");
    write_diagnostics(out, diagnostics, files);
    out.end_object();
    session.err.write(line + "\n");
  }
}

void report_error(Session& session, std::string_view code, std::string_view message,
                  std::string_view help) {
  report(session,
         {{Severity::error, std::string(code), Span{}, std::string(message), std::string(help)}});
}

void print(Output& err, const Diagnostics& diagnostics, std::span<const SourceFile> files) {
  for (const Diagnostic& diagnostic : diagnostics) {
    if (diagnostic.span.file >= files.size()) err.write("runready: ");
    err.write(to_text(diagnostic, files));
  }
}

void print_error(Output& err, std::string_view message, std::string_view help) {
  print(err, {{Severity::error, "", Span{}, std::string(message), std::string(help)}});
}

void print_warning(Output& err, std::string_view message, std::string_view help) {
  print(err, {{Severity::warning, "", Span{}, std::string(message), std::string(help)}});
}

namespace {

int fail(Session& session, const Diagnostics& diagnostics, std::span<const SourceFile> files = {}) {
  report(session, diagnostics, files);
  return kUsage;
}

/// Words may belong to flags of questions: commands that take those look at them when the rules
/// are known.
void check_words(const Session& session, Diagnostics& diagnostics) {
  if (session.command.takes_replies) return;
  check_flags(session.said, diagnostics);
  report_unknown(session.said, session.command.flags, nullptr, diagnostics);
  if (!diagnostics.empty()) return;
  report_unexpected(session.said, session.command, diagnostics);
}

int run_command(Session& session) {
  Diagnostics found;
  check_words(session, found);
  if (has_errors(found)) return fail(session, found);
  if (session.command.flags.has(Flag::rules)) {
    session.config = read_config(config_path(session.said, session.environment), found);
    if (has_errors(found)) return fail(session, found, std::span(&session.config.file, 1));
    session.settings = settle(session.said, session.environment, session.config);
  }
  return session.command.run(session);
}

}  // namespace

int run(std::span<const std::string> words, const Environment& environment, const Clock& clock,
        Output& out, Output& err) {
  Diagnostics found;
  const Choice choice = choose_command(words, found);
  if (has_errors(found)) {
    print(err, found);
    return kUsage;
  }
  if (choice.command == nullptr) {
    out.write(to_terminal(group_page(choice.group), {text_width({}, environment),
                                                     use_color({}, environment, Stream::output)}));
    return kDone;
  }
  Session session{
      *choice.command, choice.is_implied, choice.rest, {}, environment, clock, {}, {}, out, err};
  session.said = parse(choice.rest, choice.command->flags, nullptr, found);
  if (has_errors(found)) return fail(session, found);
  if (session.said.has(Flag::version)) return show_version(session);
  if (session.said.has(Flag::help)) return show_help(session);
  return run_command(session);
}

}  // namespace runready
