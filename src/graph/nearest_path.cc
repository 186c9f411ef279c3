#include "graph/nearest_path.h"

#include <limits>

#include "base/check.h"
#include "graph/network_rows.h"

// Problem: one shortest path in a graph of any size, within a bound that holds however far the two ends are from each
// other, and the same path on every run.
//
// Idea: two breadth-first searches, one from each end, that take turns by whole levels, the one with fewer nodes to
// leave from first (Pohl, Bi-directional Search, 1971). Levels are whole, so when a level of one meets what the other
// has reached, every node where they meet lies on a shortest path. From these nodes back to the beginning the nodes of
// shortest paths are marked; then one goes from the beginning to the least marked node of each next level, and from the
// meeting on to the least node that is one nearer to the end. That is the least of all shortest paths.
//
// Works on: two names of a large graph, most of them four steps from each other by way of a hub. Does not: two ends of
// a long chain, where the other search saves nothing.
//
// Not the search of shortest_paths(), which looks at half of a large graph for every question.

namespace quanhe {
namespace {

constexpr std::uint32_t kFar = std::numeric_limits<std::uint32_t>::max();

class TwoSearches {
 public:
  TwoSearches(const Network::Rows& rows, std::uint32_t from, std::uint32_t to, std::size_t most_edges)
      : rows_(rows), near_(rows.node_count(), from), far_(rows.node_count(), to), left_(most_edges) {}

  NearestPath run() {
    while (!near_.frontier.empty() && !far_.frontier.empty()) {
      const std::vector<std::uint32_t> met = meeting();
      if (!met.empty()) return {path_over(met), false};
      if (!go_on(near_.frontier.size() <= far_.frontier.size() ? near_ : far_)) return {{}, true};
    }
    return {};
  }

 private:
  struct Side {
    Side(std::uint32_t nodes, std::uint32_t node) : start(node), distance(nodes, kFar), frontier{node} {
      distance[node] = 0;
    }

    std::uint32_t start;
    std::vector<std::uint32_t> distance;
    std::vector<std::uint32_t> frontier;  // all nodes of the last level
    std::uint32_t level = 0;
  };

  template <typename Visit>
  void for_each_shown(std::uint32_t node, Visit visit) const {
    const auto take = [&](std::uint32_t end, const Network::Rows::Edge& edge) {
      if (end != node && is_shown(static_cast<Status>(edge.status_number))) visit(end);
    };
    Network::Rows::for_each(rows_.out, node, take);
    Network::Rows::for_each(rows_.in, node, take);
  }

  // False when it looked at too many edges.
  bool go_on(Side& side) {
    std::vector<std::uint32_t> next;
    ++side.level;
    for (const std::uint32_t node : side.frontier) {
      const std::size_t edges = boost::out_degree(node, rows_.out) + boost::out_degree(node, rows_.in);
      if (edges > left_) return false;
      left_ -= edges;
      for_each_shown(node, [&](std::uint32_t end) {
        if (side.distance[end] != kFar) return;
        side.distance[end] = side.level;
        next.push_back(end);
      });
    }
    side.frontier.swap(next);
    return true;
  }

  // The nodes of one's last level that the other has reached.
  std::vector<std::uint32_t> meeting() const {
    const bool is_smaller = near_.frontier.size() <= far_.frontier.size();
    const Side& one = is_smaller ? near_ : far_;
    const Side& other = is_smaller ? far_ : near_;
    std::vector<std::uint32_t> met;
    for (const std::uint32_t node : one.frontier) {
      if (other.distance[node] != kFar) met.push_back(node);
    }
    return met;
  }

  Path path_over(const std::vector<std::uint32_t>& met) const {
    const std::vector<bool> marked = on_the_way_to(met);
    Path path = {near_.start};
    const auto step = [&](const auto& leads_on) {
      std::uint32_t least = kFar;
      for_each_shown(path.back(), [&](std::uint32_t next) {
        if (next < least && leads_on(next)) least = next;
      });
      QUANHE_CHECK(least != kFar);
      path.push_back(least);
    };
    for (std::uint32_t level = 1; level <= near_.level; ++level) {
      step([&](std::uint32_t next) { return marked[next] && near_.distance[next] == level; });
    }
    for (std::uint32_t level = far_.level; level-- > 0;) {
      step([&](std::uint32_t next) { return far_.distance[next] == level; });
    }
    return path;
  }

  // The nodes of the first search by which these are reached in the fewest steps, and these.
  std::vector<bool> on_the_way_to(std::vector<std::uint32_t> nodes) const {
    std::vector<bool> marked(rows_.node_count());
    for (const std::uint32_t node : nodes) marked[node] = true;
    for (std::uint32_t level = near_.level; level-- > 0;) {
      std::vector<std::uint32_t> before;
      for (const std::uint32_t node : nodes) {
        for_each_shown(node, [&](std::uint32_t next) {
          if (near_.distance[next] != level || marked[next]) return;
          marked[next] = true;
          before.push_back(next);
        });
      }
      nodes.swap(before);
    }
    return marked;
  }

  const Network::Rows& rows_;
  Side near_;  // from the beginning
  Side far_;   // from the end
  std::size_t left_;
};

}  // namespace

NearestPath nearest_path(const Network& network, std::uint32_t from, std::uint32_t to, std::size_t most_edges) {
  QUANHE_CHECK(from < network.node_count() && to < network.node_count());
  return TwoSearches(network.rows(), from, to, most_edges).run();
}

}  // namespace quanhe
