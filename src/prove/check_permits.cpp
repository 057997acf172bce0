#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "prove/checks.hpp"
#include "prove/directions.hpp"

// What each mark `permits` does: which rules a marked reply switches off that would fire without
// it, and answers for which it allows more. A mark that allows nothing is worth a word.

namespace runready {

namespace {

/// A reply that is marked, or a question that is marked as a whole.
struct Mark {
  QuestionId question;
  std::optional<std::uint32_t> option;
};

std::vector<Mark> marks_of(const Pack& pack) {
  std::vector<Mark> marks;
  for (std::uint32_t q = 0; q < pack.questions.size(); ++q) {
    const Question& question = pack.questions[q];
    if (question.permits) marks.push_back({{q}, std::nullopt});
    for (std::uint32_t i = 0; i < question.options.size(); ++i) {
      if (question.options[i].permits) marks.push_back({{q}, i});
    }
  }
  return marks;
}

/// "`warmup` `better`" without its backticks: what the finding is about.
std::string name_of(const Pack& pack, const Mark& mark) {
  const Question& question = pack.question(mark.question);
  return mark.option ? question.id + " " + question.options[*mark.option].id : question.id;
}

class PermitCheck {
 public:
  PermitCheck(CompiledPack& pack, const Mark& mark)
      : pack_(pack), mark_(mark), without_(pack.diagrams.levels().size(), kFree) {
    const Question& question = pack.pack.question(mark.question);
    std::vector<Node> told;
    for (const VariableId id : variables()) {
      const std::uint32_t level = pack.readings()[id.index].level;
      without_[level] = pack.diagrams.levels()[level].default_cell;
      told.push_back(is_marked(question, id));
    }
    Diagrams& d = pack.diagrams;
    const Node together = d.all_of(pack.told_together(mark.question));
    where_ = d.all_of({d.any_of(std::move(told)), together, d.restrict(together, without_)});
  }

  Finding prove() {
    using enum Finding::Verdict;
    const Question& question = pack_.pack.question(mark_.question);
    Finding finding = finding_of(proved, "permits", name_of(pack_.pack, mark_), question.span);
    std::vector<Node> causes = bars_lifted();
    for (std::uint32_t r = 0; r < pack_.pack.rules.size(); ++r) {
      const Node off = lost(pack_.outcome.rule({r}));
      if (off == kFalse) continue;
      finding.rules.push_back({r});
      causes.push_back(off);
    }
    if (const auto cells = example(causes)) {
      finding.example = pack_.example_at(*cells);
      finding.compared_with = pack_.example_at(without(*cells));
    } else {
      finding.verdict = warning;
      finding.message = "allows nothing that silence does not";
    }
    return finding;
  }

 private:
  /// The variables that the mark is about: of a list that of the option.
  std::vector<VariableId> variables() const {
    const Question& question = pack_.pack.question(mark_.question);
    const std::uint32_t first = question.first_variable.index;
    if (question.type == QuestionType::multi_choice && mark_.option)
      return {{first + *mark_.option}};
    std::vector<VariableId> all;
    for (std::uint32_t i = 0; i < question.variable_count; ++i) all.push_back({first + i});
    return all;
  }

  /// Where the variable has a value that is marked.
  Node is_marked(const Question& question, VariableId id) {
    const Reading& reading = pack_.readings()[id.index];
    const bool one_option = question.type == QuestionType::choice && mark_.option;
    std::vector<Node> children;
    for (const std::int32_t value : reading.values) {
      const bool marked = one_option ? value == static_cast<std::int32_t>(*mark_.option)
                                     : permits(question, pack_.pack.variable(id), value);
      children.push_back(marked ? kTrue : kFalse);
    }
    return pack_.diagrams.make(reading.level, children);
  }

  /// Where a truth is lost by telling what is marked.
  Node lost(Node truth) {
    const Node before = pack_.diagrams.restrict(truth, without_);
    if (before == truth) return kFalse;
    return pack_.diagrams.apply(Op::all, pack_.diagrams.apply(Op::except, before, truth), where_);
  }

  /// Where a workout that was barred by its own conditions is not any more.
  std::vector<Node> bars_lifted() {
    std::vector<Node> lifted;
    for (const Workout& workout : pack_.pack.workouts) {
      for (const Node barred :
           {workout.when ? pack_.diagrams.negate(pack_.compiler.condition(*workout.when)) : kFalse,
            workout.unless ? pack_.compiler.condition(*workout.unless) : kFalse}) {
        const Node off = lost(barred);
        if (off != kFalse) lifted.push_back(off);
      }
    }
    return lifted;
  }

  /// Answers for which the mark allows more. For that something must cease to hold: mostly the
  /// smallest answers at which it does will do, and the large diagrams of outcomes need not be
  /// asked.
  std::optional<Cells> example(const std::vector<Node>& causes) {
    std::optional<Cells> best;
    for (const Node cause : causes) {
      const auto cells = pack_.diagrams.cheapest(cause);
      if (!allows_more(*cells) ||
          (best && pack_.diagrams.cost(*best) <= pack_.diagrams.cost(*cells)))
        continue;
      best = cells;
    }
    if (causes.empty() || best) return best;
    for (const auto on :
         {MonotoneOn::recommendation, MonotoneOn::referral, MonotoneOn::exclusions}) {
      for (const Scale& scale : pack_.directions().scales(on)) {
        const auto cells = pack_.diagrams.cheapest(lost(pack_.directions().root(scale)));
        if (cells) return cells;
      }
    }
    return std::nullopt;
  }

  bool allows_more(const Cells& cells) const {
    const Verdict after = pack_.verdict_at(cells);
    const Verdict before = pack_.verdict_at(without(cells));
    bool frees = false;
    for (std::size_t a = 0; a < after.excluded.size(); ++a) {
      frees = frees || (before.excluded[a] && !after.excluded[a]);
    }
    return frees || after.recommendation < before.recommendation ||
           after.referral < before.referral;
  }

  Cells without(Cells cells) const {
    for (std::size_t level = 0; level < cells.size(); ++level) {
      if (without_[level] != kFree) cells[level] = without_[level];
    }
    return cells;
  }

  CompiledPack& pack_;
  Mark mark_;
  Cells without_;  ///< the default where the mark is about, free elsewhere
  Node where_ = kFalse;
};

}  // namespace

Findings check_permits(Proving& proving) {
  Findings findings;
  for (const Mark& mark : marks_of(proving.pack())) {
    const Span span = proving.pack().question(mark.question).span;
    const auto prove_one = [&](CompiledPack& pack) -> Findings {
      return {PermitCheck(pack, mark).prove()};
    };
    std::ranges::move(proving.attempt("permits", name_of(proving.pack(), mark), span, prove_one),
                      std::back_inserter(findings));
  }
  return findings;
}

}  // namespace runready
