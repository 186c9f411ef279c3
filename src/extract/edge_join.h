#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <unordered_map>
#include <vector>

#include "extract/working_document.h"

namespace quanhe {

// The distinct edges of a document as a derivation reads them, those of symmetric relations in both directions. Of
// several statements of one edge it has the first, and lists are in the order in which the facts were added.
class EdgeJoin {
 public:
  struct Edge {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    std::uint32_t fact = 0;
  };

  // Facts are numbered by the caller, ascending.
  void add(const Fact& fact, std::uint32_t number, bool symmetric);

  // The edges of the relation that lead from the node and to the node; kAny stands for every node. The span lives
  // until the next edge is added. Cost: a look-up.
  static constexpr std::uint32_t kAny = UINT32_MAX;
  std::span<const Edge> find(std::uint32_t relation, std::uint32_t from, std::uint32_t to) const;

  std::size_t size() const { return size_; }

 private:
  struct Key {
    std::uint32_t relation = 0;
    std::uint32_t from = 0;
    std::uint32_t to = 0;

    friend bool operator==(const Key&, const Key&) = default;
  };
  struct Hash {
    std::size_t operator()(const Key& key) const {
      const std::uint64_t ends = std::uint64_t{key.from} << 32 | key.to;
      return (ends * 0x9E3779B97F4A7C15ULL ^ key.relation * 0xC2B2AE3D27D4EB4FULL) * 0xFF51AFD7ED558CCDULL >> 16;
    }
  };

  void add_directed(std::uint32_t relation, Edge edge);

  std::unordered_map<Key, std::vector<Edge>, Hash> edges_;  // by relation, and either end or any
  std::size_t size_ = 0;
};

}  // namespace quanhe
