#include "export/byte_sink.h"

#include <cstring>

#include "base/check.h"

namespace quanhe {

ByteSink::ByteSink(Write write)
    : write_(std::move(write)), buffer_(std::make_unique_for_overwrite<char[]>(kCapacity)) {}

ByteSink::ByteSink(PendingFile& file) : ByteSink([&file](std::string_view bytes) { return file.write(bytes); }) {}

ByteSink::ByteSink(std::string& text)
    : ByteSink([&text](std::string_view bytes) {
        text += bytes;
        return Result<void>();
      }) {}

void ByteSink::append_piecewise(std::string_view bytes) {
  while (!bytes.empty()) {
    const std::string_view piece = bytes.substr(0, kMostRoom);
    char* to = room(piece.size());
    std::memcpy(to, piece.data(), piece.size());
    commit(to + piece.size());
    bytes.remove_prefix(piece.size());
  }
}

Result<void> ByteSink::finish() {
  if (!failed() && size_ > 0) result_ = write_(std::string_view(buffer_.get(), size_));
  size_ = 0;
  return result_;
}

const std::string& TextSink::text() {
  QUANHE_CHECK(sink_.finish().ok());
  return text_;
}

void ByteSink::hand_on() {
  const std::size_t whole = size_ - size_ % kPage;
  if (!failed() && whole > 0) result_ = write_(std::string_view(buffer_.get(), whole));
  size_ -= whole;
  std::memmove(buffer_.get(), buffer_.get() + whole, size_);
}

}  // namespace quanhe
