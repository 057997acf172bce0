#include "assess/missing.hpp"

#include <map>
#include <utility>

namespace runready {

namespace {

using Pieces = std::vector<Condition>;

class Search {
 public:
  Search(const Pack& pack, const Evaluation& evaluation) : pack_(pack), evaluation_(evaluation) {}

  /// What it takes for the condition to be `wanted`.
  Pieces find(const Condition& condition, bool wanted) {
    return visit(
        condition,
        [&](Joined joined) {
          return joined.all == wanted ? all(joined.operands, wanted)
                                      : fewest(joined.operands, wanted);
        },
        [&](Negated negated) { return find(negated.operand, !wanted); },
        [&](NamedTerm term) { return find_term(term.id, wanted); },
        [&](const Condition& test) { return find_test(test, wanted); });
  }

 private:
  Pieces find_test(const Condition& test, bool wanted) const {
    const Truth truth = evaluate(test, evaluation_.replies, evaluation_.terms);
    if (truth == (wanted ? Truth::yes : Truth::no)) return {};
    if (wanted) return {test};
    Condition negation;
    negation.kind = Condition::Kind::negation;
    negation.operands = {test};
    return {negation};
  }

  /// Each term once for each wish, so that terms that share terms stay cheap.
  Pieces find_term(TermId id, bool wanted) {
    const auto key = std::pair(id, wanted);
    if (const auto known = terms_.find(key); known != terms_.end()) return known->second;
    Pieces pieces = find(pack_.terms[id.index].when, wanted);
    terms_.emplace(key, pieces);
    return pieces;
  }

  Pieces all(const std::vector<Condition>& operands, bool wanted) {
    Pieces pieces;
    for (const Condition& operand : operands) {
      for (Condition& piece : find(operand, wanted)) {
        if (pieces.size() < kEnough) pieces.push_back(std::move(piece));
      }
    }
    return pieces;
  }

  Pieces fewest(const std::vector<Condition>& operands, bool wanted) {
    Pieces best = find(operands.front(), wanted);
    for (std::size_t i = 1; i < operands.size() && !best.empty(); ++i) {
      Pieces other = find(operands[i], wanted);
      if (other.size() < best.size()) best = std::move(other);
    }
    return best;
  }

  /// Terms of terms could multiply without end; nobody reads on so far.
  static constexpr std::size_t kEnough = 64;

  const Pack& pack_;
  const Evaluation& evaluation_;
  std::map<std::pair<TermId, bool>, Pieces> terms_;
};

}  // namespace

std::vector<Condition> missing_for(const Pack& pack, const Condition& condition,
                                   const Evaluation& evaluation) {
  return Search(pack, evaluation).find(condition, true);
}

}  // namespace runready
