#include "catch.hpp"
#include "cli/exit_status.hpp"

using namespace runready;

namespace {

int status(Recommendation recommendation, Referral referral, bool settled) {
  Assessment assessment;
  assessment.recommendation = recommendation;
  assessment.referral = referral;
  Outlook outlook;
  outlook.settled = settled;
  return outcome_status(assessment, outlook);
}

}  // namespace

TEST_CASE("the exit status tells the outcome", "[cli]") {
  CHECK(status(Recommendation::run, Referral::none, true) == 0);
  CHECK(status(Recommendation::run, Referral::none, false) == 4);
  CHECK(status(Recommendation::easy_run, Referral::see, false) == 10);
  CHECK(status(Recommendation::cross_train, Referral::none, true) == 20);
  CHECK(status(Recommendation::rest, Referral::see, true) == 30);
  CHECK(status(Recommendation::rest, Referral::urgent, true) == 40);
  CHECK(status(Recommendation::run, Referral::urgent, false) == 40);
  CHECK(status(Recommendation::rest, Referral::emergency, false) == 50);
}
