#include "cli/proof_memory.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <system_error>

#include "cli/version.hpp"
#include "prove/proofs.hpp"

namespace runready {

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
