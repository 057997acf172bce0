#pragma once

#include <span>
#include <string>

#include "render/check_report.hpp"
#include "runready/pack.hpp"

/// Rules and terms as sentences, for people and for programs.
namespace runready {

/// A rule: when it is true, what it demands, why, what it reads and rests on, and whether it can
/// decide alone. Lines of at most `width` columns.
std::string rule_text(const Studied& studied, RuleId id, std::size_t width);

/// A term: what it means, and what reads it.
std::string term_text(const Studied& studied, TermId id, std::size_t width);

/// All rules, one a line: what each demands at least.
std::string rules_text(const Pack& pack);

/// One line: `{"schema":"runready/rules-show/1",…}` with some rules and terms.
std::string rules_json(const Studied& studied, std::span<const RuleId> rules,
                       std::span<const TermId> terms);

}  // namespace runready
