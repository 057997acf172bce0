// runready-prepare OUTPUT FILE...
//
// Writes, as C++ source, what a start that only advises needs of the pack in these files: their
// parts joined, as CBOR, which is read without looking for digits and quotes. What rules and tips
// cite is kept by its id alone; invariants, cases and sources are left out: whoever wants those
// reads the files, which are built in too. Run once for each build.
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "pack/digest.hpp"

namespace {

using Json = nlohmann::ordered_json;

std::string read(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// Lists are joined and so are objects, as loading does it with the parts of several files.
void join(Json& pack, const Json& file) {
  for (const auto& [key, part] : file.items()) {
    Json& joined = pack[key];
    if (joined.is_null()) {
      joined = part;
    } else if (part.is_array()) {
      joined.insert(joined.end(), part.begin(), part.end());
    } else if (part.is_object()) {
      joined.update(part);
    } else {
      joined = part;
    }
  }
}

void leave_out(Json& pack) {
  for (const std::string_view key : {"$schema", "invariants", "cases", "sources"}) {
    pack.erase(std::string(key));
  }
  for (Json& fact : pack["facts"]) fact = Json{{"id", fact["id"]}};
}

/// A literal for each line, so that lines stay short; octal digits end after three.
void write_literal(std::ostream& out, const std::vector<std::uint8_t>& bytes) {
  constexpr std::size_t kLine = 24;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (i % kLine == 0) out << (i == 0 ? "    \"" : "\"\n    \"");
    const unsigned byte = bytes[i];
    out << '\\' << (byte >> 6) << (byte >> 3 & 7) << (byte & 7);
  }
  out << "\"";
}

}  // namespace

int main(int count, char** words) {
  if (count < 3) return EXIT_FAILURE;
  Json pack;
  std::vector<std::string> digests;
  for (int i = 2; i < count; ++i) {
    const std::string text = read(words[i]);
    digests.push_back(runready::sha256(text));
    try {
      join(pack, Json::parse(text));
    } catch (const Json::exception& mistake) {
      std::cerr << words[i] << ": " << mistake.what() << "\n";
      return EXIT_FAILURE;
    }
  }
  leave_out(pack);
  const std::vector<std::uint8_t> bytes = Json::to_cbor(pack);
  std::ofstream out(words[1]);
  out << "// Made by runready-prepare from rules/: change those files instead.\n"
         "#include \"pack/digest.hpp\"\n\nnamespace runready {\n\n"
         "std::string_view prepared_default_pack() {\n  static constexpr char kBytes[] =\n";
  write_literal(out, bytes);
  out << ";\n  return {kBytes, sizeof kBytes - 1};\n}\n\n"
      << "std::string_view default_pack_digest() {\n  return \""
      << runready::joined_digest(std::move(digests)) << "\";\n}\n\n}  // namespace runready\n";
  return out.flush() ? EXIT_SUCCESS : EXIT_FAILURE;
}
