#include "json/json_writer.hpp"

#include <limits>

#include "catch.hpp"

namespace runready {
namespace {

TEST_CASE("JSON is written compactly in the order told", "[text]") {
  std::string out;
  JsonWriter w(out);
  w.begin_object().key("a").value(4).key("b").begin_array().value("x").value(true).null();
  w.begin_array().end_array().begin_object().end_object().value(false).end_array();
  w.key("c").begin_object().key("d").raw("[1,2]").key("e").value(std::size_t{7}).end_object();
  w.key("f").value(std::int64_t{-5}).end_object();
  CHECK(out == R"({"a":4,"b":["x",true,null,[],{},false],"c":{"d":[1,2],"e":7},"f":-5})");
}

TEST_CASE("numbers are written shortest and always as JSON", "[text]") {
  const auto written = [](double number) {
    std::string out;
    JsonWriter(out).value(number);
    return out;
  };
  CHECK(written(0.1) == "0.1");
  CHECK(written(4) == "4");
  CHECK(written(1e300) == "1e+300");
  CHECK(written(std::numeric_limits<double>::infinity()) == "null");
  CHECK(written(std::numeric_limits<double>::quiet_NaN()) == "null");
}

TEST_CASE("strings are escaped so that they are valid and safe to print", "[text]") {
  const auto written = [](std::string_view text) {
    std::string out;
    append_json_string(out, text);
    return out;
  };
  CHECK(written("plain é 走") == "\"plain é 走\"");
  CHECK(written("a\"b\\c/d") == R"("a\"b\\c/d")");
  CHECK(written("\n\t\r\x1b\x7f") == R"("\n\t\r\u001b\u007f")");
  CHECK(written(std::string_view("\0", 1)) == R"("\u0000")");
  CHECK(written("\u202e\u2028\u009b") == R"("\u202e\u2028\u009b")");
  CHECK(written("a\xff") == "\"a\uFFFD\"");
}

}  // namespace
}  // namespace runready
