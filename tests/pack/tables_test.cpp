#include <string>
#include <string_view>

#include "catch.hpp"
#include "rules/sentence.hpp"
#include "support/packs.hpp"

namespace runready {
namespace {

using testing::base_and;

/// The rules of a pack from that number on, one a line.
std::string rules_from(const Pack& pack, std::size_t first) {
  std::string out;
  for (std::size_t r = first; r < pack.rules.size(); ++r) {
    const Rule& rule = pack.rules[r];
    out += rule.id + ": " + sentence(rule, pack) + ": " + std::string(name(rule.recommend)) + ", " +
           std::string(name(rule.referral));
    for (const std::string& activity : rule.exclude_names) out += " -" + activity;
    if (rule.recheck_hours) out += " " + std::to_string(*rule.recheck_hours) + " h";
    out += ": " + rule.because;
    for (const FactId fact : rule.sources) out += " " + pack.facts[fact.index].id;
    out += "\n";
  }
  return out;
}

std::string rules_of(std::string_view tables) {
  const std::size_t of_base = testing::load(testing::base_files()).rules.size();
  const std::string more = R"({"tables": [)" + std::string(tables) + "]}";
  return rules_from(testing::load(base_and(more)), of_base);
}

TEST_CASE("every row of a table is a rule that has what the table says too", "[pack]") {
  CHECK(rules_of(R"({
    "id": "swap", "when": {"var": "any_pain"}, "recommend": "easy-run", "recheck_hours": 24,
    "because": "Mind {row}.", "sources": ["B2"], "exclude": ["pool"],
    "rows": [
      {"id": "shin", "name": "the shin", "when": {"in": ["shin", {"var": "where"}]}},
      {"id": "calf", "name": "the calf", "when": {"in": ["calf", {"var": "where"}]},
       "unless": {"==": [{"var": "gait"}, "limping"]}, "recommend": "rest", "exclude": ["pool", "bike"],
       "sources": ["A1.1", "B2"]},
      {"id": "all", "because": "All of it.", "referral": "see"}
    ]})") ==
        "swap-shin: something hurts and your shin hurts: easy-run, none -pool 24 h: Mind the shin. "
        "B2\n"
        "swap-calf: something hurts and your calf hurts, unless you limp: rest, none -pool -bike "
        "24 h: Mind the calf. B2 A1.1\n"
        "swap-all: something hurts: easy-run, see -pool 24 h: All of it. B2\n");
}

TEST_CASE("every cell of a table with columns is a rule of row and column", "[pack]") {
  CHECK(rules_of(R"({
    "id": "spare", "sources": ["B2"],
    "columns": [
      {"id": "always", "because": "Not for {row}: {cell}."},
      {"id": "night", "when": {"<": [{"var": "slept"}, "{cell}"]}, "recommend": "easy-run",
       "because": "Less than {cell} hours."},
      {"id": "limp", "when": {"==": [{"var": "gait"}, "limping"]}, "recommend": "rest",
       "unless": {"var": "bad-leg"}, "because": "Rest {row}."}
    ],
    "rows": [
      {"id": "shin", "name": "the shin", "when": {"in": ["shin", {"var": "where"}]},
       "unless": {"==": [{"var": "pain"}, 0]},
       "cells": {"always": ["#seated", "pool"], "limp": true}},
      {"id": "any", "name": "anything", "when": {"var": "any_pain"},
       "cells": {"night": 5, "limp": {"referral": "see", "because": "See somebody."}}}
    ]})") ==
        "spare-shin-always: your shin hurts, unless your pain is 0: run, none -#seated -pool: Not "
        "for the shin: easy cycling and swimming. B2\n"
        "spare-shin-limp: your shin hurts and you limp, unless your pain is 0 or a leg is bad: "
        "rest, none: Rest the shin. B2\n"
        "spare-any-night: something hurts and you slept less than 5 hours: easy-run, none: Less "
        "than 5 hours. B2\n"
        "spare-any-limp: something hurts and you limp, unless a leg is bad: rest, see: See "
        "somebody. B2\n");
}

TEST_CASE("tables cannot stand for more than a pack may hold", "[pack]") {
  std::string words = "\"pool\"";
  for (int i = 0; i < 20'000; ++i) words += ",\"x" + std::to_string(i) + "\"";
  std::string rows = R"({"id": "r0"})";
  for (int i = 1; i < 100; ++i) rows += R"(,{"id": "r)" + std::to_string(i) + "\"}";
  CHECK(testing::mistakes_in(R"({"tables": [{"id": "t", "exclude": [)" + words + R"(], "rows": [)" +
                             rows + "]}]}")
            .find("too-large") != std::string::npos);
}

}  // namespace
}  // namespace runready
