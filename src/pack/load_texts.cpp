#include "pack/placeholders.hpp"
#include "pack/readers.hpp"
#include "pack/text_keys.hpp"
#include "pack/values.hpp"
#include "text/backticks.hpp"

namespace runready {

namespace {

void load_text(Loading& in, JsonMember& member) {
  const TextKey* key = text_key_named(member.key);
  if (key == nullptr) {
    in.error("unknown-text", member.key_span, "there is no text " + in_backticks(member.key),
             in.suggest(member.key, required_text_keys()));
    return;
  }
  std::string text;
  read_text(in, member.value, text);
  check_placeholders(in, member.value, text, key->placeholders);
  if (!in.pack.texts.try_emplace(member.key, std::move(text)).second) {
    in.error("duplicate-id", member.key_span, "duplicate text " + in_backticks(member.key));
  }
}

}  // namespace

void load_texts(Loading& in, JsonValue& json) {
  if (!expect(in, json, JsonValue::Type::object, "an object")) return;
  for (JsonMember& member : json.members) load_text(in, member);
}

void check_texts_complete(Loading& in, Span header) {
  std::string missing;
  for (const std::string_view key : required_text_keys()) {
    if (in.pack.texts.contains(key)) continue;
    missing += (missing.empty() ? "`" : ", `") + std::string(key) + "`";
  }
  if (!missing.empty()) in.error("missing-text", header, "the pack lacks the texts " + missing);
}

}  // namespace runready
