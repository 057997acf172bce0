// Tips, the feel check and the bar on heart-rate figures.
#include <vector>

#include "pack/members.hpp"
#include "pack/names.hpp"
#include "pack/readers.hpp"
#include "pack/targets.hpp"

namespace runready {

namespace {

void tip_for(Loading& in, JsonValue& json, Tip& tip) {
  for (const JsonValue* word : read_words(in, json, Empty::refused)) {
    if (const auto place = read_name(in, *word, kRecommendationNames)) {
      tip.offered_for.push_back(static_cast<Recommendation>(*place));
    }
  }
}

constexpr Member<Tip> kTipMembers[] = {
    {"id", kRequired, nullptr},
    {"phase", kRequired, name_of<&Tip::phase, kPhaseNames>},
    {"tags", kOptional, tags<&Tip::tags>},
    {"for", kOptional, tip_for},
    {"when", kOptional, condition<&Tip::when>},
    {"unless", kOptional, condition<&Tip::unless>},
    {"text", kRequired, text<&Tip::text>},
    {"sources", kRequired, sources<&Tip::sources>},
};

/// Where it is rest nothing is begun that could be felt.
void finish_tip(Loading& in, JsonValue& json, Tip& tip) {
  const bool is_for_rest = tip.offered_for == std::vector{Recommendation::rest};
  if (tip.phase != Phase::feel_check || !is_for_rest) return;
  in.error("contradiction", json.find("for")->span,
           "the feel check is made while training, and where it is rest nobody trains",
           "name another recommendation, or take another `phase`");
}

constexpr Entries<Tip> kTips = {"a tip", kTipMembers, {kMaxEntries, "tips"}, is_id, finish_tip};

constexpr Member<FeelCheck> kFeelCheckMembers[] = {
    {"after_minutes", kRequired, integer<&FeelCheck::after_minutes, 1, 60>},
    {"sources", kOptional, sources_if_any<&FeelCheck::sources>},
};

constexpr Member<HeartRate> kHeartRateMembers[] = {
    {"unless", kRequired, condition<&HeartRate::unless>},
    {"sources", kOptional, sources_if_any<&HeartRate::sources>},
};

}  // namespace

void load_tips(Loading& in, JsonValue& json) {
  read_entries(in, json, kTips, in.tips, in.pack.tips);
}

void index_tips(Loading& in) { in.tip_tags = entries_by_tag(in.pack.tips); }

void load_feel_check(Loading& in, JsonValue& json) {
  read_members<FeelCheck>(in, json, "a feel check", kFeelCheckMembers, in.pack.feel_check);
}

void load_heart_rate(Loading& in, JsonValue& json) {
  read_members<HeartRate>(in, json, "`heart_rate`", kHeartRateMembers, in.pack.heart_rate);
}

void list_tip_keys(std::vector<KeyTable>& into) {
  list_keys<Tip>(into, "a tip", kTipMembers);
  list_keys<FeelCheck>(into, "a feel check", kFeelCheckMembers);
  list_keys<HeartRate>(into, "`heart_rate`", kHeartRateMembers);
}

}  // namespace runready
