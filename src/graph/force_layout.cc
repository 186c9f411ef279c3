// Places for the nodes of a net, by forces: the ends of a link pull each other, all nodes push each other.
//
// The forces are those of Fruchterman and Reingold ("Graph drawing by force-directed placement", 1991): pull by d²/k,
// push by k²/d, and each step moves a node no farther than a temperature that falls. Alone they untangle a few hundred
// nodes: in a larger net a step moves a node past its neighbours only, and the net stays the ball in which it began. So
// nodes are first united with a neighbour, the net of these again, until few are left (Walshaw, "A multilevel algorithm
// for force-directed graph drawing", 2000); the few are placed, and going back each net starts from the places of the
// one before and only has to put in order what is near. A united node has the mass of its parts and links the strength
// of theirs, so that the forces of all levels mean the same and no level has to be rescaled.
//
// Works: communities come apart, hubs stand amid their neighbours. Does not: a net in which everything is linked with
// everything is a ball, however long one looks. Unites nodes with the smallest first, because a matching of pairs, the
// more obvious way, leaves a star with one node less on each level.

#include "graph/force_layout.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "graph/push_tree.h"

namespace quanhe {
namespace {

constexpr double kGoldenAngle = 2.39996322972865332;
constexpr std::size_t kFewest = 24;  // nodes of the coarsest net
constexpr int kFirstSteps = 200;     // of the coarsest net
constexpr double kWork = 0.8e6;      // nodes moved in the steps of a finer net, but no fewer than
constexpr int kFewestSteps = 12;
constexpr int kMostSteps = 80;
constexpr double kLastTemperature = 0.02 * kSpacing;

constexpr std::uint32_t kNone = UINT32_MAX;

// The links at each node, side by side.
class Neighbours {
 public:
  explicit Neighbours(const ForceNet& net) : starts_(net.masses.size() + 1) {
    for (const ForceNet::Link& link : net.links) {
      ++starts_[link.from + 1];
      ++starts_[link.to + 1];
    }
    std::partial_sum(starts_.begin(), starts_.end(), starts_.begin());
    ends_.resize(starts_.back());
    std::vector<std::uint32_t> next(starts_.begin(), starts_.end() - 1);
    for (const ForceNet::Link& link : net.links) {
      ends_[next[link.from]++] = {link.to, link.strength};
      ends_[next[link.to]++] = {link.from, link.strength};
    }
  }

  std::uint32_t count(std::uint32_t node) const { return starts_[node + 1] - starts_[node]; }
  auto begin(std::uint32_t node) const { return ends_.begin() + starts_[node]; }
  auto end(std::uint32_t node) const { return ends_.begin() + starts_[node + 1]; }

 private:
  std::vector<std::uint32_t> starts_;
  std::vector<std::pair<std::uint32_t, double>> ends_;
};

// For each node the number of what it is united into; each holds two nodes or more.
std::vector<std::uint32_t> unite(const ForceNet& net, std::size_t& count) {
  const Neighbours neighbours(net);
  std::vector<std::uint32_t> order(net.masses.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return neighbours.count(a) < neighbours.count(b); });
  std::vector<std::uint32_t> groups(net.masses.size(), kNone);
  std::vector<double> masses;
  for (const std::uint32_t node : order) {
    if (groups[node] != kNone) continue;
    std::uint32_t best = kNone;
    double best_score = 0;
    for (auto end = neighbours.begin(node); end != neighbours.end(node); ++end) {
      const double mass = groups[end->first] == kNone ? net.masses[end->first] : masses[groups[end->first]];
      const double score = end->second / mass;
      if (score <= best_score) continue;
      best = end->first;
      best_score = score;
    }
    if (groups[best] == kNone) {
      groups[best] = static_cast<std::uint32_t>(masses.size());
      masses.push_back(net.masses[best]);
    }
    groups[node] = groups[best];
    masses[groups[node]] += net.masses[node];
  }
  count = masses.size();
  return groups;
}

ForceNet united(const ForceNet& net, const std::vector<std::uint32_t>& groups, std::size_t count) {
  ForceNet coarse;
  coarse.masses.resize(count);
  for (std::size_t node = 0; node < groups.size(); ++node) coarse.masses[groups[node]] += net.masses[node];
  std::vector<ForceNet::Link> links;
  for (const ForceNet::Link& link : net.links) {
    const auto [from, to] = std::minmax(groups[link.from], groups[link.to]);
    if (from != to) links.push_back({from, to, link.strength});
  }
  std::sort(links.begin(), links.end(), [](const ForceNet::Link& a, const ForceNet::Link& b) {
    return std::pair(a.from, a.to) < std::pair(b.from, b.to);
  });
  for (const ForceNet::Link& link : links) {
    ForceNet::Link* last = coarse.links.empty() ? nullptr : &coarse.links.back();
    if (last != nullptr && last->from == link.from && last->to == link.to) {
      last->strength += link.strength;
    } else {
      coarse.links.push_back(link);
    }
  }
  return coarse;
}

// The `number`-th seed of a sunflower with `area` for each.
Point seed(std::size_t number, double area) {
  const double radius = std::sqrt(area * (static_cast<double>(number) + 0.5) / 3.14159265358979323846);
  const double angle = kGoldenAngle * static_cast<double>(number);
  return {radius * std::cos(angle), radius * std::sin(angle)};
}

void pull(const ForceNet& net, const std::vector<Point>& places, std::vector<Point>& forces) {
  for (const ForceNet::Link& link : net.links) {
    const double x = places[link.to].x - places[link.from].x;
    const double y = places[link.to].y - places[link.from].y;
    const double strength = link.strength * std::sqrt(x * x + y * y) / kSpacing;
    forces[link.from].x += x * strength;
    forces[link.from].y += y * strength;
    forces[link.to].x -= x * strength;
    forces[link.to].y -= y * strength;
  }
}

void move(const ForceNet& net, PushTree& tree, double farthest, std::vector<Point>& places) {
  std::vector<Point> forces(places.size());
  tree.build(places, net.masses);
  for (std::uint32_t node = 0; node < places.size(); ++node) {
    const Point push = tree.push_at(node);
    const double strength = net.masses[node] * kSpacing * kSpacing;
    forces[node] = {push.x * strength, push.y * strength};
  }
  pull(net, places, forces);
  for (std::size_t node = 0; node < places.size(); ++node) {
    const double x = forces[node].x / net.masses[node];
    const double y = forces[node].y / net.masses[node];
    const double length = std::sqrt(x * x + y * y);
    const double share = length > farthest ? farthest / length : 1;
    places[node].x += x * share;
    places[node].y += y * share;
  }
}

// The temperature falls evenly in proportion from step to step.
void settle(const ForceNet& net, int steps, double temperature, std::vector<Point>& places) {
  PushTree tree;
  const double fall = std::pow(kLastTemperature / temperature, 1.0 / steps);
  for (int step = 0; step < steps; ++step, temperature *= fall) move(net, tree, temperature, places);
}

// Around the place of what a node was united into, the parts of it apart.
std::vector<Point> parts_around(const std::vector<Point>& coarse, const std::vector<std::uint32_t>& groups,
                                const ForceNet& net) {
  std::vector<std::size_t> placed(coarse.size());
  std::vector<Point> places(groups.size());
  for (std::size_t node = 0; node < groups.size(); ++node) {
    const Point offset = seed(placed[groups[node]]++, kSpacing * kSpacing * net.masses[node] / 8);
    places[node] = {coarse[groups[node]].x + offset.x, coarse[groups[node]].y + offset.y};
  }
  return places;
}

}  // namespace

std::vector<Point> force_places(const ForceNet& net) {
  const std::size_t size = net.masses.size();
  std::vector<Point> places;
  if (size <= kFewest) {
    const double mass = std::accumulate(net.masses.begin(), net.masses.end(), 0.0);
    for (std::size_t node = 0; node < size; ++node) {
      places.push_back(seed(node, kSpacing * kSpacing * mass / static_cast<double>(size)));
    }
    settle(net, kFirstSteps, kSpacing * std::sqrt(mass) / 4, places);
    return places;
  }
  std::size_t count = 0;
  const std::vector<std::uint32_t> groups = unite(net, count);
  const ForceNet coarse = united(net, groups, count);
  places = parts_around(force_places(coarse), groups, net);
  const double mean = std::accumulate(net.masses.begin(), net.masses.end(), 0.0) / static_cast<double>(size);
  const int steps = std::clamp(static_cast<int>(kWork / static_cast<double>(size)), kFewestSteps, kMostSteps);
  settle(net, steps, kSpacing * std::sqrt(mean), places);
  return places;
}

}  // namespace quanhe
