#include "support/advice.hpp"

#include <algorithm>
#include <filesystem>

#include "support/packs.hpp"
#include "support/paths.hpp"

namespace runready::testing {

Pack advice() {
  namespace fs = std::filesystem;
  const fs::path second = repository() / "rules/second-edition";
  const fs::path folder = fs::exists(second / "pack.json") ? second : repository() / "rules";
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".json") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<SourceFile> files;
  for (const fs::path& path : paths) {
    files.push_back(repository_file(fs::relative(path, repository()).string()));
  }
  return load(files);
}

}  // namespace runready::testing
