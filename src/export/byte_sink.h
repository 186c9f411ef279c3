#pragma once

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "base/file.h"
#include "base/result.h"

namespace quanhe {

// Where an export writes. Bytes are gathered and handed on in pieces of about 128 KiB, so the memory of an
// export does not grow with its output. A failed write is remembered: what is appended after it is dropped,
// and finish() tells of it, so a writer need not look at each call. Owns nothing that it writes to; not
// thread-safe.
class ByteSink {
 public:
  using Write = std::function<Result<void>(std::string_view)>;

  explicit ByteSink(Write write);
  // Into a file or a string, which must outlive the sink.
  explicit ByteSink(PendingFile& file);
  explicit ByteSink(std::string& text);

  // Inlined, so that the many pieces of known length cost no call.
  [[gnu::always_inline]] void append(std::string_view bytes) {
    if (bytes.size() > kCapacity - size_) return append_piecewise(bytes);
    std::copy(bytes.begin(), bytes.end(), buffer_.get() + size_);
    size_ += bytes.size();
  }

  void append(char c) {
    if (size_ == kCapacity) hand_on();
    buffer_[size_++] = c;
  }

  // Several pieces with one look at the room that is left.
  template <std::convertible_to<std::string_view>... Pieces>
  [[gnu::always_inline]] void append_all(const Pieces&... pieces) {
    const std::size_t size = (std::string_view(pieces).size() + ...);
    if (size > kCapacity - size_) return (append(std::string_view(pieces)), ...);
    char* to = buffer_.get() + size_;
    size_ += size;
    const auto put = [&](std::string_view piece) __attribute__((always_inline)) {
      to = std::copy(piece.begin(), piece.end(), to);
    };
    (put(pieces), ...);
  }

  // Room for `count` bytes, at most kMostRoom, to write to; commit() then says where they end.
  char* room(std::size_t count) {
    if (count > kCapacity - size_) hand_on();
    return buffer_.get() + size_;
  }
  void commit(const char* end) { size_ = static_cast<std::size_t>(end - buffer_.get()); }

  static constexpr std::size_t kMostRoom = std::size_t{1} << 16;

  // Nothing that is appended will arrive any more: a long export may stop.
  bool failed() const { return !result_.ok(); }

  // Hands on what is left. The first failure of any write, if there was one.
  Result<void> finish();

 private:
  static constexpr std::size_t kCapacity = 2 * kMostRoom;
  // What is handed on before the end has whole pages of a file, so that none is written twice.
  static constexpr std::size_t kPage = 4096;

  void append_piecewise(std::string_view bytes);
  void hand_on();

  Write write_;
  std::unique_ptr<char[]> buffer_;
  std::size_t size_ = 0;
  Result<void> result_;
};

// A text made with the functions that write into sinks. Keep one where many texts are made: it holds 128 KiB.
class TextSink {
 public:
  TextSink() : sink_(text_) {}
  TextSink(const TextSink&) = delete;
  TextSink& operator=(const TextSink&) = delete;

  // An empty one to write into.
  ByteSink& begin() {
    text_.clear();
    return sink_;
  }

  // What was written since begin(); lives until the next.
  const std::string& text();

 private:
  std::string text_;
  ByteSink sink_;
};

}  // namespace quanhe
