#include "export/packed_text.h"

#include <zlib.h>

#include <array>
#include <cstdint>

#include "base/check.h"

namespace quanhe {
namespace {

constexpr int kLevel = 6;       // 9 takes four times as long for two percent
constexpr int kGzip = 15 + 16;  // the largest window, and gzip's header around it
constexpr int kMemory = 8;
constexpr unsigned char kUnix = 3;  // what the header says of the system, whatever it is

// Gathers bytes in threes, which four letters stand for.
class Base64 {
 public:
  explicit Base64(ByteSink& sink) : sink_(sink) {}

  void append(const unsigned char* bytes, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
      held_[size_++] = bytes[i];
      if (size_ == held_.size()) write();
    }
  }

  void finish() {
    if (size_ == 0) return;
    const std::size_t letters = size_ + 1;
    for (std::size_t i = size_; i < held_.size(); ++i) held_[i] = 0;
    write(letters);
  }

 private:
  void write(std::size_t letters = 4) {
    constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const std::uint32_t bits = std::uint32_t{held_[0]} << 16 | std::uint32_t{held_[1]} << 8 | held_[2];
    for (std::size_t i = 0; i < 4; ++i) {
      sink_.append(i < letters ? kLetters[bits >> (18 - 6 * i) & 63] : '=');
    }
    size_ = 0;
  }

  ByteSink& sink_;
  std::array<unsigned char, 3> held_ = {};
  std::size_t size_ = 0;
};

}  // namespace

class PackedText::Implementation {
 public:
  explicit Implementation(ByteSink& sink) : base64_(sink) {
    QUANHE_CHECK(deflateInit2(&stream_, kLevel, Z_DEFLATED, kGzip, kMemory, Z_DEFAULT_STRATEGY) == Z_OK);
    header_.os = kUnix;
    QUANHE_CHECK(deflateSetHeader(&stream_, &header_) == Z_OK);
  }
  ~Implementation() { deflateEnd(&stream_); }
  Implementation(const Implementation&) = delete;
  Implementation& operator=(const Implementation&) = delete;

  void append(std::string_view text) {
    // zlib reads what it is told to; its type has no const.
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    stream_.avail_in = static_cast<uInt>(text.size());
    run(Z_NO_FLUSH);
  }

  void finish() {
    run(Z_FINISH);
    base64_.finish();
  }

 private:
  void run(int flush) {
    do {
      stream_.next_out = packed_.data();
      stream_.avail_out = static_cast<uInt>(packed_.size());
      deflate(&stream_, flush);
      base64_.append(packed_.data(), packed_.size() - stream_.avail_out);
    } while (stream_.avail_out == 0);
  }

  Base64 base64_;
  z_stream stream_ = {};
  gz_header header_ = {};
  std::array<unsigned char, 1 << 14> packed_ = {};
};

PackedText::PackedText(ByteSink& sink) : implementation_(std::make_unique<Implementation>(sink)) {}
PackedText::~PackedText() = default;
void PackedText::append(std::string_view text) { implementation_->append(text); }
void PackedText::finish() { implementation_->finish(); }

}  // namespace quanhe
