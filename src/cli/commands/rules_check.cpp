#include <chrono>

#include "cli/messages.hpp"
#include "cli/session.hpp"
#include "cli/study.hpp"
#include "runready/prove.hpp"

namespace runready {

namespace {

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

}  // namespace runready
