// runready-manual FOLDER: writes the pages of the manual there, while the program is built.
#include <filesystem>
#include <fstream>
#include <iostream>

#include "cli/schemas.hpp"
#include "cli/session.hpp"
#include "manual/pages.hpp"
#include "runready/load.hpp"

namespace {

using namespace runready;

std::string_view pack_schema() {
  for (const EmbeddedFile& file : schema_files()) {
    if (schema_name(file) == "pack") return file.text;
  }
  return "{}";
}

bool write(const std::filesystem::path& folder, const ManualPage& page) {
  const std::string name = std::string(page.name) + "." + std::to_string(page.section);
  std::ofstream file(folder / name, std::ios::binary);
  file << to_roff(page, version());
  file.close();
  if (!file) std::cerr << "error: cannot write " << (folder / name) << "\n";
  return !file.fail();
}

}  // namespace

int main(int argc, char** argv) {
  Diagnostics found;
  const auto pack = load_pack(default_pack_files(), found, LoadFor::advising);
  if (argc != 2 || !pack) return 2;
  const bool written = write(argv[1], program_page(*pack)) &&
                       write(argv[1], pack_page(pack_schema(), manual_example().front().text));
  return written ? 0 : 1;
}
