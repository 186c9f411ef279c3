#include "base/hash.h"

#include "base/check.h"

namespace quanhe {

std::uint64_t stable_hash(std::string_view bytes) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  for (const char c : bytes) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x100000001b3ULL;
  }
  hash = (hash ^ (hash >> 30)) * 0xbf58476d1ce4e5b9ULL;
  hash = (hash ^ (hash >> 27)) * 0x94d049bb133111ebULL;
  return hash ^ (hash >> 31);
}

std::string to_hex(std::uint64_t value, int digits) {
  QUANHE_CHECK(digits > 0 && digits <= 16);
  std::string text(static_cast<std::size_t>(digits), '0');
  for (auto place = text.rbegin(); place != text.rend(); ++place, value >>= 4) {
    *place = "0123456789abcdef"[value & 15];
  }
  return text;
}

}  // namespace quanhe
