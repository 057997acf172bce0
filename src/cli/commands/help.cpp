#include "cli/help.hpp"

#include <algorithm>

#include "cli/exit_status.hpp"
#include "cli/open_pack.hpp"
#include "cli/session.hpp"
#include "text/diagnostics.hpp"
#include "text/utf8.hpp"
#include "text/words.hpp"

namespace runready {

namespace {

/// The rules in use. Throws WorldError.
std::optional<OpenedPack> pack_named(Session& session) {
  Diagnostics found;
  const Config config = read_config(config_path(session.said, session.environment), found);
  print(session.err, found, std::span(&config.file, 1));
  session.settings = settle(session.said, session.environment, config);
  return open_pack(session, Purpose::showing);
}

/// For their questions. What is wrong with them, or cannot be read, is told, and help is shown all
/// the same: it may be what the reader needs.
std::optional<OpenedPack> pack_for_help(Session& session) {
  try {
    return pack_named(session);
  } catch (const WorldError& error) {
    print_warning(session.err, error.what(),
                  "the questions of the rules are left out; the rules are named by `--rules`, "
                  "RUNREADY_RULES or the configuration");
    return std::nullopt;
  }
}

void show(Session& session, const Document& page) {
  session.out.write(to_terminal(page, session.view()));
}

const Command* command_called(std::string_view name) {
  const auto commands = all_commands();
  const auto command = std::find_if(commands.begin(), commands.end(),
                                    [&](const Command& c) { return c.name == name; });
  return command == commands.end() ? nullptr : &*command;
}

bool show_topic(Session& session, std::string_view name) {
  for (const Topic& topic : all_topics()) {
    if (topic.name != name) continue;
    show(session, topic.page());
    return true;
  }
  return false;
}

bool show_group(Session& session, std::string_view name) {
  const auto commands = all_commands();
  const bool is_group = std::any_of(commands.begin(), commands.end(), [&](const Command& c) {
    return c.name.starts_with(std::string(name) + " ");
  });
  if (is_group) show(session, group_page(name));
  return is_group;
}

void show_command(Session& session, const Command& command, Extent extent) {
  const auto opened = command.takes_replies ? pack_for_help(session) : std::nullopt;
  show(session, command_page(command, opened ? &opened->pack : nullptr, extent));
}

int report_unknown_topic(Session& session, const std::string& name) {
  std::vector<std::string_view> known;
  for (const Topic& topic : all_topics()) known.push_back(topic.name);
  for (const Command& command : all_commands()) known.push_back(command.name);
  const std::string_view near = nearest(name, known);
  print_error(session.err, "no help on " + in_backticks(name),
              near.empty() ? "`runready help` lists the commands and topics"
                           : "did you mean `" + std::string(near) + "`?");
  return kUsage;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

/// Help on what some words name; all of it without words. A topic comes before a group of
/// commands of the same name: it lists them.
int show_named(Session& session, const std::vector<std::string>& words, Extent extent) {
  const std::string name = joined(words);
  if (name.empty()) {
    const auto opened = pack_for_help(session);
    show(session, overview_page(opened ? &opened->pack : nullptr, extent));
  } else if (const Command* command = command_called(name)) {
    show_command(session, *command, extent);
  } else if (!show_topic(session, name) && !show_group(session, name)) {
    return report_unknown_topic(session, name);
  }
  return kDone;
}

}  // namespace

int run_help(Session& session) {
  return show_named(session, session.said.arguments, Extent::whole);
}

int show_help(Session& session) {
  const auto is_said = [&](std::string_view word) {
    return std::find(session.words.begin(), session.words.end(), word) != session.words.end();
  };
  const Extent extent = is_said("-h") && !is_said("--help") ? Extent::brief : Extent::whole;
  if (!session.is_implied) {
    show_command(session, session.command, extent);
    return kDone;
  }
  // `runready --help rules` names a topic, `runready --pain 4 --help` does not.
  const bool names_topic = session.said.unknown.empty();
  return show_named(session, names_topic ? session.said.arguments : std::vector<std::string>{},
                    extent);
}

int show_version(Session& session) {
  session.out.write("runready " + std::string(version()) + "\n");
  session.out.flush();
  if (const auto opened = pack_named(session)) {
    const Pack& pack = opened->pack;
    session.out.write("rules: " + printable(pack.id) + " " + printable(pack.version));
    for (const AddOn& add_on : pack.add_ons) {
      session.out.write(" with " + printable(add_on.id) + " " + printable(add_on.version));
    }
    session.out.write(", " + pack.digest + "\n");
  }
  return kDone;
}

}  // namespace runready
