// The assessment as Markdown, for a training diary or for somebody who treats the runner.

#include "render/headline.hpp"
#include "runready/render.hpp"
#include "text/utf8.hpp"

namespace runready {

namespace {

/// A text of the pack as Markdown shows it literally.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : printable(text)) {
    if (std::string_view("\\`*_[]<>#|").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

std::string fact_list(const Pack& pack, const std::vector<FactId>& facts) {
  std::string list;
  for (const FactId id : facts) list += (list.empty() ? "" : ", ") + pack.facts[id.index].id;
  return list;
}

void add_reasons(std::string& out, const Report& report) {
  const Pack& pack = report.pack;
  if (report.assessment.reasons.empty()) return;
  out += "\n## " + escaped(pack.text("report.title.why")) + "\n\n";
  for (const Reason& reason : report.assessment.reasons) {
    if (reason.rule) {
      const Rule& rule = pack.rule(*reason.rule);
      out += "- " + escaped(rule.because + " (" + fact_list(pack, rule.sources) + ")") + "\n";
    } else {
      out += "- " + escaped(pack.text("escalation.because")) + "\n";
    }
  }
}

}  // namespace

std::string to_markdown(const Report& report) {
  const Pack& pack = report.pack;
  const Referral referral = report.assessment.referral;
  std::string out = "# " + escaped(headline(report)) + "\n";
  if (referral != Referral::none) {
    out += "\n" + escaped(pack.text("referral." + std::string(name(referral)))) + "\n";
  }
  add_reasons(out, report);
  return out + "\n" + escaped(pack.text("notice")) + "\n";
}

}  // namespace runready
