#include <utility>
#include <vector>

#include "catch.hpp"
#include "prove/compile.hpp"
#include "support/random_pack.hpp"
#include "support/reference_judge.hpp"

namespace runready::testing {

namespace {

/// A pack compiled for some complaints of which nothing is known.
struct Compiled {
  Compiled(const Pack& pack, std::size_t complaints)
      : space(space_of(pack, diagram_order(pack), complaints)), diagrams(space.shapes, 100'000) {
    for (const Readings& readings : space.readings)
      compilers.emplace_back(pack, readings, diagrams);
    outcome.emplace(pack, compilers, diagrams);
  }

  Cells cells_of(const Pack& pack, const Answers& complete) const {
    Cells cells(space.places.size());
    for (std::size_t level = 0; level < cells.size(); ++level) {
      const auto [variable, complaint] = space.places[level];
      const bool runner = pack.question_of(variable).about == About::runner;
      const Replies& from = runner ? complete.runner : complete.complaints[complaint].replies;
      cells[level] = cell_of(space.readings[complaint][variable.index], from[variable]);
    }
    return cells;
  }

  ReferenceOutcome at(const Pack& pack, const Cells& cells) {
    const auto value = [&](Node node) { return diagrams.holds_at(node, cells); };
    ReferenceOutcome found;
    for (const auto level :
         {Recommendation::easy_run, Recommendation::cross_train, Recommendation::rest}) {
      if (value(outcome->floor_at_least(level))) found.floor = level;
      if (value(outcome->at_least(level))) found.recommendation = level;
    }
    for (const auto level :
         {Referral::consider, Referral::see, Referral::urgent, Referral::emergency}) {
      if (value(outcome->at_least(level))) found.referral = level;
    }
    for (std::uint32_t i = 0; i < pack.rules.size(); ++i) {
      found.rules.push_back(value(outcome->rule({i})));
    }
    for (std::uint32_t i = 0; i < pack.activities.size(); ++i) {
      found.excluded.push_back(value(outcome->excluded({i})));
    }
    for (std::uint32_t i = 0; i < pack.workouts.size(); ++i) {
      found.offered.push_back(value(outcome->offered({i})));
    }
    for (std::uint32_t i = 0; i < pack.tips.size(); ++i) {
      found.tips.push_back(value(outcome->shown({i})));
    }
    return found;
  }

  Space space;
  Diagrams diagrams;
  std::vector<Compiler> compilers;
  std::optional<JointOutcome> outcome;
};

std::size_t disagreements(const Pack& pack, std::size_t complaints) {
  Compiled compiled(pack, complaints);
  std::size_t different = 0;
  for_each_completion(pack, nothing_told(pack, complaints), [&](const Answers& answers) {
    const Cells cells = compiled.cells_of(pack, answers);
    if (compiled.at(pack, cells) != reference_outcome(pack, answers)) ++different;
  });
  return different;
}

}  // namespace

TEST_CASE("Diagrams say what the plain judge says of every answers to random packs", "[prove]") {
  for (std::uint32_t seed = 0; seed < 1500; ++seed) {
    Dice dice(seed);
    const Pack pack = random_pack(dice, {.most_answers = 400});
    CAPTURE(seed);
    REQUIRE(disagreements(pack, 1) == 0);
  }
}

TEST_CASE("Diagrams of two complaints join what each demands", "[prove]") {
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    Dice dice(seed);
    const Pack pack = random_pack(dice, {.questions = 4, .most_answers = 40});
    CAPTURE(seed);
    REQUIRE(disagreements(pack, 2) == 0);
  }
}

}  // namespace runready::testing
