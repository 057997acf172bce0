#include "runready/diagnostic.hpp"

#include "catch.hpp"
#include "text/diagnostics.hpp"
#include "text/utf8.hpp"
#include "text/words.hpp"

namespace runready {
namespace {

/// The message for the first place in `text` where `marked` stands.
std::string shown(const std::string& text, const std::string& marked) {
  const auto begin = static_cast<std::uint32_t>(text.find(marked));
  const auto end = begin + static_cast<std::uint32_t>(marked.size());
  const std::vector<SourceFile> files = {{"a.json", text}};
  return to_text({Severity::error, "code", {0, begin, end}, "what", ""}, files);
}

TEST_CASE("a mistake is shown with its place, line, caret and help", "[text]") {
  const std::vector<SourceFile> files = {{"x.json", "{}"}, {"y.json", "{\n  \"slep\": 1\n}\n"}};
  CHECK(to_text({Severity::error,
                 "unknown-question",
                 {1, 4, 10},
                 "unknown question `slep`",
                 "did you mean `sleep`?"},
                files) ==
        "y.json:2:3: error: unknown question `slep` [unknown-question]\n"
        "    \"slep\": 1\n"
        "    ^^^^^^\n"
        "help: did you mean `sleep`?\n");
  CHECK(to_text({Severity::warning, "", {}, "nowhere", ""}, files) == "warning: nowhere\n");
  CHECK(to_text({Severity::error, "c", {9, 0, 0}, "no such file", ""}, files) ==
        "error: no such file [c]\n");
}

TEST_CASE("carets stand under what is meant", "[text]") {
  CHECK(shown("ab cd", "cd") == "a.json:1:4: error: what [code]\n  ab cd\n     ^^\n");
  CHECK(shown("\tab\tcd", "cd") == "a.json:1:5: error: what [code]\n   ab cd\n      ^^\n");
  CHECK(shown("走 é x", "x") == "a.json:1:5: error: what [code]\n  走 é x\n       ^\n");
  CHECK(shown("e\u0301x", "x") == "a.json:1:3: error: what [code]\n  e\u0301x\n   ^\n");
  CHECK(shown("a\x1b[2Jb", "b") ==
        "a.json:1:6: error: what [code]\n  a\\u{1b}[2Jb\n            ^\n");
  CHECK(shown("a\r\nbc\r\n", "bc") == "a.json:2:1: error: what [code]\n  bc\n  ^^\n");
  CHECK(shown("\xef\xbb\xbf{x}", "x") == "a.json:1:2: error: what [code]\n  {x}\n   ^\n");
  CHECK(shown("[1,\n2,\n3]", "1,\n2") == "a.json:1:2: error: what [code]\n  [1,\n   ^^\n");
  CHECK(shown("a\xff\xfe", "\xff") == "a.json:1:2: error: what [code]\n  a\uFFFD\uFFFD\n   ^\n");
}

TEST_CASE("an empty span is one caret, also at the end of the text", "[text]") {
  const std::vector<SourceFile> files = {{"a", "ab\ncd"}, {"b", "ab\n"}, {"c", ""}};
  const auto at = [&](std::uint32_t file, std::uint32_t place) {
    return to_text({Severity::error, "c", {file, place, place}, "m", ""}, files);
  };
  CHECK(at(0, 5) == "a:2:3: error: m [c]\n  cd\n    ^\n");
  CHECK(at(0, 2) == "a:1:3: error: m [c]\n  ab\n    ^\n");
  CHECK(at(1, 3) == "b:2:1: error: m [c]\n  \n  ^\n");
  CHECK(at(2, 0) == "c:1:1: error: m [c]\n  \n  ^\n");
  CHECK(at(0, 99) == "a:2:3: error: m [c]\n  cd\n    ^\n");
}

TEST_CASE("of a long line the part around the carets is shown", "[text]") {
  const std::string far(100'000, 'x');
  for (const std::string& marked : {std::string("HERE"), "HERE" + std::string(5'000, '!')}) {
    std::string around = far;
    around.append(marked).append(far);
    const std::string text = shown(around, marked);
    INFO(text);
    CHECK(text.find("...xxx") != std::string::npos);
    CHECK(text.find("HERE") != std::string::npos);
    CHECK(text.size() < 300);
    CHECK(text.substr(0, 15) == "a.json:1:100001");
  }
  const std::string wide = shown("走" + far, "走");
  CHECK(wide.find("\n  ^^\n") != std::string::npos);
}

TEST_CASE("messages cannot steer the terminal", "[text]") {
  const std::vector<SourceFile> files = {{"a\x1b.json", "x"}};
  const std::string text =
      to_text({Severity::error, "c", {0, 0, 1}, "bad \x1b[2J", "try \x07"}, files);
  CHECK(text == "a\\u{1b}.json:1:1: error: bad \\u{1b}[2J [c]\n  x\n  ^\nhelp: try \\u{7}\n");
}

TEST_CASE("errors are told from warnings", "[text]") {
  Diagnostics found;
  CHECK_FALSE(has_errors(found));
  report_warning(found, "w", {}, "m");
  CHECK_FALSE(has_errors(found));
  report_error(found, "e", {}, "m", "h");
  CHECK(has_errors(found));
}

TEST_CASE("mistakes past the limit are dropped but errors stay errors", "[text]") {
  Diagnostics found;
  for (std::size_t i = 0; i < 2 * kMaxDiagnostics; ++i) report_warning(found, "w", {}, "m");
  CHECK(found.size() == kMaxDiagnostics);
  CHECK(is_full(found));
  CHECK(found.back().code == "too-many-mistakes");
  CHECK_FALSE(has_errors(found));
  report_error(found, "e", {}, "m");
  CHECK(found.size() == kMaxDiagnostics);
  CHECK(has_errors(found));
}

TEST_CASE("input in messages is short, on one line and safe", "[text]") {
  CHECK(in_backticks("gait") == "`gait`");
  CHECK(in_backticks("") == "``");
  CHECK(in_backticks("a\nb") == "`a\\u{a}b`");
  const std::string cut = in_backticks(std::string(1'000'000, 'x'));
  CHECK(cut == "`" + std::string(60, 'x') + "...`");
  const std::string cut_in_character = in_backticks(std::string(239, 'x') + "走走");
  CHECK(is_valid_utf8(cut_in_character));
}

}  // namespace
}  // namespace runready
