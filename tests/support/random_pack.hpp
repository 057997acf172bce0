// Random small packs and answers: what property tests compare the fast ways on.
#pragma once

#include <cstdint>
#include <random>
#include <span>
#include <utility>
#include <vector>

#include "runready/answers.hpp"
#include "runready/pack.hpp"

namespace runready::testing {

/// Randomness that is the same everywhere (the standard distributions are not).
class Dice {
 public:
  explicit Dice(std::uint32_t seed) : engine_(seed) {}

  /// Bytes decide, a throw each, as long as there are some: a fuzzer that changes one byte changes
  /// one throw. The bytes must outlive the dice.
  explicit Dice(std::span<const std::uint8_t> bytes) : engine_(0), bytes_(bytes) {}

  /// 0 to n - 1. REQUIRES: n > 0; with bytes, that many only up to 256.
  std::uint32_t below(std::size_t n) { return static_cast<std::uint32_t>(next() % n); }
  /// low to high, both possible.
  std::int32_t between(std::int32_t low, std::int32_t high) {
    return low + static_cast<std::int32_t>(below(static_cast<std::size_t>(high - low) + 1));
  }
  bool percent(std::uint32_t chance) { return below(100) < chance; }
  template <class T>
  const T& pick(const std::vector<T>& from) {
    return from[below(from.size())];
  }
  template <class T>
  void shuffle(std::vector<T>& items) {
    for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[below(i)]);
  }

 private:
  std::uint32_t next() {
    if (bytes_.empty()) return static_cast<std::uint32_t>(engine_());
    const std::uint8_t byte = bytes_.front();
    bytes_ = bytes_.subspan(1);
    return byte;
  }

  std::mt19937 engine_;
  std::span<const std::uint8_t> bytes_;
};

struct RandomPackOptions {
  std::size_t questions = 5;  ///< 1 or more
  std::size_t terms = 2;
  std::size_t rules = 6;
  std::size_t activities = 3;  ///< the first may be `running`
  std::size_t workouts = 4;
  std::size_t tips = 2;
  std::size_t invariants = 0;
  std::size_t wordings = 0;    ///< texts that follow the situation, at most
  double most_answers = 3000;  ///< complete answers of one complaint, gates not counted
  bool cautious = false;       ///< conditions only grow with caution, defaults are harmless
  bool never_assumed = true;   ///< whether some questions may have `assume` false
  bool default_opens = false;  ///< whether some questions may have `default_opens`
  bool marks = true;           ///< whether some may be marked `permits` or have no reply `none`
};

/// A pack with gates (also on later questions and on terms), every type of question, negations,
/// shared terms, exclusions, workouts and tips with `when` and `unless`. As loaded, but for texts.
Pack random_pack(Dice& dice, const RandomPackOptions& options = {});

/// A random condition over a pack's questions and terms; only over the runner's questions and
/// those terms that read no others if `about` is `runner`.
Condition random_condition(const Pack& pack, Dice& dice, About about, bool cautious);

/// Each question answered with that chance, for so many complaints. They may contradict a gate.
Answers random_answers(const Pack& pack, Dice& dice, std::size_t complaints, std::uint32_t percent);

}  // namespace runready::testing
