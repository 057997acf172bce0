#include "report/report_json.hpp"

#include <stdexcept>

#include "json/json_writer.hpp"
#include "model/answers.hpp"
#include "pack/names.hpp"
#include "report/json_fields.hpp"
#include "report/questions.hpp"
#include "report/shown.hpp"
#include "rules/gates.hpp"
#include "rules/situation.hpp"
#include "runready/read_answers.hpp"
#include "runready/render.hpp"
#include "runready/version.hpp"

namespace runready {

namespace {

/// `"range":{"recommendation":[…],"referral":[…]}` into an open object.
void write_range(JsonWriter& out, const OutcomeRange& range, const Fields& fields = {});

/// `gait`, or `complaints.1.gait` where there are several.
std::string key_of(const Pack& pack, const Answers& told, const Asked& asked) {
  const std::string& id = pack.question(asked.question).id;
  if (!asked.complaint || told.flat) return id;
  return "complaints." + std::to_string(*asked.complaint) + "." + id;
}

/// The whole reply after a change: of a list, the options that stay chosen are part of it.
void set_reply(const Pack& pack, const AskAgain::Change& change, const Replies& now,
               Replies& into) {
  const Question& question = pack.question(change.asked.question);
  if (question.type == QuestionType::multi_choice) {
    for (std::uint32_t i = 0; i < question.variable_count; ++i) {
      const VariableId id{question.first_variable.index + i};
      into.set(id, now.knows(id) ? now[id] : 0);
    }
  }
  for (const auto& [id, value] : change.replies) into.set(id, value);
}

/// The answers that would have to differ, as they would have to be.
Answers changed(const Pack& pack, const Answers& now, const AskAgain& again) {
  Answers changed;
  changed.flat = now.flat;
  changed.runner = Replies(pack.variables.size());
  for (std::size_t i = 0; i < now.complaints.size(); ++i) {
    changed.complaints.push_back({"", Replies(pack.variables.size())});
  }
  for (const AskAgain::Change& change : again.changes) {
    if (change.asked.complaint) {
      const std::size_t complaint = *change.asked.complaint;
      set_reply(pack, change, now.complaints[complaint].replies,
                changed.complaints[complaint].replies);
    } else {
      set_reply(pack, change, now.runner, changed.runner);
    }
  }
  return changed;
}

void write_nearest(JsonWriter& out, const Pack& pack, const Answers& now,
                   const std::vector<AskAgain>& nearest, const Fields& fields) {
  out.begin_array();
  for (const AskAgain& again : nearest) {
    out.begin_object();
    if (fields.has("recommendation")) {
      out.key("recommendation").value(name(again.recommendation));
    }
    if (fields.has("if")) out.key("if").raw(to_json(pack, changed(pack, now, again)));
    out.end_object();
  }
  out.end_array();
}

void write_pair(JsonWriter& out, std::string_view key, std::string_view least,
                std::string_view most) {
  out.key(key).begin_array().value(least).value(most).end_array();
}

/// What further replies could still do, into an open object: `settled`, `range`, `ask_next`,
/// `ask_again_when` and `would_permit`, as far as they are wanted.
void write_outlook(JsonWriter& out, const Pack& pack, const Assessment& assessment,
                   const Outlook& outlook, const Fields& fields) {
  if (fields.has("settled")) out.key("settled").value(outlook.settled);
  if (fields.has("range")) write_range(out, outlook.range, fields.at("range"));
  if (fields.has("ask_next")) {
    out.key("ask_next").begin_array();
    for (const Asked& asked : outlook.ask_next) {
      out.value(key_of(pack, assessment.known.told, asked));
    }
    out.end_array();
  }
  const Answers& now = assessment.known.both;
  if (fields.has("ask_again_when")) {
    out.key("ask_again_when");
    write_nearest(out, pack, now, outlook.ask_again_when, fields.at("ask_again_when"));
  }
  if (fields.has("would_permit")) {
    out.key("would_permit");
    write_nearest(out, pack, now, outlook.would_permit, fields.at("would_permit"));
  }
}

void write_range(JsonWriter& out, const OutcomeRange& range, const Fields& fields) {
  out.key("range").begin_object();
  if (fields.has("recommendation")) {
    write_pair(out, "recommendation", name(range.least), name(range.most));
  }
  if (fields.has("referral")) {
    write_pair(out, "referral", name(range.referral_least), name(range.referral_most));
  }
  out.end_object();
}

}  // namespace

std::string next_json(const Pack& pack, const Known& known, const Outlook& outlook,
                      std::string_view id_json) {
  std::string line;
  JsonWriter out(line);
  out.begin_object().key("schema").value("runready/next/1");
  if (!id_json.empty()) out.key("id").raw(id_json);
  out.key("settled").value(false);
  const Asked& asked = outlook.ask_next.front();
  out.key("question");
  write_question(out, pack, pack.question(asked.question));
  if (asked.complaint) out.key("complaint").value(*asked.complaint);
  write_range(out, outlook.range);
  out.key("answers").raw(to_json(pack, known.told));
  out.key("inferred").raw(to_json(pack, known.inferred));
  out.end_object();
  return line;
}

// The assessment as JSON. Keys stand in one fixed order, whatever order they are asked for in, so
// that equal assessments are equal lines.

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
