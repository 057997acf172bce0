#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/environment.hpp"
#include "cli/session.hpp"
#include "runready/load.hpp"
#include "runready/pack.hpp"
#include "runready/prove.hpp"

/// The rules in use: found, read, checked and proved.
namespace runready {

struct OpenedPack {
  std::vector<SourceFile> files;  ///< none of a pack proved before, of which nothing is to be shown
  Pack pack;
  Proof proof = {};  ///< of these rules if the build, an earlier run or this one proved them
  std::size_t node_budget = kNodeBudget;  ///< of what is to be found out about answers
};

/// What the rules are opened for: to give assessments, the same with sources spelled out, or only
/// to show their questions.
enum class Purpose : std::uint8_t { advising, explaining, showing };

/// `runready --rules mine`: how the program is called to use the same rules again.
std::string program_using(const Settings& settings);

/// `runready --rules mine --no-proof`: the same for rules that may be refuted.
std::string program_using_unproved(const Settings& settings);

/// Loads the rules in use. Nothing if they have mistakes, which are reported: the exit status is
/// then kBadPack. (Warnings are for who writes rules: `rules check` prints them.)
std::optional<OpenedPack> open_pack(Session& session, Purpose purpose);

/// The files of the rules in use.
std::vector<SourceFile> pack_files(const Settings& settings);

/// Whether the rules may be used. What was proved when the program was built, or by an earlier run
/// of it, is so still; others are proved now, but with `--no-proof`. Refuted rules are reported:
/// the exit status is then kBadPack. REQUIRES: `opened` was not opened for `showing`.
bool prove_pack(Session& session, OpenedPack& opened);

// Packs proved before, so that an add-on is proved once and not at every start.
//
// Of each a file in `$XDG_CACHE_HOME/runready` (else `~/.cache/runready`), named by the program's
// version and the pack's digest: the proof holds of exactly these bytes. A folder that cannot be
// read or written only costs time.

/// Of nothing if no proof of that digest is remembered.
Proof remembered_proof(const Environment& environment, std::string_view digest);

/// REQUIRES: the pack of that digest was proved.
void remember_as_proved(const Environment& environment, std::string_view digest);

}  // namespace runready
