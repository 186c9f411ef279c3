#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "extract/working_document.h"

namespace quanhe {

// The distinct edges of a document as a derivation reads them, those of symmetric relations in both directions. Of
// several statements of one edge it has the first, and edges come in the order in which the facts were added.
class EdgeJoin {
 public:
  static constexpr std::uint32_t kAny = UINT32_MAX;
  static constexpr std::uint32_t kNone = UINT32_MAX;

  struct Edge {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    std::uint32_t fact = 0;
  };

  // Facts are numbered by the caller, ascending.
  void add(const Fact& fact, std::uint32_t number, bool symmetric);

  // The numbers, one after another up to kNone, of the edges of the relation that lead from the node and to the node; kAny
  // stands for every node, and `edge` is one that the same question gave. Cost: a look-up, then a step.
  std::uint32_t first(std::uint32_t relation, std::uint32_t from, std::uint32_t to) const;
  std::uint32_t next(std::uint32_t edge, std::uint32_t from, std::uint32_t to) const;
  const Edge& edge(std::uint32_t number) const { return edges_[number].edge; }

  std::size_t size() const { return edges_.size(); }

 private:
  // Which of an edge's ends a question gives: bit 0 for `from`, bit 1 for `to`. Of both there is one edge.
  using Ends = std::size_t;
  static Ends ends(std::uint32_t from, std::uint32_t to) { return (from != kAny ? 1U : 0U) | (to != kAny ? 2U : 0U); }
  static constexpr Ends kBoth = 3;

  struct Known {
    Edge edge;
    std::array<std::uint32_t, kBoth> next;  // by ends, the next edge that they lead to
  };

  // All edges that one question gives; by open addressing.
  struct List {
    std::uint32_t relation = 0;
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    std::uint32_t first = kNone;  // kNone: the slot is free
    std::uint32_t last = kNone;
  };

  void add_directed(std::uint32_t relation, const Edge& edge);
  std::size_t place_of(std::uint32_t relation, std::uint32_t from, std::uint32_t to) const;
  List& list(std::uint32_t relation, std::uint32_t from, std::uint32_t to);
  void grow();

  std::vector<Known> edges_;
  std::vector<List> lists_;  // a power of two, at most half full
  std::size_t list_count_ = 0;
};

}  // namespace quanhe
