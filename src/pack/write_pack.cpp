#include "pack/write_pack.hpp"

#include "json/json_writer.hpp"
#include "pack/names.hpp"
#include "pack/parts.hpp"
#include "rules/condition_json.hpp"
#include "runready/read_answers.hpp"

namespace runready {

namespace {

/// Every kind of entry has one `write`, in the key order of its table in load_*.cpp. What has its
/// default is left out.
class PackWriter {
 public:
  PackWriter(const Pack& pack, std::string& out) : pack_(pack), out_(out) {}

  void write() {
    out_.begin_object();
    write_header();
    write_texts();
    list("sections", pack_.sections);
    list("sources", pack_.source_list);
    list("facts", pack_.facts);
    list("activities", pack_.activities);
    list("questions", pack_.questions);
    list("terms", pack_.terms);
    list("rules", pack_.rules);
    list("workouts", pack_.workouts);
    list("tips", pack_.tips);
    write_feel_check();
    write_heart_rate();
    list("invariants", pack_.invariants);
    list("cases", pack_.cases);
    out_.end_object();
  }

 private:
  void write_header() {
    out_.key("pack").begin_object();
    member("format", kPackFormat);
    member("id", pack_.id);
    member("version", pack_.version);
    member("title", pack_.title);
    member("language", pack_.language);
    out_.end_object();
  }

  void write_texts() {
    out_.key("texts").begin_object();
    for (const auto& [key, text] : pack_.texts) {
      const auto wordings = pack_.wordings.find(key);
      if (wordings == pack_.wordings.end()) {
        member(key, text);
      } else {
        write_wordings(key, wordings->second, text);
      }
    }
    out_.end_object();
  }

  void write_wordings(const std::string& key, const std::vector<Wording>& wordings,
                      const std::string& last) {
    out_.key(key).begin_array();
    for (const Wording& wording : wordings) {
      out_.begin_object();
      condition("when", wording.when);
      member("text", wording.text);
      out_.end_object();
    }
    out_.begin_object();
    member("text", last);
    out_.end_object();
    out_.end_array();
  }

  void write(const Section& section) {
    member("id", section.id);
    member("title", section.title);
  }

  void write(const Source& source) {
    member("id", source.id);
    member("title", source.title);
    text("author", source.author);
    text("publisher", source.publisher);
    if (source.year) member("year", *source.year);
    text("doi", source.doi);
    text("url", source.url);
  }

  void write(const Fact& fact) {
    member("id", fact.id);
    text("kind", fact.kind);
    member("text", fact.text);
    out_.key("from").begin_array();
    for (const std::uint32_t source : fact.from) out_.value(pack_.source_list[source].id);
    out_.end_array();
    member("grade", fact.grade);
  }

  void write(const Activity& activity) {
    member("id", activity.id);
    member("label", activity.label);
    words("tags", activity.tags);
    words("gentler_than", activity.gentler_than_names);
  }

  void write(const Question& question) {
    member("id", question.id);
    member("about", name(question.about, kAboutNames));
    member("section", pack_.sections[question.section].id);
    member("type", name(question.type, kQuestionTypeNames));
    condition("when", question.when);
    member("ask", question.ask);
    write_replies(question);
    member("caution", name(question.caution, kCautionNames));
    if (!question.enter && question.assume) member("enter", false);
    if (!question.assume) member("assume", false);
    if (question.fixed) member("fixed", true);
    if (question.permits) member("permits", true);
    if (question.heals) member("heals", true);
    if (!question.none_is_reply) member("none", false);
    if (question.stays) member("stays", true);
    if (question.for_words) member("for_words", true);
    if (question.default_opens) member("default_opens", true);
    member("why", question.why);
    entries("sources", question.sources, pack_.facts);
  }

  void write_replies(const Question& question) {
    switch (question.type) {
      case QuestionType::boolean:
        write(question.clause);
        member("default", question.default_value != 0);
        break;
      case QuestionType::choice:
        write_options(question);
        member("default", question.options[at(question.default_value)].id);
        break;
      case QuestionType::multi_choice:
        write_options(question);
        break;
      case QuestionType::integer:
        member("says", question.clause.says);
        interval("range", Interval{question.min, question.max});
        text("unit", question.unit);
        member("default", question.default_value);
    }
  }

  void write_options(const Question& question) {
    out_.key("options").begin_array();
    for (const Option& option : question.options) {
      out_.begin_object();
      member("id", option.id);
      member("label", option.label);
      write(option.clause);
      text("group", option.group);
      if (!option.words.empty()) {
        out_.key("words").begin_array();
        for (const std::string& word : option.words) out_.value(word);
        out_.end_array();
      }
      if (question.type == QuestionType::multi_choice && option.caution != question.caution) {
        member("caution", name(option.caution, kCautionNames));
      }
      if (option.permits) member("permits", true);
      if (option.heals) member("heals", true);
      out_.end_object();
    }
    out_.end_array();
  }

  void write(const Clause& clause) {
    member("says", clause.says);
    text("says_not", clause.says_not);
  }

  void write(const Term& term) {
    member("id", term.id);
    write(term.clause);
    condition("when", term.when);
  }

  void write(const Rule& rule) {
    member("id", rule.id);
    condition("when", rule.written_when());
    if (const Condition* unless = rule.written_unless()) condition("unless", *unless);
    member("recommend", runready::name(rule.recommend));
    member("referral", runready::name(rule.referral));
    words("exclude", rule.exclude_names);
    if (rule.recheck_hours) member("recheck_hours", *rule.recheck_hours);
    if (rule.explains) member("explains", true);
    member("because", rule.because);
    entries("sources", rule.sources, pack_.facts);
  }

  void write(const Workout& workout) {
    member("id", workout.id);
    member("activity", pack_.activities[workout.activity.index].id);
    levels("for", workout.offered_for);
    interval("minutes", workout.minutes);
    out_.key("effort").begin_object();
    interval("zone", workout.effort.zone);
    interval("rpe", workout.effort.rpe);
    interval("hr_max_percent", workout.effort.hr_max_percent);
    text("talk", workout.effort.talk);
    out_.end_object();
    member("how", workout.how);
    condition("when", workout.when);
    condition("unless", workout.unless);
    entries("sources", workout.sources, pack_.facts);
  }

  void write(const Tip& tip) {
    member("id", tip.id);
    member("phase", name(tip.phase, kPhaseNames));
    words("tags", tip.tags);
    levels("for", tip.offered_for);
    condition("when", tip.when);
    condition("unless", tip.unless);
    member("text", tip.text);
    entries("sources", tip.sources, pack_.facts);
  }

  void write_feel_check() {
    out_.key("feel_check").begin_object();
    member("after_minutes", pack_.feel_check.after_minutes);
    entries("sources", pack_.feel_check.sources, pack_.facts);
    out_.end_object();
  }

  void write_heart_rate() {
    if (!pack_.heart_rate.unless) return;
    out_.key("heart_rate").begin_object();
    condition("unless", pack_.heart_rate.unless);
    entries("sources", pack_.heart_rate.sources, pack_.facts);
    out_.end_object();
  }

  void write(const Invariant& invariant) {
    member("id", invariant.id);
    condition("for_all", invariant.for_all);
    if (invariant.only) entries("only", *invariant.only, pack_.questions);
    outcome("if", invariant.if_outcome);
    outcome("then", invariant.then_outcome);
    entries("monotone", invariant.monotone, pack_.questions);
    if (!invariant.on.empty()) {
      out_.key("on").begin_array();
      for (const MonotoneOn on : invariant.on) out_.value(name(on, kMonotoneOnNames));
      out_.end_array();
    }
    entries("sources", invariant.sources, pack_.facts);
  }

  void outcome(std::string_view key, const std::optional<OutcomePattern>& outcome) {
    if (!outcome) return;
    out_.key(key).begin_object();
    bounds("recommend", outcome->recommend);
    bounds("referral", outcome->referral);
    entries("excludes", outcome->excludes, pack_.activities);
    groups("offers", outcome->offers);
    entries("offers_no", outcome->offers_no, pack_.workouts);
    entries("no_tips", outcome->no_tips, pack_.tips);
    out_.end_object();
  }

  void write(const Case& example) {
    member("id", example.id);
    text("title", example.title);
    out_.key("answers").raw(to_json(pack_, example.answers));
    out_.key("expect").begin_object();
    const Expectation& expect = example.expect;
    if (expect.recommend) member("recommend", runready::name(*expect.recommend));
    if (expect.referral) member("referral", runready::name(*expect.referral));
    rules("fires", expect.fires, expect.escalates == true);
    rules("not", expect.fires_not, expect.escalates == false);
    groups("offers", expect.offers);
    entries("offers_no", expect.offers_no, pack_.workouts);
    groups("tips", expect.tips);
    entries("no_tips", expect.no_tips, pack_.tips);
    out_.end_object();
  }

  void rules(std::string_view key, const std::vector<RuleId>& rules, bool and_escalation) {
    if (rules.empty() && !and_escalation) return;
    out_.key(key).begin_array();
    for (const RuleId rule : rules) out_.value(pack_.rule(rule).id);
    if (and_escalation) out_.value(kEscalationRule);
    out_.end_array();
  }

  // One member each; those that can be left out say so by their value.

  template <class T>
  void member(std::string_view key, const T& value) {
    out_.key(key).value(value);
  }

  void text(std::string_view key, const std::string& text) {
    if (!text.empty()) member(key, text);
  }

  void words(std::string_view key, const std::vector<std::string>& words) {
    if (words.empty()) return;
    out_.key(key).begin_array();
    for (const std::string& word : words) out_.value(word);
    out_.end_array();
  }

  void levels(std::string_view key, const std::vector<Recommendation>& levels) {
    if (levels.empty()) return;
    out_.key(key).begin_array();
    for (const Recommendation level : levels) out_.value(runready::name(level));
    out_.end_array();
  }

  void interval(std::string_view key, const std::optional<Interval>& interval) {
    if (!interval) return;
    out_.key(key).begin_array().value(interval->low).value(interval->high).end_array();
  }

  template <class Level>
  void bounds(std::string_view key, const Bounds<Level>& bounds) {
    if (!bounds.at_least && !bounds.at_most) return;
    out_.key(key).begin_object();
    if (bounds.at_least) member("at_least", runready::name(*bounds.at_least));
    if (bounds.at_most) member("at_most", runready::name(*bounds.at_most));
    out_.end_object();
  }

  void condition(std::string_view key, const Condition& condition) {
    out_.key(key);
    write_condition(out_, condition, pack_, Terms::by_name);
  }

  void condition(std::string_view key, const std::optional<Condition>& maybe) {
    if (maybe) condition(key, *maybe);
  }

  template <class Id, class Entry>
  void entries(std::string_view key, const std::vector<Id>& ids, const std::vector<Entry>& of) {
    if (ids.empty()) return;
    out_.key(key).begin_array();
    for (const Id id : ids) out_.value(of[id.index].id);
    out_.end_array();
  }

  template <class Id>
  void groups(std::string_view key, const std::vector<Group<Id>>& groups) {
    if (groups.empty()) return;
    out_.key(key).begin_array();
    for (const Group<Id>& group : groups) out_.value(group.name);
    out_.end_array();
  }

  template <class Entry>
  void list(std::string_view key, const std::vector<Entry>& entries) {
    if (entries.empty()) return;
    out_.key(key).begin_array();
    for (const Entry& entry : entries) {
      out_.begin_object();
      write(entry);
      out_.end_object();
    }
    out_.end_array();
  }

  template <class Enum, std::size_t kCount>
  static std::string_view name(Enum value, const std::array<std::string_view, kCount>& names) {
    return names[static_cast<std::size_t>(value)];
  }

  static std::size_t at(std::int32_t place) { return static_cast<std::size_t>(place); }

  const Pack& pack_;
  JsonWriter out_;
};

}  // namespace

std::string write_pack(const Pack& pack) {
  std::string out;
  PackWriter(pack, out).write();
  return out;
}

}  // namespace runready
