#include "cli/messages.hpp"

namespace runready {

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
