#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "corpus/view.h"

namespace quanhe {

// How an edge is seen from one of its ends. A symmetric relation is kBoth from either.
enum class Direction : std::uint8_t { kOut, kIn, kBoth };

// Which edges are walked, and which of the nodes that are reached are reported.
struct Walk {
  std::uint32_t hops = 1;
  std::vector<std::string> relations = {};  // edges of other relations are not walked; empty: all are
  std::vector<std::string> types = {};      // nodes of other types are walked through but not reported; a type
                                            // stands for its kinds too; empty: all are reported
  std::vector<Status> statuses = {Status::kPlanned, Status::kReported, Status::kHappened};  // of the edges walked
};

// One edge over which a node was reached.
struct Reached {
  std::uint32_t hop = 0;                  // least number of edges from the start
  std::uint32_t node = 0;                 // the node reached
  std::uint32_t through = 0;              // the node one hop nearer; the start when hop is 1
  std::uint32_t edge = 0;                 // between the two
  Direction direction = Direction::kOut;  // of the edge, seen from `through`

  friend auto operator<=>(const Reached&, const Reached&) = default;
};

// A frozen graph over a view: Boost's compressed rows of numbers, without a copy of the view's strings. Nodes
// and edges are the indices of View::nodes and View::edges. It refers to the view, which must outlive it and
// stay unchanged. Any number of threads may use it.
class Graph {
 public:
  // Cost: linear.
  explicit Graph(const View& view);
  Graph(Graph&&) noexcept;
  Graph& operator=(Graph&&) noexcept;
  ~Graph();

  const View& view() const { return *view_; }
  std::uint32_t node_count() const;
  std::uint32_t edge_count() const;

  // Edges at the node, whatever their status; one from a node to itself counts twice.
  std::uint32_t degree(std::uint32_t node) const;

  // Every edge that leads one hop further from the start, by breadth-first search along and against the edges.
  // Edges within a hop and from a node to itself are left out. Sorted. Cost: the edges at the nodes that are
  // nearer than `walk.hops`.
  std::vector<Reached> neighbours(std::uint32_t start, const Walk& walk) const;

  // For each node, the number of its connected component over the edges that are shown (is_shown). Components
  // are numbered from 0 in the order of their first nodes. Cost: almost linear.
  std::vector<std::uint32_t> components() const;

 private:
  class Rows;

  const View* view_;
  std::unique_ptr<Rows> rows_;
};

}  // namespace quanhe
