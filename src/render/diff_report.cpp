#include "render/diff_report.hpp"

#include <optional>

#include "text/json_writer.hpp"
#include "text/utf8.hpp"

namespace runready {

namespace {

std::string change_text(const Studied& after, std::string_view what, double share,
                        const std::optional<Counterexample>& example) {
  const std::string text = std::string(what) + ": " + percent(share) + "\n";
  return example ? text + example_text(after, *example) : text;
}

void write_change(JsonWriter& out, const Studied& after, std::string_view key, double share,
                  const std::optional<Counterexample>& example) {
  out.key(key).begin_object().key("share").value(share);
  if (example) {
    out.key("example");
    write_example(out, after, *example);
  }
  out.end_object();
}

void write_name(JsonWriter& out, std::string_view key, const Pack& pack) {
  out.key(key).begin_object().key("id").value(pack.id);
  out.key("version").value(pack.version).end_object();
}

}  // namespace

std::string diff_text(const Studied& after, const DiffReport& report) {
  std::string text =
      change_text(after, "more cautious", report.more_cautious, report.cautious_example) +
      change_text(after, "more permissive", report.more_permissive, report.permissive_example) +
      change_text(after, "other workouts only", report.workouts_only, report.workouts_example);
  if (!report.responsible.empty()) text += "responsible:\n";
  for (const std::string& id : report.responsible) text += "  " + printable(id) + "\n";
  if (!report.complete) text += "not proved: the rules are too large to be compared\n";
  return text;
}

std::string diff_json(const Pack& before, const Studied& after, const DiffReport& report) {
  std::string line;
  JsonWriter out(line);
  out.begin_object().key("schema").value("runready/rules-diff/1");
  write_name(out, "before", before);
  write_name(out, "after", after.pack);
  out.key("complete").value(report.complete);
  write_change(out, after, "more_cautious", report.more_cautious, report.cautious_example);
  write_change(out, after, "more_permissive", report.more_permissive, report.permissive_example);
  write_change(out, after, "workouts_only", report.workouts_only, report.workouts_example);
  out.key("responsible").begin_array();
  for (const std::string& id : report.responsible) out.value(id);
  out.end_array().end_object();
  return line;
}

}  // namespace runready
