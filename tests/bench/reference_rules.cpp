#include "reference_rules.hpp"

namespace yardstick {

namespace {

enum Activity : unsigned {
  kRunning = 1U << 0,
  kBikeSeated = 1U << 1,
  kBikeStanding = 1U << 2,
  kElliptical = 1U << 3,
  kStairMachine = 1U << 4,
  kSwimPullBuoy = 1U << 5,
  kSwimCrawl = 1U << 6,
  kDeepWaterRunning = 1U << 7,
  kWalkFlat = 1U << 8,
  kRowing = 1U << 9,
  kUpperBody = 1U << 10
};

bool is_any_workout_left(const Record& r, const Advice& advice, Recommendation level,
                         bool bone_sign, bool worn_out) {
  if (level == Recommendation::run && !(advice.excluded & kRunning)) return true;
  if (level == Recommendation::easy_run && !(advice.excluded & kRunning) &&
      !((r.training.has(Training::kNewToRunning) || r.training.has(Training::kBackFromBreak))))
    return true;
  if (level == Recommendation::easy_run && !(advice.excluded & kRunning) &&
      (r.training.has(Training::kNewToRunning) || r.training.has(Training::kBackFromBreak)))
    return true;
  if (level == Recommendation::cross_train && !(advice.excluded & kBikeSeated)) return true;
  if (level == Recommendation::cross_train && !(advice.excluded & kBikeStanding) &&
      !((r.where.has(Where::kKneeFront) || r.where.has(Where::kHip))))
    return true;
  if (level == Recommendation::cross_train && !(advice.excluded & kElliptical) && !bone_sign)
    return true;
  if (level == Recommendation::cross_train && !(advice.excluded & kSwimPullBuoy)) return true;
  if (level == Recommendation::cross_train && !(advice.excluded & kDeepWaterRunning) && !worn_out)
    return true;
  if ((level == Recommendation::easy_run || level == Recommendation::cross_train) &&
      !(advice.excluded & kWalkFlat))
    return true;
  if (level == Recommendation::cross_train && !(advice.excluded & kUpperBody) && !worn_out)
    return true;
  return false;
}

}  // namespace

Advice advise(const Record& r) {
  Advice advice;
  const bool bone_sign =
      (r.signs.has(Signs::kSoreSpotOnBone) || r.signs.has(Signs::kHurtsToLand)) ||
      r.tissue == Tissue::kBone ||
      (r.signs.has(Signs::kNightOrRestPain) &&
       (r.where.has(Where::kGroin) || r.where.has(Where::kHip)));
  const bool weight_bearing_site = r.where.has(Where::kFoot) || r.where.has(Where::kHeel) ||
                                   r.where.has(Where::kAnkle) || r.where.has(Where::kShin) ||
                                   r.where.has(Where::kHip);
  const bool tendon_or_joint =
      r.tissue == Tissue::kTendon || r.tissue == Tissue::kJoint || r.tissue == Tissue::kUnsure;
  const bool settles_well =
      r.pain <= 5 && r.gait == Gait::kNormal &&
      (r.next_morning == NextMorning::kFine || r.next_morning == NextMorning::kFirstSteps) &&
      r.warmup != Warmup::kWorse;
  const bool worn_out =
      (r.recovery.has(Recovery::kVeryTired) || r.recovery.has(Recovery::kVeryHighRestingPulse)) ||
      (r.sleep_hours < 6 && r.pulse_up >= 5);
  const bool one_sided = r.sides == Sides::kOneWorse || r.sides == Sides::kOne;

  if (r.warning_signs.has(WarningSigns::kChestPain) || r.warning_signs.has(WarningSigns::kFainted))
    advice.add("chest-signs", Recommendation::rest, Referral::emergency);
  if (r.warning_signs.has(WarningSigns::kConfusion))
    advice.add("mind-signs", Recommendation::rest, Referral::emergency);
  if (r.leg_warnings.has(LegWarnings::kColdPaleFoot) ||
      r.leg_warnings.has(LegWarnings::kSevereTenseLeg))
    advice.add("cold-foot", Recommendation::rest, Referral::emergency);
  if (r.leg_warnings.has(LegWarnings::kSaddleNumbness))
    advice.add("saddle-signs", Recommendation::rest, Referral::emergency);
  if (r.warning_signs.has(WarningSigns::kPalpitations) ||
      r.warning_signs.has(WarningSigns::kBreathless))
    advice.add("heart-racing", Recommendation::rest, Referral::urgent);
  if (r.warning_signs.has(WarningSigns::kHeatIllness))
    advice.add("heat-illness", Recommendation::rest, Referral::urgent);
  if (r.warning_signs.has(WarningSigns::kHeadInjury))
    advice.add("head-injury", Recommendation::rest, Referral::urgent);
  if (r.warning_signs.has(WarningSigns::kDarkUrine))
    advice.add("dark-urine", Recommendation::rest, Referral::urgent);
  if (r.leg_warnings.has(LegWarnings::kOneCalfSwollen) &&
      (r.where.has(Where::kCalf) || r.signs.has(Signs::kSwelling)))
    advice.add("one-calf-swollen", Recommendation::rest, Referral::urgent);
  if (r.leg_warnings.has(LegWarnings::kHotJoint) && (r.signs.has(Signs::kSwelling) || r.pain >= 6))
    advice.add("hot-joint", Recommendation::rest, Referral::urgent);
  if (r.leg_warnings.has(LegWarnings::kLegWeakness))
    advice.add("leg-weakness", Recommendation::rest, Referral::urgent);
  if (r.leg_warnings.has(LegWarnings::kCannotBearWeight) ||
      (r.walk_test == WalkTest::kFailed && r.pain >= 7))
    advice.add("cannot-bear-weight", Recommendation::rest, Referral::urgent);
  if (r.leg_warnings.has(LegWarnings::kPop) &&
      (r.leg_warnings.has(LegWarnings::kCannotTiptoe) ||
       (r.where.has(Where::kAchilles) || r.where.has(Where::kCalf))))
    advice.add("tendon-torn", Recommendation::rest, Referral::urgent);
  if (r.about_you.has(AboutYou::kToldNotToRun) && !r.about_you.has(AboutYou::kClearedToRun))
    advice.add("told-not-to-run", Recommendation::rest, Referral::see);
  if (bone_sign && (r.gait == Gait::kLimping || r.walk_test != WalkTest::kEasy || r.pain >= 5))
    advice.add("bone-under-weight", Recommendation::rest, Referral::see);
  if (r.signs.has(Signs::kSoreSpotOnBone) && weight_bearing_site &&
      (r.about_you.has(AboutYou::kEarlierBoneStress) || r.signs.has(Signs::kNightOrRestPain)))
    advice.add("bone-at-risk-site", Recommendation::rest, Referral::see);
  if (r.quality == Quality::kSharp &&
      (r.tissue == Tissue::kJoint || r.tissue == Tissue::kTendon || r.tissue == Tissue::kBone))
    advice.add("sharp-in-joint", Recommendation::rest, Referral::see);
  if (r.signs.has(Signs::kGivesWay) &&
      (r.where.has(Where::kKneeFront) || r.where.has(Where::kKneeOuter) ||
       r.where.has(Where::kKneeInner) || r.where.has(Where::kAnkle)))
    advice.add("gives-way", Recommendation::rest, Referral::see);
  if (r.walk_test == WalkTest::kFailed)
    advice.add("walking-fails", Recommendation::rest, Referral::see);
  if (r.gait == Gait::kLimping) advice.add("limping", Recommendation::rest, Referral::consider);
  if (r.recovery.has(Recovery::kIll) &&
      (r.illness == Illness::kFever || r.illness == Illness::kBelowNeck))
    advice.add("fever", Recommendation::rest, Referral::consider);
  if (r.pain >= 7) advice.add("severe-pain", Recommendation::rest, Referral::consider);
  if (r.onset == Onset::kSudden && (r.signs.has(Signs::kBruise) || r.signs.has(Signs::kSwelling)))
    advice.add("sudden-and-bruised", Recommendation::rest, Referral::consider);
  if (r.recovery.has(Recovery::kIll) &&
      (r.illness == Illness::kStomach || r.illness == Illness::kGoneUnder1Day))
    advice.add("stomach", Recommendation::rest, Referral::none);
  if (r.about_you.has(AboutYou::kHeartCondition) && !r.about_you.has(AboutYou::kClearedToRun))
    advice.add("heart-not-cleared", Recommendation::cross_train, Referral::see, kRowing);
  if (r.signs.has(Signs::kNumbOrTingling) &&
      (r.signs.has(Signs::kShootingPain) || r.where.has(Where::kBack) ||
       r.trend == Trend::kWorsening))
    advice.add("nerve-signs", Recommendation::cross_train, Referral::see, kRowing);
  if (r.trend == Trend::kWorsening && r.days_sore >= 7)
    advice.add("worse-and-worse", Recommendation::cross_train, Referral::see);
  if (r.days_sore >= 14 && r.trend != Trend::kImproving && r.pain >= 3)
    advice.add("long-lasting", Recommendation::cross_train, Referral::consider);
  if (bone_sign && r.pain < 5)
    advice.add("bone-unclear", Recommendation::cross_train, Referral::consider, kElliptical);
  if (tendon_or_joint && !settles_well)
    advice.add("tendon-or-joint", Recommendation::cross_train, Referral::consider);
  if (r.signs.has(Signs::kSwelling) &&
      (r.where.has(Where::kKneeFront) || r.where.has(Where::kKneeInner)))
    advice.add("knee-swollen", Recommendation::cross_train, Referral::consider,
               kBikeStanding | kStairMachine);
  if (r.gait == Gait::kAltered)
    advice.add("altered-stride", Recommendation::cross_train, Referral::none,
               kElliptical | kStairMachine);
  if (r.walk_test == WalkTest::kUncomfortable)
    advice.add("walking-uneasy", Recommendation::cross_train, Referral::none, kWalkFlat);
  if (r.pain >= 5 && r.any_pain)
    advice.add("moderate-pain", Recommendation::cross_train, Referral::none);
  if (one_sided && (r.quality == Quality::kSharp || r.trend == Trend::kWorsening ||
                    (r.warmup == Warmup::kSame || r.warmup == Warmup::kWorse)))
    advice.add("one-sided-and-growing", Recommendation::cross_train, Referral::none);
  if (r.next_morning == NextMorning::kWorseOnce || r.next_morning == NextMorning::kWorseOften)
    advice.add("worse-next-morning", Recommendation::cross_train, Referral::none,
               kRunning | kBikeSeated | kBikeStanding | kElliptical | kStairMachine | kSwimCrawl |
                   kRowing);
  if (r.any_pain && worn_out)
    advice.add("sore-and-worn-out", Recommendation::cross_train, Referral::none);
  if (r.pulse_up >= 10 || r.recovery.has(Recovery::kVeryHighRestingPulse))
    advice.add("pulse-high", Recommendation::cross_train, Referral::none);
  if ((r.where.has(Where::kCalf) || r.where.has(Where::kAchilles)) && r.sides == Sides::kOne &&
      r.pain >= 4)
    advice.add("calf-one-sided", Recommendation::cross_train, Referral::none, kElliptical);
  if (r.where.has(Where::kHamstringTop) && r.pain >= 3)
    advice.add("hamstring-high", Recommendation::cross_train, Referral::none,
               kBikeSeated | kRowing);
  if (r.about_you.has(AboutYou::kPregnant))
    advice.add("pregnant", Recommendation::easy_run, Referral::consider);
  if (r.about_you.has(AboutYou::kInsulin) || r.about_you.has(AboutYou::kBloodThinners))
    advice.add("insulin", Recommendation::easy_run, Referral::consider);
  if (r.about_you.has(AboutYou::kOver65New) ||
      (r.age > 65 && r.training.has(Training::kNewToRunning)))
    advice.add("old-and-new", Recommendation::easy_run, Referral::consider);
  if (r.signs.has(Signs::kCameBack) && (r.days_sore >= 3 || one_sided))
    advice.add("came-back", Recommendation::easy_run, Referral::consider);
  if (r.training.has(Training::kRaced))
    advice.add("raced-lately", Recommendation::easy_run, Referral::none);
  if (r.any_pain) advice.add("any-pain", Recommendation::easy_run, Referral::none);
  if (r.recovery.has(Recovery::kBadSleepWeek) || r.sleep_hours < 5)
    advice.add("slept-badly", Recommendation::easy_run, Referral::none);
  if (r.recovery.has(Recovery::kVeryTired) || (r.pulse_up >= 5 && r.pulse_up <= 9) ||
      r.recovery.has(Recovery::kHighRestingPulse))
    advice.add("tired", Recommendation::easy_run, Referral::none);
  if (r.recovery.has(Recovery::kIll) &&
      (r.illness == Illness::kAboveNeck || r.illness == Illness::kGone13Days ||
       r.illness == Illness::kGone47Days))
    advice.add("after-illness", Recommendation::easy_run, Referral::none);
  if (r.training.has(Training::kDistanceJump) || r.plan.has(Plan::kOverDouble))
    advice.add("distance-jump", Recommendation::easy_run, Referral::none);
  if (r.training.has(Training::kHardSessionYesterday) &&
      (r.plan.has(Plan::kHard) || r.plan.has(Plan::kHills) || r.plan.has(Plan::kRace)))
    advice.add("hard-upon-hard", Recommendation::easy_run, Referral::none);
  if (r.plan.has(Plan::kOver10Percent) &&
      ((r.training.has(Training::kBackFromBreak) || r.training.has(Training::kBackFromInjury) ||
        r.training.has(Training::kNewToRunning)) ||
       r.week_km < 10))
    advice.add("too-much-too-soon", Recommendation::easy_run, Referral::none);
  if ((r.about_you.has(AboutYou::kUnder18) || r.age < 18) &&
      (r.plan.has(Plan::kLong) || r.week_km > 60))
    advice.add("young-and-long", Recommendation::easy_run, Referral::none);
  if (r.recovery.has(Recovery::kTiredForWeeks))
    advice.add("tired-for-weeks", Recommendation::run, Referral::see);
  if (r.recovery.has(Recovery::kPainkiller))
    advice.add("painkiller", Recommendation::run, Referral::consider);

  const auto floor = advice.recommendation;
  while (advice.recommendation != Recommendation::rest &&
         !is_any_workout_left(r, advice, advice.recommendation, bone_sign, worn_out)) {
    advice.recommendation =
        static_cast<Recommendation>(static_cast<int>(advice.recommendation) + 1);
  }
  advice.escalated = advice.recommendation != floor;
  return advice;
}

}  // namespace yardstick
