#pragma once

#include <boost/graph/compressed_sparse_row_graph.hpp>

#include <cstdint>
#include <vector>

#include "graph/network.h"

namespace quanhe {

// The rows of a Network, for the algorithms of this folder.
class Network::Rows {
 public:
  struct Edge {
    std::uint32_t key = 0;
    std::uint32_t relation : 16 = 0;
    std::uint32_t confidence : 10 = 0;
    std::uint32_t status_number : 3 = 0;
  };
  using Csr = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, Edge, boost::no_property,
                                                 std::uint32_t, std::uint32_t>;

  Rows(std::uint32_t node_count, std::vector<PlainEdge> edges, std::vector<bool> symmetric);

  // Calls visit(other end, edge) for each edge of a node's row.
  template <typename Visit>
  static void for_each(const Csr& csr, std::uint32_t node, Visit visit) {
    const auto [first, last] = boost::out_edges(node, csr);
    for (auto step = first; step != last; ++step) visit(boost::target(*step, csr), csr[*step]);
  }

  // Calls visit(other end) for each edge at `node` to another node.
  template <typename Visit>
  void for_each_neighbour(std::uint32_t node, Visit visit) const {
    for (const Csr* csr : {&out, &in}) {
      const auto [first, last] = boost::adjacent_vertices(node, *csr);
      for (auto step = first; step != last; ++step) {
        if (*step != node) visit(*step);
      }
    }
  }

  std::uint32_t node_count() const { return boost::num_vertices(out); }

  Csr out;  // from a node to the ends of its edges
  Csr in;   // from a node to where the edges to it begin
  std::vector<bool> symmetric;  // by relation number
};

}  // namespace quanhe
