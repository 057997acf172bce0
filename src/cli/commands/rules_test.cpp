#include "assess/cases.hpp"
#include "cli/session.hpp"
#include "cli/study.hpp"
#include "render/cases_report.hpp"

namespace runready {

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

}  // namespace runready
