#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "query/format.h"
#include "query/graph_reader.h"

namespace quanhe {

enum class TopOrder : std::uint8_t { kPageRank, kDegree };

// "pagerank", "degree", in this order.
const std::vector<std::string>& top_order_names();

struct TopQuestion {
  TopOrder order = TopOrder::kPageRank;
  std::size_t limit = 20;
  std::vector<std::string> relations = {};  // as find_relations() takes them; only these edges count; empty: all
  std::vector<std::string> types = {};      // as find_types() takes them, kinds included: which nodes are shown
  Selection selection = {};
};

struct TopNode {
  std::size_t place = 0;  // from 1, among the nodes of the asked types
  StoredNode node;
  std::string type_label;
  double page_rank = 0;      // among all nodes
  std::uint32_t degree = 0;  // edges, without those to itself
};

struct TopAnswer {
  TopOrder order = TopOrder::kPageRank;
  std::uint32_t nodes = 0;  // of the graph
  std::uint32_t edges = 0;  // that count
  std::size_t total = 0;    // nodes of the asked types
  std::vector<TopNode> rows;  // those of equal figures by id
};

// The most important nodes. Cost: reading all edges, and page_rank().
Result<TopAnswer> find_top(StoredGraph& graph, const TopQuestion& question);

std::string format_top(const TopAnswer& answer, Format format, int width);

}  // namespace quanhe
