#include "rules/sentence.hpp"

#include "catch.hpp"
#include "rules/condition_json.hpp"
#include "support/small_pack.hpp"

namespace runready {
namespace {

using testing::small_pack;

std::string said(const std::string& text, const Pack& pack) {
  Diagnostics found;
  const auto json = read_json(text, 0, found);
  REQUIRE(json);
  const auto condition = parse_condition(*json, pack, found);
  REQUIRE(condition);
  return sentence(*condition, pack);
}

TEST_CASE("conditions are said in plain sentences", "[condition]") {
  const std::string pain = R"({">=":[{"var":"pain"},4]})";
  const std::string limp = R"({"==":[{"var":"gait"},"limping"]})";
  const std::string shin = R"({"in":["shin",{"var":"where"}]})";
  const std::string hurts = R"({"var":"any_pain"})";
  const auto some = [](const std::string& options) {
    return R"({"some":[{"var":"where"},{"in":[{"var":""},[)" + options + "]]}]}";
  };
  const auto all = [](const std::string& operands) { return "{\"and\":[" + operands + "]}"; };
  const auto any = [](const std::string& operands) { return "{\"or\":[" + operands + "]}"; };
  const auto no = [](const std::string& operand) { return "{\"!\":[" + operand + "]}"; };
  const std::string rows[][2] = {
      {hurts, "something hurts"},
      {no(hurts), "nothing hurts"},
      {no(no(hurts)), "something hurts"},
      {R"({"==":[{"var":"any_pain"},true]})", "something hurts"},
      {R"({"!=":[{"var":"any_pain"},true]})", "nothing hurts"},
      {shin, "your shin hurts"},
      {no(shin), "your shin does not hurt"},
      {no(R"({"in":["knee-outer",{"var":"where"}]})"),
       "it is not so that the outside of your knee hurts"},
      {some(R"("shin")"), "your shin hurts"},
      {some(R"("knee-front","knee-outer")"), "the front or outside of your knee hurts"},
      {some(R"("knee-front","knee-outer","shin")"),
       "the front of your knee, the outside of your knee or your shin hurts"},
      {no(some(R"("knee-front","shin")")),
       "the front of your knee is fine and your shin does not hurt"},
      {R"({"var":"severe"})", "it hurts a lot"},
      {no(R"({"var":"severe"})"), "it hurts little"},
      {no(R"({"var":"shin-sign"})"), "it is not so that the shin gives a sign"},
      // Numbers.
      {pain, "your pain is 4 or more"},
      {no(pain), "your pain is less than 4"},
      {R"({">":[{"var":"pain"},4]})", "your pain is more than 4"},
      {no(R"({">":[{"var":"pain"},4]})"), "your pain is 4 or less"},
      {R"({"<":[{"var":"pain"},4]})", "your pain is less than 4"},
      {no(R"({"<":[{"var":"pain"},4]})"), "your pain is 4 or more"},
      {R"({"<=":[{"var":"pain"},4]})", "your pain is 4 or less"},
      {no(R"({"<=":[{"var":"pain"},4]})"), "your pain is more than 4"},
      {R"({"==":[{"var":"pain"},4]})", "your pain is 4"},
      {R"({"!=":[{"var":"pain"},4]})", "your pain is anything but 4"},
      {no(R"({"!=":[{"var":"pain"},4]})"), "your pain is 4"},
      {R"({"<=":[2,{"var":"pain"},4]})", "your pain is 2 to 4"},
      {R"({"<":[2,{"var":"pain"},5]})", "your pain is 3 to 4"},
      {R"({"<":[2,{"var":"pain"},4]})", "your pain is 3"},
      {no(R"({"<=":[2,{"var":"pain"},4]})"),
       "your pain is less than 2 or your pain is more than 4"},
      // Choices.
      {limp, "you limp"},
      {no(limp), "your stride is normal or you favour one side"},
      {R"({"!=":[{"var":"gait"},"normal"]})", "you favour one side or you limp"},
      {R"({"in":[{"var":"gait"},["limping","altered"]]})", "you favour one side or you limp"},
      {no(R"({"in":[{"var":"gait"},["limping","altered"]]})"), "your stride is normal"},
      {no(R"({"in":[{"var":"gait"},["limping","altered","normal"]]})"),
       "your stride is not normal, it is not so that you favour one side and it is not so that you "
       "limp"},
      // Joints.
      {all(limp), "you limp"},
      {all(pain + "," + limp), "your pain is 4 or more and you limp"},
      {any(pain + "," + limp + "," + shin), "your pain is 4 or more, you limp or your shin hurts"},
      {all(all(pain + "," + limp) + "," + shin),
       "your pain is 4 or more, you limp and your shin hurts"},
      {any(all(pain + "," + limp) + "," + shin),
       "your pain is 4 or more and you limp, or your shin hurts"},
      {all(any(pain + "," + limp) + "," + any(shin + "," + hurts)),
       "your pain is 4 or more or you limp, and your shin hurts or something hurts"},
      {any(all(any(pain + "," + limp) + "," + shin) + "," + hurts),
       "(your pain is 4 or more or you limp) and your shin hurts, or something hurts"},
      {no(all(pain + "," + shin)), "your pain is less than 4 or your shin does not hurt"},
      {no(any(pain + "," + all(shin + "," + hurts))),
       "your pain is less than 4, and your shin does not hurt or nothing hurts"},
  };
  const Pack pack = small_pack();
  for (const auto& [text, expected] : rows) {
    INFO(text);
    CHECK(said(text, pack) == expected);
  }
}

TEST_CASE("options that many others stand beside are denied by name", "[condition]") {
  Pack pack = small_pack();
  Question& gait = pack.questions[pack.question_named("gait")->index];
  Option shuffling;
  shuffling.id = "shuffling";
  shuffling.clause.says = "you shuffle";
  gait.options.push_back(shuffling);
  gait.max = 3;
  CHECK(said(R"({"!=":[{"var":"gait"},"normal"]})", pack) == "your stride is not normal");
  CHECK(said(R"({"!=":[{"var":"gait"},"limping"]})", pack) == "it is not so that you limp");
}

TEST_CASE("clauses with commas of their own are kept apart", "[condition]") {
  Pack pack = small_pack();
  pack.terms[0].clause.says = "it hurts a lot, or did";
  const std::string severe = R"({"var":"severe"})";
  const std::string hurts = R"({"var":"any_pain"})";
  CHECK(said(severe, pack) == "it hurts a lot, or did");
  CHECK(said("{\"and\":[" + severe + "," + hurts + "," + severe + "]}", pack) ==
        "it hurts a lot, or did, and something hurts, and it hurts a lot, or did");
  CHECK(said("{\"and\":[{\"or\":[" + severe + "," + hurts + "]}," + hurts + "]}", pack) ==
        "(it hurts a lot, or did) or something hurts, and something hurts");
}

TEST_CASE("the words come from the pack", "[condition]") {
  Pack pack = small_pack();
  pack.texts["sentence.and"] = "und";
  pack.texts["sentence.at-least"] = "mindestens {}";
  CHECK(said(R"({"and":[{"var":"any_pain"},{">=":[{"var":"pain"},4]}]})", pack) ==
        "something hurts und your pain is mindestens 4");
}

TEST_CASE("one reply is said as a clause", "[condition]") {
  const Pack pack = small_pack();
  using testing::variable_of;
  CHECK(clause_of(pack, variable_of(pack, "any_pain"), 1) == "something hurts");
  CHECK(clause_of(pack, variable_of(pack, "any_pain"), 0) == "nothing hurts");
  CHECK(clause_of(pack, variable_of(pack, "pain"), 4) == "your pain is 4");
  CHECK(clause_of(pack, variable_of(pack, "gait"), 2) == "you limp");
  CHECK(clause_of(pack, variable_of(pack, "where", "shin"), 1) == "your shin hurts");
  CHECK(clause_of(pack, variable_of(pack, "where", "shin"), 0) == "your shin does not hurt");
  CHECK(clause_of(pack, variable_of(pack, "where", "knee-outer"), 0) ==
        "it is not so that the outside of your knee hurts");
}

}  // namespace
}  // namespace runready
