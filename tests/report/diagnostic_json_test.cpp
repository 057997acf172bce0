#include "catch.hpp"
#include "report/json_fields.hpp"

using namespace runready;

TEST_CASE("a position counts lines and code points from 1", "[render]") {
  const std::string text =
      "a\nb\xc3\xa4"
      "cd";
  CHECK(position_of(text, 0).line == 1);
  CHECK(position_of(text, 0).column == 1);
  CHECK(position_of(text, 2).line == 2);
  CHECK(position_of(text, 5).column == 3);
  CHECK(position_of(text, text.size()).column == 5);
}

TEST_CASE("an error line tells the first error", "[render]") {
  const Diagnostics found{{Severity::warning, "w", Span{}, "careful", ""},
                          {Severity::error, "e", Span{}, "wrong `x`", "do so"},
                          {Severity::error, "f", Span{}, "more", ""}};
  CHECK(error_json(found, 7, "\"ann\"") ==
        R"({"line":7,"id":"ann","error":{"code":"e","message":"wrong `x`","help":"do so"}})");
  CHECK(error_json({found[2]}, std::nullopt, "") == R"({"error":{"code":"f","message":"more"}})");
}
