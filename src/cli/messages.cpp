#include "cli/messages.hpp"

#include "cli/session.hpp"
#include "render/diagnostic_json.hpp"

namespace runready {

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

}  // namespace runready
