#pragma once

#include <span>
#include <string_view>

#include "cli/output.hpp"
#include "runready/diagnostic.hpp"

/// Messages on standard error.
namespace runready {

struct Session;

/// As the session wants it: with `--json` an object `{"errors":[…]}` on one line, each error with
/// its code, otherwise as below.
void report(Session& session, const Diagnostics& diagnostics,
            std::span<const SourceFile> files = {});

/// One error that points nowhere.
void report_error(Session& session, std::string_view code, std::string_view message,
                  std::string_view help);

/// All of them, with the source lines they point at. Those that point nowhere begin with the
/// program's name.
void print(Output& err, const Diagnostics& diagnostics, std::span<const SourceFile> files = {});

/// `runready: error: …` and, if there is one, the help line.
void print_error(Output& err, std::string_view message, std::string_view help = "");
void print_warning(Output& err, std::string_view message, std::string_view help = "");

}  // namespace runready
