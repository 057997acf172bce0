#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include "catch.hpp"
#include "pack/digest.hpp"
#include "support/paths.hpp"

namespace runready {
namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path) {
  std::ifstream stream{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{stream}, {}};
}

TEST_CASE("the embedded pack holds the pack files of rules/ and nothing else", "[pack]") {
  std::set<std::string> expected;
  if (fs::exists(testing::repository() / "rules")) {
    for (const fs::directory_entry& entry :
         fs::directory_iterator{testing::repository() / "rules"}) {
      const std::string name = entry.path().filename().string();
      if (name.ends_with(".json") && !name.ends_with(".schema.json")) expected.insert(name);
    }
  }
  std::set<std::string> embedded;
  for (const EmbeddedFile& file : embedded_default_pack()) embedded.emplace(file.name);
  CHECK(embedded == expected);
}

TEST_CASE("an embedded file is the file on disk, byte for byte", "[pack]") {
  for (const EmbeddedFile& file : embedded_default_pack()) {
    INFO(file.name);
    CHECK(file.text == read(testing::repository() / "rules" / file.name));
  }
}

TEST_CASE("embedded files come in order of name", "[pack]") {
  CHECK(std::ranges::is_sorted(embedded_default_pack(), {}, &EmbeddedFile::name));
}

}  // namespace
}  // namespace runready
