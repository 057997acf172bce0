#include "batch/fast_rules.hpp"

#include <algorithm>
#include <numeric>
#include <set>

namespace runready {

namespace {

std::size_t words_for(std::size_t bits) { return (bits + 63) / 64; }

void set_bit(std::vector<std::uint64_t>& words, std::size_t bit) {
  words[bit / 64] |= std::uint64_t{1} << bit % 64;
}

bool has_bit(const std::uint64_t* words, std::size_t bit) {
  return (words[bit / 64] >> bit % 64 & 1) != 0;
}

/// Those that rules ask for, each once, from the shortest on.
std::vector<std::int32_t> all_recheck_hours(const Pack& pack) {
  std::set<std::int32_t> hours;
  for (const Rule& rule : pack.rules) {
    if (rule.recheck_hours) hours.insert(*rule.recheck_hours);
  }
  return {hours.begin(), hours.end()};
}

/// How many of the numbers, which are sorted, are at most that; none if there is no number.
std::size_t steps_up_to(const std::vector<std::int32_t>& numbers,
                        std::optional<std::int32_t> most) {
  if (!most) return 0;
  return static_cast<std::size_t>(std::upper_bound(numbers.begin(), numbers.end(), *most) -
                                  numbers.begin());
}

/// Derived bits by how deep they read others: each list needs only those before.
std::vector<std::vector<std::uint32_t>> layers(const std::vector<Alternatives>& derived) {
  std::vector<std::vector<std::uint32_t>> layers;
  std::vector<std::size_t> depth;
  for (std::uint32_t i = 0; i < derived.size(); ++i) {
    std::size_t deep = 0;
    for (const Alternative& alternative : derived[i]) {
      for (const Literal& literal : alternative) {
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

FastRules::FastRules(const Pack& pack, FastNeeds needs, std::size_t most_alternatives)
    : pack_(pack), maker_(pack, most_alternatives) {
  number_bits(needs);
  add_rules();
  add_workouts();
  if (needs.tips) add_tips();
  if (needs.heart_rate) add_bar(std::nullopt, pack.heart_rate.unless, bits_.heart_rate);
  make_masks();
}

void FastRules::number_bits(FastNeeds needs) {
  if (needs.recheck_hours) recheck_hours_ = all_recheck_hours(pack_);
  bits_.running = pack_.workouts.size();
  bits_.heart_rate = bits_.running + 1;
  bits_.recommend = bits_.heart_rate + 1;
  const std::size_t last_step = bits_.recommend + kRecommendSteps + kReferralSteps - 1;
  if (bits_.recommend / 64 != last_step / 64) bits_.recommend = last_step / 64 * 64;
  bits_.referral = bits_.recommend + kRecommendSteps;
  bits_.recheck = bits_.referral + kReferralSteps;
  const std::size_t before_tips = words_for(bits_.recheck + recheck_hours_.size());
  bits_.tips = before_tips * 64;
  bits_.words = before_tips + (needs.tips ? words_for(pack_.tips.size()) : 0);
}

void FastRules::add_rules() {
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
    const std::uint32_t number = add_number(RuleId{r});
    add_target(number, rule.when, true);
    does_steps(number, bits_.recommend, static_cast<std::size_t>(rule.recommend));
    does_steps(number, bits_.referral, static_cast<std::size_t>(rule.referral));
    does_steps(number, bits_.recheck, steps_up_to(recheck_hours_, rule.recheck_hours));
    for (const ActivityId activity : rule.exclude) {
      if (pack_.running == activity) does(number, bits_.running);
      for (std::size_t w = 0; w < pack_.workouts.size(); ++w) {
        if (pack_.workouts[w].activity == activity) does(number, w);
      }
    }
  }
}

void FastRules::add_workouts() {
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

void FastRules::add_tips() {
  for (std::uint32_t t = 0; t < pack_.tips.size(); ++t) {
    add_bar(pack_.tips[t].when, pack_.tips[t].unless, bits_.tips + t);
  }
}

/// An offer is barred where its `when` could be false or its `unless` could be true.
void FastRules::add_bar(const std::optional<Condition>& when,
                        const std::optional<Condition>& unless, std::size_t bit) {
  if (!when && !unless) return;
  const std::uint32_t number = add_number({});
  does(number, bit);
  if (when) add_target(number, *when, false);
  if (unless) add_target(number, *unless, true);
}

/// The next number of a target; those of rules come first, and only they have a rule.
std::uint32_t FastRules::add_number(RuleId rule) {
  rules_.push_back(rule);
  does_.resize(rules_.size() * bits_.words);
  return static_cast<std::uint32_t>(rules_.size() - 1);
}

void FastRules::does(std::uint32_t number, std::size_t bit) {
  set_bit(does_, number * bits_.words * 64 + bit);
}

void FastRules::does_steps(std::uint32_t number, std::size_t first_bit, std::size_t steps) {
  for (std::size_t i = 0; i < steps; ++i) does(number, first_bit + i);
}

void FastRules::add_target(std::uint32_t number, const Condition& condition, bool wanted) {
  targets_.push_back({number, maker_.make(condition, wanted)});
}

void FastRules::make_masks() {
  std::vector<Alternatives> all = maker_.derived();
  for (const Target& target : targets_) all.push_back(target.alternatives);
  codes_.emplace(pack_, all);
  const auto masks_of = [&](const std::vector<MaskTarget>& targets) {
    return RuleMasks(pack_, *codes_, targets);
  };
  for (const auto& layer : layers(maker_.derived())) {
    std::vector<MaskTarget> targets;
    targets.reserve(layer.size());
    for (const std::uint32_t i : layer) targets.push_back({i, &maker_.derived()[i]});
    derivations_.push_back(masks_of(targets));
  }
  std::vector<MaskTarget> targets;
  targets.reserve(targets_.size());
  for (const Target& target : targets_) targets.push_back({target.number, &target.alternatives});
  masks_.emplace(masks_of(targets));
  targets_.clear();

  for (std::uint32_t q = 0; q < pack_.questions.size(); ++q) {
    default_words_.push_back(codes_->default_word(QuestionId{q}));
  }
  default_words_.resize(RuleMasks::first_derived_word(pack_) + words_for(maker_.derived().size()));
}

void FastRules::derive(std::vector<std::uint64_t>& words, const QuestionSet& unknown) const {
  const std::size_t first = RuleMasks::first_derived_word(pack_);
  std::fill(words.begin() + static_cast<std::ptrdiff_t>(first), words.end(), 0);
  for (const RuleMasks& rule_masks : derivations_) {
    rule_masks.for_each_possible(words.data(), unknown, [&](std::uint32_t number) {
      words[first + number / 64] |= std::uint64_t{1} << number % 64;
    });
  }
}

FastVerdict FastRules::verdict() const {
  FastVerdict verdict;
  verdict.offered.resize(words_for(pack_.workouts.size()));
  verdict.rules_.resize(pack_.rules.size() + 1);  // one is written ahead
  verdict.done_.resize(bits_.words);
  verdict.first_tip_ = bits_.tips / 64;
  return verdict;
}

void FastRules::judge(std::vector<std::uint64_t>& words, const QuestionSet& unknown,
                      FastVerdict& verdict) const {
  if (!derivations_.empty()) derive(words, unknown);
  if (unknown.empty()) {
    add_up(verdict, words.data());
  } else {
    add_up(verdict, words.data(), unknown);
  }
  read_levels(verdict);
  offer(verdict);
}

/// Everything that the targets do that could be true, and the rules among them. Their loop has no
/// branches but its own, which are guessed wrong often enough.
template <class... Unknown>
void FastRules::add_up(FastVerdict& verdict, const std::uint64_t* words,
                       const Unknown&... unknown) const {
  const auto rule_count = static_cast<std::uint32_t>(pack_.rules.size());
  const std::size_t word_count = bits_.words;
  const RuleId* const rule_of = rules_.data();
  const std::uint64_t* const does_of = does_.data();
  RuleId* const rules = verdict.rules_.data();
  std::size_t count = 0;
  std::uint64_t* const done = verdict.done_.data();
  std::fill_n(done, word_count, std::uint64_t{0});
  std::uint64_t first = 0;  // the first word, which is often the only one
  std::uint32_t last = rule_count;
  masks_->for_each_possible(words, unknown..., [&](std::uint32_t number) {
    rules[count] = rule_of[number];
    count +=
        static_cast<std::size_t>(number < rule_count) & static_cast<std::size_t>(number != last);
    last = number;
    const std::uint64_t* const does = does_of + number * word_count;
    first |= does[0];
    for (std::size_t i = 1; i < word_count; ++i) done[i] |= does[i];
  });
  done[0] = first;
  verdict.rule_count_ = count;
}

void FastRules::read_levels(FastVerdict& verdict) const {
  const std::uint64_t* const done = verdict.done_.data();
  const auto steps = [&](std::size_t first_bit, std::size_t most) {
    const std::uint64_t from_first = done[first_bit / 64] >> first_bit % 64;
    return std::countr_one(from_first & ((std::uint64_t{1} << most) - 1));
  };
  verdict.floor = static_cast<Recommendation>(steps(bits_.recommend, kRecommendSteps));
  verdict.referral = static_cast<Referral>(steps(bits_.referral, kReferralSteps));
  verdict.recheck_hours = std::nullopt;
  for (std::size_t i = 0; i < recheck_hours_.size() && has_bit(done, bits_.recheck + i); ++i) {
    verdict.recheck_hours = recheck_hours_[i];
  }
}

/// A recommendation for which nothing is left becomes the next more cautious one.
void FastRules::offer(FastVerdict& verdict) const {
  const std::uint64_t* const barred = verdict.done_.data();
  verdict.heart_rate_allowed = !has_bit(barred, bits_.heart_rate);
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
    if (verdict.recommendation == Recommendation::run && !has_bit(barred, bits_.running)) return;
  }
}

RuleMasks::RuleMasks(const Pack& pack, const ReplyCodes& codes, std::span<const MaskTarget> targets)
    : codes_(&codes), derived_(static_cast<std::uint32_t>(first_derived_word(pack))) {
  for (const MaskTarget& target : targets) {
    for (const Alternative& alternative : *target.alternatives)
      add(alternative, target.number, pack);
  }
  for (Block& block : blocks_) fill_up(block.parts);
}

/// Where a literal reads; the masks are left open.
RuleMasks::Part RuleMasks::place(const Literal& literal, const Pack& pack) const {
  if (literal.test == nullptr) {
    return {derived_ + literal.derived / 64, literal.derived % 64 / kOptions * kOptions, kOptions};
  }
  const Variable& variable = pack.variable(literal.test->variable);
  const std::uint32_t word = variable.question.index;
  if (!variable.option) return {word, ReplyCodes::kCellShift, ReplyCodes::kCellBits};
  const std::uint32_t shift = *variable.option / kOptions * kOptions;
  return {word, shift, std::min(kOptions, kReplyBits - shift)};
}

std::uint32_t RuleMasks::count_values(const Part& part) const {
  const bool is_cell = part.values() == 1U << ReplyCodes::kCellBits;
  return is_cell ? codes_->cells(QuestionId{part.word}) : part.values();
}

/// The bit of a part that a literal looks at, if it looks at just one.
std::optional<std::uint32_t> RuleMasks::bit_read(const Literal& literal, const Pack& pack) {
  if (literal.test == nullptr) return literal.derived % kOptions;
  const auto option = pack.variable(literal.test->variable).option;
  return option ? std::optional(*option % kOptions) : std::nullopt;
}

/// Calls `use` with each value of a part at which a literal does not hold.
template <class Use>
void RuleMasks::for_each_refused(const Literal& literal, std::uint32_t values, const Pack& pack,
                                 Use use) const {
  if (const auto bit = bit_read(literal, pack)) {
    const auto holds = [&](std::int32_t chosen) {
      return literal.test == nullptr ? chosen == 1
                                     : accepts(*literal.test, chosen) == literal.wanted;
    };
    const std::array<bool, 2> is_refused = {!holds(0), !holds(1)};
    for (std::uint32_t value = 0; value < values; ++value) {
      if (is_refused[value >> *bit & 1U]) use(value);
    }
    return;
  }
  const auto& examples = codes_->examples(pack.variable(literal.test->variable).question);
  for (std::uint32_t value = 0; value < values; ++value) {
    if (accepts(*literal.test, examples[value]) != literal.wanted) use(value);
  }
}

/// The part of a block that a literal reads, added if it is new.
const RuleMasks::Part& RuleMasks::part_for(Block& block, const Literal& literal, const Pack& pack) {
  Part wanted = place(literal, pack);
  for (const Part& part : block.parts) {
    if (part.word == wanted.word && part.turn == wanted.turn) return part;
  }
  const std::uint32_t values = count_values(wanted);
  wanted.masks = masks_.emplace_back(std::make_unique<Mask[]>(values)).get();
  Mask everything;
  everything.halves.fill(~Mask::Half{});
  std::fill_n(wanted.masks, values, everything);
  return block.parts.emplace_back(wanted);
}

/// The last part may be read several times.
void RuleMasks::fill_up(std::vector<Part>& parts) {
  while (parts.size() % kAtOnce != 0) parts.push_back(parts.back());
}

void RuleMasks::add(const Alternative& alternative, std::uint32_t number, const Pack& pack) {
  if (blocks_.empty() || blocks_.back().numbers.size() == kBlock) blocks_.emplace_back();
  Block& block = blocks_.back();
  const std::size_t at = block.numbers.size();
  const std::uint64_t bit = std::uint64_t{1} << at % 64;
  block.numbers.push_back(number);
  block.used.set_word(at / 64, block.used.word(at / 64) | bit);
  for (const Literal& literal : alternative) {
    const Part& part = part_for(block, literal, pack);
    for_each_refused(literal, count_values(part), pack, [&](std::uint32_t value) {
      Mask& mask = part.masks[value];
      mask.set_word(at / 64, mask.word(at / 64) & ~bit);
    });
  }
}

}  // namespace runready
