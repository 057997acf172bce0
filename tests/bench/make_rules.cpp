// make_rules COUNT [--seed N]
//
// That many more rules for pack/, as a pack file on standard output: each asks for two to five
// things at once, so that it is seldom true, as the rules of a large pack are. The same seed gives
// the same rules.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "vocabulary.hpp"

namespace {

using namespace yardstick;

class Chance {
 public:
  explicit Chance(std::uint64_t seed) : engine_(seed) {}
  std::size_t below(std::size_t limit) { return engine_() % limit; }

 private:
  std::mt19937_64 engine_;
};

struct Options {
  std::string_view question;
  std::span<const std::string_view> names;
};

const std::vector<Options> kLists = {
    {"warning_signs", kWarningSignsNames}, {"about_you", kAboutYouNames}, {"where", kWhereNames},
    {"leg_warnings", kLegWarningsNames},   {"training", kTrainingNames},  {"signs", kSignsNames},
    {"recovery", kRecoveryNames},          {"plan", kPlanNames}};

const std::vector<Options> kChoices = {
    {"quality", kQualityNames}, {"walk_test", kWalkTestNames}, {"gait", kGaitNames},
    {"tissue", kTissueNames},   {"onset", kOnsetNames},        {"trend", kTrendNames},
    {"sides", kSidesNames},     {"warmup", kWarmupNames},      {"next_morning", kNextMorningNames}};

struct Range {
  std::string_view question;
  std::size_t least;
  std::size_t values;
};

const std::vector<Range> kIntegers = {{"age", 15, 70},       {"pain", 1, 9},
                                      {"week_km", 0, 120},   {"days_sore", 0, 60},
                                      {"sleep_hours", 3, 8}, {"pulse_up", 1, 20}};

std::string variable(std::string_view question) {
  return R"({"var":")" + std::string(question) + R"("})";
}

std::string quoted(std::string_view text) { return '"' + std::string(text) + '"'; }

std::string test(Chance& chance) {
  const std::size_t kind = chance.below(10);
  if (kind < 5) {
    const Options& list = kLists[chance.below(kLists.size())];
    return R"({"in":[)" + quoted(list.names[chance.below(list.names.size())]) + "," +
           variable(list.question) + "]}";
  }
  if (kind < 8) {
    const Options& choice = kChoices[chance.below(kChoices.size())];
    const std::size_t option = 1 + chance.below(choice.names.size() - 1);
    return R"({"==":[)" + variable(choice.question) + "," + quoted(choice.names[option]) + "]}";
  }
  const Range& integer = kIntegers[chance.below(kIntegers.size())];
  return R"({">=":[)" + variable(integer.question) + "," +
         std::to_string(integer.least + chance.below(integer.values)) + "]}";
}

std::string condition(Chance& chance) {
  std::string all;
  for (std::size_t tests = 2 + chance.below(4); tests > 0; --tests) {
    std::string one = test(chance);
    if (chance.below(5) == 0) one = R"({"or":[)" + one + "," + test(chance) + "]}";
    all += (all.empty() ? "" : ",") + one;
  }
  return R"({"and":[)" + all + "]}";
}

void print_rule(long number, Chance& chance) {
  constexpr std::string_view kLevels[] = {"easy-run", "cross-train", "rest"};
  constexpr std::string_view kReferrals[] = {"none", "consider", "see"};
  const std::string text =
      "    {\"id\":\"more-" + std::to_string(number) + "\",\"when\":" + condition(chance) +
      ",\"recommend\":" + quoted(kLevels[chance.below(3)]) +
      ",\"referral\":" + quoted(kReferrals[chance.below(3)]) +
      ",\"because\":\"Several things together call for care here.\",\"sources\":[\"F1\"]}";
  std::printf("%s%s", number == 1 ? "" : ",\n", text.c_str());
}

}  // namespace

int main(int argc, char** argv) {
  long count = 0;
  std::uint64_t seed = 1;
  for (int i = 1; i < argc; ++i) {
    if (std::string_view(argv[i]) == "--seed" && i + 1 < argc) {
      seed = std::strtoull(argv[++i], nullptr, 10);
    } else {
      count = std::atol(argv[i]);
    }
  }
  Chance chance(seed);
  std::printf("{\n  \"rules\": [\n");
  for (long i = 1; i <= count; ++i) print_rule(i, chance);
  std::printf("\n  ]\n}\n");
}
