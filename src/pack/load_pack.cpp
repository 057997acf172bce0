#include <algorithm>
#include <utility>

#include "pack/embedded.hpp"
#include "pack/load_header.hpp"
#include "pack/parts.hpp"
#include "pack/readers.hpp"
#include "pack/values.hpp"
#include "runready/load.hpp"
#include "text/backticks.hpp"

namespace runready {

namespace {

std::vector<std::string_view> keys_for_checking() {
  std::vector<std::string_view> keys;
  for (const PackPart& part : pack_parts()) {
    if (part.is(PackPart::kForChecking)) keys.push_back(part.key);
  }
  return keys;
}

struct Files {
  std::vector<JsonValue> roots;  ///< objects, or null where a file is no object
  bool are_readable = true;      ///< whether all are JSON objects
};

std::size_t bytes_of(std::span<const SourceFile> files) {
  std::size_t bytes = 0;
  for (const SourceFile& file : files) bytes += file.text.size();
  return bytes;
}

Files read_files(Loading& in) {
  Files files;
  files.roots.reserve(in.files.size());
  const std::vector<std::string_view> unwanted = keys_for_checking();
  JsonLimits limits;
  if (in.purpose == LoadFor::running) limits.unwanted = unwanted;
  // A value and what divides it from the next take two bytes: few bytes are not worth counting.
  const bool may_be_many = bytes_of(in.files) / 2 > kMaxValues;
  std::size_t values = 0;
  for (std::uint32_t file = 0; file < in.files.size() && values <= kMaxValues; ++file) {
    std::optional<JsonValue> root = read_json(in.files[file].text, file, in.diagnostics, limits);
    if (root && may_be_many) values += count_values(*root);
    if (values > kMaxValues) {
      in.error("too-large", {file, 0, 0},
               "up to here the pack has more than " + std::to_string(kMaxValues) + " values");
      root.reset();
    }
    if (root && !expect(in, *root, JsonValue::Type::object, "an object")) root.reset();
    files.are_readable = files.are_readable && root;
    files.roots.push_back(std::move(root).value_or(JsonValue{}));
  }
  files.roots.resize(in.files.size());
  return files;
}

/// Whether a mistake may be that something is missed which stands in a file that was not read.
bool may_stand_elsewhere(const Diagnostic& d) {
  static constexpr std::string_view kCodes[] = {
      "missing-base",   "missing-header", "missing-text",     "no-workout",      "unknown-activity",
      "unknown-fact",   "unknown-name",   "unknown-question", "unknown-rule",    "unknown-section",
      "unknown-source", "unknown-tag",    "unknown-tip",      "unknown-workout", "wrong-base"};
  return std::ranges::find(kCodes, d.code) != std::end(kCodes);
}

void check_keys(Loading& in, const JsonValue& root, bool is_add_on) {
  for (const JsonMember& member : root.members) {
    const PackPart* part = pack_part_named(member.key);
    if (part == nullptr) {
      in.error("unknown-key", member.key_span, "a pack file has no key " + in_backticks(member.key),
               in.suggest(member.key, pack_part_keys()));
    } else if (is_add_on && part->is(PackPart::kBaseOnly)) {
      in.error("not-in-add-on", member.key_span,
               "an add-on pack cannot have " + in_backticks(member.key),
               "what holds the pack together stays with the pack it adds to");
    }
  }
}

void load_part(Loading& in, const PackPart& part, std::span<JsonValue> roots,
               const Layout& layout) {
  const JsonValue* first = nullptr;
  for (std::size_t file = 0; file < roots.size(); ++file) {
    JsonValue* json = member_of(roots[file], part.key);
    if (json == nullptr || (part.is(PackPart::kOnce) && layout.is_add_on[file])) continue;
    if (part.is(PackPart::kOnce) && first != nullptr) {
      in.error("duplicate-part", json->span, "the pack has " + in_backticks(part.key) + " already",
               "the first stands at " + in.place(first->span));
    }
    first = first != nullptr ? first : json;
    part.load(in, *json);
  }
}

void load_parts(Loading& in, std::span<JsonValue> roots, const Layout& layout) {
  for (const PackPart& part : pack_parts()) {
    if (part.load == nullptr || (part.is(PackPart::kForChecking) && in.purpose == LoadFor::running))
      continue;
    load_part(in, part, roots, layout);
    if (part.then != nullptr) part.then(in);
  }
}

void sort_by_place(std::span<Diagnostic> diagnostics) {
  std::ranges::stable_sort(
      diagnostics, {}, [](const Diagnostic& d) { return std::pair(d.span.file, d.span.begin); });
}

void load_files(Loading& in) {
  Files files = read_files(in);
  const Layout layout = load_headers(in, files.roots);
  for (std::size_t file = 0; file < files.roots.size(); ++file) {
    check_keys(in, files.roots[file], layout.is_add_on[file]);
  }
  load_parts(in, files.roots, layout);
  if (layout.base) check_texts_complete(in, *layout.base);
  if (!files.are_readable) std::erase_if(in.diagnostics, may_stand_elsewhere);
  if (!has_errors(in.diagnostics)) warn_unused(in);
}

}  // namespace

std::optional<Pack> load_pack(std::span<const SourceFile> files, Diagnostics& diagnostics,
                              LoadFor purpose) {
  Diagnostics found;
  Loading in(files, purpose, found);
  if (files.empty()) in.error("no-files", Span{}, "there is no pack file");
  if (files.size() > kMaxPackFiles) {
    in.error("too-many", Span{},
             "a pack has at most " + std::to_string(kMaxPackFiles) + " files, found " +
                 std::to_string(files.size()));
  } else if (const std::size_t bytes = bytes_of(files); bytes > kMaxPackBytes) {
    in.error("too-large", Span{},
             "a pack has at most " + std::to_string(kMaxPackBytes >> 20) + " MiB, found " +
                 std::to_string(bytes) + " bytes");
  } else if (!files.empty()) {
    load_files(in);
  }
  sort_by_place(found);
  const bool is_sound = !has_errors(found);
  std::ranges::move(found, std::back_inserter(diagnostics));
  if (!is_sound) return std::nullopt;
  return std::move(in.pack);
}

std::vector<SourceFile> default_pack_files() {
  std::vector<SourceFile> files;
  for (const EmbeddedFile& file : embedded_default_pack()) {
    files.push_back({"rules/" + std::string(file.name), std::string(file.text)});
  }
  return files;
}

}  // namespace runready
