// What is prepared of the default pack when the program is built, against the files it is made of.
#include <algorithm>

#include "catch.hpp"
#include "pack/digest.hpp"
#include "pack/write_pack.hpp"
#include "runready/load.hpp"
#include "support/packs.hpp"

namespace runready {
namespace {

const std::string kAddOn = R"({"pack": {"format": "runready/pack/1", "id": "club", "version": "7",
    "title": "Our club", "adds_to": "runready-default"},
  "sources": [{"id": "coach", "title": "The coach"}],
  "facts": [{"id": "C1", "text": "So.", "from": ["coach"], "grade": "popular"}],
  "rules": [{"id": "club", "when": {"==": [{"var": "any_pain"}, true]}, "recommend": "easy-run",
             "because": "!", "sources": ["C1"]}]})";

Pack from_files(std::vector<SourceFile> files, LoadFor purpose) {
  Diagnostics found;
  auto pack = load_pack(files, found, purpose);
  REQUIRE(pack);
  return *std::move(pack);
}

TEST_CASE("the prepared pack is the one in the files", "[pack]") {
  Diagnostics found;
  const auto prepared = load_default_pack(found, LoadFor::advising);
  REQUIRE(prepared);
  REQUIRE_FALSE(prepared_default_pack().empty());
  CHECK(prepared->rules.front().span.file == Span::kNoFile);  // it was the prepared one
  const Pack read = from_files(default_pack_files(), LoadFor::advising);
  CHECK(write_pack(*prepared) == write_pack(read));
  CHECK(prepared->digest == read.digest);
  CHECK(prepared->digest == default_pack_digest());
}

TEST_CASE("an add-on adds the same to the prepared pack as to the files", "[pack]") {
  const std::vector<SourceFile> add_ons = {{"club.json", kAddOn}};
  Diagnostics found;
  const auto prepared = load_default_pack(found, LoadFor::advising, add_ons);
  REQUIRE(prepared);
  std::vector<SourceFile> files = default_pack_files();
  files.push_back(add_ons.front());
  const Pack read = from_files(files, LoadFor::advising);
  CHECK(write_pack(*prepared) == write_pack(read));
  CHECK(prepared->digest == read.digest);
  CHECK(prepared->digest != default_pack_digest());
  CHECK(prepared->add_ons == std::vector<AddOn>{{"club", "7"}});
}

TEST_CASE("mistakes of an add-on to the prepared pack stand where they do in its files", "[pack]") {
  const std::vector<SourceFile> add_ons = {{"club.json", R"({"rules": 4})"}};
  Diagnostics found;
  CHECK_FALSE(load_default_pack(found, LoadFor::advising, add_ons));
  REQUIRE_FALSE(found.empty());
  CHECK(found.front().span.file == default_pack_files().size());
}

TEST_CASE("advising reads ids of facts, explaining facts and sources, neither what is proved",
          "[pack]") {
  Diagnostics found;
  const auto advising = load_default_pack(found, LoadFor::advising);
  const auto explaining = load_default_pack(found, LoadFor::explaining);
  const auto everything = load_default_pack(found);
  REQUIRE((advising && explaining && everything));
  CHECK(advising->facts.size() == everything->facts.size());
  CHECK(advising->facts.back().id == everything->facts.back().id);
  CHECK(advising->facts.back().text.empty());
  CHECK(advising->source_list.empty());
  CHECK(explaining->facts.back().text == everything->facts.back().text);
  CHECK(explaining->source_list.size() == everything->source_list.size());
  CHECK(explaining->cases.empty());
  CHECK(explaining->invariants.empty());
}

TEST_CASE("a digest tells packs apart by their bytes, not by names or order of files", "[pack]") {
  std::vector<SourceFile> files = default_pack_files();
  const std::string digest = from_files(files, LoadFor::advising).digest;
  CHECK(digest.starts_with("sha256:"));
  for (std::size_t i = 0; i < files.size(); ++i) files[i].name = std::to_string(i) + ".json";
  CHECK(from_files(files, LoadFor::advising).digest == digest);
  files.back().text += " ";
  CHECK(from_files(files, LoadFor::advising).digest != digest);
}

}  // namespace
}  // namespace runready
