#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "json/json_value.hpp"
#include "pack/write_pack.hpp"
#include "prove/common_space.hpp"
#include "prove/compile.hpp"
#include "prove/compiled_pack.hpp"
#include "rules/assess.hpp"
#include "rules/gates.hpp"
#include "runready/pack.hpp"
#include "runready/prove.hpp"

namespace runready {

// What two packs say differently, entry by entry and key by key, whether or not it changes an
// outcome: texts, minutes, cases. An entry that only stands elsewhere is the same.

namespace {

/// A pack written out; its parts are equal where their bytes are.
class Written {
 public:
  explicit Written(const Pack& pack) : text_(write_pack(pack)) {
    constexpr std::size_t kAny = std::size_t{1} << 32;
    Diagnostics none;
    root_ = read_json(text_, 0, none, {kAny, kAny, kAny}).value_or(JsonValue{});
  }

  const JsonValue& root() const { return root_; }

  std::string_view bytes(const JsonValue& value) const {
    return std::string_view(text_).substr(value.span.begin, value.span.end - value.span.begin);
  }

 private:
  std::string text_;
  JsonValue root_;
};

/// The entries of a part by id: those of a list, or the members of an object.
std::map<std::string_view, const JsonValue*> entries_of(const JsonValue* part) {
  std::map<std::string_view, const JsonValue*> entries;
  if (part == nullptr) return entries;
  for (const JsonValue& entry : part->items) entries.emplace(entry.find("id")->string, &entry);
  for (const JsonMember& member : part->members) entries.emplace(member.key, &member.value);
  return entries;
}

class Comparing {
 public:
  Comparing(const Pack& before, const Pack& after) : before_(before), after_(after) {}

  std::vector<Edit> run() {
    for (const JsonMember& part : after_.root().members) compare(part.key);
    for (const JsonMember& part : before_.root().members) {
      if (after_.root().find(part.key) == nullptr) compare(part.key);
    }
    return std::move(edits_);
  }

 private:
  /// Who it is and which version is said elsewhere.
  static bool is_compared(std::string_view part) { return part != "pack"; }

  void compare(const std::string& part) {
    if (!is_compared(part)) return;
    const auto was = entries_of(before_.root().find(part));
    const auto is = entries_of(after_.root().find(part));
    for (const auto& [id, entry] : is) {
      const auto old = was.find(id);
      if (old == was.end()) {
        add(part, id, Edit::Kind::added);
      } else if (before_.bytes(*old->second) != after_.bytes(*entry)) {
        add(part, id, Edit::Kind::changed).keys = keys(*old->second, *entry);
      }
    }
    for (const auto& [id, entry] : was) {
      if (!is.contains(id)) add(part, id, Edit::Kind::removed);
    }
  }

  Edit& add(const std::string& part, std::string_view id, Edit::Kind kind) {
    return edits_.emplace_back(Edit{part, std::string(id), kind, {}});
  }

  std::vector<std::string> keys(const JsonValue& was, const JsonValue& is) const {
    std::vector<std::string> keys;
    for (const JsonMember& member : is.members) {
      const JsonValue* old = was.find(member.key);
      if (old == nullptr || before_.bytes(*old) != after_.bytes(member.value)) {
        keys.push_back(member.key);
      }
    }
    for (const JsonMember& member : was.members) {
      if (is.find(member.key) == nullptr) keys.push_back(member.key);
    }
    return keys;
  }

  Written before_;
  Written after_;
  std::vector<Edit> edits_;
};

std::vector<Edit> edits(const Pack& before, const Pack& after) {
  return Comparing(before, after).run();
}

/// One of the two packs, compiled over the answers to both.
struct Side {
  Side(const Pack& of_pack, const Readings& of_readings, Diagrams& diagrams)
      : pack(of_pack),
        readings(of_readings),
        compiler(of_pack, of_readings, diagrams),
        outcome(of_pack, std::span(&compiler, 1), diagrams) {}
  Side(const Side&) = delete;
  Side& operator=(const Side&) = delete;

  Verdict verdict_at(const Cells& cells) const {
    const Evaluation evaluation =
        evaluate_rules(pack, effective_replies(pack, replies_at(readings, cells)));
    return judge(pack, std::span(&evaluation, 1), Unknowns::harmful);
  }

  const Pack& pack;
  const Readings& readings;
  Compiler compiler;
  JointOutcome outcome;
};

template <class Entry>
const Entry* entry_named(const std::vector<Entry>& entries, const std::string& id) {
  const auto at = std::ranges::find_if(entries, [&](const Entry& e) { return e.id == id; });
  return at == entries.end() ? nullptr : &*at;
}

template <class Entry>
std::uint32_t index_in(const std::vector<Entry>& entries, const Entry* entry) {
  return static_cast<std::uint32_t>(entry - entries.data());
}

/// The ids of both, those of the newer pack first.
template <class Entry>
std::vector<std::string> ids_of_both(const std::vector<Entry>& before,
                                     const std::vector<Entry>& after) {
  std::vector<std::string> ids;
  ids.reserve(after.size() + before.size());
  for (const Entry& entry : after) ids.push_back(entry.id);
  for (const Entry& entry : before) {
    if (entry_named(after, entry.id) == nullptr) ids.push_back(entry.id);
  }
  return ids;
}

std::set<std::string> excluded_ids(const Pack& pack, const Rule& rule) {
  std::set<std::string> ids;
  for (const ActivityId id : rule.exclude) ids.insert(pack.activities[id.index].id);
  return ids;
}

class Comparison {
 public:
  Comparison(const Comparison&) = delete;
  Comparison& operator=(const Comparison&) = delete;

  Comparison(const Pack& before, const Pack& after, std::size_t node_budget)
      : space_(common_space(before, after)),
        d_(space_.shapes, node_budget),
        before_(before, space_.before, d_),
        after_(after, space_.after, d_) {}

  Difference more_cautious() { return difference(higher(), false); }
  Difference more_permissive() { return difference(lower(), false); }
  Difference workouts_only() { return difference(workouts(), true); }

  std::vector<std::string> responsible() {
    const Node different = d_.any_of({lower(), higher(), workouts()});
    std::vector<std::string> ids;
    add_responsible_rules(different, ids);
    add_responsible_workouts(different, ids);
    return ids;
  }

 private:
  Node lower() {
    if (!lower_) lower_ = gained(before_, after_);
    return *lower_;
  }
  Node higher() {
    if (!higher_) higher_ = d_.apply(Op::except, gained(after_, before_), lower());
    return *higher_;
  }
  Node workouts() {
    if (!workouts_) workouts_ = other_workouts(d_.negate(d_.apply(Op::any, lower(), higher())));
    return *workouts_;
  }

  Difference difference(Node node, bool with_workouts) {
    return {true, example(node, with_workouts)};
  }

  Node differ(Node a, Node b) {
    return d_.apply(Op::any, d_.apply(Op::except, a, b), d_.apply(Op::except, b, a));
  }

  /// Where a rule of one side asks for more than every rule of the other. Most rules are those of
  /// the other side too, of which nothing is left at once.
  template <class Level>
  Node asked_more(Side& one, Side& other, Level Rule::*asked) {
    std::vector<Node> more;
    for (std::uint32_t r = 0; r < one.pack.rules.size(); ++r) {
      const Rule& rule = one.pack.rules[r];
      if (rule.*asked == Level{}) continue;
      Node left = one.outcome.rule({r});
      const auto take_away = [&](const Rule& covering, std::uint32_t index) {
        if (left == kFalse || covering.*asked < rule.*asked) return;
        left = d_.apply(Op::except, left, other.outcome.rule({index}));
      };
      const Rule* same = entry_named(other.pack.rules, rule.id);
      if (same != nullptr) take_away(*same, index_in(other.pack.rules, same));
      for (std::uint32_t i = 0; i < other.pack.rules.size(); ++i) take_away(other.pack.rules[i], i);
      more.push_back(left);
    }
    return d_.any_of(std::move(more));
  }

  /// Where the recommendations may differ: rules ask for other levels, or what is offered for one
  /// is nothing on one side only.
  Node recommended_apart() {
    std::vector<Node> apart = {asked_more(before_, after_, &Rule::recommend),
                               asked_more(after_, before_, &Rule::recommend)};
    for (const auto level :
         {Recommendation::run, Recommendation::easy_run, Recommendation::cross_train}) {
      apart.push_back(
          differ(before_.outcome.nothing_offered(level), after_.outcome.nothing_offered(level)));
    }
    return d_.any_of(std::move(apart));
  }

  /// Where one side gives a higher recommendation or referral than the other.
  Node gained(Side& one, Side& other) {
    if (!apart_) apart_ = recommended_apart();
    std::vector<Node> levels = {asked_more(one, other, &Rule::referral)};
    for (const auto level :
         {Recommendation::easy_run, Recommendation::cross_train, Recommendation::rest}) {
      const Node here = one.outcome.at_least(level, *apart_);
      levels.push_back(d_.apply(Op::except, here, other.outcome.at_least(level, here)));
    }
    return d_.any_of(std::move(levels));
  }

  /// Where, of `same`, some workout is offered by one side only.
  Node other_workouts(Node same) {
    std::vector<Node> different;
    for (const std::string& id : ids_of_both(before_.pack.workouts, after_.pack.workouts)) {
      const Workout* old = entry_named(before_.pack.workouts, id);
      const Workout* now = entry_named(after_.pack.workouts, id);
      const Node was = old ? before_.outcome.available(id_of(before_, old)) : kFalse;
      const Node is = now ? after_.outcome.available(id_of(after_, now)) : kFalse;
      if (old && now && old->offered_for == now->offered_for) {
        different.push_back(after_.outcome.within(d_.apply(Op::all, differ(was, is), same),
                                                  levels_of(after_.pack, id_of(after_, now))));
      } else {
        const Node was_here = old ? before_.outcome.offered(id_of(before_, old), same) : kFalse;
        const Node is_here = now ? after_.outcome.offered(id_of(after_, now), same) : kFalse;
        different.push_back(differ(was_here, is_here));
      }
    }
    return d_.any_of(std::move(different));
  }

  static WorkoutId id_of(const Side& side, const Workout* workout) {
    return {index_in(side.pack.workouts, workout)};
  }

  /// The smallest answers, as the newer pack is told them.
  std::optional<Counterexample> example(Node node, bool with_workouts) {
    const auto cells = d_.cheapest(node);
    if (!cells) return std::nullopt;
    const Answers answers = smallest_answers(after_.pack, replies_at(after_.readings, *cells));
    return Counterexample{answers, words(after_, *cells, with_workouts) + "; before: " +
                                       words(before_, *cells, with_workouts) + only_before(*cells)};
  }

  static std::string words(const Side& side, const Cells& cells, bool with_workouts) {
    const Verdict verdict = side.verdict_at(cells);
    std::string text = outcome_words(verdict);
    if (!with_workouts) return text;
    text += ", offered ";
    for (const WorkoutId id : verdict.offered) {
      text += (id == verdict.offered.front() ? "`" : ", `") + side.pack.workouts[id.index].id + "`";
    }
    return text + (verdict.offered.empty() ? "nothing" : "");
  }

  /// What the older pack must be told beside, since only it asks.
  std::string only_before(const Cells& cells) const {
    std::string text;
    for (const CommonSpace::Entry& entry : space_.entries) {
      const bool differs = std::ranges::any_of(entry.levels, [&](std::uint32_t level) {
        return cells[level] != space_.shapes[level].default_cell;
      });
      if (entry.after || !differs) continue;
      text += (text.empty() ? " with a reply to `" : ", `") +
              before_.pack.question(*entry.before).id + "`";
    }
    return text;
  }

  void add_responsible_rules(Node different, std::vector<std::string>& responsible) {
    for (const std::string& id : ids_of_both(before_.pack.rules, after_.pack.rules)) {
      const Rule* old = entry_named(before_.pack.rules, id);
      const Rule* now = entry_named(after_.pack.rules, id);
      const Node was = old ? before_.outcome.rule({index_in(before_.pack.rules, old)}) : kFalse;
      const Node is = now ? after_.outcome.rule({index_in(after_.pack.rules, now)}) : kFalse;
      const bool same_demands = old && now && old->recommend == now->recommend &&
                                old->referral == now->referral &&
                                excluded_ids(before_.pack, *old) == excluded_ids(after_.pack, *now);
      const Node changed = same_demands ? differ(was, is) : d_.apply(Op::any, was, is);
      if (d_.meet({changed, different})) responsible.push_back(id);
    }
  }

  void add_responsible_workouts(Node different, std::vector<std::string>& responsible) {
    for (const std::string& id : ids_of_both(before_.pack.workouts, after_.pack.workouts)) {
      const Workout* old = entry_named(before_.pack.workouts, id);
      const Workout* now = entry_named(after_.pack.workouts, id);
      if (old && now && is_same(*old, *now)) continue;
      const Node was = old ? before_.outcome.available(id_of(before_, old)) : kFalse;
      const Node is = now ? after_.outcome.available(id_of(after_, now)) : kFalse;
      if (d_.meet({d_.apply(Op::any, was, is), different})) responsible.push_back(id);
    }
  }

  bool is_same(const Workout& old, const Workout& now) {
    const auto node = [](Side& side, const std::optional<Condition>& condition, Node otherwise) {
      return condition ? side.compiler.condition(*condition) : otherwise;
    };
    return before_.pack.activities[old.activity.index].id ==
               after_.pack.activities[now.activity.index].id &&
           old.offered_for == now.offered_for &&
           node(before_, old.when, kTrue) == node(after_, now.when, kTrue) &&
           node(before_, old.unless, kFalse) == node(after_, now.unless, kFalse);
  }

  CommonSpace space_;
  Diagrams d_;
  Side before_;
  Side after_;
  std::optional<Node> apart_, lower_, higher_, workouts_;
};

}  // namespace

DiffReport diff(const Pack& before, const Pack& after, std::size_t node_budget) {
  DiffReport report;
  std::optional<Comparison> comparison;
  // Diagrams that ran out of room make nothing more; what comes next begins anew.
  const auto attempt = [&](const auto& use) {
    try {
      if (!comparison) comparison.emplace(before, after, node_budget);
      use(*comparison);
    } catch (const BudgetExceeded&) {
      comparison.reset();
    }
  };
  attempt([&](Comparison& c) { report.more_permissive = c.more_permissive(); });
  attempt([&](Comparison& c) { report.more_cautious = c.more_cautious(); });
  attempt([&](Comparison& c) { report.workouts_only = c.workouts_only(); });
  attempt([&](Comparison& c) { report.responsible = c.responsible(); });
  report.edits = edits(before, after);
  return report;
}

}  // namespace runready
