#include "support/packs.hpp"

#include "catch.hpp"
#include "cli/files.hpp"
#include "runready/load.hpp"
#include "support/paths.hpp"

namespace runready::testing {

SourceFile repository_file(std::string_view path) {
  return {std::string(path), read_file(repository() / path)};
}

std::vector<SourceFile> base_files() {
  return {repository_file("tests/pack/base.json"), repository_file("tests/pack/texts.json")};
}

std::vector<SourceFile> base_and(std::string_view more) {
  std::vector<SourceFile> files = base_files();
  files.push_back({"more.json", std::string(more)});
  return files;
}

std::vector<SourceFile> measured_files() {
  std::vector<SourceFile> files;
  read_pack_files(repository() / "tests/bench/pack", files);
  files.push_back(repository_file("tests/pack/texts.json"));
  return files;
}

std::string to_text(const Diagnostics& diagnostics, const std::vector<SourceFile>& files) {
  std::string text;
  for (const Diagnostic& diagnostic : diagnostics) text += runready::to_text(diagnostic, files);
  return text;
}

std::string codes(const Diagnostics& diagnostics) {
  std::string codes;
  for (const Diagnostic& d : diagnostics) codes += (codes.empty() ? "" : " ") + d.code;
  return codes;
}

Pack load(const std::vector<SourceFile>& files) {
  Diagnostics found;
  std::optional<Pack> pack = load_pack(files, found);
  INFO(to_text(found, files));
  REQUIRE(pack);
  return std::move(*pack);
}

const Pack& default_pack() {
  static const Pack pack = load(default_pack_files());
  return pack;
}

std::string mistakes_in(std::string_view more) {
  Diagnostics found;
  load_pack(base_and(more), found);
  return codes(found);
}

}  // namespace runready::testing
