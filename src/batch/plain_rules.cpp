#include "batch/plain_rules.hpp"

#include <algorithm>
#include <numeric>

namespace runready {

namespace {

std::size_t words_for(std::size_t bits) { return (bits + 63) / 64; }

void set_bit(std::vector<std::uint64_t>& words, std::size_t bit) {
  words[bit / 64] |= std::uint64_t{1} << bit % 64;
}

/// Derived bits by how deep they read others: each list needs only those before.
std::vector<std::vector<std::uint32_t>> layers(const std::vector<Products>& derived) {
  std::vector<std::vector<std::uint32_t>> layers;
  std::vector<std::size_t> depth;
  for (std::uint32_t i = 0; i < derived.size(); ++i) {
    std::size_t deep = 0;
    for (const Product& product : derived[i]) {
      for (const Literal& literal : product) {
        if (literal.test == nullptr) deep = std::max(deep, depth[literal.derived] + 1);
      }
    }
    depth.push_back(deep);
    if (layers.size() <= deep) layers.emplace_back();
    layers[deep].push_back(i);
  }
  return layers;
}

}  // namespace

PlainRules::PlainRules(const Pack& pack, PlainNeeds needs, std::size_t most_products)
    : pack_(pack), maker_(pack, most_products) {
  add_rules();
  add_workouts();
  add_tips(needs.tips);
  add_heart_rate(needs.heart_rate);
  make_sieves();
}

void PlainRules::add_rules() {
  std::vector<std::uint32_t> order(pack_.rules.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    const Rule& left = pack_.rules[a];
    const Rule& right = pack_.rules[b];
    return left.recommend != right.recommend ? left.recommend > right.recommend
                                             : left.referral > right.referral;
  });
  for (const std::uint32_t r : order) {
    const Rule& rule = pack_.rules[r];
    add_target(static_cast<std::uint32_t>(effects_.size()), rule.when, true);
    Effect effect{RuleId{r}, rule.recommend, rule.referral, false, rule.recheck_hours, {}};
    effect.barred.resize(words_for(pack_.workouts.size()));
    for (const ActivityId activity : rule.exclude) {
      effect.bars_running |= pack_.running == activity;
      for (std::size_t w = 0; w < pack_.workouts.size(); ++w) {
        if (pack_.workouts[w].activity == activity) set_bit(effect.barred, w);
      }
    }
    effects_.push_back(std::move(effect));
  }
}

void PlainRules::add_workouts() {
  first_workout_ = static_cast<std::uint32_t>(effects_.size());
  for_level_.assign(4, std::vector<std::uint64_t>(words_for(pack_.workouts.size())));
  for (std::uint32_t w = 0; w < pack_.workouts.size(); ++w) {
    const Workout& workout = pack_.workouts[w];
    add_bars(workout.when, workout.unless, first_workout_ + w);
    for (const Recommendation level : workout.offered_for) {
      set_bit(for_level_[static_cast<std::size_t>(level)], w);
    }
  }
  for_level_[static_cast<std::size_t>(Recommendation::rest)].assign(
      words_for(pack_.workouts.size()), 0);
}

void PlainRules::add_tips(bool wanted) {
  first_tip_ = first_workout_ + static_cast<std::uint32_t>(pack_.workouts.size());
  if (!wanted) return;
  for (std::uint32_t t = 0; t < pack_.tips.size(); ++t) {
    add_bars(pack_.tips[t].when, pack_.tips[t].unless, first_tip_ + t);
  }
}

void PlainRules::add_heart_rate(bool wanted) {
  heart_rate_ = first_tip_ + static_cast<std::uint32_t>(pack_.tips.size());
  if (wanted) add_bars(std::nullopt, pack_.heart_rate.unless, heart_rate_);
}

/// An offer is barred where its `when` could be false or its `unless` could be true.
void PlainRules::add_bars(const std::optional<Condition>& when,
                          const std::optional<Condition>& unless, std::uint32_t number) {
  if (when) add_target(number, *when, false);
  if (unless) add_target(number, *unless, true);
}

void PlainRules::add_target(std::uint32_t number, const Condition& condition, bool wanted) {
  targets_.push_back({number, maker_.make(condition, wanted)});
}

void PlainRules::make_sieves() {
  std::vector<Products> all = maker_.derived();
  for (const Target& target : targets_) all.push_back(target.products);
  coding_.emplace(pack_, all);
  const auto sieve_of = [&](const std::vector<SieveTarget>& targets) {
    return Sieve(pack_, *coding_, targets);
  };
  for (const auto& layer : layers(maker_.derived())) {
    std::vector<SieveTarget> targets;
    targets.reserve(layer.size());
    for (const std::uint32_t i : layer) targets.push_back({i, &maker_.derived()[i]});
    derivations_.push_back(sieve_of(targets));
  }
  std::vector<SieveTarget> targets;
  targets.reserve(targets_.size());
  for (const Target& target : targets_) targets.push_back({target.number, &target.products});
  sieve_.emplace(sieve_of(targets));
  most_numbers_ = std::max(targets.size(), maker_.derived().size()) + 1;
  targets_.clear();

  for (std::uint32_t q = 0; q < pack_.questions.size(); ++q) {
    default_words_.push_back(coding_->default_word(QuestionId{q}));
  }
  default_words_.resize(Sieve::first_derived_word(pack_) + words_for(maker_.derived().size()));
}

void PlainRules::derive(std::vector<std::uint64_t>& words, const QuestionSet& unknown,
                        PlainVerdict& verdict) const {
  const std::size_t first = Sieve::first_derived_word(pack_);
  std::fill(words.begin() + static_cast<std::ptrdiff_t>(first), words.end(), 0);
  std::uint32_t* const numbers = verdict.numbers_.data();
  for (const Sieve& sieve : derivations_) {
    const std::size_t count = sieve.find_possible(words.data(), unknown, numbers);
    for (std::size_t i = 0; i < count; ++i) {
      words[first + numbers[i] / 64] |= std::uint64_t{1} << numbers[i] % 64;
    }
  }
}

void PlainRules::judge(std::vector<std::uint64_t>& words, const QuestionSet& unknown,
                       PlainVerdict& verdict) const {
  verdict.floor = Recommendation::run;
  verdict.referral = Referral::none;
  verdict.recheck_hours.reset();
  verdict.heart_rate_allowed = true;
  verdict.running_barred_ = false;
  verdict.offered.assign(words_for(pack_.workouts.size()), 0);
  verdict.barred_tips.assign(words_for(pack_.tips.size()), 0);
  verdict.numbers_.resize(most_numbers_);

  if (!derivations_.empty()) derive(words, unknown, verdict);
  std::uint32_t* const numbers = verdict.numbers_.data();
  const std::size_t found = unknown.empty() ? sieve_->find_possible(words.data(), numbers)
                                            : sieve_->find_possible(words.data(), unknown, numbers);
  count(numbers, numbers + found, verdict);
  offer(verdict);
}

/// What the targets do that could be true; they are in order. Until `offer`, `offered` has the
/// workouts that are barred.
void PlainRules::count(const std::uint32_t* numbers, const std::uint32_t* end,
                       PlainVerdict& verdict) const {
  const std::uint32_t* const rules_end = std::lower_bound(numbers, end, first_workout_);
  if (numbers != rules_end) verdict.floor = effects_[*numbers].recommend;  // the most cautious
  verdict.rules.resize(static_cast<std::size_t>(rules_end - numbers));
  for (RuleId* rule = verdict.rules.data(); numbers != rules_end; ++numbers, ++rule) {
    const Effect& effect = effects_[*numbers];
    *rule = effect.rule;
    verdict.referral = std::max(verdict.referral, effect.referral);
    verdict.recheck_hours = std::max(verdict.recheck_hours, effect.recheck_hours);
    verdict.running_barred_ |= effect.bars_running;
    for (std::size_t i = 0; i < effect.barred.size(); ++i) verdict.offered[i] |= effect.barred[i];
  }
  for (; numbers != end && *numbers < first_tip_; ++numbers) {
    set_bit(verdict.offered, *numbers - first_workout_);
  }
  for (; numbers != end && *numbers < heart_rate_; ++numbers) {
    set_bit(verdict.barred_tips, *numbers - first_tip_);
  }
  if (numbers != end) verdict.heart_rate_allowed = false;
}

/// A recommendation for which nothing is left becomes the next more cautious one.
void PlainRules::offer(PlainVerdict& verdict) const {
  std::vector<std::uint64_t>& barred = verdict.offered;
  verdict.recommendation = verdict.floor;
  for (;; verdict.recommendation = static_cast<Recommendation>(int(verdict.recommendation) + 1)) {
    if (verdict.recommendation == Recommendation::rest) break;
    const auto& wanted = for_level_[static_cast<std::size_t>(verdict.recommendation)];
    std::uint64_t any = 0;
    for (std::size_t i = 0; i < barred.size(); ++i) any |= wanted[i] & ~barred[i];
    if (any != 0) break;
    // The planned session counts as offered.
    if (verdict.recommendation == Recommendation::run && !verdict.running_barred_) break;
  }
  const auto& wanted = for_level_[static_cast<std::size_t>(verdict.recommendation)];
  for (std::size_t i = 0; i < barred.size(); ++i) barred[i] = wanted[i] & ~barred[i];
}

}  // namespace runready
