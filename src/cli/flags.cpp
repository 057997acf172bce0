#include "cli/flags.hpp"

#include <array>

namespace runready {

namespace {

constexpr std::string_view kTelling = "Telling";
constexpr std::string_view kOutput = "Output";
constexpr std::string_view kRules = "Rules";
constexpr std::string_view kDiary = "Diary";
constexpr std::string_view kOther = "Other";

constexpr std::array<std::string_view, 4> kFormats = {"text", "json", "markdown", "html"};
constexpr std::array<std::string_view, 3> kColors = {"auto", "always", "never"};

constexpr std::array<FlagInfo, kFlagCount> kFlags{{
    {Flag::answers, "answers", 'a', "FILE", Value::file, Repeat::once, kTelling,
     "read the answers from a JSON file, or from standard input if FILE is -",
     "The file holds one object: a key for each question, or `complaints` with one object for "
     "each thing that hurts. Flags given beside it override its keys."},
    {Flag::also, "also", 0, "REPLIES", Value::complaint, Repeat::adds_up, kTelling,
     "one more thing that hurts, as QUESTION=REPLY,QUESTION=REPLY",
     "Several replies to one question are joined with a plus sign: `--also "
     "where=heel+arch,quality=sharp`. What follows `label=` at the end is your own name for it. "
     "May be repeated."},
    {Flag::nothing_else, "nothing-else", 0, "", Value::none, Repeat::last_wins, kTelling,
     "whatever is not mentioned is harmless",
     "Without it, what is not mentioned is assumed to be harmless, and the report says so."},
    {Flag::strict, "strict", 0, "", Value::none, Repeat::last_wins, kTelling,
     "refuse to assume: exit with 4 if anything unsaid could change the outcome",
     "In `batch` such a line gives an error in its place."},
    {Flag::ask, "ask", 0, "", Value::none, Repeat::last_wins, kTelling,
     "ask for what was not told, also where there is no terminal",
     "Replies are then read from standard input, a line each. In a terminal this goes without "
     "saying where nothing is told, unless `--answers` or `--no-input` is given."},
    {Flag::no_input, "no-input", 0, "", Value::none, Repeat::last_wins, kTelling,
     "never ask, even in a terminal", ""},
    {Flag::have, "have", 0, "LIST", Value::activities, Repeat::adds_up, kTelling,
     "the activities at hand, such as --have cycling,swimming, or none",
     "Activities or their tags, with commas between them. It only sorts and hides workouts and "
     "never changes the recommendation. Running is always at hand."},

    {Flag::format, "format", 'f', "FORMAT", Value::choice, Repeat::last_wins, kOutput,
     "text, json, markdown or html",
     "Text is for a terminal, JSON is one line with its keys in a fixed order. Markdown is for a "
     "training diary; HTML is one page to read in a browser or to print for somebody who treats "
     "you."},
    {Flag::json, "json", 'j', "", Value::none, Repeat::last_wins, kOutput,
     "the same as --format json", ""},
    {Flag::fields, "fields", 0, "LIST", Value::fields, Repeat::adds_up, kOutput,
     "only these keys of the JSON, such as --fields recommendation,workout.id",
     "Keys are printed in their usual order. What is left out is not computed either. "
     "`runready help json` lists the keys."},
    {Flag::brief, "brief", 0, "", Value::none, Repeat::last_wins, kOutput,
     "of the reasons only the rules",
     "`\"reasons\":[\"limping\",\"any-pain\"]` instead of an object for each."},
    {Flag::explain, "explain", 0, "", Value::none, Repeat::last_wins, kOutput,
     "add every rule with its truth, and the sources in full", ""},
    {Flag::schema, "schema", 0, "", Value::none, Repeat::last_wins, kOutput,
     "a JSON Schema of the answers instead", ""},
    {Flag::exit_code, "exit-code", 0, "", Value::none, Repeat::last_wins, kOutput,
     "tell the result by the exit status", "`runready help exit-status` lists the values."},
    {Flag::summary, "summary", 0, "", Value::none, Repeat::last_wins, kOutput,
     "at the end, count recommendations, referrals, rules and errors on standard error",
     "With `--json` as one object."},
    {Flag::jobs, "jobs", 0, "N", Value::number, Repeat::last_wins, kOutput,
     "work with that many threads (default: one for each processor)",
     "The order of the lines stays the same."},
    {Flag::keep, "keep", 0, "LIST", Value::members, Repeat::adds_up, kOutput,
     "carry these members of each line through, such as --keep team,date",
     "They may stand beside the answers or among them, hold anything, and come out behind the id, "
     "also where a line is refused."},
    {Flag::on, "on", 0, "FILE", Value::file, Repeat::last_wins, kOutput,
     "count what changes for these answers, a line of JSON each",
     "A table of transitions: from what to what, how many, an example, and the rules responsible. "
     "`-` is standard input."},
    {Flag::color, "color", 0, "WHEN", Value::choice, Repeat::last_wins, kOutput,
     "auto, always or never", ""},
    {Flag::width, "width", 0, "COLUMNS", Value::number, Repeat::last_wins, kOutput,
     "wrap text at this many columns (default: the terminal's, at most 100)", ""},

    {Flag::rules, "rules", 0, "PATH", Value::pack, Repeat::last_wins, kRules,
     "use the rules in this file or folder instead of the built-in ones", ""},
    {Flag::add_rules, "add-rules", 0, "PATH", Value::pack, Repeat::adds_up, kRules,
     "add the rules in this file or folder", "May be repeated."},
    {Flag::adds, "adds", 0, "ADDON", Value::pack, Repeat::adds_up, kRules,
     "compare the rules with and without this add-on", "May be repeated."},
    {Flag::no_proof, "no-proof", 0, "", Value::none, Repeat::last_wins, kRules,
     "do not prove rules that are not built in before using them",
     "The assessment then says `\"proved\": false`."},
    {Flag::max_nodes, "max-nodes", 0, "N", Value::number, Repeat::last_wins, kRules,
     "let a proof have that many nodes (default: 2000000)",
     "For rules that are too large to be proved, where there is memory: 2,000,000 nodes take up to "
     "200 MiB and some seconds."},
    {Flag::add_on, "add-on", 0, "", Value::none, Repeat::last_wins, kRules,
     "an add-on to the built-in rules instead of rules of its own", ""},

    {Flag::diary, "diary", 0, "", Value::none, Repeat::last_wins, kDiary, "use the diary this time",
     "`runready config set diary on` uses it every time."},
    {Flag::no_diary, "no-diary", 0, "", Value::none, Repeat::last_wins, kDiary,
     "leave the diary alone this time", "Nothing is read from it, and nothing is kept."},
    {Flag::again, "again", 0, "", Value::none, Repeat::last_wins, kDiary,
     "keep this check-in beside an earlier one of today",
     "Without it, a second check-in of a day takes the place of the first."},
    {Flag::plan_km, "plan-km", 0, "KM", Value::number, Repeat::last_wins, kDiary,
     "a run of so many kilometres is planned today",
     "It is compared with the longest run that the diary has of the last 30 days."},
    {Flag::days, "days", 0, "N", Value::number, Repeat::last_wins, kDiary,
     "how many days, up to today", ""},
    {Flag::all, "all", 0, "", Value::none, Repeat::last_wins, kDiary, "all days", ""},
    {Flag::runs, "runs", 0, "", Value::none, Repeat::last_wins, kDiary,
     "the runs instead of the check-ins", ""},
    {Flag::miles, "miles", 0, "", Value::none, Repeat::last_wins, kDiary,
     "distances are in miles where nothing says otherwise",
     "Garmin's lists have the units that are set there, and often do not name them."},

    {Flag::config, "config", 0, "FILE", Value::file, Repeat::last_wins, kOther,
     "read this configuration instead of the usual one", ""},
    {Flag::help, "help", 'h', "", Value::none, Repeat::last_wins, kOther, "show help; -h in short",
     ""},
    {Flag::version, "version", 'V', "", Value::none, Repeat::last_wins, kOther, "show the version",
     ""},
}};

constexpr bool is_in_order() {
  for (std::size_t i = 0; i < kFlags.size(); ++i) {
    if (static_cast<std::size_t>(kFlags[i].flag) != i) return false;
  }
  return true;
}
static_assert(is_in_order(), "the table has one row a flag, in the order of the enumeration");

}  // namespace

std::span<const FlagInfo> all_flags() { return kFlags; }

const FlagInfo& info(Flag flag) { return kFlags[static_cast<std::size_t>(flag)]; }

std::span<const std::string_view> choices(Flag flag) {
  if (flag == Flag::format) return kFormats;
  if (flag == Flag::color) return kColors;
  return {};
}

}  // namespace runready
