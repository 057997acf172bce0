#include "json/json_value.hpp"

#include <string>

#include "catch.hpp"

namespace runready {
namespace {

using Type = JsonValue::Type;

/// `code@begin-end message` of each mistake, and the help in a line of its own.
std::string mistakes(const std::string& text, JsonLimits limits = {}) {
  Diagnostics found;
  read_json(text, 0, found, limits);
  std::string out;
  for (const Diagnostic& d : found) {
    CHECK(d.span.begin <= d.span.end);
    CHECK(d.span.end <= text.size());
    out += d.code + "@" + std::to_string(d.span.begin) + "-" + std::to_string(d.span.end) + " " +
           d.message + "\n";
    if (!d.help.empty()) out += d.help + "\n";
  }
  return out;
}

JsonValue read(const std::string& text) {
  Diagnostics found;
  auto value = read_json(text, 7, found);
  INFO(text);
  REQUIRE(found.empty());
  REQUIRE(value);
  return *value;
}

std::string source_of(const std::string& text, Span span) {
  CHECK(span.file == 7);
  return text.substr(span.begin, span.end - span.begin);
}

/// Every value's text in the order of their beginnings, each in brackets.
void collect(const std::string& text, const JsonValue& value, std::string& out) {
  out += "<" + source_of(text, value.span) + ">";
  for (const JsonValue& item : value.items) collect(text, item, out);
  for (const JsonMember& member : value.members) {
    out += "<" + source_of(text, member.key_span) + ">";
    collect(text, member.value, out);
  }
}

TEST_CASE("every value and key knows where it stands", "[text]") {
  const std::string texts[][2] = {
      {"1", "<1>"},
      {" -12 ", "<-12>"},
      {"[1,2 , 3.5e1]", "<[1,2 , 3.5e1]><1><2><3.5e1>"},
      {R"({"a":1,"b" : [true,null , "x\"y"]})",
       R"(<{"a":1,"b" : [true,null , "x\"y"]}><"a"><1><"b"><[true,null , "x\"y"]><true><null><"x\"y">)"},
      {"\n[ [ ] ,\t{ } ]\r\n", "<[ [ ] ,\t{ } ]><[ ]><{ }>"},
      {"\xef\xbb\xbf[0]", "<[0]><0>"},
      {R"(["ü","\u00fc"])", R"(<["ü","\u00fc"]><"ü"><"\u00fc">)"},
      {"{\"a\":-0}", "<{\"a\":-0}><\"a\"><-0>"},
  };
  for (const auto& [text, expected] : texts) {
    std::string found;
    collect(text, read(text), found);
    CHECK(found == expected);
  }
}

TEST_CASE("numbers are whole where they say so", "[text]") {
  struct Row {
    std::string text;
    Type type;
    std::int64_t integer;
    double number;
  };
  const Row rows[] = {
      {"4", Type::integer, 4, 4},
      {"4.0", Type::integer, 4, 4},
      {"4e0", Type::integer, 4, 4},
      {"40e-1", Type::integer, 4, 4},
      {"-3.0", Type::integer, -3, -3},
      {"-0.0", Type::integer, 0, 0},
      {"4.5", Type::number, 0, 4.5},
      {"1e-400", Type::number, 0, 0},
      {"0e-400", Type::integer, 0, 0},
      {"0.00e99999999999999999999", Type::integer, 0, 0},
      {"4.00000000000000000001", Type::number, 0, 4},
      {"0.0004e4", Type::integer, 4, 4},
      {"4000e-3", Type::integer, 4, 4},
      {"4000e-4", Type::number, 0, 0.4},
      {"9007199254740993.0", Type::integer, 9007199254740993, 9007199254740993.0},
      {"9223372036854775807", Type::integer, INT64_MAX, 9223372036854775807.0},
      {"9223372036854775808", Type::integer, INT64_MAX, 9223372036854775808.0},
      {"-9223372036854775809", Type::integer, INT64_MIN, -9223372036854775808.0},
      {"1e300", Type::integer, INT64_MAX, 1e300},
      {"-9223372036854775808", Type::integer, INT64_MIN, -9223372036854775808.0},
      {"123456789012345678901234567890", Type::integer, INT64_MAX,
       123456789012345678901234567890.0},
  };
  for (const Row& row : rows) {
    const JsonValue value = read(row.text);
    INFO(row.text);
    CHECK(value.type == row.type);
    CHECK(value.integer == row.integer);
    CHECK(value.number == row.number);
  }
}

TEST_CASE("strings come out unescaped", "[text]") {
  CHECK(read(R"("a\n\"\\\/\u00e9\ud83c\udfc3")").string == "a\n\"\\/é🏃");
  CHECK(read(R"("\u0000x")").string == std::string("\0x", 2));
  CHECK(read(R"({"k\u0065y":1})").find("key") != nullptr);
  CHECK(read(R"({"key":1})").find("kex") == nullptr);
}

TEST_CASE("broken JSON is explained where it breaks", "[text]") {
  const std::string rows[][2] = {
      {"", "json-syntax@0-0 expected a value, found the end of the text\n"},
      {"  ", "json-syntax@2-2 expected a value, found the end of the text\n"},
      {"[1 2]", "json-syntax@3-4 expected `,` or `]`, found `2`\n"},
      {"[1,]", "json-syntax@3-4 expected a value, found `]`\nremove the comma before it\n"},
      {"[,1]", "json-syntax@1-2 expected a value or `]`, found `,`\n"},
      {"[1,,2]", "json-syntax@3-4 expected a value, found `,`\n"},
      {"[1",
       "json-syntax@2-2 expected `,` or `]`, found the end of the text\n"
       "the `[` in column 1 is not closed\n"},
      {"{\n\n\"a\": [",
       "json-syntax@9-9 expected a value or `]`, found the end of the text\n"
       "the `[` in column 6 is not closed\n"},
      {"[\n{\"ä\":1}\n",
       "json-syntax@11-11 expected `,` or `]`, found the end of the text\n"
       "the `[` in line 1 is not closed\n"},
      {"{\"a\" 1}", "json-syntax@5-6 expected `:`, found `1`\n"},
      {"{\"a\":}", "json-syntax@5-6 expected a value, found `}`\n"},
      {"{\"a\":1,}",
       "json-syntax@7-8 expected a key in double quotes, found `}`\n"
       "remove the comma before it\n"},
      {"{\"a\":1 \"b\":2}", "json-syntax@7-8 expected `,` or `}`, found `\"`\n"},
      {"{a:1}", "json-syntax@1-2 expected a key in double quotes or `}`, found `a`\n"},
      {"{1:1}", "json-syntax@1-2 expected a key in double quotes or `}`, found `1`\n"},
      {"['a']",
       "json-syntax@1-2 expected a value or `]`, found `'`\n"
       "strings stand in double quotes\n"},
      {"[“a”]",
       "json-syntax@1-4 expected a value or `]`, found `“`\n"
       "write straight quotes `\"`: a word processor makes them curly\n"},
      {"[\"a”,\n1]",
       "json-syntax@1-7 the string is not closed on its line\n"
       "write straight quotes `\"`: a word processor makes them curly\n"},
      {"[True]", "json-syntax@1-5 expected a value or `]`, found `True`\nwrite `true`\n"},
      {"[nul]", "json-syntax@1-4 expected a value or `]`, found `nul`\n"},
      {"[NaN]", "json-syntax@1-4 expected a value or `]`, found `NaN`\n"},
      {"[1] // x",
       "json-syntax@4-5 expected nothing after the value, found `/`\n"
       "JSON has no comments\n"},
      {"{} {}", "json-syntax@3-4 expected nothing after the value, found `{`\n"},
      {"[1}", "json-syntax@2-3 expected `,` or `]`, found `}`\n"},
      {"[01]", "json-syntax@1-3 malformed number `01`\n"},
      {"[1.]", "json-syntax@1-3 malformed number `1.`\n"},
      {"[1.5.2]", "json-syntax@1-6 malformed number `1.5.2`\n"},
      {"[-]", "json-syntax@1-2 malformed number `-`\n"},
      {"[.5]", "json-syntax@1-3 malformed number `.5`\n"},
      {"[+1]", "json-syntax@1-3 malformed number `+1`\n"},
      {"[1e]", "json-syntax@1-3 malformed number `1e`\n"},
      {"[1x]", "json-syntax@1-3 malformed number `1x`\n"},
      {"[\"a]", "json-syntax@1-4 the string is not closed\nend it with `\"`\n"},
      {"[\"a\n\"]",
       "json-syntax@1-3 the string is not closed on its line\n"
       "end it with `\"`; a line break inside a string is written `\\n`\n"},
      {"[\"a\tb\"]", "json-syntax@3-4 control character `\\u{9}` in a string\nwrite it as `\\t`\n"},
      {"[\"\x1b\"]",
       "json-syntax@2-3 control character `\\u{1b}` in a string\n"
       "remove it or write it as a `\\u` escape\n"},
      {R"(["\q"])", "json-syntax@2-4 unknown escape `\\q`\na backslash itself is written `\\\\`\n"},
      {R"(["\u12"])",
       "json-syntax@2-6 malformed escape `\\u12`\n"
       "`\\u` takes four hexadecimal digits; a character past U+FFFF takes two such "
       "escapes\n"},
      {R"(["\ud800"])",
       "json-syntax@2-8 malformed escape `\\ud800`\n"
       "`\\u` takes four hexadecimal digits; a character past U+FFFF takes two "
       "such escapes\n"},
      {R"(["\udc00"])",
       "json-syntax@2-8 malformed escape `\\udc00`\n"
       "`\\u` takes four hexadecimal digits; a character past U+FFFF takes two "
       "such escapes\n"},
      {std::string("{}\0", 3), "json-syntax@2-3 unexpected zero byte\n"},
      {std::string("[\"\0\"]", 5), "json-syntax@2-3 unexpected zero byte\n"},
      {"[\"\xff\"]", "json-utf8@2-3 invalid UTF-8\n"},
      {"[\"\xc0\xaf\"]", "json-utf8@2-3 invalid UTF-8\n"},
      {"[\"\xed\xa0\x80\"]", "json-utf8@2-3 invalid UTF-8\n"},
      {"[1e999]", "json-number@1-6 the number `1e999` is too large\n"},
      {"{\"a\": -1e999}", "json-number@6-12 the number `-1e999` is too large\n"},
      {"\xef\xbb\xbf", "json-syntax@3-3 expected a value, found the end of the text\n"},
      {"\xef\xbb", "json-utf8@0-1 invalid UTF-8\n"},
      {"é", "json-syntax@0-2 expected a value, found `é`\n"},
  };
  for (const auto& [text, expected] : rows) {
    INFO(text);
    CHECK(mistakes(text) == expected);
  }
}

TEST_CASE("duplicate keys are reported all at once and the first is kept", "[text]") {
  const std::string text = "{\"a\":1,\n\"b\":{\"c\":1,\"c\":2},\"a\":2,\"\\u0061\":3}";
  CHECK(mistakes(text) ==
        "json-duplicate-key@19-22 duplicate key `c`\nit stands first in column 6\n"
        "json-duplicate-key@26-29 duplicate key `a`\nit stands first in line 1\n"
        "json-duplicate-key@32-40 duplicate key `a`\nit stands first in line 1\n");
  Diagnostics found;
  const auto value = read_json(text, 0, found);
  REQUIRE(value);
  CHECK(value->members.size() == 2);
  CHECK(value->find("a")->integer == 1);
}

TEST_CASE("limits hold before anything is built", "[text]") {
  const auto nested = [](std::size_t depth) {
    return std::string(depth, '[') + std::string(depth, ']');
  };
  CHECK(mistakes(nested(64)).empty());
  CHECK(mistakes(nested(65)) == "json-too-deep@64-65 nested deeper than 64 lists and objects\n");
  CHECK(mistakes(std::string(1'000'000, '[')) ==
        "json-too-deep@64-65 nested deeper than 64 lists and objects\n");
  CHECK(mistakes("[1,2,3]", {.values = 4}).empty());
  CHECK(mistakes("[1,2,3,4]", {.values = 4}) ==
        "json-too-large@7-8 more than 4 values in one text\n");
  CHECK(mistakes("[10]", {.bytes = 3}) == "json-too-large@0-0 the text has 4 bytes, more than 3\n");
}

TEST_CASE("a hundred thousand duplicate keys take neither time nor endless messages", "[text]") {
  std::string text = "{";
  for (int i = 0; i < 100'000; ++i) text += "\"a\":0,";
  Diagnostics found;
  read_json(text + "\"b\":0}", 0, found);
  CHECK(found.size() == 200);
  CHECK(found.back().code == "too-many-mistakes");
}

TEST_CASE("values are described as in messages", "[text]") {
  const std::string rows[][2] = {
      {"null", "`null`"},
      {"true", "`true`"},
      {"4.0", "`4.0`"},
      {"-0", "`0`"},
      {"1e-400", "`1e-400`"},
      {"4.00000000000000000001", "`4.00000000000000000001`"},
      {"9223372036854775808", "`9223372036854775808`"},
      {"4.5", "`4.5`"},
      {"[]", "a list"},
      {"{}", "an object"},
      {"\"4\"", "the string `4`"},
      {"false", "`false`"},
  };
  for (const auto& [text, expected] : rows) CHECK(describe(read(text)) == expected);
}

}  // namespace
}  // namespace runready
