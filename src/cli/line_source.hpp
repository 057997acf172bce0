#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Files, one after the other, in blocks of whole lines.
///
/// A block is as large as it can be without waiting: where the next read would wait, what is there
/// is given out first, so that a program that writes one line and waits for the answer gets it. No
/// block reaches from one file into the next.
/// Memory does not grow with the input; a line that is too long is passed over. What cannot be
/// read, or seems to have no lines, is a failure that is kept, and the next file goes on.
namespace runready {

/// A wish to stop that reaches a thread waiting for input: from Ctrl-C, which does not end the
/// program at once while an object of this class lives (a second one does), or from another thread.
///
///     StopRequest stop;
///     poll on {input, stop.descriptor()}, then look at stop.is_made()
class StopRequest {
 public:
  /// At most one at a time.
  StopRequest();
  ~StopRequest();
  StopRequest(const StopRequest&) = delete;
  StopRequest& operator=(const StopRequest&) = delete;

  void make();

  bool is_made() const;
  bool is_from_interrupt() const;

  /// Can be read from once the request is made.
  int descriptor() const;
};

class LineSource {
 public:
  static constexpr std::size_t kBlockBytes = std::size_t{1} << 18;
  static constexpr std::size_t kEndlessLine = std::size_t{64} << 20;

  /// Some lines. Used again and again, so that its memory is.
  class Block {
   public:
    /// Each ends with a newline, also where the input does not; spaces surround them.
    std::string_view lines() const { return {text_.get() + padding_, size_}; }

    /// Whether it was cut because it was full, not because nothing more was there.
    bool is_full = false;

    /// Whether a line follows that is too long and was passed over.
    bool is_cut = false;

   private:
    friend class LineSource;
    std::unique_ptr<char[]> text_;
    std::size_t capacity_ = 0;  ///< for lines, without padding
    std::size_t padding_ = 0;
    std::size_t filled_ = 0;  ///< bytes read
    std::size_t size_ = 0;    ///< those of whole lines

    char* begin() { return text_.get() + padding_; }
  };

  /// `-` is standard input. `padding` bytes around the lines of a block can be read, and lines may
  /// have `max_line` bytes.
  LineSource(std::vector<std::string> paths, std::size_t padding, std::size_t max_line,
             const StopRequest& stop);
  ~LineSource();
  LineSource(const LineSource&) = delete;
  LineSource& operator=(const LineSource&) = delete;

  /// The next lines; false if there are none left or it is wished to stop.
  bool fill(Block& block);

  /// A message for each file that could not be read, or not to its end.
  const std::vector<std::string>& failures() const { return failures_; }

  /// May be asked while another thread fills a block.
  std::uint64_t bytes_read() const { return bytes_read_; }
  /// All that will be read, if all are files.
  std::optional<std::uint64_t> bytes_in_all() const { return bytes_in_all_; }

 private:
  bool open_next();
  void fail(const std::string& reason);
  void close();
  bool wait() const;
  bool would_wait() const;
  std::optional<std::size_t> read(char* into, std::size_t most);
  void reserve(Block& block, std::size_t bytes) const;
  void begin(Block& block);
  void read_more(Block& block);
  bool pass_over_line(Block& block);

  std::vector<std::string> paths_;
  std::size_t padding_;
  std::size_t max_line_;
  const StopRequest& stop_;
  std::size_t next_ = 0;  ///< in `paths_`
  int descriptor_ = -1;   ///< -1: none is open
  std::string rest_;      ///< read, but not given out
  std::vector<std::string> failures_;
  std::atomic<std::uint64_t> bytes_read_ = 0;
  std::optional<std::uint64_t> bytes_in_all_;
};

}  // namespace runready
