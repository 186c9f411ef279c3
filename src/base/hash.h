#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace quanhe {

// 64-bit FNV-1a with the final mixing of SplitMix64. The same on every machine and in every version: node
// ids, document hashes and pack hashes are made of it. Not for secrets.
// Source: draft-eastlake-fnv; Steele, Lea, Flood, "Fast splittable pseudorandom number generators" (2014).
std::uint64_t stable_hash(std::string_view bytes);

// The last `digits` (at most 16) hexadecimal digits of `value`, lower case, zero-padded.
std::string to_hex(std::uint64_t value, int digits = 16);

}  // namespace quanhe
