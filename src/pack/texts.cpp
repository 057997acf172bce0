#include "pack/texts.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <string>

#include "pack/members.hpp"
#include "pack/parts.hpp"
#include "text/words.hpp"

namespace runready {

namespace {

constexpr Says kFits = Says::what_fits;

// Sorted by key.
constexpr TextKey kTextKeys[] = {
    {"banner.cross-train", 0, kFits},
    {"banner.easy-run", 0, kFits},
    {"banner.easy-run.unsettled", 0, kFits},
    {"banner.emergency", 0, kFits},
    {"banner.rest", 0, kFits},
    {"banner.run", 0, kFits},
    {"banner.run.unsettled", 0, kFits},
    {"banner.urgent", 0, kFits},
    {"calendar.before-next-run", 0},
    {"calendar.date", 3},
    {"calendar.in-days", 1},
    {"calendar.in-hours", 1},
    {"calendar.later-today", 0},
    {"calendar.on", 1},
    {"calendar.tomorrow", 1},
    {"complaint.number", 1},
    {"day.friday", 0},
    {"day.monday", 0},
    {"day.saturday", 0},
    {"day.sunday", 0},
    {"day.thursday", 0},
    {"day.tuesday", 0},
    {"day.wednesday", 0},
    {"effort.easy", 0},
    {"effort.hard", 0},
    {"effort.moderate", 0},
    {"effort.very-easy", 0},
    {"escalation.because", 0, kFits},
    {"feel-check.go-on-if", 0, kFits},
    {"feel-check.stop-if", 0, kFits},
    {"headline.cross-train", 0, kFits},
    {"headline.easy-run", 0, kFits},
    {"headline.easy-run.unsettled", 1, kFits},
    {"headline.easy-run.unsettled.one", 0, kFits},
    {"headline.emergency", 0, kFits},
    {"headline.rest", 0, kFits},
    {"headline.run", 0, kFits},
    {"headline.run.unsettled", 1, kFits},
    {"headline.run.unsettled.one", 0, kFits},
    {"headline.urgent", 0, kFits},
    {"interview.another.noted", 0},
    {"interview.another.nothing", 0},
    {"interview.another.too-many", 0},
    {"interview.anything-else", 0},
    {"interview.anything-else.why", 0},
    {"interview.at-hand", 0},
    {"interview.at-hand.all", 0},
    {"interview.at-hand.why", 0},
    {"interview.confirm.how", 0},
    {"interview.confirm.urgent", 0},
    {"interview.confirm.why", 0},
    {"interview.enter.default", 2},
    {"interview.enter.keep", 2},
    {"interview.enter.more", 1},
    {"interview.enter.ticked", 1},
    {"interview.enter.usual", 2},
    {"interview.first", 0},
    {"interview.hint", 0},
    {"interview.how.amount", 0},
    {"interview.how.number", 0},
    {"interview.how.one", 0},
    {"interview.how.several", 0},
    {"interview.how.ticked", 0},
    {"interview.keep", 0},
    {"interview.keep.why", 0},
    {"interview.meaning", 3},
    {"interview.meaning.how", 0},
    {"interview.opening", 0},
    {"interview.problem.again", 0},
    {"interview.problem.ambiguous", 2},
    {"interview.problem.enter", 0},
    {"interview.problem.list", 1},
    {"interview.problem.nearest", 1},
    {"interview.problem.none-and-others", 0},
    {"interview.problem.number", 2},
    {"interview.problem.one-only", 0},
    {"interview.problem.unknown", 1},
    {"interview.progress", 3},
    {"interview.quit", 0},
    {"interview.repeat", 0},
    {"interview.review.empty", 0},
    {"interview.review.how", 0},
    {"interview.review.row", 1},
    {"interview.review.title", 0},
    {"interview.review.why", 0},
    {"interview.set-aside", 1},
    {"interview.settled.all", 0},
    {"interview.settled.early", 1},
    {"interview.several", 0},
    {"interview.stakes", 1},
    {"interview.stakes.nothing", 0},
    {"interview.stakes.recommendation", 1},
    {"interview.stakes.referral", 0},
    {"interview.stakes.words", 0},
    {"interview.stakes.workouts", 0},
    {"interview.taken-up", 1},
    {"interview.type.amount", 2},
    {"interview.type.groups", 0},
    {"interview.type.none", 1},
    {"interview.type.number", 2},
    {"interview.type.one", 0},
    {"interview.type.several", 0},
    {"interview.type.ticked", 0},
    {"interview.understood", 1},
    {"month.april", 0},
    {"month.august", 0},
    {"month.december", 0},
    {"month.february", 0},
    {"month.january", 0},
    {"month.july", 0},
    {"month.june", 0},
    {"month.march", 0},
    {"month.may", 0},
    {"month.november", 0},
    {"month.october", 0},
    {"month.september", 0},
    {"morning.better", 0},
    {"morning.gone", 0},
    {"morning.groups", 0},
    {"morning.new", 0},
    {"morning.opening", 1},
    {"morning.pain", 2},
    {"morning.same", 0},
    {"morning.since", 2},
    {"morning.since.why", 0},
    {"morning.today", 0},
    {"morning.training", 0},
    {"morning.worse", 0},
    {"morning.yesterday", 0},
    {"notice", 0},
    {"phase.after", 0},
    {"phase.before", 0},
    {"phase.during", 0},
    {"phase.race", 0},
    {"phase.recovery", 0},
    {"recommendation.cross-train", 0, kFits},
    {"recommendation.easy-run", 0, kFits},
    {"recommendation.rest", 0, kFits},
    {"recommendation.run", 0, kFits},
    {"referral.consider", 0, kFits},
    {"referral.emergency", 0, kFits},
    {"referral.none", 0, kFits},
    {"referral.see", 0, kFits},
    {"referral.urgent", 0, kFits},
    {"reply.no", 0},
    {"reply.none", 0},
    {"reply.not-told", 0},
    {"reply.yes", 0},
    {"report.again", 1},
    {"report.also-allowed", 1},
    {"report.answer-next", 2},
    {"report.as-planned", 0, kFits},
    {"report.ask-again", 1},
    {"report.avoid", 1},
    {"report.column.question", 0},
    {"report.column.reply", 0},
    {"report.effort", 2},
    {"report.from-config", 1},
    {"report.from-diary", 1},
    {"report.go-on", 2},
    {"report.heart-rate", 2},
    {"report.heart-rate.estimated", 2},
    {"report.less", 1},
    {"report.minutes", 2},
    {"report.minutes.one", 1},
    {"report.missing", 1},
    {"report.not-at-hand", 0, kFits},
    {"report.not-proved", 2},
    {"report.nothing-against", 0, kFits},
    {"report.of", 2},
    {"report.or", 1},
    {"report.range", 2},
    {"report.range.one", 1},
    {"report.rules-used", 2},
    {"report.rules.not-true", 1},
    {"report.rules.true", 1},
    {"report.rules.unknown", 1},
    {"report.said", 1},
    {"report.said-of", 2},
    {"report.say", 1},
    {"report.say-of", 2},
    {"report.see-someone.sooner", 0, kFits},
    {"report.see-someone.when", 0, kFits},
    {"report.session", 2},
    {"report.settled", 0},
    {"report.stop", 1},
    {"report.talk", 1},
    {"report.title.also", 0},
    {"report.title.answers", 0},
    {"report.title.ask-again", 0},
    {"report.title.assumed", 0},
    {"report.title.feel-check", 0},
    {"report.title.rules", 0},
    {"report.title.say", 0},
    {"report.title.say.urgent", 0},
    {"report.title.see-someone", 0},
    {"report.title.sources", 0},
    {"report.title.what-to-do", 0},
    {"report.title.why", 0},
    {"report.unsettled", 1},
    {"report.up-to.consider", 0},
    {"report.up-to.emergency", 0},
    {"report.up-to.none", 0},
    {"report.up-to.see", 0},
    {"report.up-to.urgent", 0},
    {"report.urgent.worse", 0, kFits},
    {"report.would-be", 2},
    {"sentence.and", 0},
    {"sentence.at-least", 1},
    {"sentence.at-most", 1},
    {"sentence.between", 2},
    {"sentence.less-than", 1},
    {"sentence.more-than", 1},
    {"sentence.not", 1},
    {"sentence.or", 0},
    {"sentence.other-than", 1},
    {"sentence.unless", 2},
    {"words.about", 0},
    {"words.days", 0},
    {"words.months", 0},
    {"words.none", 0},
    {"words.numbers", 0},
    {"words.one", 0},
    {"words.to", 0},
    {"words.today", 0},
    {"words.weeks", 0},
    {"words.years", 0},
    {"words.yesterday", 0},
};

constexpr auto kKeys = [] {
  std::array<std::string_view, std::size(kTextKeys)> keys;
  std::ranges::transform(kTextKeys, keys.begin(), &TextKey::key);
  return keys;
}();

static_assert(std::ranges::is_sorted(kKeys));

}  // namespace

const TextKey* text_key_named(std::string_view key) {
  const auto* found = std::ranges::lower_bound(kTextKeys, key, {}, &TextKey::key);
  return found != std::end(kTextKeys) && found->key == key ? found : nullptr;
}

std::span<const std::string_view> required_text_keys() { return kKeys; }

namespace {

std::string times(std::size_t count) {
  return count == 0 ? "no `{}`" : count == 1 ? "one `{}`" : std::to_string(count) + " `{}`";
}

}  // namespace

void check_placeholders(Loading& in, Span span, std::string_view text, std::size_t wanted) {
  std::size_t found = 0;
  for (std::size_t at = text.find('{'); at != text.npos; at = text.find('{', at + 1)) {
    const std::size_t end = text.find_first_of("{}", at + 1);
    if (end == text.npos || text[end] == '{') continue;
    const std::string_view placeholder = text.substr(at, end + 1 - at);
    if (placeholder == "{}") {
      ++found;
      continue;
    }
    in.error("unknown-placeholder", span, "nothing is put in for " + in_backticks(placeholder),
             in.placeholders.empty() ? "only what a table says has `{row}` and `{cell}`"
                                     : in.suggest(placeholder, in.placeholders));
  }
  if (found == wanted) return;
  in.error("placeholders", span,
           "expected " + times(wanted) + " in this text, found " + times(found));
}

namespace {

constexpr std::size_t kMaxWordings = 60;

constexpr Member<Wording> kWordingMembers[] = {
    {"when", kOptional, condition<&Wording::when>},
    {"text", kRequired, nullptr},  // its key says how many `{}` it has
};

Wording read_wording(Loading& in, JsonValue& json, const TextKey& key, bool is_last) {
  Wording wording;
  if (!read_members<Wording>(in, json, "a wording", kWordingMembers, wording)) return wording;
  const JsonValue* when = member_of(json, "when");
  if (is_last && when != nullptr) {
    in.error("wording-without-end", when->span, "the last wording of a text has no `when`",
             "add `{\"text\": …}` behind it, for where no other fits");
  } else if (!is_last && when == nullptr) {
    in.error("wording-without-when", json.span, "no wording after this one is ever taken",
             "only the last has no `when`");
  }
  if (JsonValue* said = member_of(json, "text")) {
    read_text(in, *said, wording.text, key.placeholders);
  }
  return wording;
}

/// A text that follows the situation.
std::string read_wordings(Loading& in, JsonValue& json, const TextKey& key) {
  if (key.says == Says::always_the_same) {
    in.error(
        "one-wording", json.span,
        in_backticks(key.key) + " does not depend on the answers, so it is one text, not a list");
    return {};
  }
  if (json.items.empty()) in.error("empty-list", json.span, "this list must not be empty");
  std::vector<Wording> wordings;
  for (JsonValue& item : json.items) {
    if (in.is_full() || !has_room(in, item, wordings.size(), {kMaxWordings, "wordings"})) break;
    wordings.push_back(read_wording(in, item, key, &item == &json.items.back()));
  }
  if (wordings.empty()) return {};
  std::string last = std::move(wordings.back().text);
  wordings.pop_back();
  if (!wordings.empty()) in.pack.wordings[std::string(key.key)] = std::move(wordings);
  return last;
}

std::string read_text_of(Loading& in, JsonValue& json, const TextKey& key) {
  if (json.type == JsonValue::Type::array) return read_wordings(in, json, key);
  std::string text;
  read_text(in, json, text, key.placeholders);
  return text;
}

void load_text(Loading& in, JsonMember& member) {
  const TextKey* key = text_key_named(member.key);
  if (key == nullptr) {
    in.error("unknown-text", member.key_span, "there is no text " + in_backticks(member.key),
             in.suggest(member.key, required_text_keys()));
    return;
  }
  if (in.pack.texts.contains(member.key)) {
    in.error("duplicate-id", member.key_span, "duplicate text " + in_backticks(member.key));
  }
  std::string text = read_text_of(in, member.value, *key);
  in.pack.texts.try_emplace(member.key, std::move(text));
}

}  // namespace

void load_texts(Loading& in, JsonValue& json) {
  if (!expect(in, json, JsonValue::Type::object, "an object")) return;
  for (JsonMember& member : json.members) load_text(in, member);
}

void check_texts_complete(Loading& in, Span header) {
  std::string missing;
  for (const std::string_view key : required_text_keys()) {
    if (in.pack.texts.contains(key)) continue;
    missing += (missing.empty() ? "`" : ", `") + std::string(key) + "`";
  }
  if (!missing.empty()) in.error("missing-text", header, "the pack lacks the texts " + missing);
}

void list_text_keys(std::vector<KeyTable>& into) {
  list_keys<Wording>(into, "a wording", kWordingMembers);
}

}  // namespace runready
