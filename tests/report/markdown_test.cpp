#include "catch.hpp"
#include "report/json_fields.hpp"
#include "report/reporting.hpp"
#include "support/packs.hpp"

namespace runready::testing {
namespace {

TEST_CASE("the report as Markdown", "[render]") {
  const Pack pack = load(base_files());
  const Reporting reporting(pack,
                            R"({"any_pain": true, "where": ["shin"], "pain": 5, "slept": 4})");
  CHECK(reporting.markdown() ==
        R"(# CROSS-TRAIN

Do not run today. Do something gentler instead.

Easy cycling, 30 to 40 minutes.

Ask again before your next run.

## Why

- Spare it. You said: your shin hurts and your pain is 5. \[A1.1, B2\]

## Also counted

- Short nights make slow legs. You said: you slept 4 hours. \[B2\]

## What to do

- **Easy cycling, 30 to 40 minutes.** Effort: easy, 2 to 3 of 10. You can speak in whole sentences. Flat and seated.

Avoid: swimming.

## Afterwards

- Sleep more.

## When to ask again

- Before your next run, or as soon as something changes.
- Easy run if nothing hurts.

## When to see someone

- Do not wait if it gets much worse or something new appears.

## Replies

| Question | Reply |
| --- | --- |
| Does anything hurt? | Yes |
| How many hours did you sleep? | 4 |
| Where? | Shin |
| How much? | 5 |

## What I assumed, as you did not say

| Question | Reply |
| --- | --- |
| How do you walk? | Normally |

## Sources

- \[A1.1\] A limp is a sign. A book, A. Uthor, 2001. A page, doi 10.1/x.
- \[B2\] Sleep helps. A page, doi 10.1/x.

---

This is not final yet. It could be: Cross-train to Rest; up to an appointment in the next days.

What matters most now: How do you walk? (--gait)

Rules: A small pack that has one of everything, version )" +
            version_words(pack) +
            R"(.

General information, not medical advice.
)");
}

TEST_CASE("complaints are told apart in the table of replies", "[render]") {
  const Pack pack = load(base_files());
  const Reporting reporting(
      pack,
      R"({"slept": 8, "complaints": [{"where": ["calf"], "label": "a|b *c*\n# d"}, {"where": ["shin"]}]})");
  const std::string text = reporting.markdown();
  CHECK(text.find(
            "| **a\\|b \\*c\\*\\\\u{a}\\# d** | |\n| Where? | Calf |\n| **Shin** | |\n| Where? | "
            "Shin |\n") != std::string::npos);
}

}  // namespace
}  // namespace runready::testing
