#include "prove/proving.hpp"

#include <algorithm>
#include <utility>

#include "prove/checks.hpp"
#include "prove/conditions.hpp"

namespace runready {

Proving::Proving(const Pack& pack, std::size_t node_budget)
    : pack_(pack), node_budget_(node_budget), most_steps_(kStepsPerNode * node_budget) {}

std::size_t Proving::nodes() const {
  return earlier_nodes_ + (compiled_ ? compiled_->diagrams.node_count() : 0);
}

std::size_t Proving::steps_taken() const {
  return earlier_steps_ + (compiled_ ? compiled_->diagrams.steps() : 0);
}

/// The pack as it is compiled now, or anew if that is spent.
CompiledPack& Proving::compiled() {
  if (compiled_ && !compiled_->diagrams.is_spent()) return *compiled_;
  earlier_steps_ = steps_taken();
  earlier_nodes_ = nodes();
  compiled_.reset();
  compiled_ = std::make_unique<CompiledPack>(pack_, node_budget_);
  compiled_->diagrams.allow_steps(most_steps_ - earlier_steps_);
  for (const OutcomePart part : too_large_) compiled_->outcome.shun(part);
  return *compiled_;
}

/// Whether that is news: then a way may be found without it.
bool Proving::remember(OutcomePart part) {
  if (std::ranges::find(too_large_, part) != too_large_.end()) return false;
  too_large_.push_back(part);
  return true;
}

std::optional<Proving::Failure> Proving::try_to(const std::function<void(CompiledPack&)>& use) {
  while (!is_over()) {
    CompiledPack& pack = compiled();
    const bool is_new = pack.diagrams.node_count() == 0;
    try {
      use(pack);
      return std::nullopt;
    } catch (const PartTooLarge& failed) {
      if (!remember(failed.part)) return Failure{failed.part};
    } catch (const BudgetExceeded&) {
      if (is_new) return Failure{};
    }
  }
  return Failure{};
}

bool Proving::attempt(const std::function<void(CompiledPack&)>& use) { return !try_to(use); }

Findings Proving::attempt(const std::string& check, const std::string& subject, Span span,
                          const std::function<Findings(CompiledPack&)>& prove) {
  Findings findings;
  const auto failure = try_to([&](CompiledPack& pack) { findings = prove(pack); });
  if (!failure) return findings;
  std::string message = "too large to prove";
  if (failure->part) {
    message += ": it needs " + part_words(pack_, *failure->part) + ", which is too large";
  } else if (is_over()) {
    message = "not tried to the end: the node budget was spent";
  }
  return {finding_of(Finding::Verdict::not_proved, check, subject, span, std::move(message))};
}

// --- Saying what is too large -----------------------------------------------------------------

namespace {

std::string id_of(const Pack& pack, OutcomePart part) {
  switch (part.kind) {
    case OutcomePart::Kind::rule:
      return pack.rules[part.index].id;
    case OutcomePart::Kind::recommendation:
      return std::string(kRecommendationNames[part.index]);
    case OutcomePart::Kind::referral:
      return std::string(kReferralNames[part.index]);
    case OutcomePart::Kind::exclusion:
      return pack.activities[part.index].id;
    case OutcomePart::Kind::workout:
      return pack.workouts[part.index].id;
    case OutcomePart::Kind::tip:
      break;
  }
  return pack.tips[part.index].id;
}

std::string_view kind_name(OutcomePart::Kind kind) {
  switch (kind) {
    case OutcomePart::Kind::rule:
      return "rule";
    case OutcomePart::Kind::recommendation:
      return "recommendation";
    case OutcomePart::Kind::referral:
      return "referral";
    case OutcomePart::Kind::exclusion:
      return "exclusion";
    case OutcomePart::Kind::workout:
      return "workout";
    case OutcomePart::Kind::tip:
      break;
  }
  return "tip";
}

/// Whether a rule has a say in a part. A recommendation is also what nothing is offered for.
bool has_a_say(const Rule& rule, OutcomePart part) {
  switch (part.kind) {
    case OutcomePart::Kind::recommendation:
      return static_cast<std::uint32_t>(rule.recommend) >= part.index || !rule.exclude.empty();
    case OutcomePart::Kind::referral:
      return static_cast<std::uint32_t>(rule.referral) >= part.index;
    case OutcomePart::Kind::exclusion:
      return std::ranges::find(rule.exclude, ActivityId{part.index}) != rule.exclude.end();
    default:
      return false;
  }
}

}  // namespace

std::string part_words(const Pack& pack, OutcomePart part) {
  const std::string of = part.kind == OutcomePart::Kind::exclusion ? " of" : "";
  return std::string(kind_name(part.kind)) + of + " `" + id_of(pack, part) + "`";
}

TooLarge too_large(const Pack& pack, OutcomePart part) {
  TooLarge found{std::string(kind_name(part.kind)), id_of(pack, part), {}, {}, Span{}};
  using Reads = std::pair<RuleId, std::vector<QuestionId>>;
  std::vector<Reads> rules;
  for (std::uint32_t r = 0; r < pack.rules.size(); ++r) {
    const bool is_it = part == OutcomePart{OutcomePart::Kind::rule, r};
    if (is_it) found.span = pack.rules[r].span;
    if (!is_it && !has_a_say(pack.rules[r], part)) continue;
    rules.emplace_back(RuleId{r}, questions_read(pack, pack.rules[r].when));
  }
  constexpr std::size_t kMostRules = 8;
  std::ranges::stable_sort(rules, std::greater(), [](const Reads& r) { return r.second.size(); });
  rules.resize(std::min(rules.size(), kMostRules));
  std::vector<bool> is_read(pack.questions.size(), false);
  for (const auto& [rule, questions] : rules) {
    found.rules.push_back(pack.rule(rule).id);
    for (const QuestionId id : questions) is_read[id.index] = true;
  }
  for (std::uint32_t q = 0; q < pack.questions.size(); ++q) {
    if (is_read[q]) found.questions.push_back(pack.questions[q].id);
  }
  return found;
}

}  // namespace runready
