#include "cli/open_pack.hpp"

#include "cli/messages.hpp"
#include "cli/read_pack_files.hpp"
#include "render/check_report.hpp"
#include "runready/prove.hpp"
#include "text/shell_words.hpp"

namespace runready {

namespace {

/// Of the node budget, where it was not enough for a proof: who is asked does not wait for another
/// attempt of that length.
constexpr std::size_t kShareWhereNotProved = 8;

bool is_built_in(const Settings& settings) {
  return !settings.rules.value && settings.add_rules.value.empty();
}

std::optional<OpenedPack> load(Session& session, std::vector<SourceFile> files, LoadFor purpose) {
  Diagnostics found;
  std::optional<Pack> pack = load_pack(files, found, purpose);
  if (!pack) {
    report(session, found, files);
    return std::nullopt;
  }
  return OpenedPack{std::move(files), std::move(*pack)};
}

bool is_to_be_proved(const Session& session) {
  return !is_built_in(session.settings) && !session.said.has(Flag::no_proof);
}

}  // namespace

std::vector<SourceFile> pack_files(const Settings& settings) {
  std::vector<SourceFile> files;
  if (settings.rules.value) {
    read_pack_files(*settings.rules.value, files);
  } else {
    files = default_pack_files();
  }
  for (const std::string& path : settings.add_rules.value) read_pack_files(path, files);
  return files;
}

std::optional<OpenedPack> open_pack(Session& session, Purpose purpose) {
  const bool is_checked = purpose == Purpose::running && is_to_be_proved(session);
  return load(session, pack_files(session.settings),
              is_checked ? LoadFor::everything : LoadFor::running);
}

std::string program_using(const Settings& settings) {
  std::string program = "runready";
  if (settings.rules.value) program += " --rules " + shell_word(*settings.rules.value);
  for (const std::string& path : settings.add_rules.value) {
    program += " --add-rules " + shell_word(path);
  }
  return program;
}

std::string program_using_unproved(const Settings& settings) {
  return program_using(settings) + (is_built_in(settings) ? "" : " --no-proof");
}

bool prove_pack(Session& session, OpenedPack& opened) {
  opened.node_budget = node_budget(session.said);
  if (!is_to_be_proved(session)) {
    opened.proved = is_built_in(session.settings);
    return true;
  }
  CheckReport report = check(opened.pack, opened.node_budget);
  opened.proved = report.complete && !report.refuted();
  if (report.refuted()) {
    std::erase_if(report.findings, [](const Finding& finding) {
      return finding.verdict != Finding::Verdict::refuted;
    });
    session.err.write(failures_text(
        {opened.pack, opened.files, program_using_unproved(session.settings)}, report));
    report_error(session, "refuted", "the rules are not safe, so they are not used",
                 "`runready rules check` says more; `--no-proof` uses them all the same");
    return false;
  }
  if (!report.complete) {
    std::string message = "the rules are not proved: they are too large";
    if (!report.too_large.empty()) {
      message = "the rules are not proved: " + too_large_words(report.too_large.front());
    }
    print_warning(session.err, message,
                  "the assessment is given all the same, marked as not proved; `runready rules "
                  "check` says more");
    opened.node_budget /= kShareWhereNotProved;
  }
  return true;
}

}  // namespace runready
