#include "prove/estimate.hpp"

#include <algorithm>

#include "assess/judge.hpp"
#include "assess/knowledge.hpp"
#include "prove/conditions.hpp"
#include "prove/open_questions.hpp"

namespace runready {

namespace {

class Unsettled {
 public:
  Unsettled(const Pack& pack, const Known& known) : pack_(pack) {
    for (const Replies& replies : subjects(pack, known.both)) {
      complaints_.push_back(
          evaluate_rules(pack, told_replies(pack, replies, known.told.nothing_else)));
    }
    least_ = judge(pack, complaints_, Unknowns::harmless);
  }

  /// The questions that something unknown reads which could still count.
  std::vector<QuestionId> read() {
    for (const Evaluation& complaint : complaints_) {
      for (std::size_t r = 0; r < pack_.rules.size(); ++r) {
        if (complaint.rules[r] == Truth::unknown && could_count(pack_.rules[r])) {
          add(pack_.rules[r].when);
        }
      }
      if (is_rest()) continue;
      for (const Workout& workout : pack_.workouts) {
        add_if_unknown(workout.when, complaint);
        add_if_unknown(workout.unless, complaint);
      }
    }
    return std::move(read_);
  }

 private:
  bool is_rest() const { return least_.recommendation == Recommendation::rest; }

  bool could_count(const Rule& rule) const {
    return rule.referral > least_.referral ||
           (!is_rest() && (rule.recommend > least_.floor || !rule.exclude.empty()));
  }

  void add_if_unknown(const std::optional<Condition>& condition, const Evaluation& complaint) {
    if (condition && evaluate(*condition, complaint.replies, complaint.terms) == Truth::unknown) {
      add(*condition);
    }
  }

  void add(const Condition& condition) {
    const std::vector<QuestionId> more = questions_read(pack_, condition);
    read_.insert(read_.end(), more.begin(), more.end());
  }

  const Pack& pack_;
  std::vector<Evaluation> complaints_;
  Verdict least_;
  std::vector<QuestionId> read_;
};

}  // namespace

std::vector<Asked> possibly_open_questions(const Pack& pack, const Known& known) {
  const std::vector<bool> read = with_gates(pack, Unsettled(pack, known).read());
  std::vector<Asked> open = Askable(pack, known).all();
  std::erase_if(open, [&](const Asked& asked) { return !read[asked.question.index]; });
  return open;
}

}  // namespace runready
