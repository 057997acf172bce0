// Which wording of a text is taken, by example; the property test compares it on random packs.

#include "rules/situation.hpp"

#include "catch.hpp"
#include "support/told.hpp"

using namespace runready;

namespace {

/// Two signs that somebody should see; whether somebody does already is asked of each complaint.
const Pack& pack() {
  static const Pack loaded = [] {
    Pack pack = testing::pack_of(R"({
      "questions": [
        {"id": "knee", "about": "complaint", "section": "s", "type": "bool", "ask": "?",
         "says": "your knee locks", "says_not": "it does not", "default": false, "why": "."},
        {"id": "toe", "about": "complaint", "section": "s", "type": "bool", "ask": "?",
         "says": "your toe is sore", "says_not": "it is not", "default": false, "why": "."},
        {"id": "care", "about": "complaint", "section": "s", "type": "bool", "ask": "?",
         "says": "somebody looks after it", "says_not": "nobody does", "default": false,
         "assume": false, "why": "."}
      ],
      "rules": [
        {"id": "knee", "when": {"var": "knee"}, "recommend": "rest", "referral": "see",
         "because": ".", "sources": ["F1"]},
        {"id": "toe", "when": {"var": "toe"}, "recommend": "cross-train", "referral": "consider",
         "because": ".", "sources": ["F1"]},
        {"id": "cared-for", "when": {"var": "care"}, "recommend": "easy-run",
         "because": ".", "sources": ["F1"]}
      ]
    })");
    const Condition& care = pack.rules[pack.rule_named("cared-for")->index].when;
    pack.wordings["referral.see"] = {{care, "Keep the appointment you have."}};
    pack.wordings["referral.consider"] = {{care, "Tell whoever looks after it."}};
    pack.wordings["feel-check.stop-if"] = {{care, "it feels other than you were told"}};
    return pack;
  }();
  return loaded;
}

std::string text_for(std::string_view answers, std::string_view key) {
  const Assessment assessment = testing::assess(pack(), answers);
  return Situation(pack(), assessment).text(key);
}

}  // namespace

TEST_CASE("the first wording that holds is taken, else the last", "[assess][texts]") {
  CHECK(text_for(R"({"knee": true, "care": true})", "referral.see") ==
        "Keep the appointment you have.");
  CHECK(text_for(R"({"knee": true, "care": false})", "referral.see") ==
        pack().text("referral.see"));
}

TEST_CASE("what is unknown does not hold", "[assess][texts]") {
  CHECK(text_for(R"({"knee": true})", "referral.see") == pack().text("referral.see"));
}

TEST_CASE("only who reaches the level is asked", "[assess][texts]") {
  CHECK(text_for(R"({"complaints": [{"knee": true, "care": true}, {"toe": true, "care": false}]})",
                 "referral.see") == "Keep the appointment you have.");
  CHECK(text_for(R"({"complaints": [{"knee": true, "care": false}, {"toe": true, "care": true}]})",
                 "referral.see") == pack().text("referral.see"));
  CHECK(text_for(R"({"complaints": [{"knee": true, "care": true}, {"knee": true, "care": false}]})",
                 "referral.see") == pack().text("referral.see"));
}

TEST_CASE("a text about no level is about everything that hurts", "[assess][texts]") {
  CHECK(text_for(R"({"complaints": [{"knee": true, "care": true}, {"toe": true, "care": true}]})",
                 "feel-check.stop-if") == "it feels other than you were told");
  CHECK(text_for(R"({"complaints": [{"knee": true, "care": true}, {"toe": true, "care": false}]})",
                 "feel-check.stop-if") == pack().text("feel-check.stop-if"));
}

TEST_CASE("a text about another level reads as without answers", "[assess][texts]") {
  CHECK(text_for(R"({"knee": true, "care": true})", "referral.consider") ==
        pack().text("referral.consider"));
}
