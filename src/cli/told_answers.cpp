#include "cli/told_answers.hpp"

#include <algorithm>

#include "cli/files.hpp"
#include "model/answers.hpp"
#include "report/questions.hpp"
#include "runready/assessment.hpp"
#include "runready/read_answers.hpp"
#include "text/diagnostics.hpp"
#include "text/words.hpp"

namespace runready {

namespace {

void forget(const Question& question, Replies& replies) {
  for (std::uint32_t i = 0; i < question.variable_count; ++i) {
    replies.forget(VariableId{question.first_variable.index + i});
  }
}

/// The replies a flag means; null, with a message, if it is not clear which.
Replies* replies_meant(const Pack& pack, const ReplyFlag& flag, Answers& answers,
                       Diagnostics& diagnostics) {
  if (pack.question(flag.question).about == About::runner) return &answers.runner;
  if (answers.complaints.empty()) {
    answers.complaints.push_back({"", Replies(pack.variables.size())});
  }
  if (answers.complaints.size() == 1) return &answers.complaints.front().replies;
  report_error(diagnostics, "which-complaint", Span{},
               "`" + flag.spelled + "` could be about any of the " +
                   std::to_string(answers.complaints.size()) + " complaints in the answers",
               "tell it in the answers, or add a complaint with `--also`");
  return nullptr;
}

/// Whether two flags for one question can both be meant.
bool agree(const Question& question, const ReplyFlag& a, const ReplyFlag& b) {
  if (a.words == b.words) return true;
  return question.type == QuestionType::multi_choice && a.words != "none" && b.words != "none";
}

bool check_repeated(const Pack& pack, std::span<const ReplyFlag> of_one_question,
                    Diagnostics& diagnostics) {
  const ReplyFlag& first = of_one_question.front();
  for (const ReplyFlag& other : of_one_question.subspan(1)) {
    const Question& question = pack.question(first.question);
    if (agree(question, first, other)) continue;
    const bool is_switch = question.type == QuestionType::boolean;
    report_error(diagnostics, "given-twice", Span{},
                 "`" + question.id + "` is answered twice: `" +
                     (is_switch ? first.spelled : first.words) + "` and `" +
                     (is_switch ? other.spelled : other.words) + "`");
    return false;
  }
  return true;
}

void apply_question(const Pack& pack, std::span<const ReplyFlag> flags, Answers& answers,
                    Diagnostics& diagnostics) {
  if (!check_repeated(pack, flags, diagnostics)) return;
  Replies* replies = replies_meant(pack, flags.front(), answers, diagnostics);
  if (replies == nullptr) return;
  const QuestionId id = flags.front().question;
  forget(pack.question(id), *replies);
  for (const ReplyFlag& flag : flags) {
    read_reply(pack, id, flag.words, true, *replies, diagnostics);
  }
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

constexpr std::string_view kLabel = "label=";

/// Where the label stands, which is the rest of the text; npos if there is none.
std::size_t label_in(std::string_view pairs) {
  if (pairs.starts_with(kLabel)) return 0;
  const std::size_t comma = pairs.find("," + std::string(kLabel));
  return comma == std::string_view::npos ? comma : comma + 1;
}

/// The question of a key, by its id or as its flag is spelled.
std::optional<QuestionId> question_meant(const Pack& pack, const std::string& key) {
  if (const auto id = pack.question_named(key)) return id;
  for (std::uint32_t q = 0; q < pack.questions.size(); ++q) {
    if (spelled_flag(pack.questions[q]) == "--" + key) return QuestionId{q};
  }
  return std::nullopt;
}

void report_unknown_key(const Pack& pack, std::string_view key, Diagnostics& diagnostics) {
  std::vector<std::string_view> ids;
  for (const Question& question : pack.questions) {
    if (question.about == About::complaint) ids.push_back(question.id);
  }
  report_error(diagnostics, "unknown-question", Span{},
               "unknown question " + in_backticks(key) + " in `--also`", suggestion(key, ids));
}

void apply_pair(const Pack& pack, std::string_view pair, Replies& replies,
                Diagnostics& diagnostics) {
  const std::size_t equals = pair.find('=');
  if (equals == 0 || equals == std::string_view::npos) {
    return report_error(diagnostics, "also-syntax", Span{},
                        "expected `question=reply` in `--also`, found " + in_backticks(pair),
                        "several replies to one question are joined with `+`");
  }
  const std::string_view key = pair.substr(0, equals);
  const auto id = question_meant(pack, std::string(key));
  if (!id) return report_unknown_key(pack, key, diagnostics);
  const Question& question = pack.question(*id);
  if (question.about == About::runner) {
    return report_error(diagnostics, "misplaced-question", Span{},
                        "`" + question.id + "` is about you, not about one thing that hurts",
                        "give it as `" + spelled_flag(question) + "`");
  }
  if (!reply_words(pack, *id, replies).empty()) {
    return report_error(diagnostics, "given-twice", Span{},
                        "`" + question.id + "` is answered twice in one `--also`",
                        "several replies to one question are joined with `+`");
  }
  std::string words(pair.substr(equals + 1));
  if (question.type == QuestionType::multi_choice) {
    std::replace(words.begin(), words.end(), '+', ',');
  }
  read_reply(pack, *id, words, false, replies, diagnostics);
}

}  // namespace

std::vector<QuestionFlag> question_flags(const Pack& pack) {
  std::vector<QuestionFlag> flags;
  for (std::uint32_t q = 0; q < pack.questions.size(); ++q) {
    const std::string spelled = spelled_flag(pack.questions[q]);
    if (pack.questions[q].type == QuestionType::boolean) {
      flags.push_back({QuestionId{q}, spelled, false, false});
      flags.push_back({QuestionId{q}, "--no-" + spelled.substr(2), false, true});
    } else {
      flags.push_back({QuestionId{q}, spelled, true, false});
    }
  }
  return flags;
}

void apply_replies(const Pack& pack, std::span<const ReplyFlag> flags, Answers& answers,
                   Diagnostics& diagnostics) {
  while (!flags.empty()) {
    const QuestionId id = flags.front().question;
    std::size_t count = 1;
    while (count < flags.size() && flags[count].question == id) ++count;
    apply_question(pack, flags.first(count), answers, diagnostics);
    flags = flags.subspan(count);
  }
}

void apply_also(const Pack& pack, std::string_view pairs, Answers& answers,
                Diagnostics& diagnostics) {
  if (answers.flat && answers.complaints.size() == 1 &&
      is_untold(answers.complaints.front().replies)) {
    answers.complaints.clear();
  }
  if (answers.complaints.size() == kMaxComplaints) {
    return report_error(diagnostics, "too-many-complaints", Span{},
                        "more than " + std::to_string(kMaxComplaints) + " things that hurt",
                        "tell the worst ones, and see someone about so many");
  }
  Complaint complaint{"", Replies(pack.variables.size())};
  const std::size_t label = label_in(pairs);
  if (label != std::string_view::npos) complaint.label = pairs.substr(label + kLabel.size());
  pairs = pairs.substr(0, std::min(label, pairs.size()));
  if (label != std::string_view::npos && pairs.ends_with(',')) pairs.remove_suffix(1);
  for (const std::string_view pair : split(pairs, ',')) {
    if (pair.empty() && label == 0) continue;
    apply_pair(pack, pair, complaint.replies, diagnostics);
  }
  answers.complaints.push_back(std::move(complaint));
  answers.flat = false;
}

namespace {

bool has_tag(const Activity& activity, std::string_view tag) {
  return std::find(activity.tags.begin(), activity.tags.end(), tag) != activity.tags.end();
}

/// An activity's id, or a tag with or without its `#`.
std::vector<ActivityId> activities_named(const Pack& pack, std::string_view name) {
  if (const auto id = pack.activity_named(name)) return {*id};
  if (name.starts_with('#')) name.remove_prefix(1);
  std::vector<ActivityId> tagged;
  for (std::uint32_t a = 0; a < pack.activities.size(); ++a) {
    if (has_tag(pack.activities[a], name)) tagged.push_back(ActivityId{a});
  }
  return tagged;
}

/// "bike, pool, and as tags arms, water"
std::string all_of(const Pack& pack) {
  std::string activities;
  std::vector<std::string> tags;
  for (const Activity& activity : pack.activities) {
    activities += (activities.empty() ? "" : ", ") + activity.id;
    tags.insert(tags.end(), activity.tags.begin(), activity.tags.end());
  }
  std::sort(tags.begin(), tags.end());
  tags.erase(std::unique(tags.begin(), tags.end()), tags.end());
  std::string all = activities;
  for (const std::string& tag : tags)
    all += (&tag == &tags.front() ? ", and as tags " : ", ") + tag;
  return all;
}

void report_unknown_activity(const Pack& pack, const Setting<std::vector<std::string>>& have,
                             const std::string& name, Diagnostics& diagnostics) {
  std::vector<std::string_view> known;
  for (const Activity& activity : pack.activities) {
    known.push_back(activity.id);
    known.insert(known.end(), activity.tags.begin(), activity.tags.end());
  }
  std::string message = "unknown activity " + in_backticks(name);
  std::string help = "there is " + all_of(pack);
  if (const auto near = nearest(name, known); !near.empty()) {
    help = "did you mean " + in_backticks(near) + "? " + sentence_case(help);
  }
  if (have.origin == Origin::config) {
    report_warning(diagnostics, "unknown-activity", Span{}, message + " in the configuration",
                   std::move(help));
  } else {
    report_error(diagnostics, "unknown-activity", Span{}, message + " in `--have`",
                 std::move(help));
  }
}

}  // namespace

Told read_file_answers(const CommandLine& said, const Pack& pack, Diagnostics& diagnostics) {
  Told told{no_answers(pack), "", {}};
  const auto path = said.last(Flag::answers);
  if (!path) return told;
  if (*path == "-") {
    told.files.push_back({"standard input", read_standard_input()});
  } else {
    told.files.push_back({*path, read_file(*path, kMaxFileBytes, NamedPipe::waited_for)});
  }
  if (auto input = read_answers(told.files.front().text, 0, pack, diagnostics)) {
    told.answers = std::move(input->answers);
    told.id_json = std::move(input->id_json);
  }
  return told;
}

void tell_by_flags(const CommandLine& line, const Pack& pack, Told& told,
                   Diagnostics& diagnostics) {
  apply_replies(pack, line.replies, told.answers, diagnostics);
  for (const std::string& pairs : line.values(Flag::also)) {
    apply_also(pack, pairs, told.answers, diagnostics);
  }
  if (line.has(Flag::nothing_else)) told.answers.nothing_else = true;
}

void add_standing_replies(const Replies& standing, const Pack& pack, Told& told) {
  // A gate comes before what stands behind it.
  for (const QuestionId id : pack.gate_order) {
    if (!is_answered(pack, id, standing)) continue;
    if (!reply_words(pack, id, told.answers.runner).empty()) continue;
    Answers with = told.answers;
    const Question& question = pack.question(id);
    for (std::uint32_t i = 0; i < question.variable_count; ++i) {
      const VariableId variable{question.first_variable.index + i};
      with.runner.set(variable, standing[variable]);
    }
    Diagnostics none;
    if (told.answers.nothing_else || !infer(pack, with, none)) {
      told.set_aside.push_back(id);
    } else {
      told.answers = std::move(with);
      told.from_config.push_back(id);
    }
  }
  std::sort(told.from_config.begin(), told.from_config.end(),
            [](QuestionId a, QuestionId b) { return a.index < b.index; });
}

std::optional<std::vector<ActivityId>> activities_at_hand(const Settings& settings,
                                                          const Pack& pack,
                                                          Diagnostics& diagnostics) {
  if (settings.have.value.empty()) return std::nullopt;
  std::vector<ActivityId> have;
  for (const std::string& name : settings.have.value) {
    if (name == kNothingAtHand) continue;
    const std::vector<ActivityId> named = activities_named(pack, name);
    if (named.empty()) report_unknown_activity(pack, settings.have, name, diagnostics);
    have.insert(have.end(), named.begin(), named.end());
  }
  std::sort(have.begin(), have.end());
  have.erase(std::unique(have.begin(), have.end()), have.end());
  return have;
}

}  // namespace runready
