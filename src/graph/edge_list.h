#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "facts/facts.h"

namespace quanhe {

// An edge without its evidence.
struct PlainEdge {
  std::uint32_t from = 0;  // positions in EdgeList::nodes
  std::uint32_t to = 0;
  std::uint32_t key = 0;             // of the edge's row in its file
  std::uint32_t relation : 16 = 0;   // position in EdgeList::relations
  std::uint32_t confidence : 10 = 0;  // thousandths
  std::uint32_t status_number : 3 = 0;

  Status status() const { return static_cast<Status>(status_number); }
};
static_assert(sizeof(PlainEdge) == 16);

struct PlainRelation {
  std::string name;
  bool symmetric = false;
};

// The edges of a graph as numbers. Nodes are in the order of their ids, so that nothing computed of their positions
// depends on the history of a file; edges may come in any order.
struct EdgeList {
  std::vector<std::int64_t> nodes;  // keys of their rows
  std::vector<PlainRelation> relations;
  std::vector<PlainEdge> edges;
};

}  // namespace quanhe
