#include "batch/squeeze.hpp"

#include "catch.hpp"

using namespace runready;

namespace {

/// The line without its free white space, or why it is left alone.
std::string squeezed(std::string_view line) {
  std::string into;
  return squeeze(line, into) ? into : "left alone";
}

}  // namespace

TEST_CASE("white space beside brackets, commas and colons is taken out", "[batch]") {
  CHECK(squeezed(R"({ "pain" : 4 })") == "{\"pain\":4}\n");
  CHECK(squeezed("\t{\"where\":[ \"shin\" , \"heel\" ]}\r") == "{\"where\":[\"shin\",\"heel\"]}\n");
  CHECK(squeezed(R"({"id" : "a b , c"})") == "{\"id\":\"a b , c\"}\n");
}

TEST_CASE("a line that could come to mean something else is left alone", "[batch]") {
  CHECK(squeezed(R"({"pain":1 0})") == "left alone");
  CHECK(squeezed(R"({"a" "b":1})") == "left alone");
  CHECK(squeezed(R"({"any_pain":tr ue})") == "left alone");
  CHECK(squeezed(R"({"id": "x\"  y"})") == "left alone");
}

TEST_CASE("a line without free white space is left alone", "[batch]") {
  CHECK(squeezed(R"({"pain":4})") == "left alone");
  CHECK(squeezed("") == "left alone");
}
