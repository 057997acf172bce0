#include "model/answers_json.hpp"

#include <string>
#include <vector>

#include "model/reply_json.hpp"
#include "text/backticks.hpp"
#include "text/report.hpp"
#include "text/suggest.hpp"

namespace runready {

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

}  // namespace runready
