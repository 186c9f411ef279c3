#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace quanhe {

// The hash of tables whose keys others wrote, in documents or in packs. It has a secret that is drawn anew by each process, so
// that nobody can write many keys that fall into one place of a table and make its work quadratic. Such a table has another
// order in each run: nothing that is written may follow it. Thread-safe. Cost: linear, some 190 instructions for ten bytes.
// Source: SipHash-2-4; J.-P. Aumasson, D. J. Bernstein, "SipHash: a fast short-input PRF" (2012).
struct KeyedHash {
  using is_transparent = void;

  // Not noexcept, for then the standard library's tables keep what it gave and do not ask again.
  std::size_t operator()(std::string_view text) const;
  std::size_t operator()(std::uint64_t number) const;
};

// A key may be asked for by a view of it.
template <typename Key, typename Value>
using KeyedMap = std::unordered_map<Key, Value, KeyedHash, std::equal_to<>>;
template <typename Key>
using KeyedSet = std::unordered_set<Key, KeyedHash, std::equal_to<>>;

}  // namespace quanhe
