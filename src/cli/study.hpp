#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/session.hpp"
#include "render/check_report.hpp"
#include "runready/load.hpp"

/// Looking into packs: what the commands for rule authors share.
namespace runready {

/// A pack read for study, or what is wrong with it.
struct Loaded {
  std::vector<SourceFile> files;
  Diagnostics diagnostics;
  std::optional<Pack> pack;
  std::string program;  ///< how the program is called to use it
};

/// The settings in use with the rules of a file or folder, and of add-ons those that flags name.
Settings settings_for(const Session& session, const std::string& path);

/// Loads the rules that are set.
Loaded load_for_study(const Settings& settings);

/// Does something with each pack that the arguments name, or with the rules in use if there are
/// none. Gives the gravest of the exit statuses.
int study_each(Session& session, int (*study)(Session&, const Loaded&));

/// Prints what is wrong with a pack; whether it is there all the same.
bool is_usable(Session& session, const Loaded& loaded);

}  // namespace runready
