#include "render/diff_report.hpp"

#include <algorithm>
#include <array>

#include "render/pack_json.hpp"
#include "runready/version.hpp"
#include "text/json_writer.hpp"
#include "text/utf8.hpp"

namespace runready {

namespace {

constexpr std::array<std::string_view, 3> kKindNames = {"added", "removed", "changed"};

std::string_view kind_name(Edit::Kind kind) { return kKindNames[static_cast<std::size_t>(kind)]; }

std::string difference_text(const Studied& after, std::string_view what,
                            const Difference& difference) {
  const std::string text = std::string(what) + ": ";
  if (!difference.is_known) return text + "unknown, the rules are too large to be compared\n";
  if (!difference.example) return text + "nobody\n";
  return text + "somebody\n" + example_text(after, *difference.example);
}

std::string edit_text(const Edit& edit) {
  std::string text = "  " + std::string(kind_name(edit.kind)) + " " + printable(edit.id);
  for (std::size_t i = 0; i < edit.keys.size(); ++i) {
    text += (i == 0 ? ": " : ", ") + printable(edit.keys[i]);
  }
  return text + "\n";
}

std::string edits_text(const std::vector<Edit>& edits) {
  std::string text;
  std::string_view part;
  for (const Edit& edit : edits) {
    if (edit.part != part) text += edit.part + ":\n";
    part = edit.part;
    text += edit_text(edit);
  }
  return text;
}

void write_difference(JsonWriter& out, const Studied& after, std::string_view key,
                      const Difference& difference) {
  out.key(key).begin_object().key("known").value(difference.is_known);
  if (difference.example) {
    out.key("example");
    write_example(out, after, *difference.example);
  }
  out.end_object();
}

void write_pack_name(JsonWriter& out, std::string_view key, const Pack& pack) {
  out.key(key).begin_object();
  write_which_pack(out, pack);
  out.end_object();
}

void write_edit(JsonWriter& out, const Edit& edit) {
  out.begin_object().key("part").value(edit.part).key("id").value(edit.id);
  out.key("kind").value(kind_name(edit.kind));
  if (edit.kind == Edit::Kind::changed) {
    out.key("keys").begin_array();
    for (const std::string& key : edit.keys) out.value(key);
    out.end_array();
  }
  out.end_object();
}

}  // namespace

std::string diff_text(const Compared& compared) {
  const DiffReport& report = compared.report;
  std::string text = "before: " + pack_words(compared.before) + "\n" +
                     "after: " + pack_words(compared.after.pack) + "\n";
  text += difference_text(compared.after, "more cautious", report.more_cautious) +
          difference_text(compared.after, "more permissive", report.more_permissive) +
          difference_text(compared.after, "other workouts only", report.workouts_only);
  if (!report.responsible) {
    text += "responsible: unknown\n";
  } else if (!report.responsible->empty()) {
    text += "responsible:\n";
    for (const std::string& id : *report.responsible) text += "  " + printable(id) + "\n";
  }
  return text + edits_text(report.edits);
}

std::string diff_json(const Compared& compared, std::string_view on_json) {
  const DiffReport& report = compared.report;
  std::string line;
  JsonWriter out(line);
  out.begin_object().key("schema").value("runready/rules-diff/1");
  write_pack_name(out, "before", compared.before);
  write_pack_name(out, "after", compared.after.pack);
  out.key("program").value(RUNREADY_VERSION);
  out.key("complete").value(report.complete());
  write_difference(out, compared.after, "more_cautious", report.more_cautious);
  write_difference(out, compared.after, "more_permissive", report.more_permissive);
  write_difference(out, compared.after, "workouts_only", report.workouts_only);
  if (report.responsible) {
    out.key("responsible").begin_array();
    for (const std::string& id : *report.responsible) out.value(id);
    out.end_array();
  }
  out.key("edits").begin_array();
  for (const Edit& edit : report.edits) write_edit(out, edit);
  out.end_array();
  if (!on_json.empty()) out.key("on").raw(on_json);
  out.end_object();
  return line;
}

}  // namespace runready
