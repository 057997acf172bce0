// One document, as each writer lays it out.

#include "text/document.hpp"

#include <string>

#include "catch.hpp"

namespace runready::testing {
namespace {

const Document& everything() {
  static const Document document{Answer{Tone::easy, "EASY", {"Go on.", "Not far."}},
                                 Heading{"Why"},
                                 ListItem{"One & two."},
                                 ListItem{"<Three>"},
                                 Paragraph{"More."},
                                 Heading{"What"},
                                 Definition{"A walk.", {"Slowly.", "On the flat."}},
                                 Row{"--a", "does a"},
                                 Example{"run me", "to run"},
                                 Table{{"Question", "Reply"}, {{"Shin"}, {"Where?", "Left"}}},
                                 Note{"Small."},
                                 Note{"Print."}};
  return document;
}

TEST_CASE("a document on a terminal", "[text]") {
  CHECK(to_terminal(everything(), {.width = 40}) ==
        "EASY\n\nGo on.\nNot far.\n\n"
        "Why\n  - One & two.\n  - <Three>\n  More.\n\n"
        "What\n  A walk.\n    Slowly.\n    On the flat.\n\n"
        "  --a     does a\n  run me  to run\n\n"
        "  Shin\n  - Where? Left\n\n"
        "Small.\nPrint.\n");
}

TEST_CASE("a document as Markdown", "[text]") {
  CHECK(to_markdown(everything()) ==
        "# EASY\n\nGo on.\n\nNot far.\n\n"
        "## Why\n\n- One \\& two.\n- \\<Three\\>\n\nMore.\n\n"
        "## What\n\n- **A walk.** Slowly. On the flat.\n- **--a** does a\n\n"
        "to run\n\n```\nrun me\n```\n\n"
        "| Question | Reply |\n| --- | --- |\n| **Shin** | |\n| Where? | Left |\n\n"
        "---\n\nSmall.\n\nPrint.\n");
}

TEST_CASE("a document as a page of HTML", "[text]") {
  const std::string page = to_html(everything(), "A <title>", "en");
  CHECK(page.starts_with("<!doctype html>\n<html lang=\"en\">\n"));
  CHECK(page.find("<title>A &lt;title&gt;</title>") != std::string::npos);
  const std::string body = page.substr(page.find("<main>"));
  CHECK(body ==
        "<main>\n<header class=\"easy\">\n<h1>EASY</h1>\n<p>Go on.</p>\n<p>Not far.</p>\n"
        "</header>\n<section>\n<h2>Why</h2>\n<ul>\n<li>One &amp; two.</li>\n"
        "<li>&lt;Three&gt;</li>\n</ul>\n<p>More.</p>\n</section>\n<section>\n<h2>What</h2>\n"
        "<dl>\n<dt>A walk.</dt>\n<dd>Slowly.</dd>\n<dd>On the flat.</dd>\n<dt>--a</dt>\n"
        "<dd>does a</dd>\n</dl>\n<p>to run</p>\n<pre>run me</pre>\n<table>\n<thead><tr>"
        "<th scope=\"col\">Question</th><th scope=\"col\">Reply</th></tr></thead>\n<tbody>\n"
        "<tr><th scope=\"rowgroup\" colspan=\"2\">Shin</th></tr>\n"
        "<tr><td>Where?</td><td>Left</td></tr>\n</tbody>\n</table>\n</section>\n<footer>\n"
        "<p>Small.</p>\n<p>Print.</p>\n</footer>\n</main>\n</body>\n</html>\n");
}

TEST_CASE("a page of HTML needs nothing else and runs nothing", "[text]") {
  const std::string page = to_html(everything(), "x", "en");
  for (const auto* part : {"<script", "<link", "<img", "http:", "https:", "url(", "@import"}) {
    INFO(part);
    CHECK(page.find(part) == std::string::npos);
  }
}

TEST_CASE("rows that follow one another share a column and wrap in it", "[text]") {
  const Document page{paragraph("Text."), heading("Flags"),
                      row("--a", "what a does, at some length so that it wraps"),
                      row("--bcd", "what b does\nand a second line"), paragraph("End.")};
  CHECK(to_terminal(page, {.width = 40}) ==
        "Text.\n"
        "\n"
        "Flags\n"
        "  --a    what a does, at some length so\n"
        "         that it wraps\n"
        "  --bcd  what b does\n"
        "         and a second line\n"
        "\n"
        "  End.\n");
}

TEST_CASE("a row too wide for the column goes on in the next line", "[text]") {
  const Document page{row("--a", "short"),
                      row("--a-flag-of-a-length-nobody-would-type", "does something")};
  CHECK(to_terminal(page, {.width = 60}) ==
        "  --a  short\n"
        "  --a-flag-of-a-length-nobody-would-type\n"
        "      does something\n");
}

}  // namespace
}  // namespace runready::testing
