// The commands `rules …`.

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "batch/transitions.hpp"
#include "cli/exit_status.hpp"
#include "cli/line_source.hpp"
#include "cli/open_pack.hpp"
#include "cli/session.hpp"
#include "report/check_report.hpp"
#include "report/graph.hpp"
#include "report/rule_report.hpp"
#include "rules/cases.hpp"
#include "runready/batch.hpp"
#include "runready/load.hpp"
#include "runready/prove.hpp"
#include "text/diagnostics.hpp"
#include "text/words.hpp"

namespace runready {

// Looking into packs: what the commands for rule authors share.

namespace {

/// A pack read for study, or what is wrong with it.
struct Loaded {
  std::vector<SourceFile> files;
  Diagnostics diagnostics;
  std::optional<Pack> pack;
  std::string program;  ///< how the program is called to use it
};

/// Mistakes are graver than what could not be proved.
int graver(int a, int b) {
  constexpr std::array<int, 3> kByGravity = {kBadPack, kUndecided, kDone};
  for (const int status : kByGravity) {
    if (a == status || b == status) return status;
  }
  return a;
}

/// The settings in use with the rules of a file or folder, and of add-ons those that flags name.
Settings settings_for(const Session& session, const std::string& path) {
  Settings there = session.settings;
  there.rules = {path, Origin::flag};
  if (there.add_rules.origin != Origin::flag) there.add_rules = {};
  return there;
}

/// Loads the rules that are set.
Loaded load_for_study(const Settings& settings) {
  Loaded loaded;
  loaded.files = pack_files(settings);
  loaded.pack = load_pack(loaded.files, loaded.diagnostics);
  loaded.program = program_using_unproved(settings);
  return loaded;
}

/// Does something with each pack that the arguments name, or with the rules in use if there are
/// none. Gives the gravest of the exit statuses.
int study_each(Session& session, int (*study)(Session&, const Loaded&)) {
  if (session.said.arguments.empty()) return study(session, load_for_study(session.settings));
  int status = kDone;
  for (const std::string& path : session.said.arguments) {
    status = graver(status, study(session, load_for_study(settings_for(session, path))));
  }
  return status;
}

/// Prints what is wrong with a pack; whether it is there all the same.
bool is_usable(Session& session, const Loaded& loaded) {
  print(session.err, loaded.diagnostics, loaded.files);
  return loaded.pack.has_value();
}

int status_of(const CheckReport& report) {
  if (report.refuted()) return kBadPack;
  return report.complete ? kDone : kUndecided;
}

int check_one(Session& session, const Loaded& loaded) {
  const bool as_json = session.said.has(Flag::json);
  if (!as_json) print(session.err, loaded.diagnostics, loaded.files);
  if (!loaded.pack) {
    if (as_json) session.out.write(check_json(loaded.diagnostics, loaded.files) + "\n");
    return kBadPack;
  }
  const auto start = std::chrono::steady_clock::now();
  const CheckReport report = check(*loaded.pack, node_budget(session.said));
  const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(
      std::chrono::steady_clock::now() - start);
  const Studied studied{*loaded.pack, loaded.files, loaded.program};
  if (as_json) {
    session.out.write(check_json(studied, report, loaded.diagnostics, took.count()) + "\n");
  } else {
    session.out.write(check_text(studied, report, took.count()));
  }
  return status_of(report);
}

}  // namespace

int run_rules_check(Session& session) { return study_each(session, check_one); }

namespace {

int test_one(Session& session, const Loaded& loaded) {
  if (!is_usable(session, loaded)) return kBadPack;
  const CasesReport report = run_cases(*loaded.pack);
  if (session.said.has(Flag::json)) {
    session.out.write(cases_json(*loaded.pack, report, loaded.files) + "\n");
  } else {
    session.out.write(cases_text(*loaded.pack, report, loaded.files));
  }
  return report.passed() ? kDone : kBadPack;
}

}  // namespace

int run_rules_test(Session& session) { return study_each(session, test_one); }

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

namespace {

int status_of(const Session& session, const DiffReport& report) {
  constexpr int kMoreCautious = 10;
  constexpr int kMorePermissive = 20;
  const bool by_status = session.said.has(Flag::exit_code);
  if (by_status && report.more_permissive.example) return kMorePermissive;
  if (!report.complete()) return kUndecided;
  if (!by_status) return kDone;
  return report.more_cautious.example || report.workouts_only.example ? kMoreCautious : kDone;
}

/// The rules before the change and after it.
struct Sides {
  Loaded before;
  Loaded after;
};

Sides load_sides(const Session& session) {
  const std::vector<std::string>& paths = session.said.arguments;
  const std::vector<std::string>& add_ons = session.said.values(Flag::adds);
  if (!add_ons.empty()) {
    // Before is what is in use, or the one pack that is named; after is that with the add-ons.
    const Settings settings =
        paths.empty() ? session.settings : settings_for(session, paths.front());
    Settings with = settings;
    with.add_rules.value.insert(with.add_rules.value.end(), add_ons.begin(), add_ons.end());
    return {load_for_study(settings), load_for_study(with)};
  }
  const Settings before =
      paths.size() == 1 ? session.settings : settings_for(session, paths.front());
  return {load_for_study(before), load_for_study(settings_for(session, paths.back()))};
}

Transitions transitions(const Sides& sides, const std::string& path) {
  Transitions changes(*sides.before.pack, *sides.after.pack);
  const StopRequest never;
  LineSource source({path}, BatchWorker::kPadding, BatchWorker::kMaxLineBytes, never);
  LineSource::Block block;
  std::uint64_t number = 0;
  while (source.fill(block)) {
    std::string_view rest = block.lines();
    while (!rest.empty()) {
      const std::size_t end = rest.find('\n');
      changes.add(rest.substr(0, end), ++number);
      rest.remove_prefix(end + 1);
    }
    if (block.is_cut) ++number;
  }
  // What some of the people give, and not the others, would read as what all of them give.
  if (!source.failures().empty()) throw WorldError(source.failures().front());
  return changes;
}

}  // namespace

int run_rules_diff(Session& session) {
  const std::size_t count = session.said.arguments.size();
  const bool adds = session.said.has(Flag::adds);
  if (count == 0 && !adds) {
    print_error(session.err, "`runready rules diff` needs the rules to compare with",
                "a file or folder, such as `runready rules diff my-rules`, or an add-on: "
                "`runready rules diff --adds my-add-on.json`");
    return kUsage;
  }
  if (count == 2 && adds) {
    print_error(session.err, "`--adds` compares one pack with and without an add-on, found two",
                "leave out one of them, or `--adds`");
    return kUsage;
  }
  const Sides sides = load_sides(session);
  const bool before_is_usable = is_usable(session, sides.before);
  // With `--adds` the second side has the mistakes of the first.
  if (!before_is_usable && adds) return kBadPack;
  if (!is_usable(session, sides.after) || !before_is_usable) return kBadPack;
  const DiffReport report = diff(*sides.before.pack, *sides.after.pack, node_budget(session.said));
  const Studied studied{*sides.after.pack, sides.after.files, sides.after.program};
  const Compared compared{*sides.before.pack, studied, report};
  std::optional<Transitions> on;
  if (const auto path = session.said.last(Flag::on)) on.emplace(transitions(sides, *path));
  if (session.said.has(Flag::json)) {
    std::string on_json;
    JsonWriter out(on_json);
    if (on) write_transitions(out, *on);
    session.out.write(diff_json(compared, on_json) + "\n");
  } else {
    session.out.write((on ? transitions_text(*on) : "") + diff_text(compared));
  }
  return status_of(session, report);
}

int run_rules_graph(Session& session) {
  const Loaded loaded = load_for_study(session.settings);
  if (!is_usable(session, loaded)) return kBadPack;
  session.out.write(graph(*loaded.pack, loaded.files));
  return kDone;
}

}  // namespace runready
