#include "cli/study.hpp"

#include <array>

#include "cli/messages.hpp"
#include "cli/open_pack.hpp"

namespace runready {

namespace {

/// Mistakes are graver than what could not be proved.
int graver(int a, int b) {
  constexpr std::array<int, 3> kByGravity = {kBadPack, kUndecided, kDone};
  for (const int status : kByGravity) {
    if (a == status || b == status) return status;
  }
  return a;
}

}  // namespace

Settings settings_for(const Session& session, const std::string& path) {
  Settings there = session.settings;
  there.rules = {path, Origin::flag};
  if (there.add_rules.origin != Origin::flag) there.add_rules = {};
  return there;
}

Loaded load_for_study(const Settings& settings) {
  Loaded loaded;
  loaded.files = pack_files(settings);
  loaded.pack = load_pack(loaded.files, loaded.diagnostics);
  loaded.program = program_using_unproved(settings);
  return loaded;
}

int study_each(Session& session, int (*study)(Session&, const Loaded&)) {
  if (session.said.arguments.empty()) return study(session, load_for_study(session.settings));
  int status = kDone;
  for (const std::string& path : session.said.arguments) {
    status = graver(status, study(session, load_for_study(settings_for(session, path))));
  }
  return status;
}

bool is_usable(Session& session, const Loaded& loaded) {
  print(session.err, loaded.diagnostics, loaded.files);
  return loaded.pack.has_value();
}

}  // namespace runready
