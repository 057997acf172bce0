#include "runready/pack.hpp"

#include "catch.hpp"
#include "support/small_pack.hpp"

namespace runready {
namespace {

TEST_CASE("entries are found by their ids", "[model]") {
  Pack pack = testing::small_pack();
  pack.rules.resize(2);
  pack.rules[1].id = "limping-is-rest";
  pack.activities.resize(2);
  pack.activities[1].id = "swim";
  CHECK(pack.question_named("pain") == QuestionId{4});
  CHECK_FALSE(pack.question_named("pian"));
  CHECK(pack.term_named("shin-sign") == TermId{1});
  CHECK_FALSE(pack.term_named("pain"));
  CHECK(pack.rule_named("limping-is-rest") == RuleId{1});
  CHECK_FALSE(pack.rule_named("limping"));
  CHECK(pack.activity_named("swim") == ActivityId{1});
  CHECK_FALSE(pack.activity_named("bike"));
  CHECK(pack.text("sentence.and") == "and");
}

TEST_CASE("options are found by their ids", "[model]") {
  const Pack pack = testing::small_pack();
  const Question& gait = pack.question(*pack.question_named("gait"));
  CHECK(option_named(gait, "limping") == 2u);
  CHECK_FALSE(option_named(gait, "limp"));
  CHECK_FALSE(option_named(pack.question(*pack.question_named("pain")), "4"));
}

TEST_CASE("every recommendation and referral is named and found by its name", "[model]") {
  for (std::size_t i = 0; i < kRecommendationNames.size(); ++i) {
    const auto found = recommendation_named(kRecommendationNames[i]);
    REQUIRE(found);
    CHECK(static_cast<std::size_t>(*found) == i);
    CHECK(name(*found) == kRecommendationNames[i]);
  }
  for (std::size_t i = 0; i < kReferralNames.size(); ++i) {
    const auto found = referral_named(kReferralNames[i]);
    REQUIRE(found);
    CHECK(static_cast<std::size_t>(*found) == i);
    CHECK(name(*found) == kReferralNames[i]);
  }
  CHECK_FALSE(recommendation_named("none"));
  CHECK_FALSE(referral_named("run"));
  CHECK_FALSE(referral_named(""));
}

}  // namespace
}  // namespace runready
