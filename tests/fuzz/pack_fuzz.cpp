// Loading packs: a text as a whole pack and as an addition to a small one. What loads is the same
// when written and loaded again; what does not has mistakes that can be shown.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fuzz/require.hpp"
#include "pack/write_pack.hpp"
#include "runready/load.hpp"

namespace {

using namespace runready;
using fuzz::require;

constexpr std::string_view kBase = R"({
  "pack": {"format": "runready/pack/1", "id": "base", "version": "1", "title": "Base",
           "language": "en"},
  "sections": [{"id": "body", "title": "Body"}, {"id": "day", "title": "Day"}],
  "sources": [{"id": "book", "title": "A book"}],
  "facts": [{"id": "B2", "text": "So.", "from": ["book"], "grade": "popular"}],
  "activities": [{"id": "bike", "label": "cycling", "tags": ["legs"]}],
  "questions": [
    {"id": "any_pain", "about": "runner", "section": "body", "type": "bool", "ask": "Pain?",
     "says": "it hurts", "why": "So."},
    {"id": "gait", "about": "complaint", "section": "body", "type": "choice",
     "when": {"var": "any_pain"}, "ask": "How?", "default": "normal", "why": "So.", "options": [
       {"id": "normal", "label": "N", "says": "you walk"},
       {"id": "limping", "label": "L", "says": "you limp"}]}],
  "rules": [{"id": "limp", "when": {"==": [{"var": "gait"}, "limping"]}, "recommend": "rest",
             "because": "So.", "sources": ["B2"]}]
})";

/// The texts of the default pack, and whatever else stands in that file.
SourceFile texts() {
  const std::vector<SourceFile> files = default_pack_files();
  const auto found = std::find_if(files.begin(), files.end(), [](const SourceFile& file) {
    return file.name.ends_with("texts.json");
  });
  require(found != files.end());
  return *found;
}

void require_sound(const Diagnostics& found, const std::vector<SourceFile>& files) {
  for (const Diagnostic& d : found) {
    const bool points = d.span.file != Span::kNoFile;
    require(!points || d.span.file < files.size());
    require(!points ||
            (d.span.begin <= d.span.end && d.span.end <= files[d.span.file].text.size()));
    require(!d.code.empty() && !d.message.empty());
    const std::string shown = to_text(d, files);
    require(printable(shown, true) == shown);
  }
}

void load(const std::vector<SourceFile>& files) {
  Diagnostics found;
  const std::optional<Pack> pack = load_pack(files, found);
  require(pack.has_value() != has_errors(found));
  require_sound(found, files);
  if (!pack) return;
  Diagnostics none;
  require(load_pack(files, none, LoadFor::advising).has_value());
  const std::string written = write_pack(*pack);
  const std::vector<SourceFile> again = {{"written.json", written}};
  Diagnostics found_again;
  const std::optional<Pack> same = load_pack(again, found_again);
  require(same.has_value());
  require(write_pack(*same) == written);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const SourceFile shared = texts();
  const std::string text{reinterpret_cast<const char*>(data), size};
  load({shared, {"input.json", text}});
  load({shared, {"base.json", std::string(kBase)}, {"input.json", text}});
  return 0;
}
