#include "pack/load_header.hpp"

#include <algorithm>

#include "pack/members.hpp"
#include "pack/readers.hpp"
#include "text/backticks.hpp"

namespace runready {

namespace {

struct Header {
  std::string id;
  std::string version;
  std::string title;
  std::string language;
  std::optional<std::string> adds_to;
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

constexpr Member<Header> kHeaderMembers[] = {
    {"format", kRequired, header_format},
    {"id", kRequired,
     [](Loading& in, JsonValue& json, Header& header) { read_pack_id(in, json, header.id); }},
    {"version", kRequired, text<&Header::version>},
    {"title", kRequired, text<&Header::title>},
    {"language", kOptional, text<&Header::language>},
    {"adds_to", kOptional,
     [](Loading& in, JsonValue& json, Header& header) {
       header.adds_to_span = json.span;
       read_pack_id(in, json, header.adds_to.emplace());
     }},
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

std::vector<bool> files_of_add_ons(const Loading& in, const std::vector<Header>& headers) {
  std::vector<bool> is_add_on(in.files.size(), false);
  const Header* before = nullptr;
  for (const Header& header : headers) {
    for (auto file = begin_of(in, header, before); file < is_add_on.size(); ++file) {
      is_add_on[file] = header.adds_to.has_value();
    }
    before = &header;
  }
  return is_add_on;
}

/// The header of the base pack; null, with an error, if there is none.
const Header* find_base(Loading& in, const std::vector<Header>& headers) {
  const Header* base = nullptr;
  for (const Header& header : headers) {
    if (header.adds_to) continue;
    if (base == nullptr) {
      base = &header;
    } else {
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
        "this pack adds to " + in_backticks(*headers.front().adds_to) + ", which is not loaded",
        "give it to `--add-rules`, not to `--rules`");
  }
  return nullptr;
}

void check_add_on(Loading& in, const Header& add_on, const Header& base) {
  if (*add_on.adds_to != base.id) {
    in.error("wrong-base", add_on.adds_to_span,
             "this pack adds to " + in_backticks(*add_on.adds_to) + ", but the pack in use is " +
                 in_backticks(base.id));
  }
  if (!add_on.language.empty() && add_on.language != base.language) {
    in.warning("mixed-languages", add_on.span,
               "this pack is in " + in_backticks(add_on.language) + ", the one it adds to in " +
                   in_backticks(base.language));
  }
}

}  // namespace

Layout load_headers(Loading& in, std::span<JsonValue> files) {
  const std::vector<Header> headers = read_headers(in, files);
  const Header* base = find_base(in, headers);
  Layout layout{files_of_add_ons(in, headers), std::nullopt};
  if (base == nullptr) return layout;
  layout.base = base->span;
  for (const Header& header : headers) {
    if (!header.adds_to) continue;
    check_add_on(in, header, *base);
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
}

}  // namespace runready
