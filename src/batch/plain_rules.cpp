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
  bars_.running = pack.workouts.size();
  bars_.heart_rate = bars_.running + 1;
  const std::size_t before_tips = words_for(bars_.heart_rate + 1);
  bars_.tips = before_tips * 64;
  bars_.words = before_tips + (needs.tips ? words_for(pack.tips.size()) : 0);
  add_rules();
  add_workouts();
  if (needs.tips) add_tips();
  if (needs.heart_rate) add_bar(std::nullopt, pack.heart_rate.unless, bars_.heart_rate);
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
    const std::uint32_t number = add_effect(
        {RuleId{r}, true, rule.recommend, rule.referral, rule.recheck_hours.value_or(kNoRecheck)});
    add_target(number, rule.when, true);
    for (const ActivityId activity : rule.exclude) {
      if (pack_.running == activity) bar(number, bars_.running);
      for (std::size_t w = 0; w < pack_.workouts.size(); ++w) {
        if (pack_.workouts[w].activity == activity) bar(number, w);
      }
    }
  }
}

void PlainRules::add_workouts() {
  for_level_.assign(kRecommendationNames.size(),
                    std::vector<std::uint64_t>(words_for(pack_.workouts.size())));
  for (std::uint32_t w = 0; w < pack_.workouts.size(); ++w) {
    const Workout& workout = pack_.workouts[w];
    add_bar(workout.when, workout.unless, w);
    for (const Recommendation level : workout.offered_for) {
      if (level != Recommendation::rest) set_bit(for_level_[static_cast<std::size_t>(level)], w);
    }
  }
}

void PlainRules::add_tips() {
  for (std::uint32_t t = 0; t < pack_.tips.size(); ++t) {
    add_bar(pack_.tips[t].when, pack_.tips[t].unless, bars_.tips + t);
  }
}

/// An offer is barred where its `when` could be false or its `unless` could be true.
void PlainRules::add_bar(const std::optional<Condition>& when,
                         const std::optional<Condition>& unless, std::size_t bit) {
  if (!when && !unless) return;
  const std::uint32_t number = add_effect({});
  bar(number, bit);
  if (when) add_target(number, *when, false);
  if (unless) add_target(number, *unless, true);
}

std::uint32_t PlainRules::add_effect(const Effect& effect) {
  effects_.push_back(effect);
  barred_.resize(effects_.size() * bars_.words);
  return static_cast<std::uint32_t>(effects_.size() - 1);
}

void PlainRules::bar(std::uint32_t number, std::size_t bit) {
  barred_[number * bars_.words + bit / 64] |= std::uint64_t{1} << bit % 64;
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
  targets_.clear();

  for (std::uint32_t q = 0; q < pack_.questions.size(); ++q) {
    default_words_.push_back(coding_->default_word(QuestionId{q}));
  }
  default_words_.resize(Sieve::first_derived_word(pack_) + words_for(maker_.derived().size()));
}

void PlainRules::derive(std::vector<std::uint64_t>& words, const QuestionSet& unknown) const {
  const std::size_t first = Sieve::first_derived_word(pack_);
  std::fill(words.begin() + static_cast<std::ptrdiff_t>(first), words.end(), 0);
  for (const Sieve& sieve : derivations_) {
    sieve.for_each_possible(words.data(), unknown, [&](std::uint32_t number) {
      words[first + number / 64] |= std::uint64_t{1} << number % 64;
    });
  }
}

PlainVerdict PlainRules::verdict() const {
  PlainVerdict verdict;
  verdict.offered.resize(words_for(pack_.workouts.size()));
  verdict.rules_.resize(pack_.rules.size() + 1);  // one is written ahead
  verdict.barred_.resize(bars_.words);
  verdict.tips_begin_ = bars_.tips / 64;
  return verdict;
}

void PlainRules::judge(std::vector<std::uint64_t>& words, const QuestionSet& unknown,
                       PlainVerdict& verdict) const {
  if (!derivations_.empty()) derive(words, unknown);
  if (unknown.empty()) {
    add_up(verdict, words.data());
  } else {
    add_up(verdict, words.data(), unknown);
  }
  offer(verdict);
}

/// Everything that the targets do that could be true. Their loop has no branches but its own,
/// which are guessed wrong often enough.
template <class... Unknown>
void PlainRules::add_up(PlainVerdict& verdict, const std::uint64_t* words,
                        const Unknown&... unknown) const {
  Effect sum;
  RuleId* const rules = verdict.rules_.data();
  std::size_t count = 0;
  std::uint64_t* const barred = verdict.barred_.data();
  const std::size_t bar_words = bars_.words;
  for (std::size_t i = 0; i < bar_words; ++i) barred[i] = 0;
  const Effect* last = nullptr;
  sieve_->for_each_possible(words, unknown..., [&](std::uint32_t number) {
    const Effect* const effect = effects_.data() + number;
    rules[count] = effect->rule;
    count += static_cast<std::size_t>(effect->is_rule) & static_cast<std::size_t>(effect != last);
    last = effect;
    sum.recommend = std::max(sum.recommend, effect->recommend);
    sum.referral = std::max(sum.referral, effect->referral);
    sum.recheck_hours = std::max(sum.recheck_hours, effect->recheck_hours);
    const std::uint64_t* const bars = barred_.data() + number * bar_words;
    for (std::size_t i = 0; i < bar_words; ++i) barred[i] |= bars[i];
  });
  verdict.rule_count_ = count;
  verdict.floor = sum.recommend;
  verdict.referral = sum.referral;
  verdict.recheck_hours =
      sum.recheck_hours == kNoRecheck ? std::nullopt : std::optional(sum.recheck_hours);
}

/// A recommendation for which nothing is left becomes the next more cautious one.
void PlainRules::offer(PlainVerdict& verdict) const {
  const std::uint64_t* const barred = verdict.barred_.data();
  const auto is_barred = [&](std::size_t bit) { return (barred[bit / 64] >> bit % 64 & 1) != 0; };
  verdict.heart_rate_allowed = !is_barred(bars_.heart_rate);
  verdict.recommendation = verdict.floor;
  for (;; verdict.recommendation = static_cast<Recommendation>(int(verdict.recommendation) + 1)) {
    const auto& wanted = for_level_[static_cast<std::size_t>(verdict.recommendation)];
    std::uint64_t any = 0;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      verdict.offered[i] = wanted[i] & ~barred[i];
      any |= verdict.offered[i];
    }
    if (any != 0 || verdict.recommendation == Recommendation::rest) return;
    // The planned session counts as offered.
    if (verdict.recommendation == Recommendation::run && !is_barred(bars_.running)) return;
  }
}

}  // namespace runready
