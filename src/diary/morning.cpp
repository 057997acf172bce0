#include "diary/morning.hpp"

#include <algorithm>
#include <array>

#include "diary/derive.hpp"
#include "interview/steps.hpp"
#include "model/replies.hpp"
#include "report/next_words.hpp"
#include "text/words.hpp"

namespace runready {

namespace {

using std::chrono::days;
using std::chrono::local_days;

constexpr int kOldest = 7;

/// Lists about the runner that are put as one.
constexpr std::array<std::string_view, 2> kToday = {"warning_signs", "recovery"};
constexpr std::array<std::string_view, 2> kTraining = {"training", "plan"};

std::vector<QuestionId> lists(const Pack& pack, std::span<const std::string_view> ids) {
  std::vector<QuestionId> found;
  for (const std::string_view id : ids) {
    const auto question = pack.question_named(id);
    if (question && pack.question(*question).type == QuestionType::multi_choice) {
      found.push_back(*question);
    }
  }
  return found;
}

/// How a thing is as it was told, and what of it is still true where it is the same, better or
/// worse. No reply that may allow more than silence stays: but for the place, which whoever says
/// that it is the same names with it.
class ThingSince {
 public:
  ThingSince(const Pack& pack, const PastCheckIn& last, std::size_t thing, std::int32_t elapsed)
      : pack_(pack),
        then_(last.answers.complaints[thing].replies),
        carried_(thing < last.derived.complaints.size() ? last.derived.complaints[thing].replies
                                                        : Replies(pack.variables.size())),
        kept_(then_) {
    for (std::uint32_t v = 0; v < pack.variables.size(); ++v) {
      const Question& question = pack.question_of({v});
      const bool is_place = question.id == "where";
      if (!is_place && then_.knows({v}) && permits(question, pack.variable({v}), then_[{v}])) {
        forget(question, kept_);
      }
    }
    if (const Question* sore = find_question(pack, "days_sore")) {
      const VariableId id = sore->first_variable;
      if (kept_.knows(id)) kept_.set(id, std::min(kept_[id] + elapsed, sore->max));
    }
  }

  Morning::Thing thing(std::string words) const {
    return {std::move(words), same(), better(), worse()};
  }

 private:
  Replies same() const {
    Replies replies = kept_;
    // Of one morning alone; and where it was the same for two, it is neither worse nor better.
    if (is(then_, "next_morning", "worse-once")) forget("next_morning", replies);
    if (is(then_, "trend", "worsening") && was_carried("trend")) choose("trend", "same", replies);
    return replies;
  }

  Replies better() const {
    Replies replies = changed();
    choose("trend", "improving", replies);
    return replies;
  }

  Replies worse() const {
    Replies replies = changed();
    const bool is_again =
        is(then_, "next_morning", "worse-once") || is(then_, "next_morning", "worse-often");
    choose("next_morning", is_again ? "worse-often" : "worse-once", replies);
    forget("trend", replies);
    return replies;
  }

  /// What can heal is asked again; of lists, with what was chosen.
  Replies changed() const {
    Replies replies = kept_;
    for (const Question& question : pack_.questions) {
      if (question.about != About::complaint) continue;
      const bool heals =
          question.heals || std::any_of(question.options.begin(), question.options.end(),
                                        [](const Option& option) { return option.heals; });
      if (!heals) continue;
      if (question.type != QuestionType::multi_choice) forget(question, replies);
      for (std::uint32_t i = 0; i < question.variable_count; ++i) {
        const VariableId id{question.first_variable.index + i};
        if (replies[id] == 0) replies.forget(id);
      }
    }
    return replies;
  }

  /// Whether it was the diary's already then, not the runner's own.
  bool was_carried(std::string_view id) const {
    const Question* question = find_question(pack_, id);
    return question != nullptr && carried_.knows(question->first_variable);
  }

  static void forget(const Question& question, Replies& replies) {
    for (std::uint32_t i = 0; i < question.variable_count; ++i) {
      replies.forget({question.first_variable.index + i});
    }
  }

  void forget(std::string_view id, Replies& replies) const {
    if (const Question* question = find_question(pack_, id)) forget(*question, replies);
  }

  bool is(const Replies& replies, std::string_view id, std::string_view option) const {
    const Question* question = find_question(pack_, id);
    const auto index = question == nullptr ? std::nullopt : option_named(*question, option);
    return index && replies[question->first_variable] == static_cast<std::int32_t>(*index);
  }

  void choose(std::string_view id, std::string_view option, Replies& replies) const {
    const Question* question = find_question(pack_, id);
    const auto index = question == nullptr ? std::nullopt : option_named(*question, option);
    if (index) replies.set(question->first_variable, static_cast<std::int32_t>(*index));
  }

  const Pack& pack_;
  const Replies& then_;
  Replies carried_;
  Replies kept_;
};

/// "Quad, 4 of 10"
std::string words_of(const Pack& pack, const PastCheckIn& check_in, std::size_t thing) {
  const Replies& replies = check_in.answers.complaints[thing].replies;
  const Question* where = find_question(pack, "where");
  const Question* pain = find_question(pack, "pain");
  const std::string place = reply_label(pack, *where, replies);
  if (pain == nullptr || !replies.knows(pain->first_variable)) return place;
  return fill(pack.text("morning.pain"), {place, std::to_string(replies[pain->first_variable])});
}

}  // namespace

std::optional<Morning> morning_of(const Pack& pack, const Past& past, local_days today) {
  if (past.check_ins.empty() || !entrance_to_complaints(pack)) return std::nullopt;
  const PastCheckIn& last = past.check_ins.back();
  if (today - last.day > days(kOldest)) return std::nullopt;
  Morning morning;
  const bool was_yesterday = today - last.day == days(1);
  morning.day = was_yesterday ? pack.text("morning.yesterday") : date_words(pack, last.day);
  morning.today = lists(pack, kToday);
  morning.training = lists(pack, kTraining);
  if (morning.today.empty() && morning.training.empty()) return std::nullopt;
  for (std::size_t i = 0; was_sore(pack, last) && i < last.answers.complaints.size(); ++i) {
    const Complaint& complaint = last.answers.complaints[i];
    if (places_of(pack, complaint.replies).empty()) continue;
    const auto elapsed = static_cast<std::int32_t>((today - last.day).count());
    morning.things.push_back(ThingSince(pack, last, i, elapsed).thing(words_of(pack, last, i)));
  }
  return morning;
}

}  // namespace runready
