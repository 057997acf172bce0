#include "pack/names.hpp"

#include <algorithm>

namespace runready {

namespace {

/// The program's own flags, without dashes.
constexpr std::array<std::string_view, 36> kProgramFlags = {
    "add-on",  "add-rules", "adds",     "again",        "all",      "also",
    "answers", "ask",       "brief",    "color",        "config",   "days",
    "diary",   "exit-code", "explain",  "fields",       "format",   "have",
    "help",    "jobs",      "json",     "keep",         "markdown", "max-nodes",
    "miles",   "no-input",  "no-proof", "nothing-else", "on",       "plan-km",
    "rules",   "runs",      "strict",   "summary",      "version",  "width"};

/// Keys beside the replies in answers, batch lines and their errors.
constexpr std::array<std::string_view, 8> kReservedKeys = {
    "answers", "complaints", "error", "id", "label", "line", "nothing_else", "schema"};

struct Reply {
  std::string_view word;
  std::string_view meaning;
};

constexpr std::string_view kNothing = "how people write that nothing was chosen";
constexpr std::string_view kCommand = "a command at every prompt";
constexpr std::string_view kYesOrNo = "the reply to a yes-or-no question";

/// What may be typed at a prompt beside the replies of a question.
constexpr std::array<Reply, 16> kReplies = {{{"none", kNothing},
                                             {"nothing", kNothing},
                                             {"n", kNothing},
                                             {"b", kCommand},
                                             {"back", kCommand},
                                             {"undo", kCommand},
                                             {"r", kCommand},
                                             {"review", kCommand},
                                             {"q", kCommand},
                                             {"quit", kCommand},
                                             {"exit", kCommand},
                                             {"help", kCommand},
                                             {"skip", kCommand},
                                             {"yes", kYesOrNo},
                                             {"y", kYesOrNo},
                                             {"no", kYesOrNo}}};

}  // namespace

std::string reserved_reply(std::string_view option_id, bool is_list) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (std::ranges::all_of(option_id, is_digit)) return "a number of the list";
  const auto* reply = std::ranges::find(kReplies, option_id, &Reply::word);
  if (reply == kReplies.end() || (reply->meaning == kYesOrNo && !is_list)) return "";
  return std::string(reply->meaning);
}

std::string flag_of(std::string_view question_id) {
  std::string flag(question_id);
  std::ranges::replace(flag, '_', '-');
  return flag;
}

std::string flag_without_no(std::string_view question_id) {
  constexpr std::string_view kNo = "no-";
  const std::string flag = flag_of(question_id);
  return flag.starts_with(kNo) ? flag.substr(kNo.size()) : flag;
}

std::string reserved_meaning(std::string_view question_id) {
  const std::string flag = flag_without_no(question_id);
  const auto is_same = [&](std::string_view other) { return flag_without_no(other) == flag; };
  const auto* key = std::ranges::find_if(kReservedKeys, is_same);
  if (key != kReservedKeys.end()) return "the key `" + std::string(*key) + "`";
  const auto* own = std::ranges::find_if(kProgramFlags, is_same);
  if (own != kProgramFlags.end()) return "the flag `--" + std::string(*own) + "`";
  return {};
}

}  // namespace runready
