#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "vocabulary.hpp"

/// The 55 rules of pack/rules.json as plain ifs, most cautious first.
namespace yardstick {

enum class Recommendation : std::uint8_t { run, easy_run, cross_train, rest };
enum class Referral : std::uint8_t { none, consider, see, urgent, emergency };

struct Advice {
  Recommendation recommendation = Recommendation::run;
  Referral referral = Referral::none;
  unsigned excluded = 0;  ///< activities, one bit each
  bool escalated = false;
  std::size_t fired = 0;
  std::array<std::string_view, 55> rules;

  void add(std::string_view rule, Recommendation at_least, Referral refer, unsigned exclude = 0) {
    recommendation = std::max(recommendation, at_least);
    referral = std::max(referral, refer);
    excluded |= exclude;
    rules[fired++] = rule;
  }
};

Advice advise(const Record& record);

/// Appends the line that `runready batch --brief --fields recommendation,referral,reasons` prints.
void print(const Advice& advice, std::string& out);

}  // namespace yardstick
