// Gates and terms: read, put in an order in which each comes after what it reads, and refused
// where they read each other in a circle.
//
// The order is that of a depth-first walk over the graph whose nodes are questions and terms: a
// question reads what its gate names (its value is its default where the gate is false), a term
// what its condition names. A node met again while it is still being walked closes a circle.
// (Cormen et al., Introduction to Algorithms, topological sort.)
#include <algorithm>

#include "condition/json.hpp"
#include "pack/readers.hpp"
#include "pack/reads.hpp"
#include "pack/values.hpp"
#include "text/backticks.hpp"

namespace runready {

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

}  // namespace runready
