// From files to a pack: headers, parts one after the other, digest.

#include <algorithm>
#include <charconv>
#include <compare>
#include <functional>
#include <numeric>
#include <utility>

#include "pack/digest.hpp"
#include "pack/members.hpp"
#include "pack/parts.hpp"
#include "pack/values.hpp"
#include "runready/load.hpp"
#include "text/utf8.hpp"
#include "text/words.hpp"

namespace runready {

namespace {

/// A version that can be compared: its numbers, and whether it comes before the one of these
/// numbers, as `2.0.0-rc1` does.
struct Version {
  std::vector<std::uint32_t> numbers;
  bool is_final = true;
  friend auto operator<=>(const Version&, const Version&) = default;
};

std::optional<Version> version_of(std::string_view text) {
  Version version;
  const std::string_view numbers = text.substr(0, text.find('-'));
  version.is_final = numbers.size() == text.size();
  const char* at = numbers.data();
  const char* const end = at + numbers.size();
  for (;;) {
    const auto read = std::from_chars(at, end, version.numbers.emplace_back());
    if (read.ec != std::errc()) return std::nullopt;
    if (read.ptr == end) break;
    if (*read.ptr != '.') return std::nullopt;
    at = read.ptr + 1;
  }
  while (!version.numbers.empty() && version.numbers.back() == 0) version.numbers.pop_back();
  return version;
}

/// The pack that an add-on adds to, in the versions it was written for.
struct BaseWanted {
  std::string id;
  std::string from;   ///< the first of these versions, or empty
  std::string below;  ///< the first that is too late, or empty
};

struct Header {
  std::string id;
  std::string version;
  std::string title;
  std::string language;
  std::optional<BaseWanted> adds_to;
  std::uint32_t file = 0;
  Span span;
  Span adds_to_span;
};

void header_format(Loading& in, JsonValue& json, Header& /*unused*/) {
  if (!expect(in, json, JsonValue::Type::string, "a text") || json.string == kPackFormat) return;
  in.error("pack-format", json.span, "unknown pack format " + in_backticks(json.string),
           "this program reads `" + std::string(kPackFormat) + "`");
}

void read_pack_id(Loading& in, const JsonValue& json, std::string& into) {
  if (!expect(in, json, JsonValue::Type::string, "a text")) return;
  into = json.string;
  if (is_id(into)) return;
  in.error("bad-id", json.span, in_backticks(into) + " cannot be an id", std::string(kIdRule));
}

void read_version(Loading& in, JsonValue& json, std::string& into) {
  if (!expect(in, json, JsonValue::Type::string, "a version such as `2.0.0`")) return;
  into = json.string;
  if (version_of(into)) return;
  in.error("bad-version", json.span, in_backticks(into) + " is no version that can be compared",
           "numbers with dots between them, such as `2.0.0`");
}

constexpr Member<BaseWanted> kBaseWantedMembers[] = {
    {"id", kRequired,
     [](Loading& in, JsonValue& json, BaseWanted& base) { read_pack_id(in, json, base.id); }},
    {"from", kOptional,
     [](Loading& in, JsonValue& json, BaseWanted& base) { read_version(in, json, base.from); }},
    {"below", kOptional,
     [](Loading& in, JsonValue& json, BaseWanted& base) { read_version(in, json, base.below); }},
};

/// An id, or an object with the versions too.
void header_adds_to(Loading& in, JsonValue& json, Header& header) {
  header.adds_to_span = json.span;
  BaseWanted& base = header.adds_to.emplace();
  if (json.type != JsonValue::Type::object) return read_pack_id(in, json, base.id);
  read_members<BaseWanted>(in, json, "a base", kBaseWantedMembers, base);
  const auto from = version_of(base.from);
  const auto below = version_of(base.below);
  if (!from || !below || *from < *below) return;
  in.error(
      "out-of-range", json.span,
      "no version is from " + in_backticks(base.from) + " and below " + in_backticks(base.below));
}

constexpr Member<Header> kHeaderMembers[] = {
    {"format", kRequired, header_format},
    {"id", kRequired,
     [](Loading& in, JsonValue& json, Header& header) { read_pack_id(in, json, header.id); }},
    {"version", kRequired, text<&Header::version>},
    {"title", kRequired, text<&Header::title>},
    {"language", kOptional, text<&Header::language>},
    {"adds_to", kOptional, header_adds_to},
};

std::vector<Header> read_headers(Loading& in, std::span<JsonValue> files) {
  std::vector<Header> headers;
  for (std::uint32_t file = 0; file < files.size(); ++file) {
    JsonValue* json = member_of(files[file], "pack");
    if (json == nullptr) continue;
    Header header;
    header.file = file;
    header.span = span_of_entry(*json);
    if (!read_members<Header>(in, *json, "a pack header", kHeaderMembers, header)) continue;
    if (header.language.empty() && !header.adds_to && json->find("language") == nullptr) {
      in.error("missing-key", header.span, "a pack header needs `language`");
    }
    headers.push_back(std::move(header));
  }
  return headers;
}

std::string_view folder_of(std::string_view name) {
  return name.substr(0, name.find_last_of('/') + 1);  // npos + 1 is 0
}

/// Where the pack of a header begins: with the files before it in its folder, as far as they have
/// no header of their own. REQUIRES: headers are in the order of their files.
std::uint32_t begin_of(const Loading& in, const Header& header, const Header* before) {
  const std::string_view folder = folder_of(in.files[header.file].name);
  std::uint32_t begin = header.file;
  while (begin > 0 && !folder.empty() && folder_of(in.files[begin - 1].name) == folder) {
    if (before != nullptr && before->file == begin - 1) return header.file;
    --begin;
  }
  return begin;
}

/// The header of each file's pack; null where there is none at all.
std::vector<const Header*> headers_by_file(const Loading& in, const std::vector<Header>& headers) {
  std::vector<const Header*> by_file(in.files.size(), nullptr);
  const Header* before = nullptr;
  for (const Header& header : headers) {
    std::fill(by_file.begin() + begin_of(in, header, before), by_file.end(), &header);
    before = &header;
  }
  return by_file;
}

/// What is added is an add-on's, with a header in the same folder. Else it would belong to whatever
/// was given before it, to the base even.
void check_added(Loading& in, std::span<const JsonValue> files,
                 const std::vector<const Header*>& by_file) {
  for (std::uint32_t file = 0; file < files.size(); ++file) {
    const bool is_read = files[file].type == JsonValue::Type::object;
    if (!is_read || !in.files[file].is_added) continue;
    const Header* header = by_file[file];
    if (header != nullptr && header->adds_to &&
        folder_of(in.files[file].name) == folder_of(in.files[header->file].name)) {
      continue;
    }
    if (header != nullptr && header->file == file) {
      in.error("missing-base", header->span, "this is a whole pack, not an add-on",
               "give it to `--rules`, or say in its header what it adds to: `adds_to`");
    } else {
      in.error("missing-header", {file, 0, 1}, "no file here has the header of an add-on",
               "add `\"pack\": {\"format\": \"" + std::string(kPackFormat) +
                   "\", \"id\": …, \"version\": …, \"title\": …, \"adds_to\": …}` to one");
    }
  }
}

/// The files of the base as they were given, then those of each add-on.
std::vector<std::size_t> order_of(const std::vector<const Header*>& by_file) {
  std::vector<std::size_t> order(by_file.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, [&](std::size_t file) {
    const Header* header = by_file[file];
    const bool is_added = header != nullptr && header->adds_to;
    return std::pair(is_added, is_added ? std::string_view(header->id) : std::string_view());
  });
  return order;
}

/// The header of the base pack; null, with an error, if there is none.
const Header* find_base(Loading& in, const std::vector<Header>& headers) {
  const Header* base = nullptr;
  for (const Header& header : headers) {
    if (header.adds_to) continue;
    if (base == nullptr) {
      base = &header;
    } else if (!in.files[header.file].is_added) {
      in.error("duplicate-header", header.span, "there is a pack header already",
               "the first stands at " + in.place(base->span) +
                   "; an add-on pack says `adds_to` in its header");
    }
  }
  if (base != nullptr) return base;
  if (headers.empty()) {
    in.error("missing-header", Span{}, "no file has the pack's header",
             "add `\"pack\": {\"format\": \"" + std::string(kPackFormat) +
                 "\", \"id\": …, \"version\": …, \"title\": …, \"language\": …}` to one");
  } else {
    in.error(
        "missing-base", headers.front().adds_to_span,
        "this is an add-on to " + in_backticks(headers.front().adds_to->id) + ", not a whole pack",
        "give it to `--add-rules`, which adds it to the rules in use");
  }
  return nullptr;
}

/// "`small` from 2.0.0 below 3.0.0"
std::string words_of(const BaseWanted& wanted) {
  std::string words = in_backticks(wanted.id);
  if (!wanted.from.empty()) words += " from " + wanted.from;
  if (!wanted.below.empty()) words += " below " + wanted.below;
  return words;
}

bool is_in_range(const BaseWanted& wanted, std::string_view version) {
  if (wanted.from.empty() && wanted.below.empty()) return true;
  const auto found = version_of(version);
  return found && (wanted.from.empty() || *found >= version_of(wanted.from)) &&
         (wanted.below.empty() || *found < version_of(wanted.below));
}

void check_add_on(Loading& in, const Header& add_on, const Header& base) {
  if (add_on.adds_to->id != base.id || !is_in_range(*add_on.adds_to, base.version)) {
    in.error("wrong-base", add_on.adds_to_span,
             "this pack adds to " + words_of(*add_on.adds_to) + ", but the pack in use is " +
                 in_backticks(base.id) + " " + printable(base.version));
  }
  if (!add_on.language.empty() && add_on.language != base.language) {
    in.warning("mixed-languages", add_on.span,
               "this pack is in " + in_backticks(add_on.language) + ", the one it adds to in " +
                   in_backticks(base.language));
  }
}

/// Every output names the packs in use by their ids: two of one id could not be told apart.
void check_id(Loading& in, const Header& add_on, const Header& base) {
  const auto is_named = [&](const AddOn& other) { return other.id == add_on.id; };
  if (add_on.id != base.id && std::ranges::none_of(in.pack.add_ons, is_named)) return;
  in.error("duplicate-id", add_on.span, "there is a pack " + in_backticks(add_on.id) + " already",
           "give each pack an `id` of its own, and each of them once");
}

}  // namespace

Layout load_headers(Loading& in, std::span<JsonValue> files) {
  const std::vector<Header> headers = read_headers(in, files);
  const Header* base = find_base(in, headers);
  const std::vector<const Header*> by_file = headers_by_file(in, headers);
  for (const Header* header : by_file) in.is_add_on.push_back(header && header->adds_to);
  Layout layout{order_of(by_file), std::nullopt};
  if (base == nullptr) return layout;
  check_added(in, files, by_file);
  layout.base = base->span;
  for (const Header& header : headers) {
    if (!header.adds_to) continue;
    check_add_on(in, header, *base);
    check_id(in, header, *base);
    in.pack.add_ons.push_back({header.id, header.version});
  }
  std::ranges::sort(in.pack.add_ons, {}, &AddOn::id);
  in.pack.id = base->id;
  in.pack.version = base->version;
  in.pack.title = base->title;
  in.pack.language = base->language;
  return layout;
}

void load_schema_name(Loading& in, JsonValue& json) {
  expect(in, json, JsonValue::Type::string, "a text");
}

void list_header_keys(std::vector<KeyTable>& into) {
  list_keys<Header>(into, "a pack header", kHeaderMembers);
  list_keys<BaseWanted>(into, "a base", kBaseWantedMembers);
}

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
