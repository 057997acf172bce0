#include "cli/read_pack_files.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <memory>
#include <system_error>

#include "cli/world_error.hpp"
#include "runready/load.hpp"
#include "text/backticks.hpp"

namespace runready {

namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const fs::path& path, const std::string& reason) {
  throw WorldError("cannot read " + in_backticks(path.string()) + ": " + reason);
}

[[noreturn]] void fail(const fs::path& path, std::error_code reason) {
  fail(path, reason.message());
}

std::error_code last_error() { return {errno, std::generic_category()}; }

bool is_pack_file(const fs::directory_entry& entry) {
  const std::string name = entry.path().filename().string();
  std::error_code ignored;
  return name.ends_with(".json") && !name.ends_with(".schema.json") && !name.starts_with('.') &&
         !entry.is_directory(ignored);
}

[[noreturn]] void fail_with_many(const fs::path& path) {
  fail(path, "the rules would have more than " + std::to_string(kMaxPackFiles) + " files");
}

std::vector<fs::path> pack_files_in(const fs::path& folder) {
  std::error_code error;
  std::vector<fs::path> paths;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    if (is_pack_file(*at)) paths.push_back(at->path());
    if (paths.size() > kMaxPackFiles) fail_with_many(folder);
  }
  if (error) fail(folder, error);
  if (paths.empty()) fail(folder, "this folder has no `*.json` files");
  std::ranges::sort(paths);
  return paths;
}

struct Close {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

}  // namespace

void read_pack_files(const fs::path& path, std::vector<SourceFile>& into) {
  std::error_code ignored;
  std::vector<fs::path> paths = {path};
  if (fs::is_directory(path, ignored)) paths = pack_files_in(path);
  if (into.size() + paths.size() > kMaxPackFiles) fail_with_many(path);
  std::size_t bytes = 0;
  for (const SourceFile& file : into) bytes += file.text.size();
  for (const fs::path& file : paths) {
    into.push_back({file.string(), read_file(file)});
    bytes += into.back().text.size();
    if (bytes > kMaxPackBytes) {
      fail(path, "the rules would be larger than " + std::to_string(kMaxPackBytes >> 20) + " MiB");
    }
  }
}

std::string read_file(const fs::path& path, std::size_t max_bytes) {
  constexpr std::size_t kChunk = std::size_t{64} << 10;
  const std::unique_ptr<std::FILE, Close> file(std::fopen(path.c_str(), "rb"));
  if (file == nullptr) fail(path, last_error());
  std::string text;
  std::size_t got = kChunk;
  while (got == kChunk) {
    const std::size_t had = text.size();
    text.resize(had + kChunk);
    got = std::fread(text.data() + had, 1, kChunk, file.get());
    text.resize(had + got);
    if (text.size() > max_bytes) {
      fail(path, "it is larger than " + std::to_string(max_bytes >> 20) + " MiB");
    }
  }
  if (std::ferror(file.get()) != 0) fail(path, last_error());
  return text;
}

}  // namespace runready
