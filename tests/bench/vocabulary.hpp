#pragma once

#include <cstdint>
#include <string_view>

/// The questions of pack/questions.json as a programmer would write them by hand: what the two
/// yardsticks with plain ifs fill in, and what the records are made of.
namespace yardstick {

enum class WarningSigns : std::uint8_t {
  kChestPain,
  kFainted,
  kPalpitations,
  kBreathless,
  kHeatIllness,
  kConfusion,
  kHeadInjury,
  kDarkUrine
};
enum class AboutYou : std::uint8_t {
  kUnder18,
  kPregnant,
  kOver65New,
  kHeartCondition,
  kInsulin,
  kNumbFeet,
  kBloodThinners,
  kEarlierBoneStress,
  kToldNotToRun,
  kClearedToRun
};
enum class Where : std::uint8_t {
  kFoot,
  kHeel,
  kArch,
  kToe,
  kAnkle,
  kAchilles,
  kCalf,
  kShin,
  kKneeFront,
  kKneeOuter,
  kKneeInner,
  kHamstring,
  kHamstringTop,
  kQuad,
  kGlute,
  kHip,
  kGroin,
  kBack,
  kUpperBody
};
enum class LegWarnings : std::uint8_t {
  kOneCalfSwollen,
  kHotJoint,
  kColdPaleFoot,
  kSevereTenseLeg,
  kLegWeakness,
  kSaddleNumbness,
  kPop,
  kCannotTiptoe,
  kCannotBearWeight
};
enum class Pattern : std::uint8_t { kSoreness, kDescribe };
enum class Training : std::uint8_t {
  kRaced,
  kHardSessionYesterday,
  kDistanceJump,
  kDownhill,
  kNewShoesOrSurface,
  kBackFromBreak,
  kBackFromInjury,
  kNewToRunning,
  kGymLegs,
  kSeveralDaysSore
};
enum class Signs : std::uint8_t {
  kSwelling,
  kBruise,
  kNightOrRestPain,
  kOneSpot,
  kSoreSpotOnBone,
  kHurtsToLand,
  kNumbOrTingling,
  kShootingPain,
  kGivesWay,
  kTightSameDistance,
  kCameBack
};
enum class Quality : std::uint8_t { kDull, kTight, kPulling, kBurning, kThrobbing, kSharp };
enum class WalkTest : std::uint8_t { kEasy, kUncomfortable, kFailed };
enum class Gait : std::uint8_t { kNormal, kAltered, kLimping };
enum class Tissue : std::uint8_t { kMuscle, kTendon, kJoint, kBone, kUnsure };
enum class Onset : std::uint8_t { kDelayed, kGradual, kDuringRun, kSudden };
enum class Trend : std::uint8_t { kImproving, kSame, kWorsening };
enum class Sides : std::uint8_t { kBoth, kOneWorse, kOne };
enum class Warmup : std::uint8_t { kNotTried, kBetter, kReturnsLater, kSame, kLateOnset, kWorse };
enum class NextMorning : std::uint8_t { kFine, kFirstSteps, kLingers, kWorseOnce, kWorseOften };
enum class Recovery : std::uint8_t {
  kIll,
  kSleptBadly,
  kBadSleepWeek,
  kVeryTired,
  kTiredForWeeks,
  kHighRestingPulse,
  kVeryHighRestingPulse,
  kStressed,
  kPainkiller
};
enum class Illness : std::uint8_t {
  kAboveNeck,
  kGone47Days,
  kGone13Days,
  kGoneUnder1Day,
  kStomach,
  kBelowNeck,
  kFever
};
enum class Plan : std::uint8_t {
  kLong,
  kHard,
  kHills,
  kRace,
  kOver10Percent,
  kOverDouble,
  kNothingPlanned
};

/// The options chosen of a multi-choice question.
template <class Option>
class Set {
 public:
  bool has(Option option) const { return (bits_ >> static_cast<unsigned>(option) & 1U) != 0; }
  void add(Option option) { bits_ |= 1U << static_cast<unsigned>(option); }

 private:
  std::uint32_t bits_ = 0;
};

/// What one line tells; what it does not tell has its default.
struct Record {
  Set<WarningSigns> warning_signs;
  Set<AboutYou> about_you;
  int age = 30;
  bool any_pain = false;
  Set<Where> where;
  Set<LegWarnings> leg_warnings;
  Pattern pattern = Pattern::kSoreness;
  int pain = 2;
  Set<Training> training;
  int week_km = 20;
  Set<Signs> signs;
  Quality quality = Quality::kDull;
  WalkTest walk_test = WalkTest::kEasy;
  Gait gait = Gait::kNormal;
  Tissue tissue = Tissue::kMuscle;
  Onset onset = Onset::kDelayed;
  Trend trend = Trend::kImproving;
  int days_sore = 1;
  Sides sides = Sides::kBoth;
  Warmup warmup = Warmup::kNotTried;
  NextMorning next_morning = NextMorning::kFine;
  Set<Recovery> recovery;
  Illness illness = Illness::kAboveNeck;
  int sleep_hours = 8;
  int pulse_up = 0;
  Set<Plan> plan;
};

inline constexpr std::string_view kWarningSignsNames[] = {
    "chest-pain",   "fainted",   "palpitations", "breathless",
    "heat-illness", "confusion", "head-injury",  "dark-urine"};
inline constexpr std::string_view kAboutYouNames[] = {
    "under-18",  "pregnant",       "over-65-new",         "heart-condition", "insulin",
    "numb-feet", "blood-thinners", "earlier-bone-stress", "told-not-to-run", "cleared-to-run"};
inline constexpr std::string_view kWhereNames[] = {
    "foot",  "heel",       "arch",       "toe",        "ankle",     "achilles",      "calf",
    "shin",  "knee-front", "knee-outer", "knee-inner", "hamstring", "hamstring-top", "quad",
    "glute", "hip",        "groin",      "spine",      "upper-body"};
inline constexpr std::string_view kLegWarningsNames[] = {
    "one-calf-swollen", "hot-joint", "cold-pale-foot", "severe-tense-leg",  "leg-weakness",
    "saddle-numbness",  "pop",       "cannot-tiptoe",  "cannot-bear-weight"};
inline constexpr std::string_view kPatternNames[] = {"soreness", "describe"};
inline constexpr std::string_view kTrainingNames[] = {"raced",
                                                      "hard-session-yesterday",
                                                      "distance-jump",
                                                      "downhill",
                                                      "new-shoes-or-surface",
                                                      "back-from-break",
                                                      "back-from-injury",
                                                      "new-to-running",
                                                      "gym-legs",
                                                      "several-days-sore"};
inline constexpr std::string_view kSignsNames[] = {
    "swelling",      "bruise",           "night-or-rest-pain", "one-spot",  "sore-spot-on-bone",
    "hurts-to-land", "numb-or-tingling", "shooting-pain",      "gives-way", "tight-same-distance",
    "came-back"};
inline constexpr std::string_view kQualityNames[] = {"dull",    "tight",     "pulling",
                                                     "burning", "throbbing", "sharp"};
inline constexpr std::string_view kWalkTestNames[] = {"easy", "uncomfortable", "failed"};
inline constexpr std::string_view kGaitNames[] = {"normal", "altered", "limping"};
inline constexpr std::string_view kTissueNames[] = {"muscle", "tendon", "joint", "bone", "unsure"};
inline constexpr std::string_view kOnsetNames[] = {"delayed", "gradual", "during-run", "sudden"};
inline constexpr std::string_view kTrendNames[] = {"improving", "same", "worsening"};
inline constexpr std::string_view kSidesNames[] = {"both", "one-worse", "one"};
inline constexpr std::string_view kWarmupNames[] = {"not-tried", "better",     "returns-later",
                                                    "same",      "late-onset", "worse"};
inline constexpr std::string_view kNextMorningNames[] = {"fine", "first-steps", "lingers",
                                                         "worse-once", "worse-often"};
inline constexpr std::string_view kRecoveryNames[] = {"ill",
                                                      "slept-badly",
                                                      "bad-sleep-week",
                                                      "very-tired",
                                                      "tired-for-weeks",
                                                      "high-resting-pulse",
                                                      "very-high-resting-pulse",
                                                      "stressed",
                                                      "painkiller"};
inline constexpr std::string_view kIllnessNames[] = {
    "above-neck", "gone-4-7-days", "gone-1-3-days", "gone-under-1-day",
    "stomach",    "below-neck",    "fever"};
inline constexpr std::string_view kPlanNames[] = {
    "long", "hard", "hills", "race", "over-10-percent", "over-double", "nothing-planned"};

}  // namespace yardstick
