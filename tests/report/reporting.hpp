// Reports about answers, for tests of what they say.
#pragma once

#include <string>
#include <string_view>

#include "catch.hpp"
#include "prove/check.hpp"
#include "runready/prove.hpp"
#include "runready/read_answers.hpp"
#include "runready/render.hpp"

namespace runready::testing {

/// Everything a report refers to, kept together.
class Reporting {
 public:
  Reporting(const Pack& pack, std::string_view answers) : pack_(pack) {
    Diagnostics found;
    const auto read = read_answers(answers, 0, pack, found);
    REQUIRE(read);
    const auto known = infer(pack, read->answers, found);
    REQUIRE(known);
    assessment_ = assess(pack, *known);
    outlook_ = Prover(pack).outlook(*known);
  }

  Report report() const {
    const Proof proof = proved ? Proofs::of(pack_.digest) : Proof();
    return {pack_, assessment_, outlook_, runner, proof, "", explain, now};
  }
  std::string text(TextOptions options = {}) const { return to_text(report(), options); }
  std::string markdown() const { return to_markdown(report()); }
  std::string html() const { return to_html(report()); }
  Assessment& assessment() { return assessment_; }

  Runner runner;
  bool proved = true;
  bool explain = false;
  std::optional<std::chrono::local_seconds> now;

 private:
  const Pack& pack_;
  Assessment assessment_;
  std::optional<Outlook> outlook_;
};

}  // namespace runready::testing
