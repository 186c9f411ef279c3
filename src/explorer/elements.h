#pragma once

#include <cstdint>
#include <map>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "explorer/loaded_graph.h"
#include "json/json_writer.h"
#include "store/stored_graph.h"

namespace quanhe {

// Writes nodes and edges as the page knows them. What the file has no more is left out, and edges at it too.
class Elements {
 public:
  // Both must outlive it.
  Elements(StoredGraph& graph, const LoadedGraph& loaded) : graph_(graph), loaded_(loaded) {}

  // "nodes" and "edges" of an open object. The edges' ends are among the nodes or were noted. Cost: a few look-ups for
  // each, and one for each statement of the edges.
  Result<void> write(JsonWriter& json, const std::vector<std::uint32_t>& nodes, const std::vector<NetworkStep>& edges);

  // A node that edges lead to, and that the page has already.
  void note(const StoredNode& node) { known_.emplace(node.key, node); }

 private:
  Result<void> write_node(JsonWriter& json, std::uint32_t node);
  Result<void> write_edge(JsonWriter& json, const NetworkStep& step);

  StoredGraph& graph_;
  const LoadedGraph& loaded_;
  std::map<NodeKey, StoredNode> known_;
};

}  // namespace quanhe
