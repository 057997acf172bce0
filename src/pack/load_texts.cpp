#include "pack/members.hpp"
#include "pack/readers.hpp"
#include "pack/text_keys.hpp"
#include "text/backticks.hpp"

namespace runready {

namespace {

constexpr std::size_t kMaxWordings = 60;

constexpr Member<Wording> kWordingMembers[] = {
    {"when", kOptional, condition<&Wording::when>},
    {"text", kRequired, nullptr},  // its key says how many `{}` it has
};

Wording read_wording(Loading& in, JsonValue& json, const TextKey& key, bool is_last) {
  Wording wording;
  if (!read_members<Wording>(in, json, "a wording", kWordingMembers, wording)) return wording;
  const JsonValue* when = member_of(json, "when");
  if (is_last && when != nullptr) {
    in.error("wording-without-end", when->span, "the last wording of a text has no `when`",
             "add `{\"text\": …}` behind it, for where no other fits");
  } else if (!is_last && when == nullptr) {
    in.error("wording-without-when", json.span, "no wording after this one is ever taken",
             "only the last has no `when`");
  }
  if (JsonValue* said = member_of(json, "text")) {
    read_text(in, *said, wording.text, key.placeholders);
  }
  return wording;
}

/// A text that follows the situation.
std::string read_wordings(Loading& in, JsonValue& json, const TextKey& key) {
  if (key.says == Says::always_the_same) {
    in.error(
        "one-wording", json.span,
        in_backticks(key.key) + " does not depend on the answers, so it is one text, not a list");
    return {};
  }
  if (json.items.empty()) in.error("empty-list", json.span, "this list must not be empty");
  std::vector<Wording> wordings;
  for (JsonValue& item : json.items) {
    if (in.is_full() || !has_room(in, item, wordings.size(), {kMaxWordings, "wordings"})) break;
    wordings.push_back(read_wording(in, item, key, &item == &json.items.back()));
  }
  if (wordings.empty()) return {};
  std::string last = std::move(wordings.back().text);
  wordings.pop_back();
  if (!wordings.empty()) in.pack.wordings[std::string(key.key)] = std::move(wordings);
  return last;
}

std::string read_text_of(Loading& in, JsonValue& json, const TextKey& key) {
  if (json.type == JsonValue::Type::array) return read_wordings(in, json, key);
  std::string text;
  read_text(in, json, text, key.placeholders);
  return text;
}

void load_text(Loading& in, JsonMember& member) {
  const TextKey* key = text_key_named(member.key);
  if (key == nullptr) {
    in.error("unknown-text", member.key_span, "there is no text " + in_backticks(member.key),
             in.suggest(member.key, required_text_keys()));
    return;
  }
  if (in.pack.texts.contains(member.key)) {
    in.error("duplicate-id", member.key_span, "duplicate text " + in_backticks(member.key));
  }
  std::string text = read_text_of(in, member.value, *key);
  in.pack.texts.try_emplace(member.key, std::move(text));
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

void list_text_keys(std::vector<KeyTable>& into) {
  list_keys<Wording>(into, "a wording", kWordingMembers);
}

}  // namespace runready
