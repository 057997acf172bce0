#include "cli/write_config.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <utility>
#include <vector>

#include "cli/world_error.hpp"
#include "text/backticks.hpp"
#include "text/json_value.hpp"
#include "text/json_writer.hpp"

namespace runready {

namespace {

namespace fs = std::filesystem;

/// The members of an object, each value as it is written.
using Members = std::vector<std::pair<std::string, std::string>>;

std::optional<JsonValue> object_in(std::string_view text) {
  Diagnostics none;
  auto json = read_json(text, 0, none);
  if (!json || json->type != JsonValue::Type::object) return std::nullopt;
  return json;
}

Members members_of(std::string_view text) {
  Members members;
  const auto json = object_in(text);
  if (!json) return members;
  for (const JsonMember& member : json->members) {
    const Span& span = member.value.span;
    members.emplace_back(member.key, text.substr(span.begin, span.end - span.begin));
  }
  return members;
}

void replace(Members& members, std::string_view key, std::string_view json) {
  const auto at = std::find_if(members.begin(), members.end(),
                               [&](const auto& member) { return member.first == key; });
  if (json.empty()) {
    if (at != members.end()) members.erase(at);
  } else if (at != members.end()) {
    at->second = json;
  } else {
    members.emplace_back(key, json);
  }
}

std::string joined(const Members& members, std::string_view before, std::string_view after) {
  std::string text = "{";
  for (std::size_t i = 0; i < members.size(); ++i) {
    text += i == 0 ? before : "," + std::string(before.empty() ? " " : before);
    append_json_string(text, members[i].first);
    text += ": " + members[i].second;
  }
  if (!members.empty()) text += after;
  return text + "}";
}

[[noreturn]] void fail(const std::string& path, const std::string& reason) {
  throw WorldError("cannot write " + in_backticks(path) + ": " + reason);
}

/// A file beside the one that is to be replaced; gone if that does not come about.
class NewFile {
 public:
  NewFile(const fs::path& beside, mode_t mode)
      : path_(beside.string() + ".new." + std::to_string(::getpid())),
        descriptor_(::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)) {
    if (descriptor_ < 0) fail(path_, std::strerror(errno));
  }
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;
  ~NewFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
    if (!path_.empty()) ::unlink(path_.c_str());
  }

  void write(std::string_view text) {
    while (!text.empty()) {
      const ssize_t written = ::write(descriptor_, text.data(), text.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) fail(path_, std::strerror(errno));
      text.remove_prefix(static_cast<std::size_t>(written));
    }
    if (::fsync(descriptor_) != 0) fail(path_, std::strerror(errno));
  }

  void take_the_place_of(const fs::path& old) {
    if (::rename(path_.c_str(), old.c_str()) != 0) fail(old.string(), std::strerror(errno));
    path_.clear();
  }

 private:
  std::string path_;
  int descriptor_;
};

}  // namespace

std::string with_setting(std::string_view text, std::string_view key, std::string_view json) {
  Members members = members_of(text);
  replace(members, key, json);
  return joined(members, "\n  ", "\n") + "\n";
}

std::string with_usual_reply(std::string_view text, std::string_view question,
                             std::string_view json) {
  Members replies;
  for (const auto& [key, value] : members_of(text)) {
    if (key == "replies") replies = members_of(value);
  }
  replace(replies, question, json);
  return with_setting(text, "replies", replies.empty() ? "" : joined(replies, "", ""));
}

void write_config(const std::string& path, std::string_view text) {
  std::error_code error;
  // What a link leads to is replaced, not the link.
  fs::path target = fs::weakly_canonical(fs::absolute(path), error);
  if (error) target = fs::absolute(path);
  fs::create_directories(target.parent_path(), error);
  if (error) fail(path, error.message());
  struct stat status {};
  const bool is_there = ::stat(target.c_str(), &status) == 0;
  if (is_there && !S_ISREG(status.st_mode)) fail(path, "it is no file");
  constexpr mode_t kOwnerAlone = S_IRUSR | S_IWUSR;
  NewFile file(target, is_there ? status.st_mode & 0777 : kOwnerAlone);
  file.write(text);
  file.take_the_place_of(target);
}

}  // namespace runready
