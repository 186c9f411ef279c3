#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "graph/edge_list.h"
#include "graph/graph.h"

namespace quanhe {

// Which edges of a network are walked.
struct NetworkWalk {
  std::uint32_t hops = 1;
  std::vector<bool> relations;              // by relation number: whether it is walked
  Direction direction = Direction::kBoth;   // kOut: along the edges, and either way over those of symmetric relations
};

// One edge that leads one hop further from the start.
struct NetworkStep {
  std::uint32_t hop = 0;
  std::uint32_t node = 0;
  std::uint32_t through = 0;
  std::uint32_t edge = 0;  // key of its row
  std::uint16_t relation = 0;
  Direction direction = Direction::kOut;  // of the edge, seen from `through`

  friend auto operator<=>(const NetworkStep&, const NetworkStep&) = default;
};

// A frozen graph of bare edges in Boost's compressed rows, of 24 bytes an edge and 16 a node, and of 28 an edge while it is
// made. Nodes are the positions of EdgeList::nodes. Any number of threads may use it.
class Network {
 public:
  // The order of the edges does not matter. Cost: linear, but for sorting the edges at each node.
  explicit Network(EdgeList list);
  Network(Network&&) noexcept;
  Network& operator=(Network&&) noexcept;
  ~Network();

  std::uint32_t node_count() const { return static_cast<std::uint32_t>(nodes_.size()); }
  std::uint32_t edge_count() const;
  std::int64_t node_key(std::uint32_t node) const { return nodes_[node]; }
  // UINT32_MAX when no node has the key. Cost: linear.
  std::uint32_t node_of_key(std::int64_t key) const;
  const std::vector<PlainRelation>& relations() const { return relations_; }

  // Edges at the node, without those from it to itself.
  std::uint32_t degree(std::uint32_t node) const;

  // Breadth-first search. Edges within a hop and from a node to itself are left out. Sorted. Cost: the edges at the nodes
  // that are nearer than `walk.hops`.
  std::vector<NetworkStep> walk(std::uint32_t start, const NetworkWalk& walk) const;

  // The nodes that edges join with `node`, each once, ascending; itself is none. `relations` and `direction` as those of a
  // NetworkWalk. Cost: the edges at the node.
  std::vector<std::uint32_t> neighbours(std::uint32_t node, const std::vector<bool>& relations, Direction direction) const;

  // The edges between two nodes, seen from the first, at hop 1. Sorted by relation. Cost: a search among the edges at the
  // first.
  std::vector<NetworkStep> between(std::uint32_t node, std::uint32_t other) const;

  // The edges between two different nodes of `nodes`, which are ascending and each there once; seen from where they begin,
  // at hop 1, by begin, end and relation. Cost: all nodes, and the edges at these.
  std::vector<NetworkStep> among(const std::vector<std::uint32_t>& nodes) const;

  // Edges between two different nodes of `nodes`, which are those whose number in `numbers` is that of the first.
  std::uint32_t edges_within(const std::vector<std::uint32_t>& nodes, const std::vector<std::uint32_t>& numbers) const;

  // For each node the number of its connected part; parts are numbered from 0 in the order of their first nodes. Cost:
  // almost linear.
  std::vector<std::uint32_t> components() const;

  class Rows;
  const Rows& rows() const { return *rows_; }

 private:
  std::vector<std::int64_t> nodes_;
  std::vector<PlainRelation> relations_;
  std::unique_ptr<const Rows> rows_;
};

}  // namespace quanhe
