#include "pack/members.hpp"

#include <algorithm>

#include "text/backticks.hpp"

namespace runready {

void report_unknown_key(Loading& in, const JsonMember& member, std::string_view what,
                        std::span<const Key> keys) {
  std::vector<std::string_view> known;
  for (const Key& key : keys) known.push_back(key.name);
  in.error("unknown-key", member.key_span,
           std::string(what) + " has no key " + in_backticks(member.key),
           in.suggest(member.key, known));
}

void report_missing_keys(Loading& in, const JsonValue& json, std::string_view what,
                         std::span<const Key> keys) {
  for (const Key& key : keys) {
    if (key.presence == kOptional || json.find(key.name) != nullptr) continue;
    in.error("missing-key", span_of_entry(json),
             std::string(what) + " needs `" + std::string(key.name) + "`");
  }
}

std::string declare_id(Loading& in, const JsonValue& entry, Ids& ids, std::uint32_t index,
                       bool (*is_valid_id)(std::string_view)) {
  const JsonValue* id = entry.find("id");
  if (id == nullptr || !expect(in, *id, JsonValue::Type::string, "a text")) return {};
  if (!is_valid_id(id->string)) {
    in.error("bad-id", id->span, in_backticks(id->string) + " cannot be an id",
             std::string(is_valid_id == is_id ? kIdRule : kReferenceIdRule));
    return {};
  }
  if (const auto earlier = ids.declare(id->string, index, id->span)) {
    in.error("duplicate-id", id->span,
             "duplicate " + std::string(ids.kind()) + " id " + in_backticks(id->string),
             "the first stands at " + in.place(*earlier));
  }
  return id->string;
}

Span span_of_entry(const JsonValue& entry) {
  const JsonValue* id = entry.find("id");
  return id != nullptr ? id->span : Span{entry.span.file, entry.span.begin, entry.span.begin + 1};
}

bool has_room(Loading& in, const JsonValue& entry, std::size_t count, Limit limit) {
  if (count < limit.most) return true;
  in.error("too-many", span_of_entry(entry),
           "at most " + std::to_string(limit.most) + " " + std::string(limit.of) + " are allowed");
  return false;
}

}  // namespace runready
