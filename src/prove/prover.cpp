#include <algorithm>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

#include "prove/further_replies.hpp"
#include "prove/open_questions.hpp"
#include "rules/assess.hpp"
#include "rules/gates.hpp"
#include "rules/situation.hpp"
#include "runready/prove.hpp"

namespace runready {

namespace {

/// The outcome as it is given now: assumed where that is allowed, else unknown and harmful.
Verdict given_now(const Pack& pack, const Known& known) {
  std::vector<Evaluation> complaints;
  for (const Replies& replies : subjects(pack, known.both)) {
    complaints.push_back(
        evaluate_rules(pack, complete(pack, replies, known.told.nothing_else).replies));
  }
  return judge(pack, complaints, Unknowns::harmful);
}

OutcomeRange widened(OutcomeRange range, const Verdict& given) {
  range.most = std::max(range.most, given.recommendation);
  range.referral_most = std::max(range.referral_most, given.referral);
  return range;
}

OutcomeRange range_of(View& view) {
  OutcomeRange range{Recommendation::run, Recommendation::run, Referral::none, Referral::none};
  for (std::size_t i = 1; i < kRecommendationNames.size(); ++i) {
    const auto level = static_cast<Recommendation>(i);
    if (view.at_least(level) == kTrue) range.least = level;
    if (view.at_least(level) != kFalse) range.most = level;
  }
  for (std::size_t i = 1; i < kReferralNames.size(); ++i) {
    const auto level = static_cast<Referral>(i);
    if (view.at_least(level) == kTrue) range.referral_least = level;
    if (view.at_least(level) != kFalse) range.referral_most = level;
  }
  return range;
}

/// Whether what is given now is where every way to go on leads. REQUIRES: they all lead to one
/// outcome.
bool is_where_all_lead(View& view, const Verdict& given) {
  const OutcomeRange range = range_of(view);
  if (range.least != given.recommendation || range.referral_least != given.referral) return false;
  for (std::uint32_t w = 0; w < view.pack().workouts.size(); ++w) {
    const WorkoutId id{w};
    const bool is_for = std::ranges::any_of(levels_of(view.pack(), id), [&](const Within& run) {
      return run.contains(given.recommendation);
    });
    const bool is_offered = is_for && view.available(id) == kTrue;
    if (is_offered != (std::ranges::find(given.offered, id) != given.offered.end())) return false;
  }
  return true;
}

/// A view of what is known and what can be asked, made when something first needs diagrams.
class LateView {
 public:
  LateView(std::function<Base&()> base, const Known& known)
      : base_(std::move(base)), known_(known) {}

  View& view() {
    if (!view_) view_.emplace(base_(), known_);
    return *view_;
  }
  Openness& openness() {
    if (!openness_) openness_.emplace(view());
    return *openness_;
  }

 private:
  std::function<Base&()> base_;
  const Known& known_;
  std::optional<View> view_;
  std::optional<Openness> openness_;
};

/// The questions that can still change the outcome and can be asked now, or the first of them.
/// A question that matters behind a gate that is open in every way to go on, though nobody told
/// all that the gate reads, cannot be asked before that. And what is given may be more cautious
/// than every way to go on, because each of several rules counts for want of a reply that is never
/// assumed: then that reply matters.
std::vector<Asked> open_in(LateView& late, const OneReply& one_reply, const Pack& pack,
                           const Known& known, const Verdict& given, bool only_first) {
  const Askable askable(pack, known);
  std::vector<Asked> open;
  for (const Asked& asked : askable.all()) {
    if (one_reply.changes(asked) != Stakes{} || late.openness().matters(asked)) {
      open.push_back(asked);
    }
    if (only_first && !open.empty()) return open;
  }
  if (!open.empty()) return open;
  std::vector<Asked> waiting = askable.unanswered();
  std::erase_if(waiting, [&](const Asked& asked) { return !late.openness().matters(asked); });
  if (!waiting.empty()) return askable.waited_for_by(waiting);
  if (is_where_all_lead(late.view(), given)) return {};
  std::vector<Asked> missing = askable.all();
  std::erase_if(missing, [&](const Asked& asked) { return pack.question(asked.question).assume; });
  return missing.empty() ? askable.all() : missing;
}

/// What is possible. Examples show some of it, and an estimate what certainly is not; between them
/// mostly is nothing, or no more than what one rule more asks for.
OutcomeRange range_in(LateView& late, const OneReply& one_reply, const Pack& pack,
                      const Known& known) {
  const OutcomeRange shown = one_reply.range();
  OutcomeRange range = possible_range(pack, known);
  if (shown == range) return range;
  if (shown.least != range.least || shown.referral_least != range.referral_least) {
    return range_of(late.view());
  }
  const auto may_be_asked = [&](auto Rule::*asked, auto level) {
    for (std::uint32_t r = 0; r < pack.rules.size(); ++r) {
      if (pack.rules[r].*asked == level && late.view().may_fire({r})) return true;
    }
    return false;
  };
  while (range.most > shown.most && !may_be_asked(&Rule::recommend, range.most)) {
    if (late.view().at_least(range.most) != kFalse) break;
    range.most = step(range.most, -1);
  }
  while (range.referral_most > shown.referral_most &&
         !may_be_asked(&Rule::referral, range.referral_most)) {
    range.referral_most = step(range.referral_most, -1);
  }
  return range;
}

}  // namespace

class Prover::State {
 public:
  State(const Pack& pack, std::size_t node_budget)
      : pack_(pack), starts_(cell_starts(pack)), node_budget_(node_budget) {}

  Outlook outlook(const Known& known, bool wants_changes) {
    require_same_pack(pack_, known);
    const Verdict given = given_now(pack_, known);
    const OneReply one_reply(pack_, starts_, known);
    Outlook outlook;
    outlook.exact = within_budget(known, [&](LateView& late) {
      outlook.range = range_in(late, one_reply, pack_, known);
      outlook.ask_next = open_in(late, one_reply, pack_, known, given, true);
    });
    if (!outlook.exact) {
      outlook.range = possible_range(pack_, known);
      outlook.ask_next = possibly_open_questions(pack_, known);
    }
    outlook.range = widened(outlook.range, given);
    outlook.settled = outlook.ask_next.empty();
    if (outlook.ask_next.size() > 1) outlook.ask_next.resize(1);
    if (outlook.settled) {
      if (const auto asked = question_for_words(pack_, known)) outlook.ask_next.push_back(*asked);
    }
    if (!wants_changes) return outlook;
    outlook.ask_again_when = nearest(ask_again_when, known, given);
    outlook.would_permit = nearest(would_permit, known, given);
    return outlook;
  }

  std::vector<Asked> open_questions(const Known& known) {
    require_same_pack(pack_, known);
    const OneReply one_reply(pack_, starts_, known);
    std::vector<Asked> open;
    const bool is_exact = within_budget(known, [&](LateView& late) {
      open = open_in(late, one_reply, pack_, known, given_now(pack_, known), false);
    });
    return is_exact ? open : possibly_open_questions(pack_, known);
  }

  Stakes stakes(const Known& known, const Asked& asked) {
    require_same_pack(pack_, known);
    constexpr Stakes kAll{true, true, true};
    Stakes stakes = OneReply(pack_, starts_, known).changes(asked);
    // Whether it decides workouts besides would take diagrams of everything that is said of any.
    if (stakes.recommendation && stakes.referral) return stakes;
    const bool is_exact =
        within_budget(known, [&](LateView& late) { stakes = late.openness().stakes(asked); });
    return is_exact ? stakes : kAll;
  }

  bool has_given_up() const { return is_too_large_; }

 private:
  /// Whether the budget is enough to use a view of what is known. What others left behind may have
  /// filled the diagrams, so it is tried with new ones too. Once that was in vain it is not tried
  /// again: who is asked one question after another would wait for it each time.
  bool within_budget(const Known& known, const std::function<void(LateView&)>& use) {
    while (!is_too_large_) {
      const bool is_new = base_ == nullptr;
      try {
        LateView late([&]() -> Base& { return base_for(known); }, known);
        use(late);
        if (is_new && base_) most_nodes_ = 8 * base_->diagrams().node_count() + 100'000;
        return true;
      } catch (const BudgetExceeded&) {
        base_.reset();
        is_too_large_ = is_new;
      }
    }
    return false;
  }

  /// Diagrams that serve for what is known. The first are made for what is known at the start,
  /// which is little if all comes at once. When a reply was taken back, or other answers are
  /// looked at, more of them will follow: then they are made for any.
  Base& base_for(const Known& known) {
    const bool is_full = base_ && base_->diagrams().node_count() > most_nodes_;
    if (base_ && !is_full && base_->serves(known)) {
      base_->diagrams().begin_work();
      return *base_;
    }
    if (order_.empty()) order_ = diagram_order(pack_);
    const bool for_any = base_ && known.both.complaints.size() == 1 && !known.told.nothing_else;
    base_.reset();
    base_ =
        std::make_unique<Base>(pack_, order_, for_any ? nothing_known(known) : known, node_budget_);
    return *base_;
  }

  /// What is known of the same complaints before anything is told.
  Known nothing_known(const Known& known) const {
    Known nothing = known;
    nothing.both.runner = Replies(pack_.variables.size());
    for (Complaint& complaint : nothing.both.complaints) {
      complaint.replies = Replies(pack_.variables.size());
    }
    return nothing;
  }

  std::vector<AskAgain> nearest(decltype(ask_again_when) find, const Known& known,
                                const Verdict& given) {
    if (is_too_large_) return {};
    try {
      return find(pack_, known, given, node_budget_);
    } catch (const BudgetExceeded&) {
      is_too_large_ = true;
      return {};
    }
  }

  const Pack& pack_;
  Order order_;  ///< once a diagram is needed
  CellStarts starts_;
  std::size_t node_budget_;
  std::size_t most_nodes_ = 0;
  std::unique_ptr<Base> base_;
  bool is_too_large_ = false;  ///< the budget was not enough: estimates are given
};

Prover::Prover(const Pack& pack, std::size_t node_budget)
    : state_(std::make_unique<State>(pack, node_budget)) {}
Prover::~Prover() = default;
Prover::Prover(Prover&&) noexcept = default;
Prover& Prover::operator=(Prover&&) noexcept = default;

bool Prover::has_given_up() const { return state_->has_given_up(); }

Outlook Prover::outlook(const Known& known, bool wants_changes) {
  return state_->outlook(known, wants_changes);
}

std::vector<Asked> Prover::open_questions(const Known& known) {
  return state_->open_questions(known);
}

Stakes Prover::stakes(const Known& known, const Asked& asked) {
  return state_->stakes(known, asked);
}

}  // namespace runready
