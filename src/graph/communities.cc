#include "graph/communities.h"

#include <algorithm>
#include <deque>
#include <numeric>
#include <utility>

#include "graph/network_rows.h"

// Problem: groups of nodes that have more to do with each other than with the rest, the same ones on every run.
//
// Idea: the method of Louvain (Blondel, Guillaume, Lambiotte and Lefebvre, Fast unfolding of communities in large networks,
// 2008). Each node, alone at first, goes to the community of a neighbour where modularity gains most, until none gains; then
// communities become nodes, and all begins anew. Nodes are asked in their order, later only those beside one that moved (as
// in Traag, Waltman and van Eck, From Louvain to Leiden, 2019); of equal gains a node's own community wins, then the one
// with the least number. Gains are compared as whole numbers, so that
// no rounding decides, and every move gains, so that it ends. Louvain can leave a community whose parts hang together only
// through nodes that have left; such parts are taken for communities of their own, which never lowers modularity.
//
// Works on: groups of similar size. Does not: modularity sees no group that is much smaller than the square root of the
// number of edges (Fortunato and Barthélemy, 2007); on 500,000 edges, groups of some hundred edges are joined.
//
// Not label propagation: it is faster, but gives one great community where Louvain gives many.

namespace quanhe {
namespace {

using Weight = std::int64_t;

// A network with weights; every edge is in the rows of both of its ends, and loops are apart.
struct Level {
  std::vector<std::size_t> first = {0};  // of a node's row; one more than nodes
  std::vector<std::uint32_t> ends;
  std::vector<Weight> weights;
  std::vector<Weight> degrees;  // with twice the weight of loops
  Weight total = 0;             // of the degrees

  std::uint32_t size() const { return static_cast<std::uint32_t>(degrees.size()); }

  template <typename Visit>
  void for_each_edge(std::uint32_t node, Visit visit) const {
    for (std::size_t i = first[node]; i < first[node + 1]; ++i) visit(ends[i], weights[i]);
  }
};

// Sums of weights by number, which are emptied as fast as they were filled.
class Sums {
 public:
  explicit Sums(std::uint32_t size) : sums_(size) {}

  void add(std::uint32_t number, Weight weight) {
    if (sums_[number] == 0) numbers_.push_back(number);
    sums_[number] += weight;
  }
  Weight operator[](std::uint32_t number) const { return sums_[number]; }
  std::vector<std::uint32_t>& numbers() { return numbers_; }
  void clear() {
    for (const std::uint32_t number : numbers_) sums_[number] = 0;
    numbers_.clear();
  }

 private:
  std::vector<Weight> sums_;
  std::vector<std::uint32_t> numbers_;
};

void add_row(Level& level, Sums& sums, Weight degree) {
  std::sort(sums.numbers().begin(), sums.numbers().end());
  for (const std::uint32_t end : sums.numbers()) {
    level.ends.push_back(end);
    level.weights.push_back(sums[end]);
  }
  sums.clear();
  level.first.push_back(level.ends.size());
  level.degrees.push_back(degree);
  level.total += degree;
}

Level level_of(const Network::Rows& rows) {
  Level level;
  Sums sums(rows.node_count());
  for (std::uint32_t node = 0; node < rows.node_count(); ++node) {
    Weight degree = 0;
    rows.for_each_neighbour(node, [&](std::uint32_t other) {
      sums.add(other, 1);
      ++degree;
    });
    add_row(level, sums, degree);
  }
  return level;
}

// Moves the nodes of a level; gives for each the community where it stays, by numbers with gaps.
class Moves {
 public:
  explicit Moves(const Level& level)
      : level_(level), community_(level.size()), totals_(level.degrees), near_(level.size()), waits_(level.size(), true) {
    std::iota(community_.begin(), community_.end(), 0);
    queue_.assign(community_.begin(), community_.end());
  }

  std::vector<std::uint32_t> run() {
    while (!queue_.empty()) {
      const std::uint32_t node = queue_.front();
      queue_.pop_front();
      waits_[node] = false;
      place(node);
    }
    return community_;
  }

 private:
  void place(std::uint32_t node) {
    const std::uint32_t own = community_[node];
    totals_[own] -= level_.degrees[node];
    level_.for_each_edge(node, [&](std::uint32_t other, Weight weight) { near_.add(community_[other], weight); });
    std::uint32_t best = own;
    Weight most = gain(node, own);
    for (const std::uint32_t community : near_.numbers()) {
      const Weight gained = gain(node, community);
      if (gained > most || (gained == most && best != own && community < best)) {
        best = community;
        most = gained;
      }
    }
    near_.clear();
    totals_[best] += level_.degrees[node];
    if (best == own) return;
    community_[node] = best;
    level_.for_each_edge(node, [&](std::uint32_t other, Weight) {
      if (waits_[other] || community_[other] == best) return;
      waits_[other] = true;
      queue_.push_back(other);
    });
  }

  Weight gain(std::uint32_t node, std::uint32_t community) const {
    return near_[community] * level_.total - level_.degrees[node] * totals_[community];
  }

  const Level& level_;
  std::vector<std::uint32_t> community_;
  std::vector<Weight> totals_;  // of degrees, by community
  Sums near_;                   // by community, the weight of a node's edges to it
  std::vector<bool> waits_;
  std::deque<std::uint32_t> queue_;
};

// Gives numbers from 0 in the order of the first nodes; returns how many there are.
std::uint32_t renumber(std::vector<std::uint32_t>& numbers, std::uint32_t bound) {
  std::vector<std::uint32_t> fresh(bound, bound);
  std::uint32_t count = 0;
  for (std::uint32_t& number : numbers) {
    if (fresh[number] == bound) fresh[number] = count++;
    number = fresh[number];
  }
  return count;
}

Level joined(const Level& level, const std::vector<std::uint32_t>& community, std::uint32_t count) {
  std::vector<std::vector<std::uint32_t>> members(count);
  for (std::uint32_t node = 0; node < level.size(); ++node) members[community[node]].push_back(node);
  Level next;
  Sums sums(count);
  for (std::uint32_t number = 0; number < count; ++number) {
    Weight degree = 0;
    for (const std::uint32_t node : members[number]) {
      degree += level.degrees[node];
      level.for_each_edge(node, [&](std::uint32_t other, Weight weight) {
        if (community[other] != number) sums.add(community[other], weight);
      });
    }
    add_row(next, sums, degree);
  }
  return next;
}

// Numbers the connected parts of each community.
std::vector<std::uint32_t> connected_parts(const Level& level, const std::vector<std::uint32_t>& community) {
  const std::uint32_t none = level.size();
  std::vector<std::uint32_t> part(level.size(), none), waiting;
  std::uint32_t count = 0;
  for (std::uint32_t start = 0; start < level.size(); ++start) {
    if (part[start] != none) continue;
    part[start] = count;
    waiting = {start};
    while (!waiting.empty()) {
      const std::uint32_t node = waiting.back();
      waiting.pop_back();
      level.for_each_edge(node, [&](std::uint32_t other, Weight) {
        if (part[other] != none || community[other] != community[node]) return;
        part[other] = count;
        waiting.push_back(other);
      });
    }
    ++count;
  }
  return part;
}

// By size, then by first node; `numbers` are in the order of the first nodes.
void order_by_size(std::vector<std::uint32_t>& numbers, std::uint32_t count) {
  std::vector<std::uint32_t> sizes(count), order(count), place(count);
  for (const std::uint32_t number : numbers) ++sizes[number];
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return sizes[a] > sizes[b]; });
  for (std::uint32_t i = 0; i < count; ++i) place[order[i]] = i;
  for (std::uint32_t& number : numbers) number = place[number];
}

double modularity_of(const Level& level, const Communities& communities) {
  if (level.total == 0) return 0;
  std::vector<Weight> within(communities.count), degrees(communities.count);
  for (std::uint32_t node = 0; node < level.size(); ++node) {
    const std::uint32_t own = communities.of_node[node];
    degrees[own] += level.degrees[node];
    level.for_each_edge(node, [&](std::uint32_t other, Weight weight) {
      if (communities.of_node[other] == own) within[own] += weight;
    });
  }
  const auto total = static_cast<double>(level.total);
  double modularity = 0;
  for (std::uint32_t i = 0; i < communities.count; ++i) {
    const double share = static_cast<double>(degrees[i]) / total;
    modularity += static_cast<double>(within[i]) / total - share * share;
  }
  return modularity;
}

}  // namespace

Communities find_communities(const Network& network) {
  const Level ground = level_of(network.rows());
  Communities found;
  found.of_node.resize(ground.size());
  std::iota(found.of_node.begin(), found.of_node.end(), 0);
  for (Level level = ground;;) {
    std::vector<std::uint32_t> community = Moves(level).run();
    const std::uint32_t count = renumber(community, level.size());
    if (count == level.size()) break;
    for (std::uint32_t& number : found.of_node) number = community[number];
    level = joined(level, community, count);
  }
  found.of_node = connected_parts(ground, found.of_node);
  found.count = renumber(found.of_node, ground.size());
  order_by_size(found.of_node, found.count);
  found.modularity = modularity_of(ground, found);
  return found;
}

}  // namespace quanhe
