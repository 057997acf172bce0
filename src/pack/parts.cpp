#include "pack/parts.hpp"

#include <algorithm>
#include <array>

#include "pack/readers.hpp"

namespace runready {

namespace {

constexpr PackPart::Traits kAny = 0;
constexpr PackPart::Traits kBaseOnly = PackPart::kBaseOnly;
constexpr PackPart::Traits kOnce = PackPart::kOnce;
constexpr PackPart::Traits kForChecking = PackPart::kForChecking;
constexpr PackPart::Traits kForCiting = PackPart::kForCiting;
constexpr PackPart::Traits kAddOnOnly = PackPart::kAddOnOnly;

constexpr std::array<PackPart, 18> kParts = {{
    {"$schema", kAny, load_schema_name},
    {"pack", kAny, nullptr},
    {"sections", kAny, load_sections},
    {"sources", kForCiting, load_sources},
    {"facts", kAny, load_facts},
    {"activities", kAny, load_activities, index_activities},
    {"more_options", kAddOnOnly, load_more_options},
    {"questions", kAny, load_questions, check_more_options},
    {"terms", kAny, load_terms, resolve_conditions},
    {"texts", kBaseOnly, load_texts},
    {"rules", kAny, load_rules},
    {"tables", kAny, load_tables},
    {"workouts", kAny, load_workouts, check_workout_names},
    {"tips", kAny, load_tips, index_tips},
    {"feel_check", kBaseOnly | kOnce, load_feel_check},
    {"heart_rate", kBaseOnly | kOnce, load_heart_rate},
    {"invariants", kForChecking, load_invariants},
    {"cases", kForChecking, load_cases},
}};

constexpr auto kKeys = [] {
  std::array<std::string_view, kParts.size()> keys;
  std::ranges::transform(kParts, keys.begin(), &PackPart::key);
  return keys;
}();

}  // namespace

std::span<const PackPart> pack_parts() { return kParts; }

const PackPart* pack_part_named(std::string_view key) {
  const auto found = std::ranges::find(kParts, key, &PackPart::key);
  return found != kParts.end() ? &*found : nullptr;
}

std::span<const std::string_view> pack_part_keys() { return kKeys; }

}  // namespace runready
