// The assessment as JSON. Keys stand in one fixed order, whatever order they are asked for in, so
// that equal assessments are equal lines.

#include <stdexcept>

#include "assess/knowledge.hpp"
#include "assess/situation.hpp"
#include "model/answers.hpp"
#include "model/answers_json.hpp"
#include "pack/names.hpp"
#include "pack/reserved.hpp"
#include "render/choices.hpp"
#include "render/cited.hpp"
#include "render/fields.hpp"
#include "render/headline.hpp"
#include "render/outlook_json.hpp"
#include "render/pack_json.hpp"
#include "render/replies_json.hpp"
#include "render/rule_truths.hpp"
#include "render/workout_json.hpp"
#include "runready/read_answers.hpp"
#include "runready/render.hpp"
#include "runready/version.hpp"
#include "text/json_writer.hpp"

namespace runready {

namespace {

constexpr std::string_view kSchema = "runready/assessment/1";

class AssessmentWriter {
 public:
  AssessmentWriter(const Report& report, const JsonOptions& options, JsonWriter& out)
      : report_(report),
        pack_(report.pack),
        assessment_(report.assessment),
        situation_(report.pack, report.assessment),
        fields_(options.fields),
        brief_(options.brief),
        out_(out) {}

  void write() {
    out_.begin_object();
    write_answer();
    write_what_to_do();
    if (report_.outlook) write_outlook(out_, pack_, assessment_, *report_.outlook, fields_);
    write_grounds();
    out_.end_object();
  }

 private:
  bool wants(std::string_view key) const { return fields_.has(key); }

  void write_answer() {
    if (wants("schema")) out_.key("schema").value(kSchema);
    if (wants("id") && !report_.id_json.empty()) out_.key("id").raw(report_.id_json);
    if (!report_.kept_json.empty()) out_.members(report_.kept_json);
    if (wants("recommendation")) {
      out_.key("recommendation").value(name(assessment_.recommendation));
    }
    if (wants("referral")) out_.key("referral").value(name(assessment_.referral));
    if (wants("headline")) out_.key("headline").value(headline(report_, situation_));
    if (wants("reasons")) write_reasons(fields_.at("reasons"));
  }

  void write_what_to_do() {
    if (wants("workout") || wants("alternatives")) write_workouts();
    if (wants("excluded")) write_excluded(fields_.at("excluded"));
    if (wants("feel_check")) write_feel_check(fields_.at("feel_check"));
    if (wants("tips")) write_tips(fields_.at("tips"));
    if (wants("recheck_hours")) write_recheck();
  }

  void write_grounds() {
    const Known& known = assessment_.known;
    const auto write = [&](std::string_view key, const Answers& answers) {
      if (wants(key)) write_answers(out_.key(key), pack_, answers);
    };
    if (report_.from_diary && tells_anything(*report_.from_diary)) {
      write("answers", without(pack_, known.told, *report_.from_diary));
      write("inferred_from_diary", *report_.from_diary);
    } else {
      write("answers", known.told);
    }
    write("inferred", known.inferred);
    write("assumed", assessment_.assumed);
    if (is_explained("rules")) write_rules(fields_.at("rules"));
    if (is_explained("sources")) write_sources(fields_.at("sources"));
    if (wants("pack")) write_pack(fields_.at("pack"));
    if (wants("program")) out_.key("program").value(RUNREADY_VERSION);
    if (wants("notice")) out_.key("notice").value(pack_.text("notice"));
  }

  bool is_explained(std::string_view key) const {
    return report_.explain ? wants(key) : fields_.names(key);
  }

  void write_reasons(const Fields& fields) {
    out_.key("reasons").begin_array();
    for (const Reason& reason : assessment_.reasons) {
      if (brief_) {
        out_.value(rule_name(reason));
      } else {
        write_reason(reason, fields);
      }
    }
    out_.end_array();
  }

  std::string_view rule_name(const Reason& reason) const {
    return reason.rule ? std::string_view(pack_.rule(*reason.rule).id) : kEscalationRule;
  }

  void write_reason(const Reason& reason, const Fields& fields) {
    out_.begin_object();
    if (fields.has("rule")) out_.key("rule").value(rule_name(reason));
    if (fields.has("complaint") && reason.complaint) out_.key("complaint").value(*reason.complaint);
    if (fields.has("recommend")) out_.key("recommend").value(name(reason.recommend));
    if (fields.has("referral")) out_.key("referral").value(name(reason.referral));
    if (fields.has("because")) {
      out_.key("because").value(reason.rule ? pack_.rule(*reason.rule).because
                                            : situation_.text("escalation.because"));
    }
    if (fields.has("answers")) {
      out_.key("answers");
      write_replies(out_, pack_, subject(reason), reason.because_of);
    }
    if (fields.has("unknown")) {
      out_.key("unknown").begin_array();
      for (const QuestionId id : reason.unknown) out_.value(pack_.question(id).id);
      out_.end_array();
    }
    if (fields.has("sources")) {
      out_.key("sources");
      write_fact_ids(out_, pack_,
                     reason.rule ? pack_.rule(*reason.rule).sources : std::vector<FactId>{});
    }
    out_.end_object();
  }

  const Replies& subject(const Reason& reason) {
    if (subjects_.empty()) subjects_ = subjects(pack_, assessment_.known.both);
    return subjects_[reason.complaint.value_or(0)];
  }

  void write_workouts() {
    const Choices choice = choices(report_);
    const std::size_t others = choice.at_hand && !choice.shown.empty() ? 1 : 0;
    if (wants("workout")) {
      out_.key("workout");
      if (others == 0) {
        out_.null();
      } else {
        write_workout(out_, pack_, choice.shown.front(), figures(), fields_.at("workout"));
      }
    }
    if (!wants("alternatives")) return;
    out_.key("alternatives").begin_array();
    for (const WorkoutId id : std::span(choice.shown).subspan(others)) {
      write_workout(out_, pack_, id, figures(), fields_.at("alternatives"));
    }
    out_.end_array();
  }

  HeartRateFigures figures() const {
    return assessment_.heart_rate_allowed ? HeartRateFigures::shown : HeartRateFigures::left_out;
  }

  void write_excluded(const Fields& fields) {
    out_.key("excluded").begin_array();
    for (const Exclusion& exclusion : assessment_.excluded) {
      out_.begin_object();
      if (fields.has("activity")) {
        out_.key("activity").value(pack_.activities[exclusion.activity.index].id);
      }
      if (fields.has("rules")) {
        out_.key("rules").begin_array();
        for (const RuleId id : exclusion.rules) out_.value(pack_.rule(id).id);
        out_.end_array();
      }
      out_.end_object();
    }
    out_.end_array();
  }

  void write_feel_check(const Fields& fields) {
    out_.key("feel_check");
    if (assessment_.recommendation > Recommendation::easy_run) {
      out_.null();
      return;
    }
    out_.begin_object();
    if (fields.has("after_minutes")) {
      out_.key("after_minutes").value(pack_.feel_check.after_minutes);
    }
    if (fields.has("go_on_if")) out_.key("go_on_if").value(situation_.text("feel-check.go-on-if"));
    if (fields.has("stop_if")) out_.key("stop_if").value(situation_.text("feel-check.stop-if"));
    out_.end_object();
  }

  void write_tips(const Fields& fields) {
    out_.key("tips").begin_array();
    for (const TipId id : assessment_.tips) {
      const Tip& tip = pack_.tips[id.index];
      out_.begin_object();
      if (fields.has("id")) out_.key("id").value(tip.id);
      if (fields.has("phase"))
        out_.key("phase").value(kPhaseNames[static_cast<std::size_t>(tip.phase)]);
      if (fields.has("text")) out_.key("text").value(tip.text);
      if (fields.has("sources")) {
        out_.key("sources");
        write_fact_ids(out_, pack_, tip.sources);
      }
      out_.end_object();
    }
    out_.end_array();
  }

  void write_recheck() {
    out_.key("recheck_hours");
    if (assessment_.recheck_hours) {
      out_.value(*assessment_.recheck_hours);
    } else {
      out_.null();
    }
  }

  void write_rules(const Fields& fields) {
    out_.key("rules").begin_array();
    for (const RuleTruth& rule : rule_truths(pack_, assessment_.known)) {
      out_.begin_object();
      if (fields.has("rule")) out_.key("rule").value(pack_.rule(rule.rule).id);
      if (fields.has("complaint") && rule.complaint) out_.key("complaint").value(*rule.complaint);
      if (fields.has("truth")) out_.key("truth").value(truth_name(rule.truth));
      out_.end_object();
    }
    out_.end_array();
  }

  void write_sources(const Fields& fields) {
    out_.key("sources").begin_array();
    for (const FactId id : cited_facts(report_)) write_fact(out_, pack_, id, fields);
    out_.end_array();
  }

  void write_pack(const Fields& fields) {
    out_.key("pack").begin_object();
    write_which_pack(out_, pack_, fields);
    if (fields.has("proved")) out_.key("proved").value(report_.proof.is_of(pack_));
    out_.end_object();
  }

  const Report& report_;
  const Pack& pack_;
  const Assessment& assessment_;
  Situation situation_;
  Fields fields_;
  bool brief_;
  JsonWriter& out_;
  std::vector<Replies> subjects_;  ///< once a reason needs them
};

}  // namespace

namespace {

void require_fields(const JsonOptions& options) {
  if (options.fields.empty()) return;
  Diagnostics wrong;
  check_fields(options.fields, wrong);
  if (wrong.empty()) return;
  throw std::invalid_argument(wrong.front().message + "; " + wrong.front().help);
}

}  // namespace

std::string to_json(const Report& report, const JsonOptions& options) {
  constexpr std::size_t kUsual = 4096;
  require_fields(options);
  require_same_pack(report.pack, report.assessment.known);
  std::string line;
  if (options.fields.empty()) line.reserve(kUsual);
  JsonWriter out(line);
  AssessmentWriter(report, options, out).write();
  return line;
}

}  // namespace runready
