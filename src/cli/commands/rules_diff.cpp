#include <cstdint>
#include <optional>
#include <string_view>

#include "batch/transitions.hpp"
#include "cli/line_source.hpp"
#include "cli/messages.hpp"
#include "cli/session.hpp"
#include "cli/stop_request.hpp"
#include "cli/study.hpp"
#include "cli/world_error.hpp"
#include "render/diff_report.hpp"
#include "runready/batch.hpp"
#include "runready/prove.hpp"

namespace runready {

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

}  // namespace runready
