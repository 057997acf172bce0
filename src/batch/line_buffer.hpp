#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>

/// Text that grows, made of many short pieces: each is copied in steps of a fixed size, which for
/// short pieces is far quicker than copying just as much as there is.
namespace runready {

class LineBuffer {
 public:
  /// Bytes that can be read after every piece appended by `append_padded`.
  static constexpr std::size_t kPadding = 32;

  std::string_view view() const { return {text_.get(), size_}; }
  std::size_t size() const { return size_; }
  void clear() { size_ = 0; }

  void append(std::string_view piece) {
    reserve(piece.size());
    std::memcpy(text_.get() + size_, piece.data(), piece.size());
    size_ += piece.size();
  }

  /// REQUIRES: `kPadding` bytes after the piece can be read.
  void append_padded(std::string_view piece) {
    reserve(piece.size());
    char* const end = text_.get() + size_;
    std::memcpy(end, piece.data(), kPadding);
    for (std::size_t done = kPadding; done < piece.size(); done += kPadding) {
      std::memcpy(end + done, piece.data() + done, kPadding);
    }
    size_ += piece.size();
  }

  /// Changes a byte that is there already.
  void set(std::size_t at, char c) { text_[at] = c; }
  /// The last byte. REQUIRES: size() > 0.
  char last() const { return text_[size_ - 1]; }
  void drop_last() { --size_; }

 private:
  void reserve(std::size_t more) {
    if (size_ + more + kPadding > capacity_) grow(size_ + more + kPadding);
  }
  void grow(std::size_t least) {
    const std::size_t capacity = std::max(least, 2 * capacity_);
    auto text = std::make_unique_for_overwrite<char[]>(capacity);
    if (size_ > 0) std::memcpy(text.get(), text_.get(), size_);
    text_ = std::move(text);
    capacity_ = capacity;
  }

  std::unique_ptr<char[]> text_;
  std::size_t size_ = 0;
  std::size_t capacity_ = 0;
};

}  // namespace runready
