#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "query/format.h"
#include "query/graph_reader.h"

namespace quanhe {

struct CommunityQuestion {
  std::size_t limit = 20;                   // of communities
  std::size_t members = 10;                 // of each
  std::vector<std::string> relations = {};  // as find_relations() takes them; only these edges count; empty: all
  Selection selection = {};
};

struct CommunityMember {
  StoredNode node;
  std::string type_label;
  std::uint32_t degree = 0;  // edges, without those to itself, also to other communities
};

struct Community {
  std::size_t number = 0;  // from 1
  std::uint32_t nodes = 0;
  std::uint32_t edges = 0;  // within it, without those from a node to itself
  std::vector<CommunityMember> members;  // those with the most edges first, then by id
};

struct CommunityAnswer {
  std::uint32_t nodes = 0;  // of the graph
  std::uint32_t edges = 0;  // that count
  std::uint32_t alone = 0;  // nodes that have a community of their own
  double modularity = 0;
  std::size_t total = 0;        // communities of two nodes or more
  std::vector<Community> rows;  // of these, the ones with the most nodes first
};

// Cost: reading all edges, and find_communities().
Result<CommunityAnswer> list_communities(StoredGraph& graph, const CommunityQuestion& question);

std::string format_communities(const CommunityAnswer& answer, Format format, int width);

}  // namespace quanhe
