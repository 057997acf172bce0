#include "manual/roff.hpp"

#include "catch.hpp"

using namespace runready;

namespace {

/// One section with these blocks, without what stands before it.
std::string section(Document blocks) {
  const std::string page = to_roff({"name", 1, "summary", {{"TITLE", std::move(blocks)}}}, "1.0");
  return page.substr(page.find(".SH \"TITLE\"\n") + 12);
}

}  // namespace

TEST_CASE("a page begins with its name and what it is for", "[manual]") {
  const std::string page = to_roff({"run-ready", 5, "does a thing", {}}, "1.0");
  CHECK(page.find(".TH \"run\\-ready\" 5 \"\" \"runready 1.0\"\n") != std::string::npos);
  CHECK(page.find(".SH NAME\nrun\\-ready \\- does a thing\n") != std::string::npos);
}

TEST_CASE("texts mean nothing to roff", "[manual]") {
  CHECK(section({paragraph(".so \\n")}) == "\\&.so \\en\n");
  CHECK(section({paragraph("'tis")}) == "\\&'tis\n");
  CHECK(section({paragraph("{…} in 5 µm")}) == "{...} in 5 \\[u00B5]m\n");
  CHECK(section({paragraph("a-b ~ ^")}) == "a\\-b \\(ti \\(ha\n");
  CHECK(section({heading("a \"b\"")}) == ".SS \"a \\(dqb\\(dq\"\n");
}

TEST_CASE("words in backticks are bold", "[manual]") {
  CHECK(section({paragraph("see `x` and `y`")}) == "see \\fBx\\fR and \\fBy\\fR\n");
}

TEST_CASE("what is typed is bold, what stands for something is not", "[manual]") {
  CHECK(section({row("-a, --answers FILE", "reads\nmore")}) ==
        ".TP\n\\fB\\-a,\\fR \\fB\\-\\-answers\\fR \\fIFILE\\fR\nreads\n.br\nmore\n");
}

TEST_CASE("examples are commands with a purpose, or lines as they stand", "[manual]") {
  CHECK(section({example("x --y", "to z")}) == ".TP\n\\fBx \\-\\-y\\fR\nto z\n");
  CHECK(section({example("x\n.y", "")}) == ".in +4n\n.nf\nx\n\\&.y\n.fi\n.in\n");
}

TEST_CASE("paragraphs are apart, the first of a section is not", "[manual]") {
  CHECK(section({paragraph("a"), paragraph("b")}) == "a\n.PP\nb\n");
}
