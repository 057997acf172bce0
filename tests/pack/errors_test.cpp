#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "catch.hpp"
#include "cli/files.hpp"
#include "runready/load.hpp"
#include "support/packs.hpp"
#include "support/paths.hpp"

// Each file of tests/pack/errors, and each folder as several, is loaded after the base pack, or by
// itself, with texts only, if its name begins with `alone-`. What is said of it stands beside it in
// a `.txt` file; with RUNREADY_APPROVE=1 these are written anew.

namespace runready {
namespace {

namespace fs = std::filesystem;

fs::path folder() { return testing::repository() / "tests/pack/errors"; }

std::vector<fs::path> bad_packs() {
  std::vector<fs::path> packs;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder())) {
    if (entry.path().extension() != ".txt") packs.push_back(entry.path());
  }
  std::ranges::sort(packs);
  return packs;
}

std::vector<SourceFile> files_of(const fs::path& pack) {
  std::vector<SourceFile> files = testing::base_files();
  if (pack.filename().string().starts_with("alone-")) files.erase(files.begin());
  std::vector<SourceFile> more;
  read_pack_files(pack, more);
  for (SourceFile& file : more) {
    file.name = fs::path(file.name).lexically_relative(folder()).string();
    files.push_back(std::move(file));
  }
  return files;
}

TEST_CASE("everything that is wrong with a pack is said at once, where it stands", "[pack]") {
  for (const fs::path& pack : bad_packs()) {
    const std::vector<SourceFile> files = files_of(pack);
    Diagnostics found;
    const bool is_loaded = load_pack(files, found).has_value();
    CHECK(is_loaded != has_errors(found));
    fs::path golden = pack;
    golden.replace_extension(".txt");
    const std::string said = testing::to_text(found, files);
    if (std::getenv("RUNREADY_APPROVE") != nullptr) {
      std::ofstream(golden, std::ios::binary) << said;
    }
    INFO(golden.filename().string());
    REQUIRE(fs::exists(golden));
    CHECK(said == read_file(golden));
  }
}

TEST_CASE("messages come in the order of the files and lie inside them", "[pack]") {
  for (const fs::path& pack : bad_packs()) {
    INFO(pack.filename().string());
    const std::vector<SourceFile> files = files_of(pack);
    Diagnostics found;
    load_pack(files, found);
    CHECK_FALSE(found.empty());
    const auto place = [](const Diagnostic& d) { return std::pair(d.span.file, d.span.begin); };
    CHECK(std::ranges::is_sorted(found, {}, place));
    for (const Diagnostic& d : found) {
      if (d.span.file == Span::kNoFile) continue;
      CHECK(d.span.begin < d.span.end);
      CHECK(d.span.end <= files[d.span.file].text.size());
    }
  }
}

}  // namespace
}  // namespace runready
