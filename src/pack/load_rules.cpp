// Rules, terms, and the gates of questions.

#include <algorithm>

#include "pack/members.hpp"
#include "pack/names.hpp"
#include "pack/parts.hpp"
#include "pack/values.hpp"
#include "rules/condition.hpp"
#include "rules/condition_json.hpp"
#include "text/words.hpp"

namespace runready {

namespace {

constexpr Member<Term> kTermMembers[] = {
    {"id", kRequired, nullptr},
    {"says", kRequired,
     [](Loading& in, JsonValue& json, Term& term) { read_text(in, json, term.clause.says); }},
    {"says_not", kOptional,
     [](Loading& in, JsonValue& json, Term& term) { read_text(in, json, term.clause.says_not); }},
    {"when", kRequired, nullptr},
};

void finish_term(Loading& in, JsonValue& json, Term& term) {
  if (const auto question = in.questions.find(term.id)) {
    in.error("duplicate-id", term.span, in_backticks(term.id) + " is also a question",
             "questions and terms are named alike in conditions");
  }
  if (const JsonValue* when = json.find("when")) {
    in.terms_when.push_back({static_cast<std::uint32_t>(in.pack.terms.size()), when});
  }
}

constexpr Entries<Term> kTerms = {
    "a term", kTermMembers, {kMaxEntries, "terms"}, is_id, finish_term};

}  // namespace

void load_terms(Loading& in, JsonValue& json) {
  read_entries(in, json, kTerms, in.terms, in.pack.terms);
}

void list_term_keys(std::vector<KeyTable>& into) { list_keys<Term>(into, "a term", kTermMembers); }

// Gates and terms: read, put in an order in which each comes after what it reads, and refused
// where they read each other in a circle.
//
// The order is that of a depth-first walk over the graph whose nodes are questions and terms: a
// question reads what its gate names (its value is its default where the gate is false), a term
// what its condition names. A node met again while it is still being walked closes a circle.
// (Cormen et al., Introduction to Algorithms, topological sort.)

namespace {

/// Questions first, then terms.
using Node = std::uint32_t;

/// What a node reads, and where.
struct Edge {
  Node to = 0;
  Span span;
};

class Graph {
 public:
  explicit Graph(const Pack& pack)
      : pack_(pack), questions_(static_cast<Node>(pack.questions.size())) {
    edges_.reserve(pack.questions.size() + pack.terms.size());
    for (const Question& question : pack.questions) {
      edges_.push_back(question.when ? edges_of(*question.when) : std::vector<Edge>{});
    }
    for (const Term& term : pack.terms) edges_.push_back(edges_of(term.when));
  }

  std::size_t size() const { return edges_.size(); }
  bool is_question(Node node) const { return node < questions_; }
  TermId term(Node node) const { return {node - questions_}; }
  const std::vector<Edge>& reads(Node node) const { return edges_[node]; }

  const std::string& id(Node node) const {
    return is_question(node) ? pack_.questions[node].id : pack_.terms[node - questions_].id;
  }

 private:
  std::vector<Edge> edges_of(const Condition& condition) const {
    std::vector<Edge> edges;
    for_each_read(
        condition,
        [&](NamedTerm term) {
          edges.push_back({questions_ + term.id.index, term.span});
        },
        [&](const Condition& test) {
          edges.push_back({pack_.variable(test.variable).question.index, test.span});
        });
    return edges;
  }

  const Pack& pack_;
  Node questions_;
  std::vector<std::vector<Edge>> edges_;
};

class Order {
 public:
  explicit Order(Loading& in) : in_(in), graph_(in.pack), states_(graph_.size()) {
    for (Node node = 0; node < graph_.size(); ++node) {
      if (!states_[node].seen) visit(node);
    }
  }

  bool has_circle() const { return has_circle_; }

 private:
  struct State {
    bool seen = false;
    bool open = false;
    bool reported = false;
  };

  /// A node being walked, and how many of its edges were followed.
  struct Step {
    Node node;
    std::size_t followed = 0;
  };

  /// Chains may be as long as a pack has terms: a list of our own holds the way, not the stack.
  void visit(Node start) {
    enter(start);
    while (!path_.empty()) {
      Step& step = path_.back();
      const std::vector<Edge>& reads = graph_.reads(step.node);
      if (step.followed == reads.size()) {
        leave();
      } else {
        follow(reads[step.followed++]);
      }
    }
  }

  void follow(const Edge& edge) {
    if (states_[edge.to].open) {
      report_circle(edge);
    } else if (!states_[edge.to].seen) {
      enter(edge.to);
    }
  }

  void enter(Node node) {
    states_[node] = {true, true, false};
    path_.push_back({node});
  }

  void leave() {
    const Node node = path_.back().node;
    path_.pop_back();
    states_[node].open = false;
    if (graph_.is_question(node)) {
      in_.pack.gate_order.push_back({node});
    } else {
      in_.pack.term_order.push_back(graph_.term(node));
    }
  }

  /// A circle that shares a node with one that was reported is not reported too.
  void report_circle(const Edge& closing) {
    has_circle_ = true;
    const auto begin = std::ranges::find(path_, closing.to, &Step::node);
    const auto is_reported = [&](const Step& step) { return states_[step.node].reported; };
    if (std::any_of(begin, path_.end(), is_reported)) return;
    std::string circle;
    for (auto step = begin; step != path_.end(); ++step) {
      states_[step->node].reported = true;
      circle += in_backticks(graph_.id(step->node)) + " → ";
    }
    in_.error("circle", closing.span,
              "these read each other in a circle: " + circle + in_backticks(graph_.id(closing.to)));
  }

  Loading& in_;
  Graph graph_;
  std::vector<State> states_;
  std::vector<Step> path_;
  bool has_circle_ = false;
};

void read_conditions(Loading& in) {
  for (const Pending& term : in.terms_when) {
    in.pack.terms[term.index].when = read_condition(in, *term.json);
  }
  for (const Pending& gate : in.gates) {
    in.pack.questions[gate.index].when = read_condition(in, *gate.json);
  }
}

/// The runner is asked once, so a gate of such a question cannot depend on one thing that hurts.
void check_gate(Loading& in, const Question& question) {
  if (question.about == About::complaint || !question.when) return;
  const auto check = [&](bool about_complaint, Span span) {
    if (!about_complaint) return;
    in.error("gate-reads-complaint", span,
             in_backticks(question.id) +
                 " is about the runner, but its gate reads what is about a complaint",
             "let it read questions about the runner only, or make it `\"about\": \"complaint\"`");
  };
  for_each_read(
      *question.when,
      [&](NamedTerm term) { check(in.pack.terms[term.id.index].reads_complaint, term.span); },
      [&](const Condition& test) {
        check(in.pack.question_of(test.variable).about == About::complaint, test.span);
      });
}

/// Other front ends get gates without terms, so a gate must be fit to write out.
void check_size(Loading& in, const Question& question, const InlinedSizes& sizes) {
  if (!question.when || sizes.fits(*question.when)) return;
  in.error("gate-too-large", question.when->span,
           "the gate of " + in_backticks(question.id) +
               " stands for too much once its terms are written out",
           "a gate may stand for 4,096 comparisons, nested at most 500 deep");
}

}  // namespace

void resolve_conditions(Loading& in) {
  read_conditions(in);
  const Order order(in);
  if (order.has_circle()) return;
  for (const TermId id : in.pack.term_order) {
    Term& term = in.pack.terms[id.index];
    term.reads_complaint = reads_complaint(in.pack, term.when);
  }
  const InlinedSizes sizes(in.pack);
  for (const Question& question : in.pack.questions) {
    check_gate(in, question);
    check_size(in, question, sizes);
  }
}

namespace {

void rule_exclude(Loading& in, JsonValue& json, Rule& rule) {
  rule.exclude = read_activities(in, json, Empty::allowed);
  for (const JsonValue& name : json.items) {
    if (name.type == JsonValue::Type::string) rule.exclude_names.push_back(name.string);
  }
}

constexpr Member<Rule> kRuleMembers[] = {
    {"id", kRequired, nullptr},
    {"when", kRequired, condition<&Rule::when>},
    {"unless", kOptional, nullptr},
    {"recommend", kOptional, name_of<&Rule::recommend, kRecommendationNames>},
    {"referral", kOptional, name_of<&Rule::referral, kReferralNames>},
    {"exclude", kOptional, rule_exclude},
    {"recheck_hours", kOptional, integer<&Rule::recheck_hours, 1, 720>},
    {"explains", kOptional, boolean<&Rule::explains>},
    {"because", kRequired, text<&Rule::because>},
    {"sources", kRequired, sources<&Rule::sources>},
};

/// Whether a key was written with anything but what it is by default. What is no floor because it
/// is wrong has been reported as wrong.
bool demands(const JsonValue& json, std::string_view key, std::string_view harmless) {
  const JsonValue* told = json.find(key);
  if (told == nullptr) return false;
  if (told->type == JsonValue::Type::array) return !told->items.empty();
  return told->string != harmless;
}

void finish_rule(Loading& in, JsonValue& json, Rule& rule) {
  if (const JsonValue* unless = json.find("unless")) rule.except(read_condition(in, *unless));
  rule.reads_complaint = reads_complaint(in.pack, rule.when);
  if (rule.id == kEscalationRule) {
    in.error("reserved-id", rule.span, "a rule cannot be called " + in_backticks(rule.id),
             "that is the reason given where no workout is left");
  }
  if (!demands(json, "recommend", name(Recommendation::run)) &&
      !demands(json, "referral", name(Referral::none)) && !demands(json, "exclude", "")) {
    in.error("no-demand", rule.span, "this rule demands nothing",
             "add `recommend`, `referral` or `exclude`");
  }
}

constexpr Entries<Rule> kRules = {"a rule", kRuleMembers, {kMaxRules, "rules"}, is_id, finish_rule};

}  // namespace

void load_rules(Loading& in, JsonValue& json) {
  read_entries(in, json, kRules, in.rules, in.pack.rules);
}

void list_rule_keys(std::vector<KeyTable>& into) { list_keys<Rule>(into, "a rule", kRuleMembers); }

}  // namespace runready
