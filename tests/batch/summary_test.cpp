#include "batch/summary.hpp"

#include "catch.hpp"
#include "support/packs.hpp"

using namespace runready;
using namespace runready::testing;

TEST_CASE("numbers are grouped by thousands", "[batch]") {
  CHECK(grouped(0) == "0");
  CHECK(grouped(999) == "999");
  CHECK(grouped(1000) == "1,000");
  CHECK(grouped(1234567) == "1,234,567");
}

TEST_CASE("a summary has a row for each level and each rule that counted", "[batch]") {
  const Pack pack = load(measured_files());
  BatchCounts counts;
  counts.answered = 2000;
  counts.errors = 3;
  counts.recommendations = {500, 0, 0, 1500};
  counts.referrals = {2000, 0, 0, 0, 0};
  counts.rules.resize(pack.rules.size());
  counts.rules[pack.rule_named("limping")->index] = 1500;
  counts.rules[pack.rule_named("any-pain")->index] = 1600;
  BatchCounts more;
  more.errors = 1;
  counts.add(more);
  CHECK(summary_text(pack, counts) ==
        R"(2,000 answered, 4 refused
recommendation
  run                                        500   25.0 %
  easy-run                                     0    0.0 %
  cross-train                                  0    0.0 %
  rest                                     1,500   75.0 %
referral
  none                                     2,000  100.0 %
  consider                                     0    0.0 %
  see                                          0    0.0 %
  urgent                                       0    0.0 %
  emergency                                    0    0.0 %
rules that counted
  any-pain                                 1,600   80.0 %
  limping                                  1,500   75.0 %
)");
}
