#include "cli/messages.hpp"
#include "cli/session.hpp"
#include "cli/study.hpp"
#include "render/rule_report.hpp"
#include "text/backticks.hpp"
#include "text/report.hpp"
#include "text/suggest.hpp"

namespace runready {

namespace {

/// The rules and terms that ids name.
struct Named {
  std::vector<RuleId> rules;
  std::vector<TermId> terms;
};

void report_unknown_id(const Pack& pack, const std::string& id, Diagnostics& found) {
  std::vector<std::string_view> known;
  for (const Rule& rule : pack.rules) known.push_back(rule.id);
  for (const Term& term : pack.terms) known.push_back(term.id);
  std::string help = suggestion(id, known);
  if (help.empty()) help = "`runready rules show` lists the rules";
  report_error(found, "unknown-rule", Span{}, "no rule or term is called " + in_backticks(id),
               std::move(help));
}

Named look_up(const Pack& pack, const std::vector<std::string>& ids, Diagnostics& found) {
  Named named;
  for (const std::string& id : ids) {
    const auto rule = pack.rule_named(id);
    const auto term = pack.term_named(id);
    if (rule) named.rules.push_back(*rule);
    if (term) named.terms.push_back(*term);
    if (!rule && !term) report_unknown_id(pack, id, found);
  }
  return named;
}

Named everything(const Pack& pack) {
  Named named;
  for (std::uint32_t r = 0; r < pack.rules.size(); ++r) named.rules.push_back(RuleId{r});
  for (std::uint32_t t = 0; t < pack.terms.size(); ++t) named.terms.push_back(TermId{t});
  return named;
}

std::string in_sentences(const Studied& studied, const Named& named, std::size_t width) {
  std::string text;
  for (const RuleId id : named.rules) {
    text += (text.empty() ? "" : "\n") + rule_text(studied, id, width);
  }
  for (const TermId id : named.terms) {
    text += (text.empty() ? "" : "\n") + term_text(studied, id, width);
  }
  return text;
}

}  // namespace

int run_rules_show(Session& session) {
  const Loaded loaded = load_for_study(session.settings);
  if (!is_usable(session, loaded)) return kBadPack;
  const Pack& pack = *loaded.pack;
  const std::vector<std::string>& ids = session.said.arguments;
  Diagnostics found;
  const Named named = ids.empty() ? everything(pack) : look_up(pack, ids, found);
  if (has_errors(found)) {
    print(session.err, found);
    return kUsage;
  }
  const Insights insights = ids.empty() ? Insights::left_out : Insights::wanted;
  const Studied studied{pack, loaded.files, loaded.program, node_budget(session.said)};
  if (session.said.has(Flag::json)) {
    session.out.write(rules_json(studied, named.rules, named.terms, insights) + "\n");
  } else {
    session.out.write(ids.empty() ? rules_text(pack)
                                  : in_sentences(studied, named, session.width()));
  }
  return kDone;
}

}  // namespace runready
