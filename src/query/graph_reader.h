#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "corpus/selection.h"
#include "graph/network.h"
#include "query/edge_figures.h"
#include "store/stored_graph.h"

namespace quanhe {

// An edge as an answer shows it, seen from one of its ends.
struct ReadEdge {
  Direction direction = Direction::kOut;
  std::string relation;
  std::string label;
  EdgeFigures figures;
};

// Reads nodes and edges as they are with the selected statements only: the same as narrowed() makes of the view. Looks them
// up one by one, or, once it was told that many will be asked, from tables that are read as a whole.
class GraphReader {
 public:
  // Both must outlive it.
  GraphReader(StoredGraph& graph, const Selection& selection);

  const Ontology& ontology() const { return graph_.ontology(); }
  const Selection& selection() const { return selection_; }

  // So many look-ups are to come.
  Result<void> expect_nodes(std::size_t count);
  Result<void> expect_edges(std::size_t count);

  Result<StoredNode> node(NodeKey key);
  // Lives as long as the reader.
  Result<const StoredNode*> node_at(NodeKey key);
  // Nothing when no statement is selected.
  Result<std::optional<EdgeFigures>> figures(EdgeKey edge, const std::string& relation);
  // Whether there are figures: without a look at statements where the edge's status tells.
  Result<bool> is_selected(EdgeKey edge, const std::string& relation, Status status);
  Result<std::vector<StoredEdge>> edges_at(NodeKey node) { return graph_.edges_at(node); }

  // The selected edges of these relations; empty: of all.
  Result<Network> network(const std::vector<std::string>& relations);

  // The edge of a network's step.
  Result<ReadEdge> shown_edge(const Network& network, const NetworkStep& step);
  ReadEdge shown_edge(Direction direction, const std::string& relation, EdgeFigures figures) const;

 private:
  // Whether an edge's status tells if it is selected: all are, or all that are shown.
  bool status_decides() const;
  // With what the figures need of their documents.
  Result<std::vector<StoredMention>> read_mentions(EdgeKey edge);

  StoredGraph& graph_;
  const Selection& selection_;
  std::unordered_map<NodeKey, StoredNode> nodes_;
  bool has_all_nodes_ = false;
  std::optional<MentionTable> mentions_;
};

}  // namespace quanhe
