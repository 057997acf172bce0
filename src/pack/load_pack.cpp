#include <algorithm>
#include <functional>
#include <utility>

#include "pack/digest.hpp"
#include "pack/embedded.hpp"
#include "pack/load_header.hpp"
#include "pack/parts.hpp"
#include "pack/readers.hpp"
#include "pack/values.hpp"
#include "runready/load.hpp"
#include "text/backticks.hpp"
#include "text/sha256.hpp"

namespace runready {

namespace {

struct Files {
  std::vector<JsonValue> roots;  ///< objects, or null where a file is no object
  bool are_readable = true;      ///< whether all are JSON objects
};

std::size_t bytes_of(std::span<const SourceFile> files) {
  std::size_t bytes = 0;
  for (const SourceFile& file : files) bytes += file.text.size();
  return bytes;
}

/// The first of them may be read already.
Files read_files(Loading& in, std::optional<JsonValue> first) {
  Files files;
  files.roots.reserve(in.files.size());
  if (first) files.roots.push_back(*std::move(first));
  // A value and what divides it from the next take two bytes: few bytes are not worth counting.
  const bool may_be_many = bytes_of(in.files) / 2 > kMaxValues;
  std::size_t values = 0;
  for (auto file = static_cast<std::uint32_t>(files.roots.size());
       file < in.files.size() && values <= kMaxValues; ++file) {
    std::optional<JsonValue> root = read_json(in.files[file].text, file, in.diagnostics);
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

/// An add-on by itself has one mistake, however much it names that is not there.
bool is_of_base(const Diagnostic& d) { return d.code == "missing-base"; }

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
    } else if (!is_add_on && part->is(PackPart::kAddOnOnly)) {
      in.error("only-in-add-on", member.key_span,
               "only an add-on pack has " + in_backticks(member.key),
               "the options of a question of the same pack stand in its `options`");
    }
  }
}

void load_part(Loading& in, const PackPart& part, std::span<JsonValue> roots,
               const Layout& layout) {
  const JsonValue* first = nullptr;
  for (const std::size_t file : layout.order) {
    JsonValue* json = member_of(roots[file], part.key);
    if (json == nullptr || (part.is(PackPart::kOnce) && in.is_add_on[file])) continue;
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
    if (!part.is_read_for(in.purpose)) continue;
    load_part(in, part, roots, layout);
    if (part.then != nullptr) part.then(in);
  }
}

void sort_by_place(std::span<Diagnostic> diagnostics) {
  std::ranges::stable_sort(
      diagnostics, {}, [](const Diagnostic& d) { return std::pair(d.span.file, d.span.begin); });
}

/// That of the base, as given or of its files; with add-ons, that of it and of their files.
std::string digest_of(std::span<const SourceFile> files, const std::vector<bool>& is_add_on,
                      std::string base) {
  std::vector<std::string> of_base;
  std::vector<std::string> of_add_ons;
  for (std::size_t i = 0; i < files.size(); ++i) {
    const bool is_given = !is_add_on[i] && !base.empty();
    if (is_given) continue;
    (is_add_on[i] ? of_add_ons : of_base).push_back(sha256(files[i].text));
  }
  if (base.empty()) base = joined_digest(std::move(of_base));
  if (of_add_ons.empty()) return base;
  of_add_ons.push_back(base.substr(kDigestKind.size()));
  return joined_digest(std::move(of_add_ons));
}

/// A pack to begin with.
struct Prepared {
  std::optional<JsonValue> root;  ///< of its only file
  std::string digest;
};

void load_files(Loading& in, Prepared prepared = {}) {
  Files files = read_files(in, std::move(prepared.root));
  const Layout layout = load_headers(in, files.roots);
  in.pack.digest = digest_of(in.files, in.is_add_on, std::move(prepared.digest));
  in.pack.identity = std::hash<std::string>{}(in.pack.digest);
  in.pack.is_whole = in.purpose == LoadFor::everything;
  for (std::size_t file = 0; file < files.roots.size(); ++file) {
    check_keys(in, files.roots[file], in.is_add_on[file]);
  }
  load_parts(in, files.roots, layout);
  if (layout.base) check_texts_complete(in, *layout.base);
  if (!files.are_readable) std::erase_if(in.diagnostics, may_stand_elsewhere);
  if (std::ranges::any_of(in.diagnostics, is_of_base)) {
    std::erase_if(in.diagnostics, std::not_fn(is_of_base));
  }
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

namespace {

/// Nothing if there is anything to say of it: whoever reads the files can say where.
std::optional<Pack> load_prepared(std::span<const SourceFile> add_ons) {
  Prepared prepared{read_cbor(prepared_default_pack()), std::string(default_pack_digest())};
  const bool are_few = embedded_default_pack().size() + add_ons.size() <= kMaxPackFiles &&
                       bytes_of(add_ons) <= kMaxPackBytes / 2;
  if (!prepared.root || !are_few) return std::nullopt;
  std::vector<SourceFile> files = {{"rules/pack.json", ""}};
  files.insert(files.end(), add_ons.begin(), add_ons.end());
  Diagnostics found;
  Loading in(files, LoadFor::advising, found);
  load_files(in, std::move(prepared));
  // A file that is no add-on's would be another base than the one prepared.
  const bool are_added = std::all_of(in.is_add_on.begin() + 1, in.is_add_on.end(), std::identity{});
  if (!found.empty() || !are_added) return std::nullopt;
  return std::move(in.pack);
}

}  // namespace

std::optional<Pack> load_default_pack(Diagnostics& diagnostics, LoadFor purpose,
                                      std::span<const SourceFile> add_ons) {
  if (purpose == LoadFor::advising) {
    if (auto pack = load_prepared(add_ons)) return pack;
  }
  std::vector<SourceFile> files = default_pack_files();
  for (SourceFile file : add_ons) {
    file.is_added = true;
    files.push_back(std::move(file));
  }
  return load_pack(files, diagnostics, purpose);
}

}  // namespace runready
