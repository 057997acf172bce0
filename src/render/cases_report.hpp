#pragma once

#include <span>
#include <string>

#include "assess/cases.hpp"
#include "runready/diagnostic.hpp"

/// What running a pack's cases found, for people and for programs.
namespace runready {

/// The cases that fail, what each expected and got and why; then what is left untested.
std::string cases_text(const Pack& pack, const CasesReport& report,
                       std::span<const SourceFile> files);

/// One line: `{"schema":"runready/rules-test/1",…}`.
std::string cases_json(const Pack& pack, const CasesReport& report,
                       std::span<const SourceFile> files);

}  // namespace runready
