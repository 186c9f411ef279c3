#include "graph/network.h"

#include <boost/iterator/transform_iterator.hpp>
#include <boost/property_map/property_map.hpp>

#include <algorithm>
#include <limits>
#include <tuple>
#include <utility>

#include "base/check.h"
#include "graph/connected_parts.h"
#include "graph/network_rows.h"
#include "graph/sort_edges.h"

// Problem: to turn edges in any order into rows that do not depend on it, within the memory that the rows themselves
// need.
//
// Idea: the list is sorted where it stands and copied to the rows out; then it goes, and of the rows out the rows in are
// counted together, which keeps their order. Nothing is held three times.

namespace quanhe {
namespace {

using Ends = std::pair<std::uint32_t, std::uint32_t>;
using Csr = Network::Rows::Csr;
using RowEdge = Network::Rows::Edge;

Csr rows_out(std::uint32_t node_count, const std::vector<PlainEdge>& edges) {
  const auto ends = [](const PlainEdge& edge) { return Ends(edge.from, edge.to); };
  const auto bare = [](const PlainEdge& edge) {
    return RowEdge{edge.key, edge.relation, edge.confidence, edge.status_number};
  };
  return Csr(boost::edges_are_sorted, boost::make_transform_iterator(edges.begin(), ends),
             boost::make_transform_iterator(edges.end(), ends), boost::make_transform_iterator(edges.begin(), bare),
             node_count, static_cast<std::uint32_t>(edges.size()));
}

Csr turned_round(const Csr& out) {
  const auto ends = [&](const Csr::edge_descriptor& edge) {
    return Ends(boost::target(edge, out), boost::source(edge, out));
  };
  const auto bare = [&](const Csr::edge_descriptor& edge) { return out[edge]; };
  const auto [first, last] = boost::edges(out);
  return Csr(boost::edges_are_unsorted_multi_pass, boost::make_transform_iterator(first, ends),
             boost::make_transform_iterator(last, ends), boost::make_transform_iterator(first, bare),
             boost::num_vertices(out));
}

std::vector<bool> symmetry_of(const std::vector<PlainRelation>& relations) {
  std::vector<bool> symmetric;
  for (const PlainRelation& relation : relations) symmetric.push_back(relation.symmetric);
  return symmetric;
}

}  // namespace

Network::Rows::Rows(std::uint32_t node_count, std::vector<PlainEdge> edges, std::vector<bool> symmetric_relations)
    : symmetric(std::move(symmetric_relations)) {
  for (const PlainEdge& edge : edges) {
    QUANHE_CHECK(edge.from < node_count && edge.to < node_count && edge.relation < symmetric.size());
  }
  sort_by_ends(edges, node_count, symmetric.size());
  out = rows_out(node_count, edges);
  std::vector<PlainEdge>().swap(edges);
  in = turned_round(out);
}

Network::Network(EdgeList list)
    : nodes_(std::move(list.nodes)),
      relations_(std::move(list.relations)),
      rows_(std::make_unique<const Rows>(node_count(), std::move(list.edges), symmetry_of(relations_))) {}
Network::Network(Network&&) noexcept = default;
Network& Network::operator=(Network&&) noexcept = default;
Network::~Network() = default;

std::uint32_t Network::edge_count() const { return boost::num_edges(rows_->out); }

std::uint32_t Network::node_of_key(std::int64_t key) const {
  const auto found = std::find(nodes_.begin(), nodes_.end(), key);
  return found == nodes_.end() ? std::numeric_limits<std::uint32_t>::max()
                               : static_cast<std::uint32_t>(found - nodes_.begin());
}

std::uint32_t Network::degree(std::uint32_t node) const {
  std::uint32_t degree = 0;
  rows_->for_each_neighbour(node, [&](std::uint32_t) { ++degree; });
  return degree;
}

std::vector<NetworkStep> Network::walk(std::uint32_t start, const NetworkWalk& walk) const {
  QUANHE_CHECK(start < node_count() && walk.relations.size() == relations_.size());
  constexpr std::uint32_t kUnseen = std::numeric_limits<std::uint32_t>::max();
  std::vector<std::uint32_t> hop_of(node_count(), kUnseen);
  hop_of[start] = 0;
  std::vector<NetworkStep> steps;
  std::vector<std::uint32_t> frontier = {start}, next;
  for (std::uint32_t hop = 1; hop <= walk.hops && !frontier.empty(); ++hop) {
    for (const std::uint32_t through : frontier) {
      const auto visit = [&](std::uint32_t node, const Rows::Edge& edge, Direction direction) {
        if (hop_of[node] < hop || !walk.relations[edge.relation]) return;
        if (rows_->symmetric[edge.relation]) direction = Direction::kBoth;
        if (direction != Direction::kBoth && walk.direction != Direction::kBoth && direction != walk.direction) return;
        if (hop_of[node] == kUnseen) next.push_back(node);
        hop_of[node] = hop;
        steps.push_back({hop, node, through, edge.key, static_cast<std::uint16_t>(edge.relation), direction});
      };
      Rows::for_each(rows_->out, through, [&](auto node, const auto& edge) { visit(node, edge, Direction::kOut); });
      Rows::for_each(rows_->in, through, [&](auto node, const auto& edge) { visit(node, edge, Direction::kIn); });
    }
    frontier.swap(next);
    next.clear();
  }
  std::sort(steps.begin(), steps.end());
  return steps;
}

std::vector<std::uint32_t> Network::neighbours(std::uint32_t node, const std::vector<bool>& relations,
                                               Direction direction) const {
  QUANHE_CHECK(node < node_count() && relations.size() == relations_.size());
  std::vector<std::uint32_t> found;
  const auto collect = [&](const Csr& csr, Direction way) {
    Rows::for_each(csr, node, [&](std::uint32_t end, const Rows::Edge& edge) {
      if (end == node || !relations[edge.relation]) return;
      if (direction == Direction::kBoth || direction == way || rows_->symmetric[edge.relation]) found.push_back(end);
    });
  };
  collect(rows_->out, Direction::kOut);
  collect(rows_->in, Direction::kIn);
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

std::vector<NetworkStep> Network::between(std::uint32_t node, std::uint32_t other) const {
  QUANHE_CHECK(node < node_count());
  std::vector<NetworkStep> steps;
  const auto collect = [&](const Csr& csr, Direction direction) {
    const auto [first, last] = boost::adjacent_vertices(node, csr);
    const auto [begin, end] = std::equal_range(first, last, other);
    const auto edges = boost::out_edges(node, csr).first;
    for (auto place = static_cast<int>(begin - first); place != static_cast<int>(end - first); ++place) {
      const Rows::Edge& edge = csr[*(edges + place)];
      const auto relation = static_cast<std::uint16_t>(edge.relation);
      steps.push_back({1, other, node, edge.key, relation, rows_->symmetric[relation] ? Direction::kBoth : direction});
    }
  };
  collect(rows_->out, Direction::kOut);
  collect(rows_->in, Direction::kIn);
  std::sort(steps.begin(), steps.end(), [](const NetworkStep& a, const NetworkStep& b) {
    return std::tie(a.relation, a.direction) < std::tie(b.relation, b.direction);
  });
  return steps;
}

std::vector<NetworkStep> Network::among(const std::vector<std::uint32_t>& nodes) const {
  std::vector<bool> is_one(node_count());
  for (const std::uint32_t node : nodes) is_one[node] = true;
  std::vector<NetworkStep> steps;
  for (const std::uint32_t node : nodes) {
    Rows::for_each(rows_->out, node, [&](std::uint32_t end, const Rows::Edge& edge) {
      if (end == node || !is_one[end]) return;
      const auto relation = static_cast<std::uint16_t>(edge.relation);
      const Direction direction = rows_->symmetric[relation] ? Direction::kBoth : Direction::kOut;
      steps.push_back({1, end, node, edge.key, relation, direction});
    });
  }
  return steps;
}

std::uint32_t Network::edges_within(const std::vector<std::uint32_t>& nodes,
                                    const std::vector<std::uint32_t>& numbers) const {
  std::uint32_t edges = 0;
  for (const std::uint32_t node : nodes) {
    const auto [first, last] = boost::adjacent_vertices(node, rows_->out);
    for (auto other = first; other != last; ++other) {
      if (*other != node && numbers[*other] == numbers[node]) ++edges;
    }
  }
  return edges;
}

std::vector<std::uint32_t> Network::components() const {
  ConnectedParts parts(node_count());
  for (std::uint32_t node = 0; node < node_count(); ++node) {
    const auto [first, last] = boost::adjacent_vertices(node, rows_->out);
    for (auto step = first; step != last; ++step) parts.join(node, static_cast<std::uint32_t>(*step));
  }
  return parts.numbers();
}

}  // namespace quanhe
