#include "cli/session.hpp"
#include "cli/study.hpp"
#include "render/graph.hpp"

namespace runready {

int run_rules_graph(Session& session) {
  const Loaded loaded = load_for_study(session.settings);
  if (!is_usable(session, loaded)) return kBadPack;
  session.out.write(graph(*loaded.pack, loaded.files));
  return kDone;
}

}  // namespace runready
