#include "model/answers.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "model/replies.hpp"
#include "runready/read_answers.hpp"
#include "text/diagnostics.hpp"
#include "text/words.hpp"

namespace runready {

namespace {

/// Keeps the variables of which `keeps(this value, the other's)` holds.
template <class Keeps>
Answers only_where(const Pack& pack, const Answers& answers, const Answers& others, Keeps keeps) {
  Answers kept = answers;
  const Replies none(pack.variables.size());
  for (std::uint32_t v = 0; v < pack.variables.size(); ++v) {
    const VariableId id{v};
    const auto look_at = [&](Replies& replies, const Replies& other) {
      if (replies.knows(id) && !keeps(replies[id], other[id])) replies.forget(id);
    };
    if (pack.question_of(id).about == About::runner) {
      look_at(kept.runner, others.runner.size() == 0 ? none : others.runner);
      continue;
    }
    for (std::size_t i = 0; i < kept.complaints.size(); ++i) {
      const bool is_there = i < others.complaints.size() && others.complaints[i].replies.size() > 0;
      look_at(kept.complaints[i].replies, is_there ? others.complaints[i].replies : none);
    }
  }
  return kept;
}

}  // namespace

Answers no_answers(const Pack& pack) {
  Answers answers;
  answers.runner = Replies(pack.variables.size());
  return answers;
}

bool is_untold(const Replies& replies) { return replies == Replies(replies.size()); }

bool tells_anything(const Answers& answers) {
  return answers.nothing_else || !is_untold(answers.runner) ||
         !std::all_of(answers.complaints.begin(), answers.complaints.end(),
                      [](const Complaint& complaint) { return is_untold(complaint.replies); });
}

Answers in_both(const Pack& pack, const Answers& answers, const Answers& others) {
  Answers both = only_where(pack, answers, others, [](auto a, auto b) { return a == b; });
  both.nothing_else = false;
  return both;
}

Answers without(const Pack& pack, const Answers& answers, const Answers& others) {
  return only_where(pack, answers, others, [](auto a, auto b) { return a != b; });
}

namespace {

using Type = JsonValue::Type;

/// Reads an answers object, going on after mistakes.
class AnswersParser {
 public:
  AnswersParser(const Pack& pack, Diagnostics& diagnostics)
      : pack_(pack), diagnostics_(diagnostics) {}

  std::optional<Answers> parse(const JsonValue& json) {
    if (json.type != Type::object) {
      wrong("wrong-type", json.span, "expected an answers object, found " + describe(json));
      return std::nullopt;
    }
    const JsonValue* list = json.find("complaints");
    answers_.flat = list == nullptr || list->type == Type::null;
    answers_.runner = Replies(pack_.variables.size());
    if (answers_.flat) answers_.complaints.push_back({"", Replies(pack_.variables.size())});
    for (const JsonMember& member : json.members) parse_member(member);
    if (!is_right_) return std::nullopt;
    return std::move(answers_);
  }

 private:
  void parse_member(const JsonMember& member) {
    if (member.key == "complaints") {
      parse_complaints(member.value);
    } else if (member.key == "nothing_else") {
      parse_nothing_else(member.value);
    } else if (member.key == "label" && answers_.flat) {
      parse_label(member.value, answers_.complaints.front());
    } else if (const auto question = question_named(member.key)) {
      parse_reply(member, *question);
    } else if (member.key == "$schema") {
      // Editors know by it what may be written; it tells nothing.
    } else if (member.key == "label") {
      wrong("misplaced-question", member.key_span,
            "`label` names a complaint and stands beside `complaints`", "move it into a complaint");
    } else {
      unknown(member, {"complaints", "nothing_else", "label"}, std::nullopt);
    }
  }

  /// Most writers keep the order of the pack, so the search begins after the question found last.
  std::optional<QuestionId> question_named(std::string_view key) {
    const std::vector<Question>& questions = pack_.questions;
    for (std::size_t i = 0; i < questions.size(); ++i) {
      if (next_ == questions.size()) next_ = 0;
      const std::size_t at = next_++;
      if (questions[at].id == key) return QuestionId{static_cast<std::uint32_t>(at)};
    }
    return std::nullopt;
  }

  void parse_reply(const JsonMember& member, QuestionId question) {
    const bool about_complaint = pack_.question(question).about == About::complaint;
    if (about_complaint && !answers_.flat) {
      wrong("misplaced-question", member.key_span,
            in_backticks(member.key) + " is about a complaint and stands beside `complaints`",
            "move it into each complaint that it is true of");
      return;
    }
    Replies& into = about_complaint ? answers_.complaints.front().replies : answers_.runner;
    is_right_ = read_reply(pack_, question, member.value, into, diagnostics_) && is_right_;
  }

  void parse_complaints(const JsonValue& json) {
    if (json.type == Type::null) return;
    if (json.type != Type::array) {
      wrong("wrong-type", json.span,
            "`complaints` takes a list of objects, found " + describe(json));
      return;
    }
    if (json.items.size() > kMaxComplaints) {
      wrong("too-many-complaints", json.span,
            "more than " + std::to_string(kMaxComplaints) +
                " complaints: " + std::to_string(json.items.size()));
      return;
    }
    for (const JsonValue& item : json.items) parse_complaint(item);
  }

  void parse_complaint(const JsonValue& json) {
    if (json.type != Type::object) {
      wrong("wrong-type", json.span, "a complaint is an object, found " + describe(json));
      return;
    }
    Complaint complaint{"", Replies(pack_.variables.size())};
    for (const JsonMember& member : json.members) {
      if (member.key == "label") {
        parse_label(member.value, complaint);
      } else if (const auto question = question_named(member.key)) {
        parse_complaint_reply(member, *question, complaint);
      } else {
        unknown(member, {"label"}, About::complaint);
      }
    }
    answers_.complaints.push_back(std::move(complaint));
  }

  void parse_complaint_reply(const JsonMember& member, QuestionId question, Complaint& complaint) {
    if (pack_.question(question).about == About::runner) {
      wrong("misplaced-question", member.key_span,
            in_backticks(member.key) + " is about the runner and stands in a complaint",
            "move it beside `complaints`");
      return;
    }
    is_right_ =
        read_reply(pack_, question, member.value, complaint.replies, diagnostics_) && is_right_;
  }

  void parse_label(const JsonValue& json, Complaint& complaint) {
    if (json.type == Type::string) {
      complaint.label = json.string;
    } else if (json.type != Type::null) {
      wrong("wrong-type", json.span, "`label` takes a string, found " + describe(json));
    }
  }

  void parse_nothing_else(const JsonValue& json) {
    if (json.type == Type::boolean) {
      answers_.nothing_else = json.boolean;
    } else if (json.type != Type::null) {
      wrong("wrong-type", json.span,
            "`nothing_else` takes `true` or `false`, found " + describe(json));
    }
  }

  /// A key that is neither one of `others` nor a question (about a complaint, where only those are
  /// allowed).
  void unknown(const JsonMember& member, std::vector<std::string_view> others,
               std::optional<About> about) {
    is_right_ = false;
    if (is_full(diagnostics_)) return;
    for (const Question& question : pack_.questions) {
      if (!about || question.about == *about) others.emplace_back(question.id);
    }
    report_error(diagnostics_, "unknown-question", member.key_span,
                 "unknown question " + in_backticks(member.key), suggestion(member.key, others));
  }

  void wrong(std::string code, Span span, std::string message, std::string help = {}) {
    is_right_ = false;
    report_error(diagnostics_, std::move(code), span, std::move(message), std::move(help));
  }

  const Pack& pack_;
  Diagnostics& diagnostics_;
  Answers answers_;
  std::size_t next_ = 0;  ///< where the search for a question begins
  bool is_right_ = true;
};

void write_replies(JsonWriter& out, const Pack& pack, const Replies& replies, About about) {
  for (const Question& question : pack.questions) {
    if (question.about != about || !has_reply(question, replies)) continue;
    out.key(question.id);
    write_reply(out, question, replies);
  }
}

void write_complaint(JsonWriter& out, const Pack& pack, const Complaint& complaint) {
  if (!complaint.label.empty()) out.key("label").value(complaint.label);
  write_replies(out, pack, complaint.replies, About::complaint);
}

}  // namespace

std::optional<Answers> parse_answers(const JsonValue& json, const Pack& pack,
                                     Diagnostics& diagnostics) {
  return AnswersParser(pack, diagnostics).parse(json);
}

void write_answers(JsonWriter& out, const Pack& pack, const Answers& answers) {
  out.begin_object();
  write_replies(out, pack, answers.runner, About::runner);
  if (answers.flat && answers.complaints.size() < 2) {
    for (const Complaint& complaint : answers.complaints) write_complaint(out, pack, complaint);
  } else {
    out.key("complaints").begin_array();
    for (const Complaint& complaint : answers.complaints) {
      out.begin_object();
      write_complaint(out, pack, complaint);
      out.end_object();
    }
    out.end_array();
  }
  if (answers.nothing_else) out.key("nothing_else").value(true);
  out.end_object();
}

namespace {

using Type = JsonValue::Type;

std::string as_written(const JsonValue& value, std::string_view text) {
  return std::string(text.substr(value.span.begin, value.span.end - value.span.begin));
}

/// The `id` as JSON text; of a number just as it was written. Empty, with a diagnostic, if it is
/// neither a string nor a number nor null.
std::string id_json(const JsonValue& id, std::string_view text, Diagnostics& diagnostics) {
  if (id.type == Type::integer || id.type == Type::number || id.type == Type::null) {
    return as_written(id, text);
  }
  std::string out;
  if (id.type == Type::string) {
    append_json_string(out, id.string);
  } else {
    report_error(diagnostics, "wrong-type", id.span,
                 "`id` takes a string or a number, found " + describe(id));
  }
  return out;
}

/// Takes the member with that key out of an object.
std::optional<JsonValue> take(JsonValue& object, std::string_view key) {
  for (auto at = object.members.begin(); at != object.members.end(); ++at) {
    if (at->key != key) continue;
    JsonValue value = std::move(at->value);
    object.members.erase(at);
    return value;
  }
  return std::nullopt;
}

/// What is kept of an object, taken out of it, in the order of the names. A value that is an object
/// or a list is kept as it was written.
std::string take_kept(JsonValue& object, std::string_view text, std::span<const std::string> keep) {
  std::string kept;
  for (const std::string& name : keep) {
    const auto value = take(object, name);
    if (!value) continue;
    if (!kept.empty()) kept += ',';
    append_json_string(kept, name);
    kept += ':' + as_written(*value, text);
  }
  return kept;
}

/// Beside `answers` nothing but the id may stand, what is kept, what the diary keeps with them, and
/// what editors look at.
void report_beside_answers(const JsonValue& object, Diagnostics& diagnostics) {
  for (const JsonMember& member : object.members) {
    if (member.key == "diary" || member.key == "$schema") continue;
    report_error(diagnostics, "misplaced-question", member.key_span,
                 in_backticks(member.key) + " stands beside `answers`", "move it into `answers`");
  }
}

}  // namespace

std::optional<AnswersInput> read_answers(std::string_view json, std::uint32_t file,
                                         const Pack& pack, Diagnostics& diagnostics,
                                         std::span<const std::string> keep) {
  Diagnostics found;
  AnswersInput input;
  std::optional<Answers> answers;
  if (auto value = read_json(json, file, found)) {
    if (const auto id = take(*value, "id")) input.id_json = id_json(*id, json, found);
    input.kept_json = take_kept(*value, json, keep);
    const auto wrapped = take(*value, "answers");
    if (wrapped) report_beside_answers(*value, found);
    answers = parse_answers(wrapped ? *wrapped : *value, pack, found);
  }
  const bool is_right = answers && !has_errors(found);
  diagnostics.insert(diagnostics.end(), found.begin(), found.end());
  if (!is_right) return std::nullopt;
  input.answers = std::move(*answers);
  return input;
}

AnswersInput beside_answers(std::string_view json, std::span<const std::string> keep) {
  Diagnostics ignored;
  AnswersInput beside;
  auto value = read_json(json, 0, ignored);
  if (!value) return beside;
  if (const auto id = take(*value, "id")) beside.id_json = id_json(*id, json, ignored);
  beside.kept_json = take_kept(*value, json, keep);
  return beside;
}

std::string to_json(const Pack& pack, const Answers& answers) {
  std::string out;
  JsonWriter writer(out);
  write_answers(writer, pack, answers);
  return out;
}

}  // namespace runready
