#include "rules/condition_json.hpp"

#include "catch.hpp"
#include "rules/sentence.hpp"
#include "support/small_pack.hpp"

namespace runready {
namespace {

using testing::small_pack;

/// The condition written again, or `code «marked text» message` of each mistake and its help.
std::string parse_again(const std::string& text) {
  const Pack pack = small_pack();
  Diagnostics found;
  const auto json = read_json(text, 0, found);
  REQUIRE(json);
  const auto condition = parse_condition(*json, pack, found);
  CHECK(condition.has_value() == found.empty());
  std::string out;
  if (condition) {
    CHECK(condition->span == json->span);
    JsonWriter writer(out);
    write_condition(writer, *condition, pack, Terms::by_name);
  }
  for (const Diagnostic& d : found) {
    out += d.code + " «" + text.substr(d.span.begin, d.span.end - d.span.begin) + "» " + d.message +
           "\n";
    if (!d.help.empty()) out += d.help + "\n";
  }
  return out;
}

TEST_CASE("conditions are written as they were read", "[condition]") {
  const std::string texts[] = {
      R"({"var":"any_pain"})",
      R"({"var":"shin-sign"})",
      R"({"!":[{"var":"any_pain"}]})",
      R"({"==":[{"var":"any_pain"},false]})",
      R"({"==":[{"var":"gait"},"limping"]})",
      R"({"!=":[{"var":"pain"},0]})",
      R"({"<":[{"var":"pain"},3]})",
      R"({"<=":[{"var":"pain"},10]})",
      R"({">":[{"var":"pain"},3]})",
      R"({">=":[{"var":"pain"},0]})",
      R"({"<":[2,{"var":"pain"},4]})",
      R"({"<=":[2,{"var":"pain"},2]})",
      R"({"in":["shin",{"var":"where"}]})",
      R"({"in":[{"var":"gait"},["limping","altered"]]})",
      R"({"some":[{"var":"where"},{"in":[{"var":""},["shin","knee-outer"]]}]})",
      R"({"and":[{"or":[{"var":"any_pain"}]},{"!":[{"and":[{"var":"severe"}]}]}]})",
  };
  for (const std::string& text : texts) CHECK(parse_again(text) == text);
  CHECK(parse_again(R"({"!":{"var":"any_pain"}})") == R"({"!":[{"var":"any_pain"}]})");
  CHECK(parse_again(R"({">=":[{"var":"pain"},4.0]})") == R"({">=":[{"var":"pain"},4]})");
}

TEST_CASE("what is no condition is explained", "[condition]") {
  const std::string shape = "a condition is an object, such as `{\"var\": \"any_pain\"}`\n";
  const std::string gaits = "expected one of `normal`, `altered`, `limping`\n";
  const std::string rows[][2] = {
      // No truthiness.
      {"true", "not-a-condition «true» expected a condition, found `true`\n" + shape},
      {"[]", "not-a-condition «[]» expected a condition, found a list\n" + shape},
      {R"({"and":[1]})", "not-a-condition «1» expected a condition, found `1`\n" + shape},
      {R"({"!":["gait"]})",
       "not-a-condition «\"gait\"» expected a condition, found the string `gait`\n"
       "a condition is an object, such as `{\"==\": [{\"var\": \"gait\"}, \"limping\"]}`\n"},
      {R"({"var":"gait"})",
       "not-a-condition «\"gait\"» `gait` is a choice and not true or false by itself\n"
       "compare it, as in `{\"==\": [{\"var\": \"gait\"}, \"limping\"]}`\n"},
      {R"({"var":"pain"})",
       "not-a-condition «\"pain\"» `pain` is a number and not true or false by itself\n"
       "compare it, as in `{\">=\": [{\"var\": \"pain\"}, 10]}`\n"},
      {R"({"var":"where"})",
       "not-a-condition «\"where\"» `where` is a multi-choice and not true or false by itself\n"
       "compare it, as in `{\"in\": [\"shin\", {\"var\": \"where\"}]}`\n"},
      // One operator, and a known one.
      {"{}", "not-a-condition «{}» a condition has one operator, found 0\n" + shape},
      {R"({"var":"any_pain","!":[]})",
       "not-a-condition «\"!\"» a condition has one operator, found 2\n"
       "join conditions: `{\"and\": [{…}, {…}]}`\n"},
      {R"({"===":[{"var":"pain"},4]})",
       "unknown-operator «\"===\"» unknown operator `===`\ndid you mean `==`?\n"},
      {R"({"not":[]})", "unknown-operator «\"not\"» unknown operator `not`\ndid you mean `!`?\n"},
      {R"({"if":[]})",
       "unknown-operator «\"if\"» unknown operator `if`\nwrite it with `and`, `or` and `!`\n"},
      {R"({"+":[1,2]})",
       "unknown-operator «\"+\"» unknown operator `+`\n"
       "the operators are `and` `or` `!` `==` `!=` `<` `<=` `>` `>=` `in` "
       "`some` `var`\n"},
      // Lists of conditions.
      {R"({"and":[]})", "empty-list «[]» `and` takes one condition or more, found none\n"},
      {R"({"or":{"var":"any_pain"}})",
       "wrong-type «{\"var\":\"any_pain\"}» `or` takes a list of conditions, found an object\n"
       "write them in `[` and `]`\n"},
      {R"({"!":[]})", "wrong-type «[]» `!` takes one condition, found 0\n"},
      {R"({"!":[{"var":"any_pain"},{"var":"any_pain"}]})",
       "wrong-type «[{\"var\":\"any_pain\"},{\"var\":\"any_pain\"}]» `!` takes one condition, "
       "found 2\n"},
      // Names.
      {R"({"var":"any_pian"})",
       "unknown-name «\"any_pian\"» unknown question or term `any_pian`\n"
       "did you mean `any_pain`?\n"},
      {R"({"==":[{"var":"gaitt"},"limping"]})",
       "unknown-name «\"gaitt\"» unknown question or term `gaitt`\ndid you mean `gait`?\n"},
      {R"({"var":{"var":"any_pain"}})",
       "nested-var «{\"var\":\"any_pain\"}» `var` takes the id of a question or term, found an "
       "object\nwrite `{\"var\": \"any_pain\"}`\n"},
      {R"({"var":["any_pain"]})",
       "wrong-type «[\"any_pain\"]» `var` takes the id of a question or term, found a list\n"
       "write `{\"var\": \"any_pain\"}`\n"},
      {R"({"==":[{"var":"severe"},true]})",
       "wrong-type «\"severe\"» `severe` is a term, which is true or false by itself\n"
       "write `{\"var\": \"severe\"}` alone\n"},
      // Comparisons.
      {R"({"==":["limping",{"var":"gait"}]})",
       "wrong-type «\"limping\"» expected a question such as `{\"var\": \"any_pain\"}`, found the "
       "string `limping`\n"
       "write `{\"==\": [{\"var\": \"gait\"}, \"limping\"]}`\n"},
      {R"({"<":[5,{"var":"pain"}]})",
       "wrong-type «5» expected a question such as `{\"var\": \"any_pain\"}`, found `5`\n"
       "write `{\">\": [{\"var\": \"pain\"}, 5]}`\n"},
      {R"({"==":[1,1]})",
       "wrong-type «1» expected a question such as `{\"var\": \"any_pain\"}`, found `1`\n"
       "such as `{\"var\": \"any_pain\"}`\n"},
      {R"({"==":{"var":"gait"}})",
       "wrong-type «{\"var\":\"gait\"}» `==` takes a question and a value in a list, found an "
       "object\n"
       "such as `{\"==\": [{\"var\": \"gait\"}, \"limping\"]}`\n"},
      {R"({"==":[{"var":"gait"}]})",
       "wrong-type «[{\"var\":\"gait\"}]» `==` takes a question and a value in a list, found a "
       "list of 1\n"
       "such as `{\"==\": [{\"var\": \"gait\"}, \"limping\"]}`\n"},
      {R"({">":[1,{"var":"pain"},3]})",
       "wrong-type «[1,{\"var\":\"pain\"},3]» `>` takes a question and a value in a list, found a "
       "list of 3\n"
       "write `{\"<\": [1, {\"var\": \"pain\"}, 3]}`\n"},
      {R"({"==":[{"var":"gait"},"limpin"]})",
       "unknown-option «\"limpin\"» unknown option `limpin` of `gait`\n"
       "did you mean `limping`?\n"},
      {R"({"==":[{"var":"gait"},2]})",
       "wrong-type «2» expected an option of `gait`, found `2`\n" + gaits},
      {R"({"==":[{"var":"any_pain"},1]})",
       "wrong-type «1» `any_pain` takes `true` or `false`, found `1`\n"},
      {R"({"==":[{"var":"any_pain"},null]})",
       "wrong-type «null» `any_pain` takes `true` or `false`, found `null`\n"},
      {R"({"==":[{"var":"pain"},"4"]})",
       "wrong-type «\"4\"» `pain` takes a whole number from 0 to 10, found the string `4`\n"
       "write the number without quotes\n"},
      {R"({">":[{"var":"pain"},11]})",
       "out-of-range «11» `pain` takes a whole number from 0 to 10, found `11`\n"},
      {R"({"==":[{"var":"pain"},{"var":"pain"}]})",
       "wrong-type «{\"var\":\"pain\"}» `pain` is compared with a whole number from 0 to 10, found "
       "an object\n"
       "such as `{\">=\": [{\"var\": \"pain\"}, 10]}`\n"},
      {R"({"==":[{"var":"where"},"shin"]})",
       "wrong-type «[{\"var\":\"where\"},\"shin\"]» `==` compares one value, and `where` is a "
       "multi-choice\nwrite `{\"in\": [\"shin\", {\"var\": \"where\"}]}`\n"},
      {R"({"<":[{"var":"gait"},"limping"]})",
       "wrong-type «[{\"var\":\"gait\"},\"limping\"]» `<` compares numbers, and `gait` is a "
       "choice\n"
       "write `{\"in\": [{\"var\": \"gait\"}, [\"normal\", \"altered\"]]}`\n"},
      {R"({"<":[{"var":"any_pain"},1]})",
       "wrong-type «[{\"var\":\"any_pain\"},1]» `<` compares numbers, and `any_pain` is a "
       "yes-or-no question\nwrite `{\"var\": \"any_pain\"}`\n"},
      {R"({"<=":[5,{"var":"pain"},4]})",
       "out-of-range «[5,{\"var\":\"pain\"},4]» no number lies between these two\n"},
      {R"({"<":[4,{"var":"pain"},5]})",
       "out-of-range «[4,{\"var\":\"pain\"},5]» no number lies between these two\n"},
      {R"({"<":[-1,{"var":"pain"},11]})",
       "out-of-range «-1» `pain` takes a whole number from 0 to 10, found `-1`\n"
       "out-of-range «11» `pain` takes a whole number from 0 to 10, found `11`\n"},
      // Membership.
      {R"({"in":[{"var":"gait"},[]]})",
       "empty-list «[]» `in` takes one option or more, found "
       "none\n"},
      {R"({"in":[{"var":"gait"},["limping","limping"]]})",
       "duplicate-option «\"limping\"» `limping` stands here twice\n"},
      {R"({"in":[{"var":"gait"},["limpin",4]]})",
       "unknown-option «\"limpin\"» unknown option `limpin` of `gait`\ndid you mean `limping`?\n"
       "wrong-type «4» expected an option of `gait`, found `4`\n" +
           gaits},
      {R"({"in":[{"var":"where"},["shin"]]})",
       "wrong-type «{\"var\":\"where\"}» expected a choice, and `where` is a multi-choice\n"
       "write `{\"in\": [\"shin\", {\"var\": \"where\"}]}`\n"},
      {R"({"in":["limping",{"var":"gait"}]})",
       "wrong-type «{\"var\":\"gait\"}» expected a multi-choice, and `gait` is a choice\n"
       "write `{\"==\": [{\"var\": \"gait\"}, \"limping\"]}`\n"},
      {R"({"in":["toe",{"var":"where"}]})",
       "unknown-option «\"toe\"» unknown option `toe` of `where`\n"
       "expected one of `knee-front`, `knee-outer`, `shin`\n"},
      {R"({"in":[4,{"var":"where"}]})",
       "wrong-type «4» expected an option of `where`, found `4`\n"
       "expected one of `knee-front`, `knee-outer`, `shin`\n"},
      {R"({"some":[{"var":"where"},{"in":[{"var":""},[]]}]})",
       "empty-list «[]» `some` takes one option or more, found none\n"},
      {R"({"some":[{"var":"where"},{"in":[{"var":""},["shin","shin","toe"]]}]})",
       "duplicate-option «\"shin\"» `shin` stands here twice\n"
       "unknown-option «\"toe\"» unknown option `toe` of `where`\n"
       "expected one of `knee-front`, `knee-outer`, `shin`\n"},
      {R"({"some":[{"var":"gait"},{"in":[{"var":""},["limping"]]}]})",
       "wrong-type «{\"var\":\"gait\"}» expected a multi-choice, and `gait` is a choice\n"
       "write `{\"==\": [{\"var\": \"gait\"}, \"limping\"]}`\n"},
      {R"({"some":[{"var":"where"},["shin"]]})",
       "wrong-type «[{\"var\":\"where\"},[\"shin\"]]» `some` takes a multi-choice and what one of "
       "its chosen options has to be, found a list of 2\n"
       "write `{\"in\": [\"shin\", {\"var\": \"where\"}]}`\n"},
      {R"({"some":[{"var":"where"},{"in":[{"var":"gait"},["shin"]]}]})",
       "wrong-type «[{\"var\":\"where\"},{\"in\":[{\"var\":\"gait\"},[\"shin\"]]}]» `some` takes a "
       "multi-choice and what one of its chosen options has to be, found a list of 2\n"
       "write `{\"in\": [\"shin\", {\"var\": \"where\"}]}`\n"},
      {R"({"in":["a","b"]})",
       "wrong-type «[\"a\",\"b\"]» `in` takes an option and a multi-choice, or a choice and a list "
       "of its options, found a list of 2\n"
       "such as `{\"in\": [\"downhill\", {\"var\": \"training\"}]}`\n"},
      {R"({"in":"shin"})",
       "wrong-type «\"shin\"» `in` takes an option and a multi-choice, or a choice and a list of "
       "its options, found the string `shin`\n"
       "write `{\"in\": [\"shin\", {\"var\": \"where\"}]}`\n"},
  };
  for (const auto& [text, expected] : rows) {
    INFO(text);
    CHECK(parse_again(text) == expected);
  }
}

TEST_CASE("all mistakes of a condition are told at once", "[condition]") {
  CHECK(parse_again(R"({"and":[{"var":"gaitt"},{"or":[]},{">":[{"var":"pain"},77]}]})") ==
        "unknown-name «\"gaitt\"» unknown question or term `gaitt`\ndid you mean `gait`?\n"
        "empty-list «[]» `or` takes one condition or more, found none\n"
        "out-of-range «77» `pain` takes a whole number from 0 to 10, found `77`\n");
}

TEST_CASE("terms are written out where that is asked for", "[condition]") {
  const Pack pack = small_pack();
  std::string out;
  JsonWriter writer(out);
  write_condition(writer, pack.terms[1].when, pack, Terms::inlined);
  CHECK(out == R"({"and":[{">=":[{"var":"pain"},7]},{"in":["shin",{"var":"where"}]}]})");
}

/// Terms of which each but the first holds the one before so many times.
Pack chain(std::size_t terms, std::size_t times) {
  Pack pack = small_pack();
  for (std::size_t i = pack.terms.size(); i < terms; ++i) {
    const auto before = static_cast<std::uint32_t>(i - 1);
    Condition reference;
    reference.kind = Condition::Kind::term;
    reference.term = {before};
    Term term;
    term.id = "t" + std::to_string(i);
    term.when.operands.assign(times, reference);
    pack.terms.push_back(std::move(term));
    pack.term_order.push_back({before + 1});
  }
  return pack;
}

TEST_CASE("terms that would grow without bound are not written out", "[condition]") {
  const auto last_can_inline = [](const Pack& pack) {
    return can_inline_terms(pack.terms.back().when, pack);
  };
  CHECK(last_can_inline(small_pack()));
  CHECK(last_can_inline(chain(10, 2)));
  CHECK_FALSE(last_can_inline(chain(30, 2)));
  CHECK_FALSE(last_can_inline(chain(4096, 1)));
  CHECK_FALSE(last_can_inline(chain(4096, 2)));
}

}  // namespace
}  // namespace runready
