#include "cli/messages.hpp"
#include "cli/session.hpp"
#include "cli/study.hpp"
#include "render/diff_report.hpp"
#include "runready/prove.hpp"

namespace runready {

namespace {

int status_of(const Session& session, const DiffReport& report) {
  constexpr int kMoreCautious = 10;
  constexpr int kMorePermissive = 20;
  if (!report.complete) return kUndecided;
  if (!session.said.has(Flag::exit_code)) return kDone;
  if (report.more_permissive > 0) return kMorePermissive;
  return report.more_cautious > 0 || report.workouts_only > 0 ? kMoreCautious : kDone;
}

}  // namespace

int run_rules_diff(Session& session) {
  const std::vector<std::string>& paths = session.said.arguments;
  if (paths.empty()) {
    print_error(session.err, "`runready rules diff` needs the rules to compare with",
                "a file or folder, such as `runready rules diff my-rules`");
    return kUsage;
  }
  const Loaded before =
      paths.size() == 1 ? load_for_study(session) : load_for_study(session, paths.front());
  const Loaded after = load_for_study(session, paths.back());
  const bool before_is_usable = is_usable(session, before);
  if (!is_usable(session, after) || !before_is_usable) return kBadPack;
  const DiffReport report = diff(*before.pack, *after.pack, node_budget(session.said));
  const Studied studied{*after.pack, after.files, after.program};
  if (session.said.has(Flag::json)) {
    session.out.write(diff_json(*before.pack, studied, report) + "\n");
  } else {
    session.out.write(diff_text(studied, report));
  }
  return status_of(session, report);
}

}  // namespace runready
