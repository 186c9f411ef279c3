#include "base/utf8.h"

#include <cstdint>
#include <cstring>

namespace quanhe {
namespace {

unsigned char byte_at(std::string_view bytes, std::size_t i) { return static_cast<unsigned char>(bytes[i]); }

bool eight_are_ascii(std::string_view bytes, std::size_t i) {
  std::uint64_t word;
  if (bytes.size() - i < sizeof word) return false;
  std::memcpy(&word, bytes.data() + i, sizeof word);
  return (word & 0x8080808080808080ULL) == 0;
}

bool is_continuation(std::string_view bytes, std::size_t i) {
  return i < bytes.size() && (byte_at(bytes, i) & 0xC0) == 0x80;
}

// The length of the well-formed sequence at `i`, or 0. The bounds of the second byte are those of
// RFC 3629, section 4.
std::size_t sequence_length(std::string_view bytes, std::size_t i) {
  const unsigned char lead = byte_at(bytes, i);
  if (lead < 0x80) return 1;
  if (lead < 0xC2 || lead > 0xF4 || !is_continuation(bytes, i + 1)) return 0;
  const unsigned char second = byte_at(bytes, i + 1);
  if (lead < 0xE0) return 2;
  if (!is_continuation(bytes, i + 2)) return 0;
  if (lead < 0xF0) {
    const bool overlong = lead == 0xE0 && second < 0xA0;
    const bool surrogate = lead == 0xED && second > 0x9F;
    return overlong || surrogate ? 0 : 3;
  }
  if (!is_continuation(bytes, i + 3)) return 0;
  const bool out_of_range = (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F);
  return out_of_range ? 0 : 4;
}

}  // namespace

std::size_t find_invalid_utf8(std::string_view bytes) {
  for (std::size_t i = 0; i < bytes.size();) {
    if (eight_are_ascii(bytes, i)) {
      i += 8;
      continue;
    }
    const std::size_t length = sequence_length(bytes, i);
    if (length == 0) return i;
    i += length;
  }
  return std::string_view::npos;
}

std::string replace_invalid_utf8(std::string_view bytes) {
  std::string repaired;
  for (std::size_t i = 0; i < bytes.size();) {
    const std::size_t length = sequence_length(bytes, i);
    if (length == 0) {
      repaired += "\xEF\xBF\xBD";
      i += 1;
    } else {
      repaired += bytes.substr(i, length);
      i += length;
    }
  }
  return repaired;
}

}  // namespace quanhe
