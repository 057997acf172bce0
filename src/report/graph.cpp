#include "report/graph.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>

#include "rules/condition.hpp"
#include "rules/sentence.hpp"
#include "text/utf8.hpp"

namespace runready {

namespace {

template <class Id>
void add_once(std::vector<Id>& ids, Id id) {
  if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
}

bool reads(const Condition& condition, TermId term) {
  bool found = false;
  for_each_term(condition, [&](NamedTerm named) { found |= named.id == term; });
  return found;
}

bool reads(const std::optional<Condition>& condition, TermId term) {
  return condition && reads(*condition, term);
}

}  // namespace

Reads reads_of(const Pack& pack, const Condition& condition) {
  Reads found;
  for_each_read(
      condition, [&](NamedTerm term) { add_once(found.terms, term.id); },
      [&](const Condition& test) {
        add_once(found.questions, pack.variable(test.variable).question);
      });
  return found;
}

std::vector<std::string> readers_of(const Pack& pack, TermId term) {
  std::vector<std::string> readers;
  const auto add = [&](std::string_view kind, const auto& entries, auto does_read) {
    for (const auto& entry : entries) {
      if (does_read(entry)) readers.push_back(std::string(kind) + " `" + entry.id + "`");
    }
  };
  const auto by_when = [&](const auto& entry) { return reads(entry.when, term); };
  const auto by_either = [&](const auto& entry) {
    return reads(entry.when, term) || reads(entry.unless, term);
  };
  add("question", pack.questions, by_when);
  add("term", pack.terms, by_when);
  add("rule", pack.rules, by_when);
  add("workout", pack.workouts, by_either);
  add("tip", pack.tips, by_either);
  if (reads(pack.heart_rate.unless, term)) readers.emplace_back("`heart_rate`");
  for (const auto& [key, wordings] : pack.wordings) {
    if (std::any_of(wordings.begin(), wordings.end(), by_when)) {
      readers.push_back("text `" + key + "`");
    }
  }
  return readers;
}

bool may_permit(const Question& question) {
  return question.permits || std::ranges::any_of(question.options, &Option::permits);
}

namespace {

constexpr std::array<std::string_view, 4> kColors = {"#5b8c5a", "#a3a847", "#d08c3c", "#b5483a"};
constexpr std::string_view kReferralColor = "#5a6fa8";

std::string dot_string(std::string_view text) {
  std::string out = "\"";
  for (const char c : printable(text)) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + "\"";
}

class GraphWriter {
 public:
  GraphWriter(const Pack& pack, std::span<const SourceFile> files) : pack_(pack), files_(files) {}

  std::string write() {
    line("digraph " + dot_string(pack_.id) + " {");
    line("rankdir=LR; ranksep=2; nodesep=0.1; concentrate=true; splines=true;");
    line("node [shape=box, style=filled, fillcolor=white, fontname=\"sans-serif\", fontsize=11];");
    line("edge [color=\"#00000055\", arrowsize=0.5];");
    for (std::uint32_t s = 0; s < pack_.sections.size(); ++s) write_section(s);
    for (std::uint32_t f = 0; f < files_.size(); ++f) write_file(f);
    write_activities();
    write_outcomes();
    write_legend();
    write_edges();
    line("}");
    return std::move(out_);
  }

 private:
  void line(const std::string& text) { out_ += text + "\n"; }

  static std::string node(std::string_view kind, std::string_view id) {
    return dot_string(std::string(kind) + ":" + std::string(id));
  }

  void open_cluster(const std::string& name, std::string_view title) {
    line("subgraph " + dot_string("cluster_" + name) + " {");
    line("label=" + dot_string(title) + "; color=\"#cccccc\"; fontname=\"sans-serif\";");
  }

  void write_section(std::uint32_t section) {
    open_cluster("section " + pack_.sections[section].id, pack_.sections[section].title);
    for (const Question& question : pack_.questions) {
      if (question.section != section) continue;
      line(node("question", question.id) + " [label=" + dot_string(question.id) +
           ", tooltip=" + dot_string(question.ask) + ", shape=ellipse" +
           (may_permit(question) ? ", peripheries=2];" : "];"));
    }
    line("}");
  }

  void write_file(std::uint32_t file) {
    std::string nodes = term_nodes(file) + rule_nodes(file);
    if (nodes.empty()) return;
    const std::string name = std::filesystem::path(files_[file].name).stem().string();
    open_cluster("file " + std::to_string(file), name);
    out_ += nodes;
    line("}");
  }

  std::string term_nodes(std::uint32_t file) const {
    std::string nodes;
    for (const Term& term : pack_.terms) {
      if (term.span.file != file) continue;
      nodes += node("term", term.id) + " [label=" + dot_string(term.id) +
               ", tooltip=" + dot_string(sentence(term.when, pack_)) +
               ", style=\"rounded,filled\"];\n";
    }
    return nodes;
  }

  std::string rule_nodes(std::uint32_t file) const {
    std::string nodes;
    for (const Rule& rule : pack_.rules) {
      if (rule.span.file != file) continue;
      const std::string color(kColors[static_cast<std::size_t>(rule.recommend)]);
      nodes += node("rule", rule.id) + " [label=" + dot_string(rule.id) +
               ", tooltip=" + dot_string(sentence(rule, pack_)) + ", color=" + dot_string(color) +
               ", penwidth=2];\n";
    }
    return nodes;
  }

  void write_activities() {
    if (pack_.activities.empty()) return;
    open_cluster("activities", "activities");
    for (const Activity& activity : pack_.activities) {
      line(node("activity", activity.id) + " [label=" + dot_string(activity.id) +
           ", tooltip=" + dot_string(activity.label) + ", shape=hexagon];");
    }
    line("}");
  }

  /// What each shape and line stands for.
  void write_legend() {
    open_cluster("legend", "what is what");
    line(node("legend", "question") + " [label=\"question\", shape=ellipse];");
    line(node("legend", "permits") +
         " [label=\"question that permits\", shape=ellipse, peripheries=2];");
    line(node("legend", "term") + " [label=\"term\", style=\"rounded,filled\"];");
    line(node("legend", "rule") + " [label=\"rule, in the color of what it recommends\", color=" +
         dot_string(kColors.back()) + ", penwidth=2];");
    line(node("legend", "referral") +
         " [label=\"referral\", shape=note, color=" + dot_string(kReferralColor) + "];");
    line(node("legend", "activity") + " [label=\"activity\", shape=hexagon];");
    line(node("legend", "question") + " -> " + node("legend", "rule") + " [label=\"is read by\"];");
    line(node("legend", "permits") + " -> " + node("legend", "term") +
         " [label=\"opens (a gate)\", style=dotted];");
    line(node("legend", "rule") + " -> " + node("legend", "referral") +
         " [label=\"refers\", style=dashed];");
    line(node("legend", "rule") + " -> " + node("legend", "activity") +
         " [label=\"excludes\", style=dotted];");
    line("}");
  }

  void write_outcomes() {
    open_cluster("outcome", "outcome");
    for (std::size_t i = 0; i < kRecommendationNames.size(); ++i) {
      line(node("recommend", kRecommendationNames[i]) + " [label=" +
           dot_string(kRecommendationNames[i]) + ", fillcolor=" + dot_string(kColors[i]) + "];");
    }
    for (std::size_t i = 1; i < kReferralNames.size(); ++i) {
      line(node("referral", kReferralNames[i]) + " [label=" + dot_string(kReferralNames[i]) +
           ", shape=note, color=" + dot_string(kReferralColor) + "];");
    }
    line("}");
  }

  void write_edge(const std::string& from, const std::string& to, std::string_view style) {
    out_.append(from).append(" -> ").append(to);
    if (!style.empty()) out_.append(" [style=").append(style).append("]");
    out_ += ";\n";
  }

  void write_edges() {
    for (const Question& question : pack_.questions) {
      if (question.when) write_reads(*question.when, node("question", question.id), "dotted");
    }
    for (const Term& term : pack_.terms) write_reads(term.when, node("term", term.id), "");
    for (const Activity& activity : pack_.activities) {
      for (const ActivityId than : activity.gentler_than) {
        out_ += node("activity", activity.id) + " -> " +
                node("activity", pack_.activities[than.index].id) +
                " [label=\"gentler than\", color=\"#5b8c5a\"];\n";
      }
    }
    for (const Rule& rule : pack_.rules) {
      const std::string from = node("rule", rule.id);
      write_reads(rule.when, from, "");
      write_edge(from, node("recommend", name(rule.recommend)), "");
      for (const ActivityId id : rule.exclude) {
        write_edge(from, node("activity", pack_.activities[id.index].id), "dotted");
      }
      if (rule.referral == Referral::none) continue;
      write_edge(from, node("referral", name(rule.referral)), "dashed");
    }
  }

  void write_reads(const Condition& condition, const std::string& reader, std::string_view style) {
    const Reads reads = reads_of(pack_, condition);
    for (const QuestionId id : reads.questions) {
      write_edge(node("question", pack_.question(id).id), reader, style);
    }
    for (const TermId id : reads.terms) {
      write_edge(node("term", pack_.terms[id.index].id), reader, style);
    }
  }

  const Pack& pack_;
  std::span<const SourceFile> files_;
  std::string out_;
};

}  // namespace

std::string graph(const Pack& pack, std::span<const SourceFile> files) {
  return GraphWriter(pack, files).write();
}

}  // namespace runready
