#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>

namespace quanhe {

// Keys of rows; they mean something only within one file.
using DocumentKey = std::int64_t;
using NodeKey = std::int64_t;
using SpellingKey = std::int64_t;
using RelationKey = std::int64_t;
using EdgeKey = std::int64_t;
using OccurrenceKey = std::int64_t;

struct EdgeEnds {
  NodeKey from = 0;
  RelationKey relation = 0;
  NodeKey to = 0;

  friend auto operator<=>(const EdgeEnds&, const EdgeEnds&) = default;
};

struct EdgeEndsHash {
  std::size_t operator()(const EdgeEnds& ends) const {
    std::uint64_t hash = static_cast<std::uint64_t>(ends.from) * 0x9E3779B97F4A7C15ULL;
    hash = (hash ^ static_cast<std::uint64_t>(ends.to)) * 0xBF58476D1CE4E5B9ULL;
    hash = (hash ^ static_cast<std::uint64_t>(ends.relation)) * 0x94D049BB133111EBULL;
    return static_cast<std::size_t>(hash ^ (hash >> 32));
  }
};

// How an occurrence stands in the view (the column `standing`).
enum class Standing : std::uint8_t {
  kWritten,    // words say it
  kDefaulted,  // it rests on a default of the pack
  kWithdrawn,  // it rested on one that written statements speak against
};

}  // namespace quanhe
