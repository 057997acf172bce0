#include <functional>
#include <string>

#include "catch.hpp"
#include "runready/load.hpp"
#include "support/packs.hpp"

namespace runready {
namespace {

using testing::mistakes_in;

/// A list of so many entries, made from their numbers.
std::string list(std::size_t count, const std::function<std::string(std::string)>& entry) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    text += (i == 0 ? "" : ",\n") + entry(std::to_string(i));
  }
  return "[" + text + "]";
}

std::string rule(const std::string& number) {
  return R"({"id": "r)" + number +
         R"(", "when": {"var": "any_pain"}, "recommend": "rest", "because": "!",
           "sources": ["B2"]})";
}

std::string question(const std::string& number) {
  return R"({"id": "q)" + number +
         R"(", "about": "runner", "section": "day", "type": "bool", "ask": "?", "says": "x",
           "why": "!"})";
}

std::string options(std::size_t count) {
  return R"({"questions": [{"id": "q", "about": "runner", "section": "day", "ask": "?",
    "type": "multi-choice", "why": "!", "options": )" +
         list(count,
              [](const std::string& number) {
                return R"({"id": "o)" + number + R"(", "label": "O", "says": "o"})";
              }) +
         "}]}";
}

/// So many conditions, one in the other.
std::string nested(std::size_t depth) {
  std::string when = R"({"var": "any_pain"})";
  for (std::size_t i = 0; i < depth; ++i) when = R"({"!": )" + when + "}";
  return R"({"rules": [{"id": "r", "when": )" + when +
         R"(, "recommend": "rest", "because": "!", "sources": ["B2"]}]})";
}

// The base pack has 3 rules, 5 questions and 2 facts of its own.

TEST_CASE("as many entries as a pack may have are read, and one more is refused", "[pack]") {
  CHECK(mistakes_in(R"({"rules": )" + list(kMaxRules - 7, rule) + "}").empty());
  CHECK(mistakes_in(R"({"rules": )" + list(kMaxRules - 6, rule) + "}") == "too-many");
  Diagnostics found;
  CHECK(load_pack(testing::base_and(R"({"questions": )" + list(kMaxQuestions - 5, question) + "}"),
                  found));
  CHECK(mistakes_in(R"({"questions": )" + list(kMaxQuestions - 4, question) + "}") == "too-many");
}

TEST_CASE("as many options as a question may have are read, and one more is refused", "[pack]") {
  CHECK(mistakes_in(options(kMaxOptions)) == "unused-question");
  CHECK(mistakes_in(options(kMaxOptions + 1)) == "too-many");
}

TEST_CASE("other kinds of entries have their limit too", "[pack]") {
  const auto fact = [](const std::string& number) {
    return R"({"id": "F)" + number + R"(", "text": "!", "from": ["book"], "grade": "popular"})";
  };
  CHECK(mistakes_in(R"({"facts": )" + list(kMaxEntries - 2, fact) + "}").empty());
  CHECK(mistakes_in(R"({"facts": )" + list(kMaxEntries - 1, fact) + "}") == "too-many");
}

/// So many terms, each of which but the first holds the one before twice; a gate reads the last.
std::string doubled(std::size_t count) {
  const auto term = [](const std::string& number) {
    const std::string before = R"({"var": "t)" + std::to_string(std::stoi(number) - 1) + R"("})";
    const std::string when =
        number == "0" ? R"({"var": "any_pain"})" : R"({"and": [)" + before + ", " + before + "]}";
    return R"({"id": "t)" + number + R"(", "says": "x", "when": )" + when + "}";
  };
  return R"({"terms": )" + list(count, term) +
         R"(, "questions": [{"id": "q", "about": "runner", "section": "day", "type": "bool",
           "ask": "?", "says": "x", "why": "!", "when": {"var": "t)" +
         std::to_string(count - 1) + R"("}}]})";
}

TEST_CASE("a gate may not grow without bound through terms", "[pack]") {
  CHECK(mistakes_in(doubled(13)) == "unused-question");
  CHECK(mistakes_in(doubled(14)) == "gate-too-large");
}

TEST_CASE("a pack has at most 64 files", "[pack]") {
  std::vector<SourceFile> files = testing::base_files();
  while (files.size() < kMaxPackFiles) files.push_back({"more.json", "{}"});
  Diagnostics found;
  CHECK(load_pack(files, found));
  files.push_back({"more.json", "{}"});
  CHECK_FALSE(load_pack(files, found));
  CHECK(testing::codes(found) == "too-many");
}

TEST_CASE("a pack has at most 16 MiB in all its files", "[pack]") {
  std::vector<SourceFile> files = testing::base_files();
  std::size_t bytes = files[0].text.size() + files[1].text.size();
  for (int i = 0; i < 2; ++i) {
    const std::size_t size = std::min(kMaxPackBytes - bytes, std::size_t{8} << 20);
    files.push_back({"more.json", "{}" + std::string(size - 2, ' ')});
    bytes += size;
  }
  Diagnostics found;
  CHECK(load_pack(files, found));
  files.push_back({"more.json", "{}"});
  CHECK_FALSE(load_pack(files, found));
  CHECK(testing::codes(found) == "too-large");
}

TEST_CASE("a pack has at most a million values in all its files", "[pack]") {
  const std::string many =
      R"({"cases": )" + list(300'000, [](const std::string&) { return "0"; }) + "}";
  std::vector<SourceFile> files = testing::base_files();
  for (int i = 0; i < 3; ++i) files.push_back({"more.json", many});
  Diagnostics found;
  CHECK_FALSE(load_pack(files, found));
  CHECK_THAT(testing::codes(found), !ContainsSubstring("too-large"));
  files.push_back({"more.json", many});
  found.clear();
  CHECK_FALSE(load_pack(files, found));
  CHECK_THAT(testing::codes(found), ContainsSubstring("too-large"));
}

TEST_CASE("nothing to load is a mistake", "[pack]") {
  Diagnostics found;
  CHECK_FALSE(load_pack({}, found));
  CHECK(testing::codes(found) == "no-files");
}

TEST_CASE("conditions nest as deep as JSON may", "[pack]") {
  CHECK(mistakes_in(nested(60)).empty());
  CHECK(mistakes_in(nested(61)) == "json-too-deep");
}

TEST_CASE("long chains of terms are followed to their end", "[pack]") {
  const std::size_t count = kMaxEntries - 1;
  const std::string terms = list(count, [&](const std::string& number) {
    const std::string next = number == std::to_string(count - 1)
                                 ? "any_pain"
                                 : "t" + std::to_string(std::stoul(number) + 1);
    return R"({"id": "t)" + number + R"(", "says": "x", "when": {"!": {"var": ")" + next +
           R"("}}})";
  });
  const std::string rules = R"([{"id": "r", "when": {"var": "t0"}, "recommend": "rest",
                                 "because": "!", "sources": ["B2"]}])";
  CHECK(mistakes_in(R"({"terms": )" + terms + R"(, "rules": )" + rules + "}").empty());
}

TEST_CASE("a pack with a thousand mistakes gets as many messages as somebody would read",
          "[pack]") {
  const auto unknown = [](const std::string& number) { return "\"x" + number + "\""; };
  const std::string more = R"({"cases": [{"id": "c", "answers": {}, "expect": {"fires": )" +
                           list(20000, unknown) + "}}]}";
  Diagnostics found;
  CHECK_FALSE(load_pack(testing::base_and(more), found));
  CHECK(found.size() == 200);
  CHECK(has_errors(found));
}

TEST_CASE("a pack without some texts is told which", "[pack]") {
  const std::vector<SourceFile> files = {
      testing::repository_file("tests/pack/base.json"),
      {"texts.json", R"({"texts": {"notice": "No advice.", "headline.run": "Run."}})"}};
  Diagnostics found;
  CHECK_FALSE(load_pack(files, found));
  REQUIRE(testing::codes(found) == "missing-text");
  CHECK_THAT(found[0].message, ContainsSubstring("`headline.rest`"));
  CHECK_THAT(found[0].message, !ContainsSubstring("`notice`"));
}

}  // namespace
}  // namespace runready
