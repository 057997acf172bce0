#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <span>
#include <system_error>

#include "cli/exit_status.hpp"
#include "cli/open_pack.hpp"
#include "cli/session.hpp"
#include "json/json_value.hpp"
#include "report/check_report.hpp"
#include "rules/cases.hpp"
#include "text/embedded_file.hpp"
#include "text/words.hpp"

// `rules init`: a beginning for rules of one's own that is small, whole and proved.

namespace runready {

/// The files in starter/.
std::span<const EmbeddedFile> starter_files();

namespace {

namespace fs = std::filesystem;

/// What the files in starter/ call the rules.
constexpr std::string_view kName = "my-rules";

std::string starter(std::string_view file, const std::string& id) {
  const auto files = starter_files();
  const auto found = std::ranges::find(files, file, &EmbeddedFile::name);
  std::string text(found->text);
  for (std::size_t at = 0; (at = text.find(kName, at)) != std::string::npos; at += id.size()) {
    text.replace(at, kName.size(), id);
  }
  return text;
}

/// The name of the folder as an id: "My club" as `my-club`.
std::string id_of(const fs::path& folder) {
  constexpr std::size_t kMost = 40;  // ids of rules and cases begin with it
  std::string id;
  fs::path whole = fs::absolute(folder).lexically_normal();
  if (!whole.has_filename()) whole = whole.parent_path();
  for (const char c : whole.filename().string().substr(0, kMost)) {
    const bool is_upper = c >= 'A' && c <= 'Z';
    const bool stays = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (is_upper) {
      id += static_cast<char>(c - 'A' + 'a');
    } else if (stays) {
      id += c;
    } else if (!id.empty() && id.back() != '-') {
      id += '-';
    }
  }
  if (!id.empty() && id.back() == '-') id.pop_back();
  return id.empty() || id == "runready-default" ? std::string(kName) : id;
}

/// Every sentence of the program. Of those that follow the situation the last, which reads no
/// question.
std::string sentences() {
  std::string lines;
  for (const SourceFile& file : default_pack_files()) {
    Diagnostics none;
    const auto json = read_json(file.text, 0, none);
    const JsonValue* texts = json->find("texts");
    if (texts == nullptr) continue;
    for (const JsonMember& member : texts->members) {
      const bool is_list = member.value.type == JsonValue::Type::array;
      const Span& said = is_list ? member.value.items.back().find("text")->span : member.value.span;
      lines += (lines.empty() ? "    \"" : ",\n    \"") + member.key +
               "\": " + file.text.substr(said.begin, said.end - said.begin);
    }
  }
  return "{\n  \"texts\": {\n" + lines + "\n  }\n}\n";
}

/// An empty folder, made if it is not there. False, with a message, if it cannot be one.
bool make_ready(Session& session, const fs::path& folder) {
  const std::string name = in_backticks(folder.string());
  std::error_code error;
  const bool is_folder = fs::is_directory(folder, error);
  if (is_folder ? !fs::is_empty(folder, error) && !error : fs::exists(folder, error)) {
    print_error(session.err, name + (is_folder ? " is not empty" : " is a file, not a folder"),
                "name a folder that is new or empty; nothing was written");
    return false;
  }
  if (!is_folder) fs::create_directories(folder, error);
  if (error) throw WorldError("cannot use the folder " + name + ": " + error.message());
  return true;
}

void write(Session& session, const fs::path& path, std::string_view text) {
  std::ofstream file(path, std::ios::binary);
  file << text;
  file.close();
  if (!file) {
    throw WorldError("cannot write " + in_backticks(path.string()) + ": " + std::strerror(errno));
  }
  session.out.write("written: " + path.string() + "\n");
}

std::size_t proved(const CheckReport& report, std::string_view check) {
  return static_cast<std::size_t>(std::ranges::count_if(report.findings, [&](const Finding& one) {
    return one.check == check && one.verdict == Finding::Verdict::proved;
  }));
}

std::string proof_in_words(const Pack& pack, const CheckReport& report, const CasesReport& cases) {
  const auto number = [&](std::string_view check) { return std::to_string(proved(report, check)); };
  std::string text = "proved: all " + number("invariant") +
                     " invariants hold for every possible set of answers\n" + "proved: all " +
                     number("harmless-default") + " defaults are harmless, and all " +
                     number("dead-rule") + " rules can fire\n";
  text += "passed: all " + std::to_string(cases.cases.size()) + " cases\n";
  text += "proved: " + pack.id + " " + pack.version;
  for (const AddOn& add_on : pack.add_ons) text += " with " + add_on.id + " " + add_on.version;
  return text + "\n";
}

}  // namespace

int run_rules_init(Session& session) {
  if (session.said.arguments.empty()) {
    print_error(session.err, "say in which folder", "such as `runready rules init my-rules`");
    return kUsage;
  }
  const fs::path folder = session.said.arguments.front();
  const bool adds = session.said.has(Flag::add_on);
  if (!make_ready(session, folder)) return kUsage;
  const std::string id = id_of(folder);
  const fs::path first = folder / (adds ? "add-on.json" : "pack.json");
  write(session, first, starter(first.filename().string(), id));
  if (!adds) write(session, folder / "texts.json", sentences());

  // What stands there is read again and proved as it will be when it is used.
  Settings there;
  if (adds) {
    there.add_rules.value = {folder.string()};
  } else {
    there.rules.value = folder.string();
  }
  const std::vector<SourceFile> files = pack_files(there);
  Diagnostics found;
  const std::optional<Pack> pack = load_pack(files, found);
  if (!pack) {
    report(session, found, files);
    return kBadPack;
  }
  const CheckReport report = check(*pack);
  const CasesReport cases = run_cases(*pack);
  if (report.refuted() || !report.complete || !cases.passed()) {
    session.err.write(failures_text({*pack, files, program_using_unproved(there)}, report));
    return kBadPack;
  }
  remember_as_proved(session.environment, pack->digest);
  session.out.write(proof_in_words(*pack, report, cases));
  const std::string path = shell_word(folder.string());
  const std::string check_again = "rules check " + std::string(adds ? "--add-rules " : "") + path;
  session.out.write("\nChange " + first.string() + " as you like, and prove it again:\n" +
                    "  runready " + check_again + "\nUse it:\n  " + program_using(there) + "\n");
  return kDone;
}

}  // namespace runready
