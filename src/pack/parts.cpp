#include "pack/parts.hpp"

#include <algorithm>
#include <array>

#include "pack/readers.hpp"

namespace runready {

namespace {

constexpr std::array<PackPart, 16> kParts = {{
    {"$schema", true, false, false, load_schema_name},
    {"pack", true, true, false, nullptr},
    {"texts", false, true, false, load_texts},
    {"sections", false, true, false, load_sections},
    {"sources", true, true, false, load_sources},
    {"facts", true, true, false, load_facts},
    {"activities", false, true, false, load_activities, index_activities},
    {"questions", true, true, false, load_questions},
    {"terms", true, true, false, load_terms, resolve_conditions},
    {"rules", true, true, false, load_rules},
    {"workouts", true, true, false, load_workouts, check_workout_names},
    {"tips", true, true, false, load_tips, index_tips},
    {"feel_check", false, true, true, load_feel_check},
    {"heart_rate", false, true, true, load_heart_rate},
    {"invariants", true, false, false, load_invariants},
    {"cases", true, false, false, load_cases},
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
