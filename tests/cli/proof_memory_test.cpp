#include <filesystem>

#include "catch.hpp"
#include "cli/open_pack.hpp"
#include "support/process.hpp"

using namespace runready;

namespace {

constexpr std::string_view kDigest = "sha256:0123";

Environment caching_in(const std::filesystem::path& folder) {
  Environment environment;
  environment.xdg_cache_home = folder.string();
  return environment;
}

bool is_remembered(const Environment& environment, std::string_view digest) {
  Pack pack;
  pack.digest = digest;
  return remembered_proof(environment, digest).is_of(pack);
}

}  // namespace

TEST_CASE("a proof is remembered of the digest it was made of", "[cli]") {
  const testing::ScratchFolder folder;
  const Environment environment = caching_in(folder.path() / "made");
  CHECK_FALSE(is_remembered(environment, kDigest));
  remember_as_proved(environment, kDigest);
  CHECK(is_remembered(environment, kDigest));
  CHECK_FALSE(is_remembered(environment, "sha256:0124"));
}

TEST_CASE("half a proof is none", "[cli]") {
  const testing::ScratchFolder folder;
  const Environment environment = caching_in(folder.path());
  remember_as_proved(environment, kDigest);
  for (const auto& entry : std::filesystem::directory_iterator(folder.path() / "runready")) {
    std::filesystem::resize_file(entry.path(), 10);
  }
  CHECK_FALSE(is_remembered(environment, kDigest));
}

TEST_CASE("without a folder nothing is remembered, and nothing said of it", "[cli]") {
  for (const std::string folder : {"", "relative", "/dev/null/none", "/proc/none"}) {
    Environment environment = caching_in(folder);
    remember_as_proved(environment, kDigest);
    CHECK_FALSE(is_remembered(environment, kDigest));
  }
}

TEST_CASE("without XDG_CACHE_HOME it is a folder at home", "[cli]") {
  const testing::ScratchFolder home;
  Environment environment;
  environment.home = home.path().string();
  remember_as_proved(environment, kDigest);
  CHECK(is_remembered(environment, kDigest));
  CHECK(std::filesystem::exists(home.path() / ".cache/runready"));
}
