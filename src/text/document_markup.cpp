// A document as a text that other programs lay out: HTML and Markdown.

#include "text/document.hpp"
#include "text/utf8.hpp"

namespace runready {

// A document as one HTML page: semantic elements in reading order, a style sheet inside, nothing
// that runs and nothing that is fetched.

namespace {

/// Colours carry the tone beside the words, never instead of them. Contrast is 4.5 to 1 or more, in
/// light and dark.
constexpr std::string_view kStyle = R"(
:root{color-scheme:light dark;--paper:#fff;--ink:#1b1b1b;--soft:#595959;--line:#d5d5d5;
--go:#17603a;--easy:#0b5d74;--careful:#7a4b00;--stop:#29417f;--urgent:#7b1f6a;--emergency:#a01515;--pain:#a01515}
@media (prefers-color-scheme:dark){:root{--paper:#15171a;--ink:#ececec;--soft:#a9adb3;--line:#3a3e44;
--go:#1d7a4a;--easy:#0f6f8a;--careful:#8a5800;--stop:#3d5cb0;--urgent:#93307f;--emergency:#b72323;--pain:#ff9a8f}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,sans-serif}
main{max-width:42rem;margin:0 auto;padding:1.5rem 1rem 3rem}
header{border-radius:.5rem;padding:1rem 1.25rem;color:#fff;background:var(--tone)}
.go{--tone:var(--go)}.easy{--tone:var(--easy)}.careful{--tone:var(--careful)}
.stop{--tone:var(--stop)}.urgent{--tone:var(--urgent)}.emergency{--tone:var(--emergency)}
h1{margin:0;font-size:1.75rem;line-height:1.2}
header p{margin:.5rem 0 0}
h2{margin:1.75rem 0 .5rem;font-size:1.15rem;break-after:avoid}
h3{margin:.75rem 0 .25rem;font-size:1rem;break-after:avoid}
p{margin:.5rem 0}ul{margin:.5rem 0;padding-left:1.25rem}li{margin:.25rem 0;break-inside:avoid}
dl{margin:.5rem 0}dt{font-weight:600;margin-top:.5rem;break-after:avoid}dd{margin:0 0 0 1.25rem}
pre{overflow-x:auto;padding:.5rem .75rem;border:1px solid var(--line);border-radius:.25rem}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.35rem .5rem;border-bottom:1px solid var(--line)}
td:last-child{width:30%}tr{break-inside:avoid}
@media (min-width:30rem){td:nth-child(-n+2){white-space:nowrap}}
@media (max-width:30rem){table{display:block;overflow-x:auto;font-size:.8rem}th,td{padding:.3rem .25rem}th{white-space:nowrap}}
footer{margin-top:2rem;border-top:1px solid var(--line);padding-top:.5rem;color:var(--soft);font-size:.875rem}
svg{display:block;width:100%;height:auto}svg text{font:12px system-ui,sans-serif;fill:var(--ink)}
svg .grid{stroke:var(--line)}svg .answer,svg .dot{fill:var(--ink)}svg .run{fill:var(--easy)}
svg .pain{fill:none;stroke:var(--pain);stroke-width:1.6}
@page{size:A4;margin:18mm}
@media print{:root{--paper:#fff;--ink:#000;--soft:#444;--line:#999}
body{font-size:10.5pt}main{max-width:none;padding:0}
header{color:#000;background:none;border:2pt solid #000}
svg .run{fill:#555}svg .pain{stroke:#000}
h2{margin-top:1rem}section{break-inside:auto}}
)";

std::string_view name(Tone tone) {
  constexpr std::string_view kNames[] = {"go", "easy", "careful", "stop", "urgent", "emergency"};
  return kNames[static_cast<std::size_t>(tone)];
}

/// Text that means itself; a newline ends a line.
std::string plain_html(std::string_view text) {
  std::string escaped;
  for (const char c : printable(text, true)) {
    switch (c) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '"':
        escaped += "&quot;";
        break;
      case '\n':
        escaped += "<br>";
        break;
      default:
        escaped += c;
    }
  }
  return escaped;
}

std::string element(std::string_view tag, std::string_view text) {
  const std::string name(tag);
  return "<" + name + ">" + plain_html(text) + "</" + name + ">\n";
}

class HtmlWriter {
 public:
  std::string write(const Document& document) {
    for (const Block& block : document) {
      enter(around(block));
      std::visit([&](const auto& some) { add(some); }, block);
    }
    enter("");
    if (in_section_) out_ += "</section>\n";
    return std::move(out_);
  }

 private:
  /// The element that holds blocks of a kind together.
  static std::string_view around(const Block& block) {
    if (std::holds_alternative<ListItem>(block)) return "ul";
    if (std::holds_alternative<Row>(block) || std::holds_alternative<Definition>(block))
      return "dl";
    return std::holds_alternative<Note>(block) ? "footer" : "";
  }

  void enter(std::string_view element) {
    if (element == inside_) return;
    if (!inside_.empty()) out_ += "</" + std::string(inside_) + ">\n";
    if (element == "footer") end_section();
    if (!element.empty()) out_ += "<" + std::string(element) + ">\n";
    inside_ = element;
  }

  void end_section() {
    if (in_section_) out_ += "</section>\n";
    in_section_ = false;
  }

  void add(const Answer& answer) {
    out_ += "<header class=\"" + std::string(name(answer.tone)) + "\">\n";
    out_ += element("h1", answer.banner);
    for (const std::string& line : answer.lines) out_ += element("p", line);
    out_ += "</header>\n";
  }

  void add(const Heading& heading) {
    end_section();
    out_ += "<section>\n" + element("h2", heading.text);
    in_section_ = true;
  }

  void add(const Paragraph& paragraph) { out_ += element("p", paragraph.text); }
  void add(const Note& note) { out_ += element("p", note.text); }
  void add(const ListItem& item) { out_ += element("li", item.text); }
  void add(const Row& row) { out_ += element("dt", row.term) + element("dd", row.text); }

  void add(const Definition& definition) {
    out_ += element("dt", definition.term);
    for (const std::string& line : definition.lines) out_ += element("dd", line);
  }

  void add(const Example& example) {
    if (!example.purpose.empty()) out_ += element("p", example.purpose);
    out_ += "<pre>";
    // A line break stands for itself in here.
    std::string lines = plain_html(example.literal);
    for (std::size_t at; (at = lines.find("<br>")) != std::string::npos;)
      lines.replace(at, 4, "\n");
    out_ += lines + "</pre>\n";
  }

  void add(const Figure& figure) { out_ += figure.svg; }

  void add(const Table& table) {
    out_ += "<table>\n<thead><tr>";
    for (const std::string& column : table.columns)
      out_ += "<th scope=\"col\">" + plain_html(column) + "</th>";
    out_ += "</tr></thead>\n<tbody>\n";
    for (const auto& row : table.rows) {
      out_ += "<tr>";
      if (row.size() == 1) {
        out_ += "<th scope=\"rowgroup\" colspan=\"" + std::to_string(table.columns.size()) + "\">" +
                plain_html(row.front()) + "</th>";
      } else {
        for (const std::string& cell : row) out_ += "<td>" + plain_html(cell) + "</td>";
      }
      out_ += "</tr>\n";
    }
    out_ += "</tbody>\n</table>\n";
  }

  std::string out_;
  std::string_view inside_;
  bool in_section_ = false;
};

}  // namespace

std::string to_html(const Document& document, std::string_view title, std::string_view language) {
  return "<!doctype html>\n<html lang=\"" + plain_html(language) +
         "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
         "content=\"width=device-width, initial-scale=1\">\n" +
         element("title", title) + "<style>" + std::string(kStyle) +
         "</style>\n</head>\n<body>\n<main>\n" + HtmlWriter().write(document) +
         "</main>\n</body>\n</html>\n";
}

// A document as Markdown.

namespace {

/// Text that means itself in Markdown, on one line.
std::string plain_markdown(std::string_view text) {
  constexpr std::string_view kSpecial = "\\`*_[]<>#|&~";
  std::string escaped;
  for (const char c : printable(text)) {
    if (kSpecial.find(c) != std::string_view::npos) escaped += '\\';
    escaped += c;
  }
  return escaped;
}

class MarkdownWriter {
 public:
  std::string write(const Document& document) {
    for (const Block& block : document) {
      const bool is_item = std::holds_alternative<ListItem>(block) ||
                           std::holds_alternative<Row>(block) ||
                           std::holds_alternative<Definition>(block);
      const bool is_note = std::holds_alternative<Note>(block);
      if (!out_.empty() && !(is_item && in_list_)) out_ += '\n';
      if (is_note && !in_notes_) out_ += "---\n\n";
      in_list_ = is_item;
      in_notes_ = is_note;
      std::visit([&](const auto& some) { add(some); }, block);
    }
    return std::move(out_);
  }

 private:
  void add(const Answer& answer) {
    out_ += "# " + plain_markdown(answer.banner) + "\n";
    for (const std::string& line : answer.lines) out_ += "\n" + plain_markdown(line) + "\n";
  }
  void add(const Heading& heading) { out_ += "## " + plain_markdown(heading.text) + "\n"; }
  void add(const Paragraph& paragraph) { out_ += plain_markdown(paragraph.text) + "\n"; }
  void add(const Note& note) { out_ += plain_markdown(note.text) + "\n"; }
  void add(const ListItem& item) { out_ += "- " + plain_markdown(item.text) + "\n"; }
  void add(const Row& row) { add(Definition{row.term, {row.text}}); }

  void add(const Definition& definition) {
    out_ += "- **" + plain_markdown(definition.term) + "**";
    for (const std::string& line : definition.lines) out_ += " " + plain_markdown(line);
    out_ += "\n";
  }

  void add(const Example& example) {
    if (!example.purpose.empty()) out_ += plain_markdown(example.purpose) + "\n\n";
    out_ += "```\n" + example.literal + (example.literal.ends_with('\n') ? "" : "\n") + "```\n";
  }

  void add(const Figure& figure) { add(Paragraph{figure.words}); }

  void add(const Table& table) {
    std::string line = "|";
    for (std::size_t i = 0; i < table.columns.size(); ++i) line += " --- |";
    add_row(table.columns);
    out_ += line + "\n";
    for (const auto& row : table.rows) {
      if (row.size() == 1) {
        out_ += "| **" + plain_markdown(row.front()) + "** |";
        for (std::size_t i = 1; i < table.columns.size(); ++i) out_ += " |";
        out_ += "\n";
      } else {
        add_row(row);
      }
    }
  }

  void add_row(const std::vector<std::string>& cells) {
    out_ += "|";
    for (const std::string& cell : cells) out_ += " " + plain_markdown(cell) + " |";
    out_ += "\n";
  }

  std::string out_;
  bool in_list_ = false;
  bool in_notes_ = false;
};

}  // namespace

std::string to_markdown(const Document& document) { return MarkdownWriter().write(document); }

}  // namespace runready
