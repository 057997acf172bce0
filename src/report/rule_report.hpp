#pragma once

#include <span>
#include <string>

#include "report/check_report.hpp"
#include "rules/cases.hpp"
#include "runready/diagnostic.hpp"
#include "runready/pack.hpp"

/// Rules and terms as sentences, and what running the cases found, for people and for programs.
namespace runready {

// Rules and terms as sentences, for people and for programs.

/// A rule: when it is true, what it demands, why, what it reads and rests on, the smallest answers
/// that make it fire, and those with which it decides. Lines of at most `width` columns.
std::string rule_text(const Studied& studied, RuleId id, std::size_t width);

/// A term: what it means, and what reads it.
std::string term_text(const Studied& studied, TermId id, std::size_t width);

/// All rules, one a line: what each demands at least.
std::string rules_text(const Pack& pack);

/// Whether to tell when rules fire and decide, which takes some time a rule.
enum class Insights : bool { left_out, wanted };

/// One line: `{"schema":"runready/rules-show/1",…}` with some rules and terms.
std::string rules_json(const Studied& studied, std::span<const RuleId> rules,
                       std::span<const TermId> terms, Insights insights);

// What running a pack's cases found, for people and for programs.

/// The cases that fail, what each expected and got and why; then what is left untested.
std::string cases_text(const Pack& pack, const CasesReport& report,
                       std::span<const SourceFile> files);

/// One line: `{"schema":"runready/rules-test/1",…}`.
std::string cases_json(const Pack& pack, const CasesReport& report,
                       std::span<const SourceFile> files);

}  // namespace runready
