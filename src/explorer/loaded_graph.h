#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "explorer/name_index.h"
#include "graph/network.h"
#include "store/keys.h"

namespace quanhe {

// What a server keeps in memory of a graph.db: how nodes hang together and what they are called. Nodes are numbered in
// the order of their ids. Frozen; any number of threads may use it.
class LoadedGraph {
 public:
  // Cost: the tables of nodes, names and edges once.
  static Result<std::shared_ptr<const LoadedGraph>> load(const std::filesystem::path& path);

  const Network& network() const { return network_; }
  const NameIndex& names() const { return names_; }
  std::uint64_t document_count() const { return document_count_; }

  // UINT32_MAX when there is no such node, or it became part of another. Cost: a search.
  std::uint32_t node_of_key(NodeKey key) const;

  // Edges at the node, whatever their status.
  std::uint32_t degree(std::uint32_t node) const { return degrees_[node]; }
  // The one with more edges first, then by number.
  bool comes_first(std::uint32_t node, std::uint32_t other) const {
    return degrees_[node] != degrees_[other] ? degrees_[node] > degrees_[other] : node < other;
  }
  // At most kMostRows nodes, in this order.
  const std::vector<std::uint32_t>& best_connected() const { return best_connected_; }

 private:
  LoadedGraph(Network network, NameIndex names, std::uint64_t document_count);

  Network network_;
  NameIndex names_;
  std::uint64_t document_count_;
  std::vector<std::uint32_t> degrees_;
  std::vector<std::uint32_t> by_key_;  // numbers of nodes, in the order of their keys
  std::vector<std::uint32_t> best_connected_;
};

}  // namespace quanhe
