#include "export/byte_sink.h"

#include <cstddef>

namespace quanhe {
namespace {

constexpr std::size_t kPiece = std::size_t{1} << 16;

}  // namespace

ByteSink::ByteSink(PendingFile& file) : ByteSink([&file](std::string_view bytes) { return file.write(bytes); }) {}

ByteSink::ByteSink(std::string& text)
    : ByteSink([&text](std::string_view bytes) {
        text += bytes;
        return Result<void>();
      }) {}

void ByteSink::append(std::string_view bytes) {
  if (failed()) return;
  buffer_ += bytes;
  if (buffer_.size() >= kPiece) hand_on();
}

Result<void> ByteSink::finish() {
  if (!failed() && !buffer_.empty()) hand_on();
  return result_;
}

void ByteSink::hand_on() {
  result_ = write_(buffer_);
  buffer_.clear();
}

}  // namespace quanhe
