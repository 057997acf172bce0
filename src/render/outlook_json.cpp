#include "render/outlook_json.hpp"

#include "runready/read_answers.hpp"

namespace runready {

namespace {

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

}  // namespace

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

}  // namespace runready
