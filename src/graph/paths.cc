#include "graph/paths.h"

#include <limits>
#include <optional>
#include <set>
#include <utility>

#include "base/check.h"
#include "graph/network_rows.h"

// Problem: the k shortest paths without loops, the same ones on every run although many are equally long.
//
// Idea: Yen's (Finding the K Shortest Loopless Paths in a Network, 1971). Every further path leaves one that is known at
// some node: up to there it is the same, its next step is none of those that known paths take there, and the rest is the
// least path to the end that avoids the nodes before. Of all these the least is next. With Lawler's remark (1972) a path is
// left only at or after the node where it left its own origin, so nothing is found twice. The least of equally short
// paths is that with the least nodes, and is had by searching from the end and then going down from the beginning, each
// time to the least node that is one nearer; so the order is that of (length, nodes), as if all paths had been listed.
//
// Works on: a graph where two nodes have some paths of few edges. Does not: a long chain of two-way forks, where k is as
// large as the number of paths; each path still costs no more searches than it has edges.
//
// Not Eppstein's algorithm, which is faster but lets paths run in circles.

namespace quanhe {
namespace {

constexpr std::uint32_t kFar = std::numeric_limits<std::uint32_t>::max();

class Search {
 public:
  Search(const Network::Rows& rows, std::uint32_t target)
      : rows_(rows), target_(target), distance_(rows.node_count(), kFar), avoided_(rows.node_count()) {}

  void avoid(std::uint32_t node, bool avoided) { avoided_[node] = avoided; }

  // The least path from `from` that meets no avoided node and does not begin with a step to one of `closed`.
  std::optional<Path> least_path(std::uint32_t from, const std::set<std::uint32_t>& closed) {
    const bool found = measure(from, closed);
    std::optional<Path> path;
    if (found) path = descend(from, closed);
    for (const std::uint32_t node : seen_) distance_[node] = kFar;
    seen_.clear();
    return path;
  }

 private:
  // Fills in how far nodes are from the target, all that are nearer than `from`.
  bool measure(std::uint32_t from, const std::set<std::uint32_t>& closed) {
    distance_[target_] = 0;
    seen_ = {target_};
    for (std::size_t i = 0; i < seen_.size(); ++i) {
      const std::uint32_t node = seen_[i];
      if (node == from) return true;
      rows_.for_each_neighbour(node, [&](std::uint32_t next) {
        if (distance_[next] != kFar || avoided_[next] || (next == from && closed.count(node) > 0)) return;
        distance_[next] = distance_[node] + 1;
        seen_.push_back(next);
      });
    }
    return false;
  }

  Path descend(std::uint32_t from, const std::set<std::uint32_t>& closed) const {
    Path path = {from};
    while (path.back() != target_) {
      const std::uint32_t node = path.back();
      std::uint32_t least = kFar;
      rows_.for_each_neighbour(node, [&](std::uint32_t next) {
        const bool nearer = distance_[next] != kFar && distance_[next] + 1 == distance_[node];
        if (nearer && next < least && (node != from || closed.count(next) == 0)) least = next;
      });
      path.push_back(least);
    }
    return path;
  }

  const Network::Rows& rows_;
  std::uint32_t target_;
  std::vector<std::uint32_t> distance_;  // from the target
  std::vector<bool> avoided_;
  std::vector<std::uint32_t> seen_;
};

struct Candidate {
  std::size_t length = 0;
  Path path;
  std::size_t left_at = 0;  // place of the node where it left its origin

  friend auto operator<=>(const Candidate&, const Candidate&) = default;
};

// The next steps that known paths take after the first `count` nodes of `path`.
std::set<std::uint32_t> steps_after(const std::vector<Path>& known, const Path& path, std::size_t count) {
  std::set<std::uint32_t> steps;
  for (const Path& other : known) {
    if (other.size() > count && std::equal(other.begin(), other.begin() + static_cast<std::ptrdiff_t>(count), path.begin())) {
      steps.insert(other[count]);
    }
  }
  return steps;
}

}  // namespace

std::vector<Path> shortest_paths(const Network& network, std::uint32_t from, std::uint32_t to, std::uint32_t count) {
  QUANHE_CHECK(from < network.node_count() && to < network.node_count());
  Search search(network.rows(), to);
  std::set<Candidate> candidates;
  if (std::optional<Path> first = search.least_path(from, {})) candidates.insert({first->size(), *std::move(first), 0});

  std::vector<Path> found;
  while (found.size() < count && !candidates.empty()) {
    const Candidate next = std::move(candidates.extract(candidates.begin()).value());
    found.push_back(next.path);
    const Path& path = next.path;
    for (std::size_t i = 0; i < next.left_at; ++i) search.avoid(path[i], true);
    for (std::size_t i = next.left_at; i + 1 < path.size(); ++i) {
      if (std::optional<Path> rest = search.least_path(path[i], steps_after(found, path, i + 1))) {
        rest->insert(rest->begin(), path.begin(), path.begin() + static_cast<std::ptrdiff_t>(i));
        candidates.insert({rest->size(), *std::move(rest), i});
      }
      search.avoid(path[i], true);
    }
    for (const std::uint32_t node : path) search.avoid(node, false);
  }
  return found;
}

}  // namespace quanhe
