#include <algorithm>

#include "cli/candidates.hpp"
#include "cli/commands.hpp"
#include "cli/exit_status.hpp"
#include "cli/open_pack.hpp"
#include "cli/session.hpp"

namespace runready {

namespace {

/// A shell hands words over as they are typed: its own `~` is still there.
void expand_home(std::string& path, const Environment& environment) {
  if (path.starts_with("~/") && environment.home) path.replace(0, 1, *environment.home);
}

/// The rules the typed words would use. What is wrong with them is not told: messages would spoil
/// the line somebody is typing.
std::optional<Pack> pack_in_use(std::span<const std::string> words,
                                const Environment& environment) {
  Diagnostics unused;
  try {
    const Choice choice = choose_command(words, unused);
    if (choice.command == nullptr) return std::nullopt;
    const CommandLine said = parse(choice.rest, choice.command->flags, nullptr, unused);
    Settings settings =
        settle(said, environment, read_config(config_path(said, environment), unused));
    if (settings.rules.value) expand_home(*settings.rules.value, environment);
    for (std::string& path : settings.add_rules.value) expand_home(path, environment);
    return load_pack(pack_files(settings), unused, LoadFor::advising);
  } catch (const WorldError&) {
    return std::nullopt;
  }
}

}  // namespace

int run_completion_script(Session& session) {
  const std::string_view command = session.command.name;
  const std::string name = "runready." + std::string(command.substr(command.find(' ') + 1));
  const auto scripts = completion_scripts();
  const auto script = std::find_if(scripts.begin(), scripts.end(),
                                   [&](const EmbeddedFile& file) { return file.name == name; });
  session.out.write(script->text);
  return kDone;
}

int run_completion_candidates(Session& session) {
  std::vector<std::string> words = session.said.arguments;
  if (words.empty()) words.emplace_back();
  const std::span<const std::string> complete = std::span(words).first(words.size() - 1);
  const std::optional<Pack> pack = pack_in_use(complete, session.environment);
  session.out.write(to_lines(candidates(words, pack ? &*pack : nullptr)));
  return kDone;
}

}  // namespace runready
