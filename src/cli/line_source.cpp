#include "cli/line_source.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>

#include "text/words.hpp"

namespace runready {

namespace {

std::optional<std::uint64_t> size_of_all(const std::vector<std::string>& paths) {
  std::uint64_t size = 0;
  for (const std::string& path : paths) {
    struct stat status {};
    const int failed = path == "-" ? ::fstat(STDIN_FILENO, &status) : ::stat(path.c_str(), &status);
    if (failed != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
    size += static_cast<std::uint64_t>(status.st_size);
  }
  return size;
}

}  // namespace

LineSource::LineSource(std::vector<std::string> paths, std::size_t padding, std::size_t max_line,
                       const StopRequest& stop)
    : paths_(std::move(paths)),
      padding_(padding),
      max_line_(max_line),
      stop_(stop),
      bytes_in_all_(size_of_all(paths_)) {}

LineSource::~LineSource() { close(); }

/// The next file that can be opened.
bool LineSource::open_next() {
  while (next_ < paths_.size()) {
    const std::string& path = paths_[next_++];
    descriptor_ = path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor_ >= 0) return true;
    fail(std::strerror(errno));
  }
  return false;
}

/// Of the file that was begun last, which is left then.
void LineSource::fail(const std::string& reason) {
  const std::string& path = paths_[next_ - 1];
  const std::string name = path == "-" ? "standard input" : in_backticks(path);
  failures_.push_back("cannot read " + name + ": " + reason);
  close();
}

void LineSource::close() {
  if (descriptor_ > STDIN_FILENO) ::close(descriptor_);
  descriptor_ = -1;
}

/// Until there is something to read; false if it is wished to stop.
bool LineSource::wait() const {
  std::array<pollfd, 2> both = {pollfd{descriptor_, POLLIN, 0},
                                pollfd{stop_.descriptor(), POLLIN, 0}};
  while (::poll(both.data(), both.size(), -1) < 0 && errno == EINTR) {
    if (stop_.is_made()) break;
  }
  return !stop_.is_made();
}

bool LineSource::would_wait() const {
  pollfd input{descriptor_, POLLIN, 0};
  return ::poll(&input, 1, 0) == 0;
}

/// Bytes read; 0 at the end of the file or if it is wished to stop; nothing if it failed.
std::optional<std::size_t> LineSource::read(char* into, std::size_t most) {
  for (;;) {
    const ssize_t got = ::read(descriptor_, into, most);
    if (got >= 0) {
      bytes_read_ += static_cast<std::uint64_t>(got);
      return static_cast<std::size_t>(got);
    }
    if (errno != EINTR && errno != EAGAIN) {
      fail(std::strerror(errno));
      return std::nullopt;
    }
    if (!wait()) return 0;
  }
}

/// Room for so many bytes of lines; what is there stays.
void LineSource::reserve(Block& block, std::size_t bytes) const {
  if (bytes <= block.capacity_) return;
  const std::size_t all = bytes + 2 * padding_;
  auto text = std::make_unique_for_overwrite<char[]>(all);
  const std::size_t had = block.capacity_ == 0 ? padding_ : padding_ + block.capacity_;
  std::memset(text.get(), ' ', all);
  if (block.text_) std::memcpy(text.get(), block.text_.get(), had);
  block.text_ = std::move(text);
  block.capacity_ = bytes;
  block.padding_ = padding_;
}

/// An empty block but for what was read and not given out.
void LineSource::begin(Block& block) {
  block.is_full = false;
  block.is_cut = false;
  reserve(block, std::max(kBlockBytes, rest_.size() + 1));
  std::copy(rest_.begin(), rest_.end(), block.begin());
  block.filled_ = rest_.size();
  block.size_ = rest_.rfind('\n') + 1;  // npos + 1 is 0
  rest_.clear();
}

/// One read's worth; at the end of a file its last line is ended. Half a line, where reading fails,
/// is none: a word that is missing could be the one that matters.
void LineSource::read_more(Block& block) {
  char* const end = block.begin() + block.filled_;
  const auto read_now = read(end, block.capacity_ - 1 - block.filled_);
  if (!read_now) {
    block.filled_ = block.size_;
    return;
  }
  const std::size_t got = *read_now;
  if (got == 0) {
    close();
    if (block.filled_ > block.size_) block.begin()[block.filled_++] = '\n';
    block.size_ = block.filled_;
    return;
  }
  const std::size_t last = std::string_view(end, got).rfind('\n');
  if (last != std::string_view::npos) block.size_ = block.filled_ + last + 1;
  block.filled_ += got;
}

bool LineSource::fill(Block& block) {
  begin(block);
  const auto has_lines = [&] { return block.size_ > 0; };
  // Lines are given out at a file's end too: should the next file fail, they were answered.
  while (descriptor_ >= 0 || (!has_lines() && open_next())) {
    // One byte stays free for the newline that the last line may lack.
    if (block.filled_ + 1 >= block.capacity_) {
      block.is_full = true;
      if (has_lines()) break;
      if (block.filled_ > max_line_) return pass_over_line(block);
      reserve(block, 2 * block.capacity_);
    }
    if (has_lines() && would_wait()) break;
    if (!wait()) return false;
    read_more(block);
  }
  rest_.assign(block.begin() + block.size_, block.filled_ - block.size_);
  return has_lines();
}

/// The block holds the beginning of a line that is too long: reads on to its end.
bool LineSource::pass_over_line(Block& block) {
  block.is_cut = true;
  char* const text = block.begin();
  for (std::size_t passed = 0;;) {
    if (!wait()) return false;
    const std::size_t got = read(text, block.capacity_ - 1).value_or(0);
    passed += got;
    if (passed > kEndlessLine) {
      fail("a line has more than " + std::to_string(kEndlessLine >> 20) +
           " MiB, so these are no lines of answers");
      return true;
    }
    if (got == 0) {
      close();
      return true;
    }
    const std::size_t end = std::string_view(text, got).find('\n');
    if (end == std::string_view::npos) continue;
    rest_.assign(text + end + 1, got - end - 1);
    return true;
  }
}

namespace {

// A signal handler reaches only what is global.
std::atomic<bool> is_wanted = false;
std::atomic<bool> is_interrupted = false;
std::array<int, 2> ends = {-1, -1};  // of a pipe, to wake whoever waits for input
struct sigaction before {};          // what was done about Ctrl-C

void want() {
  is_wanted = true;
  [[maybe_unused]] const ssize_t written = ::write(ends[1], "!", 1);
}

extern "C" void on_interrupt(int /*signal*/) {
  const int error = errno;
  is_interrupted = true;
  want();
  errno = error;
}

}  // namespace

StopRequest::StopRequest() {
  is_wanted = is_interrupted = false;
  if (::pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) != 0) ends = {-1, -1};
  sigaction(SIGINT, nullptr, &before);
  if (before.sa_handler == SIG_IGN)
    return;  // somebody wants it ignored, as shells of background jobs
  struct sigaction action {};
  action.sa_handler = on_interrupt;
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, nullptr);
}

StopRequest::~StopRequest() {
  sigaction(SIGINT, &before, nullptr);
  for (int& end : ends) {
    if (end >= 0) ::close(end);
    end = -1;
  }
}

void StopRequest::make() { want(); }

bool StopRequest::is_made() const { return is_wanted; }

bool StopRequest::is_from_interrupt() const { return is_interrupted; }

int StopRequest::descriptor() const { return ends[0]; }

}  // namespace runready
