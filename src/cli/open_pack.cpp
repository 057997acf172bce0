#include "cli/open_pack.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

#include "cli/files.hpp"
#include "pack/digest.hpp"
#include "prove/check.hpp"
#include "report/check_report.hpp"
#include "text/words.hpp"

namespace runready {

namespace {

/// Of the node budget, where it was not enough for a proof: who is asked does not wait for another
/// attempt of that length.
constexpr std::size_t kShareWhereNotProved = 8;

bool is_built_in(const Settings& settings) {
  return !settings.rules.value && settings.add_rules.value.empty();
}

/// Those that are not built in.
std::vector<SourceFile> given_files(const Settings& settings) {
  std::vector<SourceFile> files;
  if (settings.rules.value) read_pack_files(*settings.rules.value, files);
  const std::size_t of_base = files.size();
  for (const std::string& path : settings.add_rules.value) read_pack_files(path, files);
  for (std::size_t i = of_base; i < files.size(); ++i) files[i].is_added = true;
  return files;
}

std::vector<SourceFile> with_built_in(const Settings& settings, std::vector<SourceFile> given) {
  if (settings.rules.value) return given;
  std::vector<SourceFile> files = default_pack_files();
  std::ranges::move(given, std::back_inserter(files));
  return files;
}

/// By the build of this program, or by an earlier run of it.
Proof earlier_proof(const Session& session, const Pack& pack) {
  const Proof by_build = proof_of_built_in();
  return by_build.is_of(pack) ? by_build : remembered_proof(session.environment, pack.digest);
}

}  // namespace

std::vector<SourceFile> pack_files(const Settings& settings) {
  return with_built_in(settings, given_files(settings));
}

std::optional<OpenedPack> open_pack(Session& session, Purpose purpose) {
  const Settings& settings = session.settings;
  std::vector<SourceFile> given = given_files(settings);
  Diagnostics found;
  const LoadFor wanted = purpose == Purpose::explaining ? LoadFor::explaining : LoadFor::advising;
  std::optional<Pack> pack = settings.rules.value ? load_pack(given, found, wanted)
                                                  : load_default_pack(found, wanted, given);
  if (pack) {
    const Proof proof = earlier_proof(session, *pack);
    if (proof.is_of(*pack)) return OpenedPack{{}, *std::move(pack), proof};
  }
  // Of what is proved now, or has mistakes, all is wanted.
  const bool is_checked = purpose != Purpose::showing && !session.said.has(Flag::no_proof);
  std::vector<SourceFile> files = with_built_in(settings, std::move(given));
  if (is_checked) {
    found.clear();
    pack = load_pack(files, found);
  }
  if (!pack) {
    report(session, found, files);
    return std::nullopt;
  }
  return OpenedPack{std::move(files), *std::move(pack), {}};
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
  if (opened.proof.is_of(opened.pack) || session.said.has(Flag::no_proof)) return true;
  CheckReport report = check(opened.pack, opened.node_budget);
  opened.proof = report.proof;
  if (opened.proof.is_of(opened.pack)) {
    remember_as_proved(session.environment, opened.pack.digest);
  }
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

namespace {

namespace fs = std::filesystem;

/// A relative folder does not count, as the specification of XDG_CACHE_HOME says.
std::optional<fs::path> folder(const Environment& environment) {
  if (const auto& cache = environment.xdg_cache_home; cache && cache->starts_with('/')) {
    return fs::path(*cache) / "runready";
  }
  if (const auto& home = environment.home; home && home->starts_with('/')) {
    return fs::path(*home) / ".cache/runready";
  }
  return std::nullopt;
}

/// What the file of a proof says, all of it: half a file is no proof.
std::string statement(std::string_view digest) {
  return "proved by runready " + std::string(version()) + ": " + std::string(digest) + "\n";
}

fs::path file_of(const fs::path& in, std::string_view digest) {
  const std::string_view digits = digest.substr(digest.find(':') + 1);
  return in / ("proved-" + std::string(version()) + "-" + std::string(digits));
}

}  // namespace

Proof remembered_proof(const Environment& environment, std::string_view digest) {
  const auto in = folder(environment);
  if (!in) return {};
  std::ifstream file(file_of(*in, digest), std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  return text == statement(digest) ? Proofs::of(digest) : Proof();
}

void remember_as_proved(const Environment& environment, std::string_view digest) {
  const auto in = folder(environment);
  std::error_code failed;
  if (!in || (fs::create_directories(*in, failed), failed)) return;
  const fs::path path = file_of(*in, digest);
  std::ofstream(path, std::ios::binary) << statement(digest);
}

}  // namespace runready
