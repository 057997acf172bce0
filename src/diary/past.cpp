#include "diary/past.hpp"

#include <algorithm>

#include "json/json_value.hpp"
#include "model/answers.hpp"
#include "model/replies.hpp"

namespace runready {

namespace {

using std::chrono::local_days;

/// The options of a list that the question still has.
void read_list(const Question& question, const JsonValue& json, Replies& into) {
  for (std::uint32_t i = 0; i < question.variable_count; ++i) {
    into.set({question.first_variable.index + i}, 0);
  }
  for (const JsonValue& item : json.items) {
    if (const auto option = option_named(question, item.string)) {
      into.set({question.first_variable.index + *option}, 1);
    }
  }
}

void read_member(const Pack& pack, const JsonMember& member, About about, Replies& into) {
  const auto id = pack.question_named(member.key);
  if (!id || pack.question(*id).about != about) return;
  const Question& question = pack.question(*id);
  if (question.type == QuestionType::multi_choice && member.value.type == JsonValue::Type::array) {
    read_list(question, member.value, into);
    return;
  }
  Diagnostics of_other_rules;
  read_reply(pack, *id, member.value, into, of_other_rules);
}

void read_complaint(const Pack& pack, const JsonValue& json, Answers& answers) {
  Complaint complaint{"", Replies(pack.variables.size())};
  for (const JsonMember& member : json.members) {
    if (member.key == "label") complaint.label = member.value.string;
    read_member(pack, member, About::complaint, complaint.replies);
  }
  answers.complaints.push_back(std::move(complaint));
}

}  // namespace

Answers kept_answers(const Pack& pack, std::string_view json) {
  Answers answers = no_answers(pack);
  Diagnostics unreadable;
  const auto read = read_json(json, 0, unreadable);
  if (!read || read->type != JsonValue::Type::object) return answers;
  for (const JsonMember& member : read->members) {
    read_member(pack, member, About::runner, answers.runner);
  }
  const JsonValue* several = read->find("complaints");
  answers.complaints.clear();
  if (several == nullptr) {
    read_complaint(pack, *read, answers);
  } else {
    answers.flat = false;
    for (const JsonValue& each : several->items) read_complaint(pack, each, answers);
  }
  if (answers.complaints.size() > kMaxComplaints) answers.complaints.resize(kMaxComplaints);
  return answers;
}

Past past_of(const Pack& pack, std::span<const CheckIn> check_ins, std::vector<Run> runs,
             local_days today) {
  Past past;
  for (const CheckIn& check_in : check_ins) {
    const local_days day = check_in.when.day();
    if (day >= today) continue;
    PastCheckIn read{day, kept_answers(pack, check_in.answers),
                     kept_answers(pack, check_in.derived), check_in.recommendation,
                     check_in.referral};
    if (!past.check_ins.empty() && past.check_ins.back().day == day) past.check_ins.pop_back();
    past.check_ins.push_back(std::move(read));
  }
  std::erase_if(runs, [&](const Run& run) { return run.start.day() >= today; });
  past.runs = std::move(runs);
  return past;
}

const Question* find_question(const Pack& pack, std::string_view question) {
  const auto id = pack.question_named(question);
  return id ? &pack.question(*id) : nullptr;
}

std::optional<Place> find_option(const Pack& pack, std::string_view question,
                                 std::string_view option) {
  const Question* found = find_question(pack, question);
  if (found == nullptr || found->type != QuestionType::multi_choice) return std::nullopt;
  const auto index = option_named(*found, option);
  if (!index) return std::nullopt;
  return Place{found, {found->first_variable.index + *index}};
}

bool was_sore(const Pack& pack, const PastCheckIn& check_in) {
  const Question* any_pain = find_question(pack, "any_pain");
  if (any_pain != nullptr && check_in.answers.runner.knows(any_pain->first_variable)) {
    return check_in.answers.runner[any_pain->first_variable] == 1;
  }
  return std::any_of(check_in.answers.complaints.begin(), check_in.answers.complaints.end(),
                     [](const Complaint& complaint) { return !is_untold(complaint.replies); });
}

std::vector<VariableId> places_of(const Pack& pack, const Replies& complaint) {
  std::vector<VariableId> places;
  const Question* where = find_question(pack, "where");
  if (where == nullptr || complaint.size() == 0) return places;
  for (std::uint32_t i = 0; i < where->variable_count; ++i) {
    const VariableId id{where->first_variable.index + i};
    if (complaint[id] == 1) places.push_back(id);
  }
  return places;
}

const Complaint* same_thing(const PastCheckIn& check_in, std::span<const VariableId> places) {
  for (const Complaint& complaint : check_in.answers.complaints) {
    const bool is_same = std::any_of(places.begin(), places.end(), [&](VariableId place) {
      return complaint.replies[place] == 1;
    });
    if (is_same) return &complaint;
  }
  return nullptr;
}

}  // namespace runready
