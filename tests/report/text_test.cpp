#include <algorithm>

#include "catch.hpp"
#include "report/reporting.hpp"
#include "support/packs.hpp"
#include "text/utf8.hpp"

namespace runready::testing {
namespace {

TEST_CASE("the report as text", "[render]") {
  const Pack pack = load(base_files());
  Reporting reporting(pack, R"({"any_pain": true, "where": ["shin"], "pain": 5, "slept": 4})");
  reporting.runner.age = 40;
  CHECK(reporting.text({.width = 60}) ==
        R"(CROSS-TRAIN

Do not run today. Do something gentler instead.
Easy cycling, 30 to 40 minutes.
Ask again before your next run.

Why
  - Spare it. You said: your shin hurts and your pain is 5.
  More reasons that ask for less: 1. See them with
  --explain.

What to do
  Easy cycling, 30 to 40 minutes.
    Effort: easy, 2 to 3 of 10. You can speak in whole
    sentences.
    Heart rate: about 90 to 126 beats a minute, give or take
    10 to 20, as estimated from your age.
    Flat and seated.
  Avoid: swimming.

Afterwards
  - Sleep more.

When to ask again
  - Before your next run, or as soon as something changes.
  - Easy run if nothing hurts.

When to see someone
  - Do not wait if it gets much worse or something new
    appears.

This is not final yet. It could be: Cross-train to Rest; up
to an appointment in the next days.
What matters most now: How do you walk? (--gait)
General information, not medical advice.
)");
}

TEST_CASE("a report too long for the screen ends with the answer, and begins with it", "[render]") {
  const Pack pack = load(base_files());
  const Reporting reporting(pack, R"({"any_pain": true, "gait": "limping", "slept": 4})");
  const std::string whole = reporting.text({});
  const auto lines = static_cast<std::size_t>(std::count(whole.begin(), whole.end(), '\n'));
  const std::string answer = whole.substr(0, whole.find("\nWhy\n"));
  CHECK(answer.find("Ask again in 24 hours.") != std::string::npos);
  CHECK(reporting.text({.height = lines + 1}) == whole);
  CHECK(reporting.text({.height = lines}) == whole + "\n" + answer);
}

TEST_CASE("what is explained has sources and every rule", "[render]") {
  const Pack pack = load(base_files());
  Reporting reporting(pack, R"({"any_pain": true, "where": ["shin"], "pain": 5, "slept": 4})");
  reporting.explain = true;
  const std::string text = reporting.text();
  for (const std::string_view part :
       {"You said: your shin hurts and your pain is 5. [A1.1, B2]", "\nAlso counted\n",
        "- Short nights make slow legs. You said: you slept 4 hours. [B2]", "\nEvery rule\n",
        "- True: tired, sore.\n", "- Unknown: limp.\n", "\nSources\n",
        "- [A1.1] A limp is a sign. A book, A. Uthor, 2001."}) {
    INFO(part);
    CHECK(text.find(part) != std::string::npos);
  }
}

TEST_CASE("no line is wider than the page", "[render]") {
  const Pack pack = load(base_files());
  Reporting reporting(pack, R"({"any_pain": true, "where": ["shin"], "pain": 5, "slept": 4})");
  reporting.runner.age = 40;
  reporting.explain = true;
  for (const std::size_t width : {20u, 24u, 40u, 60u, 80u, 100u}) {
    std::string text = reporting.text({.width = width});
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = text.find('\n', at);
      INFO(width << ": " << text.substr(at, end - at));
      CHECK(display_width(text.substr(at, end - at)) <= width);
      at = end + 1;
    }
  }
}

TEST_CASE("without its escapes a coloured report is the plain one", "[render]") {
  const Pack pack = load(base_files());
  const Reporting reporting(pack, R"({"any_pain": true, "gait": "limping", "slept": 4})");
  std::string text = reporting.text({.color = true});
  CHECK(text.starts_with("\x1b[1;97;44mREST\x1b[0m\n"));
  for (std::size_t at; (at = text.find('\x1b')) != std::string::npos;) {
    text.erase(at, text.find('m', at) + 1 - at);
  }
  CHECK(text == reporting.text());
}

}  // namespace
}  // namespace runready::testing
