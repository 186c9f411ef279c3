#include "store/number_lists.h"

namespace quanhe {
namespace {

constexpr std::uint64_t kNextList = 0;
constexpr std::uint64_t kFirst = 1;
constexpr int kMostBits = 49;

void append(std::string& bytes, std::uint64_t value) {
  for (; value >= 0x80; value >>= 7) bytes += static_cast<char>((value & 0x7F) | 0x80);
  bytes += static_cast<char>(value);
}

std::uint64_t code_of(std::int64_t number) {
  const auto doubled = static_cast<std::uint64_t>(number) << 1;
  return (number < 0 ? ~doubled : doubled) + kFirst;
}

std::int64_t number_of(std::uint64_t code) {
  const std::uint64_t doubled = code - kFirst;
  return static_cast<std::int64_t>((doubled & 1) != 0 ? ~(doubled >> 1) : doubled >> 1);
}

}  // namespace

void NumberPacker::number(std::int64_t number) { append(bytes_, code_of(number)); }

void NumberPacker::begin_next_list() { append(bytes_, kNextList); }

Result<std::vector<NumberList>> unpack_numbers(std::string_view bytes) {
  std::vector<NumberList> lists(bytes.empty() ? 0 : 1);
  std::uint64_t code = 0;
  int bits = 0;
  for (const char byte : bytes) {
    if (bits >= kMostBits) return Error{"a number that is too large"};
    code |= static_cast<std::uint64_t>(byte & 0x7F) << bits;
    bits += 7;
    if ((byte & 0x80) != 0) continue;
    if (code == kNextList) {
      lists.emplace_back();
    } else {
      lists.back().push_back(number_of(code));
    }
    code = 0;
    bits = 0;
  }
  if (bits > 0) return Error{"a number that ends too early"};
  return lists;
}

}  // namespace quanhe
