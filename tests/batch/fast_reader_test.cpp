#include "batch/fast_reader.hpp"

#include <string>

#include "batch/fast_rules.hpp"
#include "catch.hpp"
#include "support/packs.hpp"

using namespace runready;
using namespace runready::testing;

namespace {

class Reading {
 public:
  Reading()
      : pack_(load(measured_files())),
        rules_(pack_, {}),
        dictionary_(pack_, rules_.codes()),
        reader_(pack_, rules_.codes(), dictionary_, rules_.default_words()) {
    answers.words = rules_.default_words();
  }

  /// Whether the line is plain; `answers` then has what it tells.
  bool reads(std::string_view line) {
    padded_ = std::string(64, ' ') + std::string(line) + "\n" + std::string(64, 'x');
    const std::string_view text = std::string_view(padded_).substr(64, line.size() + 1);
    Separators separators;
    separators.find(text);
    return reader_.read(text.data(), separators, answers) == text.data() + text.size();
  }

  std::uint64_t word(std::string_view question) const {
    return answers.words[pack_.question_named(question)->index];
  }

  FastAnswers answers;

 private:
  Pack pack_;
  FastRules rules_;
  Dictionary dictionary_;
  FastReader reader_;
  std::string padded_;
};

}  // namespace

TEST_CASE("plain lines are read: compact, with single spaces, with an id", "[batch]") {
  Reading reading;
  for (
      const std::string_view line :
      {R"({"any_pain":true,"pain":4,"where":["foot","shin"],"signs":[],"gait":"limping"})",
       R"({"any_pain": true, "pain": 4, "where": ["foot", "shin"], "signs": [], "gait": "limping"})",
       R"({"id":"a,b}","answers":{"any_pain":true,"pain":4,"where":["foot","shin"],"gait":"limping"}})",
       R"({"id": 17, "any_pain": true, "pain": 4, "where": ["foot", "shin"], "gait": "limping"})"}) {
    CAPTURE(line);
    REQUIRE(reading.reads(line));
    CHECK((reading.word("any_pain") & 0xff) == 1);
    CHECK(ReplyCodes::value_in(reading.word("pain")) == 4);
    CHECK((reading.word("where") & 0xffffffff) == (1U << 0 | 1U << 7));
    CHECK(ReplyCodes::value_in(reading.word("gait")) == 2);
    CHECK((reading.word("gait") & kSymptom) != 0);
    CHECK((reading.word("sides") & kTold) == 0);
  }
  CHECK(reading.answers.id_json == "17");
}

TEST_CASE("each gap may have one space or none", "[batch]") {
  Reading reading;
  for (const std::string_view line :
       {R"({ "any_pain":true, "where":["foot", "shin"],"pain":4})",
        R"({"any_pain":true,"where": ["foot","shin"], "pain": 4})",
        R"({"answers": { "pain":4, "where": ["foot", "shin"],"any_pain":true}})"}) {
    CAPTURE(line);
    REQUIRE(reading.reads(line));
    CHECK((reading.word("any_pain") & 0xff) == 1);
    CHECK((reading.word("where") & 0xffffffff) == (1U << 0 | 1U << 7));
    CHECK(ReplyCodes::value_in(reading.word("pain")) == 4);
  }
}

TEST_CASE("integers are read whole or by their digits", "[batch]") {
  Reading reading;
  for (const int days : {0, 9, 127, 128, 365}) {
    for (const std::string_view colon : {":", ": "}) {
      const std::string told = "\"days_sore\"" + std::string(colon) + std::to_string(days);
      CAPTURE(told);
      REQUIRE(reading.reads("{" + told + "}"));
      CHECK(ReplyCodes::value_in(reading.word("days_sore")) == days);
      REQUIRE(reading.reads("{\"any_pain\":true, " + told + "}"));
      CHECK(ReplyCodes::value_in(reading.word("days_sore")) == days);
      CHECK_FALSE(reading.reads("{" + told + ",\"days_sore\":3}"));
      CHECK_FALSE(reading.reads("{\"days_sore\":3," + told + "}"));
      CHECK_FALSE(reading.reads("{" + told + ",\"days_sore\":200}"));
    }
  }
  CHECK_FALSE(reading.reads(R"({"days_sore":0128})"));
  CHECK_FALSE(reading.reads(R"({"days_sore":-128})"));
  CHECK_FALSE(reading.reads(R"({"days_sore":99999999999})"));
  CHECK_FALSE(reading.reads("{\"days_sore\":" + std::string(5000, '1') + "}"));
}

TEST_CASE("a separator a long way off is not looked for", "[batch]") {
  Reading reading;
  CHECK_FALSE(reading.reads("{" + std::string(100'000, 'x') + ",\"pain\":4}"));
  CHECK_FALSE(reading.reads("{\"pain\":4," + std::string(100'000, '\"') + "}"));
  CHECK(reading.reads("{\"id\":\"" + std::string(100'000, 'x') + "\",\"pain\":4}"));
}

TEST_CASE("lines that are not plain are left to the ordinary route", "[batch]") {
  Reading reading;
  for (const std::string_view line : {"",
                                      "{}",
                                      "{\"pain\":4",
                                      "{\"pain\":4}}",
                                      "{\"pain\":4} x",
                                      "{\"pain\":4,}",
                                      "{\"pain\":}",
                                      "{\"pain\":11}",
                                      "{\"pain\":-1}",
                                      "{\"pain\":04}",
                                      "{\"pain\":4.0}",
                                      "{\"pain\":null}",
                                      "{\"pain\":4,\"pain\":4}",
                                      "{\"where\":[\"foot\",\"foot\"]}",
                                      "{\"where\":[\"foot\"}",
                                      "{\"where\":[\"foot\",\"pain\":4}",
                                      "{\"where\":[\"foot\"],\"shin\"]}",
                                      "{\"gait\":\"limpin\"}",
                                      "{\"gait\":\"limping\",\"answers\":{}}",
                                      "{\"id\":null,\"pain\":4}",
                                      "{\"id\":01,\"pain\":4}",
                                      "{\"id\":\"\\u0041\",\"pain\":4}",
                                      "[{\"pain\":4}]",
                                      "{\"answers\":{\"pain\":4}",
                                      "{\"pain\" :4}",
                                      "{\"pain\":  4}"}) {
    CAPTURE(line);
    CHECK_FALSE(reading.reads(line));
  }
}
