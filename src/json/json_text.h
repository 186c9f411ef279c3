#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace quanhe {

// Bytes of JSON, to which more are appended. What was taken leaves its memory for what comes next.
class JsonText {
 public:
  void append(char byte) { *room(1) = byte, ++size_; }
  void append(std::string_view bytes);
  void append(std::size_t count, char byte);

  // The value between quotation marks, what has to be escaped escaped; a byte that is not valid UTF-8 becomes U+FFFD.
  void append_string(std::string_view value);

  // A name in which nothing has to be escaped, and the colon behind it.
  void append_key(std::string_view name) {
    char* const to = append_quoted(name, 1);
    *to = ':';
  }

  // What was appended since the last call.
  std::string take();

 private:
  // Behind the end, for so many bytes.
  char* room(std::size_t count) {
    if (capacity_ - size_ < count) grow(count);
    return bytes_.get() + size_;
  }

  void grow(std::size_t count);
  // And so many bytes behind it, which the caller fills.
  char* append_quoted(std::string_view plain, std::size_t behind) {
    const std::size_t count = plain.size() + 2 + behind;
    char* to = room(count);
    *to++ = '"';
    to = std::copy(plain.begin(), plain.end(), to);
    *to++ = '"';
    size_ += count;
    return to;
  }

  void append_escaped(std::string_view value);

  std::unique_ptr<char[]> bytes_;
  std::size_t size_ = 0;
  std::size_t capacity_ = 0;
};

}  // namespace quanhe
