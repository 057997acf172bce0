#include "batch/summary.hpp"

#include <algorithm>
#include <functional>
#include <utility>
#include <vector>

#include "fmt/format.h"
#include "json/json_writer.hpp"
#include "report/json_fields.hpp"
#include "runready/version.hpp"

namespace runready {

namespace {

/// `  limping                        1,234   1.2 %`
std::string row(std::string_view name, std::uint64_t count, std::uint64_t of) {
  const double share = of == 0 ? 0 : 100 * static_cast<double>(count) / static_cast<double>(of);
  return fmt::format("  {:<32} {:>13} {:>6.1f} %\n", name, grouped(count), share);
}

}  // namespace

std::string grouped(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, 1, ',');
  return digits;
}

namespace {

/// The rules that counted, the most frequent first.
std::vector<std::pair<std::uint64_t, std::string_view>> rules_counted(const Pack& pack,
                                                                      const BatchCounts& counts) {
  std::vector<std::pair<std::uint64_t, std::string_view>> rules;
  for (std::size_t i = 0; i < counts.rules.size(); ++i) {
    if (counts.rules[i] > 0) rules.emplace_back(counts.rules[i], pack.rules[i].id);
  }
  std::ranges::stable_sort(rules, std::ranges::greater{},
                           [](const auto& rule) { return rule.first; });
  return rules;
}

void write_count(JsonWriter& out, std::string_view key, std::uint64_t count) {
  out.key(key).value(static_cast<std::int64_t>(count));
}

}  // namespace

std::string summary_json(const Pack& pack, const BatchCounts& counts) {
  std::string line;
  JsonWriter out(line);
  out.begin_object().key("schema").value("runready/batch-summary/1");
  out.key("pack").begin_object();
  write_which_pack(out, pack);
  out.end_object().key("program").value(RUNREADY_VERSION);
  write_count(out, "answered", counts.answered);
  write_count(out, "refused", counts.errors);
  out.key("recommendations").begin_object();
  for (std::size_t i = 0; i < counts.recommendations.size(); ++i) {
    write_count(out, kRecommendationNames[i], counts.recommendations[i]);
  }
  out.end_object().key("referrals").begin_object();
  for (std::size_t i = 0; i < counts.referrals.size(); ++i) {
    write_count(out, kReferralNames[i], counts.referrals[i]);
  }
  out.end_object().key("rules").begin_object();
  for (const auto& [count, rule] : rules_counted(pack, counts)) write_count(out, rule, count);
  out.end_object().end_object();
  return line;
}

std::string summary_text(const Pack& pack, const BatchCounts& counts) {
  std::string text =
      fmt::format("{} answered, {} refused\n", grouped(counts.answered), grouped(counts.errors));
  if (counts.answered == 0) return text;
  text += "recommendation\n";
  for (std::size_t i = 0; i < counts.recommendations.size(); ++i) {
    text += row(kRecommendationNames[i], counts.recommendations[i], counts.answered);
  }
  text += "referral\n";
  for (std::size_t i = 0; i < counts.referrals.size(); ++i) {
    text += row(kReferralNames[i], counts.referrals[i], counts.answered);
  }
  text += "rules that counted\n";
  for (const auto& [count, rule] : rules_counted(pack, counts)) {
    text += row(rule, count, counts.answered);
  }
  return text;
}

}  // namespace runready
