// Words and phrases that no text of the default pack may hold: nothing that tests a sore limb, no
// medicine, no finding, no target for weight or food, nobody called "the athlete".
//
// words.ndjson has one pattern a line: where it applies (`all` texts; `own`: without the replies in
// which runners tell what they know of themselves; `printed`: without facts; `told`: what the
// program says of its own accord, without questions and options), why, and examples it must and
// must not catch.

#include <algorithm>
#include <regex>
#include <set>
#include <sstream>

#include "catch.hpp"
#include "json/json_value.hpp"
#include "runready/load.hpp"
#include "support/packs.hpp"

using namespace runready;

namespace {

struct Ban {
  std::string id;
  std::string scope;
  std::regex pattern;
  std::string why;
  std::vector<std::string> catches;
  std::vector<std::string> passes;
};

std::vector<std::string> strings(const JsonValue& list) {
  std::vector<std::string> found;
  for (const JsonValue& item : list.items) found.push_back(item.string);
  return found;
}

std::vector<Ban> bans() {
  std::vector<Ban> all;
  std::istringstream lines(testing::repository_file("tests/rules/words.ndjson").text);
  for (std::string line; std::getline(lines, line);) {
    Diagnostics wrong;
    const auto json = read_json(line, 0, wrong);
    REQUIRE(json);
    all.push_back({json->find("id")->string, json->find("scope")->string,
                   std::regex(json->find("pattern")->string, std::regex::icase),
                   json->find("why")->string, strings(*json->find("catches")),
                   strings(*json->find("passes"))});
  }
  return all;
}

std::string plain(std::string text) {
  for (std::size_t at = 0; (at = text.find("\u2019", at)) != std::string::npos;) {
    text.replace(at, 3, "'");
  }
  return text;
}

/// A text of the pack and where it stands.
struct Text {
  std::string section;
  std::string key;
  std::string text;
  std::string place;
};

bool names_only(const std::string& section, const std::string& key) {
  static const std::set<std::string> ids = {"id",      "section",  "type",   "var",  "activity",
                                            "default", "about",    "for",    "from", "grade",
                                            "kind",    "language", "format", "in",   "==",
                                            "!=",      "words"};  // understood, never said
  return ids.contains(key) || section == "sources" || section == "cases" || section == "invariants";
}

void collect(const JsonValue& value, Text at, std::vector<Text>& texts) {
  if (value.type == JsonValue::Type::string && !names_only(at.section, at.key)) {
    at.text = plain(value.string);
    texts.push_back(at);
  }
  for (const JsonValue& item : value.items) collect(item, at, texts);
  if (const JsonValue* id = value.type == JsonValue::Type::object ? value.find("id") : nullptr) {
    at.place = id->string;
  }
  for (const JsonMember& member : value.members) {
    Text inner = at;
    if (inner.section.empty()) inner.section = member.key;
    inner.key = member.key;
    collect(member.value, inner, texts);
  }
}

std::vector<Text> texts_of_default_pack() {
  std::vector<Text> texts;
  std::uint32_t number = 0;
  for (const SourceFile& file : default_pack_files()) {
    Diagnostics wrong;
    const auto json = read_json(file.text, number++, wrong);
    REQUIRE(json);
    collect(*json, {"", "", "", file.name}, texts);
  }
  return texts;
}

bool in_scope(const std::string& scope, const Text& text) {
  static const std::set<std::string> asked = {"ask", "why", "label"};
  if (scope == "all") return true;
  const bool is_reply =
      text.section == "questions" && (text.key == "label" || text.key.starts_with("says"));
  if (scope == "own") return !is_reply;
  if (text.section == "facts") return false;
  if (scope == "printed") return true;
  return !asked.contains(text.key) && !is_reply;
}

}  // namespace

TEST_CASE("every ban catches and passes its own examples", "[rules]") {
  for (const Ban& ban : bans()) {
    INFO(ban.id);
    for (const std::string& s : ban.catches) {
      INFO(s);
      CHECK(std::regex_search(s, ban.pattern));
    }
    for (const std::string& s : ban.passes) {
      INFO(s);
      CHECK_FALSE(std::regex_search(s, ban.pattern));
    }
  }
}

TEST_CASE("no text of the default pack holds a banned phrase", "[rules]") {
  const std::vector<Text> texts = texts_of_default_pack();
  REQUIRE(texts.size() > 500);
  for (const Ban& ban : bans()) {
    for (const Text& text : texts) {
      if (!in_scope(ban.scope, text) || text.place == "notice" || text.key == "notice") continue;
      INFO(ban.id << ": " << ban.why << "\n"
                  << text.section << " " << text.place << " " << text.key << ": " << text.text);
      CHECK_FALSE(std::regex_search(text.text, ban.pattern));
    }
  }
}
