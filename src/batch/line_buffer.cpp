#include "batch/line_buffer.hpp"

#include <algorithm>

namespace runready {

void LineBuffer::grow(std::size_t least) {
  const std::size_t capacity = std::max(least, 2 * capacity_);
  auto text = std::make_unique_for_overwrite<char[]>(capacity);
  if (size_ > 0) std::memcpy(text.get(), text_.get(), size_);
  text_ = std::move(text);
  capacity_ = capacity;
}

}  // namespace runready
