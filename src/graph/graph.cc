#include "graph/graph.h"

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/property_map/property_map.hpp>

#include <algorithm>
#include <utility>

#include "base/check.h"
#include "base/interner.h"
#include "graph/connected_parts.h"

namespace quanhe {
namespace {

struct EdgeIndex {
  std::uint32_t index = 0;  // into View::edges
};

using Csr = boost::compressed_sparse_row_graph<boost::bidirectionalS, boost::no_property, EdgeIndex, boost::no_property,
                                               std::uint32_t, std::uint32_t>;

Csr make_rows(const View& view) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> ends;
  std::vector<EdgeIndex> indices;
  ends.reserve(view.edges.size());
  indices.reserve(view.edges.size());
  for (const ViewEdge& edge : view.edges) {
    QUANHE_CHECK(edge.from < view.nodes.size() && edge.to < view.nodes.size());
    indices.push_back({static_cast<std::uint32_t>(ends.size())});
    ends.emplace_back(edge.from, edge.to);
  }
  return Csr(boost::edges_are_unsorted_multi_pass, ends.begin(), ends.end(), indices.begin(),
             static_cast<std::uint32_t>(view.nodes.size()));
}

template <typename T>
bool contains(const std::vector<T>& values, const T& value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

}  // namespace

// Relations and types are numbered, so that no string is compared within a walk.
class Graph::Rows {
 public:
  explicit Rows(const View& view) : csr(make_rows(view)) {
    for (const ViewEdge& edge : view.edges) relation_of_edge.push_back(relations.add(edge.relation));
    for (const ViewNode& node : view.nodes) type_of_node.push_back(types.add(node.type));
    for (std::uint32_t i = 0; i < relations.size(); ++i) {
      const Relation* relation = view.ontology.find_relation(relations.text(i));
      symmetric.push_back(relation != nullptr && relation->symmetric);
    }
  }

  // Calls visit(other end, edge, direction) for every edge at `node`.
  template <typename Visit>
  void for_each_edge(std::uint32_t node, Visit visit) const {
    const auto seen = [&](std::uint32_t edge, Direction direction) {
      return symmetric[relation_of_edge[edge]] ? Direction::kBoth : direction;
    };
    const auto [out, out_end] = boost::out_edges(node, csr);
    for (auto step = out; step != out_end; ++step) {
      const std::uint32_t edge = csr[*step].index;
      visit(static_cast<std::uint32_t>(boost::target(*step, csr)), edge, seen(edge, Direction::kOut));
    }
    const auto [in, in_end] = boost::in_edges(node, csr);
    for (auto step = in; step != in_end; ++step) {
      const std::uint32_t edge = csr[*step].index;
      visit(static_cast<std::uint32_t>(boost::source(*step, csr)), edge, seen(edge, Direction::kIn));
    }
  }

  // By relation number, whether the walk uses it.
  std::vector<bool> walked_relations(const Walk& walk) const {
    std::vector<bool> walked(relations.size(), walk.relations.empty());
    for (const std::string& name : walk.relations) {
      if (const std::uint32_t number = relations.find(name); number != Interner::kNone) walked[number] = true;
    }
    return walked;
  }

  // By type number, whether the walk reports it.
  std::vector<bool> reported_types(const Walk& walk, const Ontology& ontology) const {
    std::vector<bool> reported(types.size(), walk.types.empty());
    for (std::uint32_t i = 0; i < types.size(); ++i) {
      const std::string type(types.text(i));
      for (const std::string& wanted : walk.types) {
        if (type == wanted || ontology.is_kind_of(type, wanted)) reported[i] = true;
      }
    }
    return reported;
  }

  Csr csr;
  Interner relations;
  Interner types;
  std::vector<std::uint32_t> relation_of_edge;
  std::vector<std::uint32_t> type_of_node;
  std::vector<bool> symmetric;  // by relation number
};

Graph::Graph(const View& view) : view_(&view), rows_(std::make_unique<Rows>(view)) {}
Graph::Graph(Graph&&) noexcept = default;
Graph& Graph::operator=(Graph&&) noexcept = default;
Graph::~Graph() = default;

std::uint32_t Graph::node_count() const { return static_cast<std::uint32_t>(view_->nodes.size()); }
std::uint32_t Graph::edge_count() const { return static_cast<std::uint32_t>(view_->edges.size()); }

std::uint32_t Graph::degree(std::uint32_t node) const {
  QUANHE_CHECK(node < node_count());
  return static_cast<std::uint32_t>(boost::out_degree(node, rows_->csr) + boost::in_degree(node, rows_->csr));
}

std::vector<Reached> Graph::neighbours(std::uint32_t start, const Walk& walk) const {
  QUANHE_CHECK(start < node_count());
  constexpr std::uint32_t kUnseen = UINT32_MAX;
  const std::vector<bool> walked = rows_->walked_relations(walk);
  const std::vector<bool> reported = rows_->reported_types(walk, view_->ontology);
  std::vector<std::uint32_t> hop_of(node_count(), kUnseen);
  hop_of[start] = 0;
  std::vector<Reached> found;
  std::vector<std::uint32_t> frontier = {start};
  for (std::uint32_t hop = 1; hop <= walk.hops && !frontier.empty(); ++hop) {
    std::vector<std::uint32_t> next;
    for (const std::uint32_t through : frontier) {
      rows_->for_each_edge(through, [&](std::uint32_t node, std::uint32_t edge, Direction direction) {
        if (hop_of[node] < hop || !walked[rows_->relation_of_edge[edge]]) return;
        if (!contains(walk.statuses, view_->edges[edge].status)) return;
        if (hop_of[node] == kUnseen) next.push_back(node);
        hop_of[node] = hop;
        if (reported[rows_->type_of_node[node]]) found.push_back({hop, node, through, edge, direction});
      });
    }
    frontier = std::move(next);
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::vector<std::uint32_t> Graph::components() const {
  ConnectedParts parts(node_count());
  for (const ViewEdge& edge : view_->edges) {
    if (is_shown(edge.status)) parts.join(edge.from, edge.to);
  }
  return parts.numbers();
}

}  // namespace quanhe
