// Which facts of the five articles the default pack acts on: printed as a table, and every fact
// that could act but does not has its reason in rules/NOTES.md.

#include <iomanip>
#include <iostream>
#include <map>
#include <set>

#include "catch.hpp"
#include "runready/load.hpp"
#include "support/packs.hpp"

using namespace runready;

namespace {

std::set<std::string> cited_facts(const Pack& pack) {
  std::set<std::string> cited;
  const auto add = [&](const std::vector<FactId>& sources) {
    for (const FactId id : sources) cited.insert(pack.facts[id.index].id);
  };
  for (const Question& question : pack.questions) add(question.sources);
  for (const Rule& rule : pack.rules) add(rule.sources);
  for (const Workout& workout : pack.workouts) add(workout.sources);
  for (const Tip& tip : pack.tips) add(tip.sources);
  add(pack.feel_check.sources);
  add(pack.heart_rate.sources);
  return cited;
}

/// Whether facts of a kind are there to be acted on; the others only explain.
bool acts(const Fact& fact) { return !fact.kind.empty() && fact.kind != "explain"; }

}  // namespace

TEST_CASE("every fact of the articles that can act does, or has its reason", "[rules]") {
  const Pack pack = testing::load(default_pack_files());
  const std::set<std::string> cited = cited_facts(pack);
  const std::string reasons = testing::repository_file("rules/NOTES.md").text;

  std::map<std::string, std::map<std::string, std::pair<int, int>>> table;  // kind, article
  for (const Fact& fact : pack.facts) {
    if (!acts(fact)) continue;
    auto& [used, all] = table[fact.kind][fact.id.substr(0, fact.id.find('.'))];
    ++all;
    if (cited.contains(fact.id)) {
      ++used;
    } else {
      std::cout << "not cited: " << fact.id << " " << fact.text << "\n";
      INFO(fact.id << " is neither cited nor explained in rules/NOTES.md");
      CHECK(reasons.find("- " + fact.id + " ") != std::string::npos);
    }
  }
  for (const auto& [kind, articles] : table) {
    std::cout << std::setw(11) << kind;
    for (const auto& [article, count] : articles) {
      std::cout << "  " << article << " " << count.first << "/" << count.second;
    }
    std::cout << "\n";
  }
  CHECK(table.size() == 8);
}
