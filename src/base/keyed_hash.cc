#include "base/keyed_hash.h"

#include <sodium/crypto_shorthash.h>
#include <unistd.h>

#include <array>

#include "base/check.h"

namespace quanhe {
namespace {

using Secret = std::array<unsigned char, crypto_shorthash_KEYBYTES>;

const Secret& secret() {
  static const Secret drawn = [] {
    Secret bytes{};
    QUANHE_CHECK(getentropy(bytes.data(), bytes.size()) == 0);
    return bytes;
  }();
  return drawn;
}

std::size_t hash_of(const void* bytes, std::size_t size) {
  std::size_t hash = 0;
  static_assert(sizeof hash == crypto_shorthash_BYTES);
  crypto_shorthash(reinterpret_cast<unsigned char*>(&hash), static_cast<const unsigned char*>(bytes), size, secret().data());
  return hash;
}

}  // namespace

std::size_t KeyedHash::operator()(std::string_view text) const { return hash_of(text.data(), text.size()); }

std::size_t KeyedHash::operator()(std::uint64_t number) const { return hash_of(&number, sizeof number); }

}  // namespace quanhe
