#include "pack/load_header.hpp"

#include <algorithm>
#include <charconv>
#include <compare>
#include <numeric>
#include <utility>

#include "pack/members.hpp"
#include "pack/readers.hpp"
#include "text/backticks.hpp"
#include "text/utf8.hpp"

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

}  // namespace runready
