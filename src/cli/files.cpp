#include "cli/files.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>

#include "cli/exit_status.hpp"
#include "runready/load.hpp"
#include "text/words.hpp"

namespace runready {

namespace {

constexpr std::size_t kBlock = std::size_t{1} << 16;

}  // namespace

void Output::write(std::string_view text) {
  pending_ += text;
  if (pending_.size() >= kBlock) flush();
}

void Output::flush() {
  std::string_view rest = pending_;
  while (!rest.empty() && !is_closed_) {
    const ssize_t written = ::write(descriptor_, rest.data(), rest.size());
    if (written >= 0) {
      rest.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno == EAGAIN) {
      // Another program made the terminal or pipe that we share with it non-blocking.
      pollfd room{descriptor_, POLLOUT, 0};
      ::poll(&room, 1, -1);
    } else if (errno == EPIPE || (errno != EINTR && failure_ == Failure::is_ignored)) {
      is_closed_ = true;
    } else if (errno != EINTR) {
      is_closed_ = true;  // so that the message about it is the last that is tried
      throw WorldError("cannot write to " + std::string(name_) + ": " + std::strerror(errno));
    }
  }
  pending_.clear();
}

namespace {

namespace fs = std::filesystem;

/// Nothing, and ends at once: `--config /dev/null` is no configuration.
const dev_t kNullDevice = makedev(1, 3);

[[noreturn]] void fail(const fs::path& path, const std::string& reason) {
  throw WorldError("cannot read " + in_backticks(path.string()) + ": " + reason);
}

[[noreturn]] void fail(const fs::path& path, std::error_code reason) {
  fail(path, reason.message());
}

std::error_code last_error() { return {errno, std::generic_category()}; }

bool is_pack_file(const fs::directory_entry& entry) {
  const std::string name = entry.path().filename().string();
  std::error_code ignored;
  return name.ends_with(".json") && !name.ends_with(".schema.json") && !name.starts_with('.') &&
         !entry.is_directory(ignored);
}

[[noreturn]] void fail_with_many(const fs::path& path) {
  fail(path, "the rules would have more than " + std::to_string(kMaxPackFiles) + " files");
}

std::vector<fs::path> pack_files_in(const fs::path& folder) {
  std::error_code error;
  std::vector<fs::path> paths;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    if (is_pack_file(*at)) paths.push_back(at->path());
    if (paths.size() > kMaxPackFiles) fail_with_many(folder);
  }
  if (error) fail(folder, error);
  if (paths.empty()) fail(folder, "this folder has no `*.json` files");
  std::ranges::sort(paths);
  return paths;
}

/// A file that is open; closed at the end.
class Opened {
 public:
  /// Without making a terminal ours.
  Opened(const fs::path& path, NamedPipe named_pipe)
      : descriptor_(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY |
                                             (named_pipe == NamedPipe::refused ? O_NONBLOCK : 0))) {
    if (descriptor_ >= 0) return;
    const std::error_code reason = last_error();
    std::error_code ignored;
    if (fs::is_socket(path, ignored)) fail(path, "it is a socket and no file");
    fail(path, reason);
  }
  Opened(const Opened&) = delete;
  Opened& operator=(const Opened&) = delete;
  ~Opened() { ::close(descriptor_); }
  int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
};

/// Whether a path names what the caller has opened for us: a pipe behind it was given on purpose.
bool names_descriptor(const fs::path& path) {
  const std::string name = path.string();
  return name == "/dev/stdin" || name.starts_with("/dev/fd/") || name.starts_with("/proc/self/fd/");
}

/// Refuses what may never end, or never begin.
void require_file_or_pipe(const fs::path& path, const Opened& file, NamedPipe named_pipe) {
  struct stat status {};
  if (::fstat(file.descriptor(), &status) != 0) fail(path, last_error());
  if (S_ISREG(status.st_mode)) return;
  if (S_ISDIR(status.st_mode)) fail(path, std::make_error_code(std::errc::is_a_directory));
  if (S_ISCHR(status.st_mode) && status.st_rdev == kNullDevice) return;
  if (!S_ISFIFO(status.st_mode)) fail(path, "it is a device and no file");
  if (named_pipe == NamedPipe::refused && !names_descriptor(path)) {
    fail(path, "it is a named pipe and no file; what is piped in is read from `/dev/stdin`");
  }
}

/// Bytes read; 0 at the end. A pipe is waited for.
std::size_t read_some(const fs::path& path, const Opened& file, char* into, std::size_t most) {
  for (;;) {
    const ssize_t got = ::read(file.descriptor(), into, most);
    if (got >= 0) return static_cast<std::size_t>(got);
    if (errno != EAGAIN && errno != EINTR) fail(path, last_error());
    pollfd input{file.descriptor(), POLLIN, 0};
    ::poll(&input, 1, -1);
  }
}

}  // namespace

void read_pack_files(const fs::path& path, std::vector<SourceFile>& into) {
  if (path == "-") {
    into.push_back({"standard input", read_file("/dev/stdin")});
    return;
  }
  std::error_code ignored;
  std::vector<fs::path> paths = {path};
  if (fs::is_directory(path, ignored)) paths = pack_files_in(path);
  if (into.size() + paths.size() > kMaxPackFiles) fail_with_many(path);
  std::size_t bytes = 0;
  for (const SourceFile& file : into) bytes += file.text.size();
  for (const fs::path& file : paths) {
    into.push_back({file.string(), read_file(file)});
    bytes += into.back().text.size();
    if (bytes > kMaxPackBytes) {
      fail(path, "the rules would be larger than " + std::to_string(kMaxPackBytes >> 20) + " MiB");
    }
  }
}

std::string read_file(const fs::path& path, std::size_t max_bytes, NamedPipe named_pipe) {
  constexpr std::size_t kChunk = std::size_t{64} << 10;
  const Opened file(path, named_pipe);
  require_file_or_pipe(path, file, named_pipe);
  std::string text;
  for (;;) {
    const std::size_t had = text.size();
    text.resize(had + kChunk);
    const std::size_t got = read_some(path, file, text.data() + had, kChunk);
    text.resize(had + got);
    if (got == 0) return text;
    if (text.size() > max_bytes) {
      fail(path, "it is larger than " + std::to_string(max_bytes >> 20) + " MiB");
    }
  }
}

namespace {

constexpr std::size_t kReadAtOnce = std::size_t{1} << 16;

[[noreturn]] void fail(const std::string& reason) {
  throw WorldError("cannot read standard input: " + reason);
}

}  // namespace

std::string read_standard_input() {
  std::string text;
  for (;;) {
    const std::size_t had = text.size();
    text.resize(had + kReadAtOnce);
    const ssize_t got = ::read(STDIN_FILENO, text.data() + had, kReadAtOnce);
    text.resize(had + static_cast<std::size_t>(got > 0 ? got : 0));
    if (got == 0) return text;
    if (got < 0 && errno == EAGAIN) {
      // Another program made the pipe that we share with it non-blocking.
      pollfd input{STDIN_FILENO, POLLIN, 0};
      ::poll(&input, 1, -1);
    } else if (got < 0 && errno != EINTR) {
      fail(std::strerror(errno));
    }
    if (text.size() > kMaxFileBytes) {
      fail("it is larger than " + std::to_string(kMaxFileBytes >> 20) + " MiB");
    }
  }
}

}  // namespace runready
