// What the library promises to programs that are built around it.
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "catch.hpp"
#include "runready/batch.hpp"
#include "runready/load.hpp"
#include "runready/prove.hpp"
#include "runready/read_answers.hpp"
#include "runready/render.hpp"
#include "runready/version.hpp"
#include "support/packs.hpp"
#include "support/random_lines.hpp"
#include "support/random_pack.hpp"

namespace runready::testing {

namespace {

Known known_of(const Pack& pack, const std::string& json) {
  Diagnostics found;
  const auto input = read_answers(json, 0, pack, found);
  REQUIRE(input);
  return *infer(pack, input->answers, found);
}

}  // namespace

TEST_CASE("What is known is refused by another pack than the one it was inferred with", "[prove]") {
  const Pack base = load(base_files());
  const Pack edited = load(base_and(R"({"sources": [{"id": "more", "title": "More"}]})"));
  const Known known = known_of(base, R"({"gait": "limping"})");
  CHECK_THROWS_AS(assess(edited, known), std::invalid_argument);
  CHECK_THROWS_AS(possible_range(default_pack(), known), std::invalid_argument);
  CHECK_THROWS_AS(Prover(edited).outlook(known), std::invalid_argument);
  CHECK_THROWS_AS(Prover(edited).open_questions(known), std::invalid_argument);
  CHECK_THROWS_AS(assess(base, Known{}), std::invalid_argument);
  const Pack copy = base;
  CHECK(assess(copy, known).recommendation == Recommendation::rest);
  Diagnostics found;
  CHECK_FALSE(infer(default_pack(), known.told, found));
  CHECK(codes(found) == "other-pack");
}

TEST_CASE("A misspelt field is an error with a suggestion", "[prove]") {
  const Pack pack = load(base_files());
  const Assessment assessment = assess(pack, known_of(pack, R"({"gait": "limping"})"));
  const std::optional<Outlook> none;
  const Report report{pack, assessment, none, {}, {}, "", false};
  CHECK_THROWS_WITH(to_json(report, {.fields = {"recomendation"}}),
                    "unknown field `recomendation`; did you mean `recommendation`?");
  CHECK_THROWS_AS(Batch(pack, {.json = {.fields = {"recomendation"}}}), std::invalid_argument);
  for (const std::string name : {"gait", "reasons", "line"}) {
    BatchOptions options;
    options.keep = {name};
    CHECK_THROWS_AS(Batch(pack, options), std::invalid_argument);
  }
}

TEST_CASE("Proved is what was proved: these bytes, and all of them", "[prove]") {
  const Pack& whole = default_pack();
  const Proof proof = check(whole).proof;
  CHECK(proof.is_of(whole));
  Diagnostics found;
  const auto part = load_default_pack(found, LoadFor::advising);
  REQUIRE(part);
  CHECK(proof.is_of(*part));                     // the same bytes
  CHECK_FALSE(check(*part).proof.is_of(*part));  // invariants were not read
  const Pack pack = load(base_files());
  CHECK_FALSE(proof.is_of(pack));
  CHECK_FALSE(Proof().is_of(pack));
  CHECK_FALSE(Proof().is_of(Pack{}));
  CHECK(proof_of_built_in().is_of(default_pack()));
  CHECK_FALSE(proof_of_built_in().is_of(pack));
  // Where nothing is said of a proof, nothing is claimed.
  const Assessment assessment = assess(pack, known_of(pack, R"({"gait": "limping"})"));
  const std::optional<Outlook> none;
  CHECK(to_json({pack, assessment, none, {}, {}, "", false},
                {.fields = {"pack.proved", "program"}}) ==
        R"({"pack":{"proved":false},"program":")" RUNREADY_VERSION R"("})");
}

TEST_CASE("Lines in a string are answered as those in blocks are, by several threads too",
          "[prove]") {
  Dice dice(5);
  const Pack& pack = default_pack();
  std::string lines;
  for (int i = 0; i < 300; ++i) lines += random_line(pack, dice) + "\n";
  const BatchOptions options{.json = {.fields = {"id", "recommendation", "reasons"}}};
  const std::string expected = answered(pack, options, lines);
  const Batch batch(pack, options);
  std::vector<std::string> results(3);
  std::vector<std::thread> threads;
  for (std::string& result : results) {
    threads.emplace_back([&] {
      BatchWorker worker(batch);
      worker.answer(std::string_view(lines).substr(0, lines.size() - 1), 1, result);
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& result : results) CHECK(result == expected);
}

}  // namespace runready::testing
