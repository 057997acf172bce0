#include "catch.hpp"
#include "interview/steps.hpp"
#include "runready/read_answers.hpp"
#include "support/packs.hpp"

namespace runready::testing {
namespace {

class Pages {
 public:
  explicit Pages(std::string_view more = "{}") : pack_(load(base_and(more))), given_(pack_, {}) {}

  void write(std::string_view question, std::vector<std::int32_t> values,
             std::optional<std::size_t> complaint = std::nullopt) {
    given_.write({*pack_.question_named(question), complaint}, values);
  }
  std::string told() const { return to_json(pack_, given_.told()); }
  GivenReplies& given() { return given_; }

 private:
  Pack pack_;
  GivenReplies given_;
};

TEST_CASE("replies behind a gate that is shut are set aside and come back", "[interview]") {
  Pages pages;
  pages.write("any_pain", {1});
  pages.write("pain", {4}, 0);
  pages.write("gait", {1}, 0);
  CHECK(pages.told() == R"({"any_pain":true,"gait":"altered","pain":4})");
  CHECK(pages.given().set_aside() == 0);
  pages.write("any_pain", {0});
  CHECK(pages.told() == R"({"any_pain":false})");
  CHECK(pages.given().set_aside() == 2);
  pages.write("any_pain", {1});
  CHECK(pages.told() == R"({"any_pain":true,"gait":"altered","pain":4})");
  CHECK(pages.given().set_aside() == 0);
}

TEST_CASE("a reply waits where one changed on the way back leaves in doubt whether it applies",
          "[interview]") {
  Pages pages(R"({"questions": [{"id": "stairs", "about": "complaint", "section": "body",
    "type": "bool", "ask": "Stairs?", "why": "So.", "says": "stairs hurt",
    "when": {"or": [{"!": {"var": "any_pain"}}, {">=": [{"var": "pain"}, 3]},
                    {"==": [{"var": "gait"}, "limping"]}]}}]})");
  pages.write("any_pain", {0});
  pages.write("stairs", {1}, 0);
  CHECK(pages.told() == R"({"any_pain":false,"stairs":true})");
  pages.write("any_pain", {1});
  CHECK(pages.told() == R"({"any_pain":true})");
  CHECK(pages.given().set_aside() == 1);
  pages.write("pain", {4}, 0);
  CHECK(pages.told() == R"({"any_pain":true,"pain":4,"stairs":true})");
  CHECK(pages.given().set_aside() == 0);
}

TEST_CASE("fewer things that hurt set the last ones aside", "[interview]") {
  Pages pages;
  pages.write("any_pain", {1});
  pages.write("pain", {4}, 0);
  pages.given().set_things(2);
  pages.write("pain", {7}, 1);
  CHECK(pages.told() == R"({"any_pain":true,"complaints":[{"pain":4},{"pain":7}]})");
  pages.given().set_things(1);
  CHECK(pages.told() == R"({"any_pain":true,"pain":4})");
  CHECK(pages.given().set_aside() == 1);
  pages.given().set_things(2);
  CHECK(pages.told() == R"({"any_pain":true,"complaints":[{"pain":4},{"pain":7}]})");
}

TEST_CASE("if nothing hurts there is nothing to tell apart", "[interview]") {
  Pages pages;
  pages.write("any_pain", {1});
  pages.given().set_things(3);
  pages.write("any_pain", {0});
  CHECK(pages.given().told().complaints.size() == 1);
  CHECK(pages.given().told().flat);
}

}  // namespace
}  // namespace runready::testing
