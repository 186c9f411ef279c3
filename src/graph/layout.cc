// Places for nodes, by forces: the ends of an edge pull each other, all nodes push each other.
//
// The idea is that of Fruchterman and Reingold ("Graph drawing by force-directed placement", 1991): pull by d²/k, push
// by k²/d, and each step moves a node no farther than a temperature that falls to nothing. To push every pair costs the
// square of the nodes, and a grid that looks at near pairs only costs as much once hubs draw all nodes into few cells.
// So a node is pushed by a few others, drawn anew each step, and as strongly as if all had (Gove, "A random sampling
// O(n) force-calculation algorithm for graph layouts", 2019): the error goes out over the steps.
//
// Works: communities come apart, hubs stand amid their neighbours. Does not: a large graph gets few steps and stays a
// ball. Nodes start on a sunflower's spiral and the draw has its own numbers, so the same graph gives the same places.

#include "graph/layout.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

namespace quanhe {
namespace {

constexpr double kSpacing = 60;  // the k of the forces
constexpr double kGoldenAngle = 2.39996322972865332;
constexpr std::size_t kDrawn = 16;  // nodes that push a node in a step
constexpr double kWork = 1e8;       // pulls and pushes of all steps
constexpr int kMostSteps = 300;

using Net = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

Net net_of(const View& view) {
  Net net;
  for (const ViewEdge& edge : view.edges) {
    if (is_shown(edge.status) && edge.from != edge.to) net.emplace_back(edge.from, edge.to);
  }
  return net;
}

std::vector<Point> spiral(std::size_t count) {
  std::vector<Point> places(count);
  for (std::size_t i = 0; i < count; ++i) {
    const double radius = kSpacing / 2 * std::sqrt(static_cast<double>(i) + 0.5);
    const double angle = kGoldenAngle * static_cast<double>(i);
    places[i] = {radius * std::cos(angle), radius * std::sin(angle)};
  }
  return places;
}

// Knuth's linear congruence: the same numbers everywhere.
class Draw {
 public:
  std::size_t below(std::size_t end) {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<std::size_t>(state_ >> 33) % end;
  }

 private:
  std::uint64_t state_ = 1;
};

void push(const std::vector<Point>& places, Draw& draw, std::vector<Point>& forces) {
  const std::size_t drawn = std::min(kDrawn, places.size());
  const double share = static_cast<double>(places.size()) / static_cast<double>(drawn);
  for (std::size_t i = 0; i < places.size(); ++i) {
    for (std::size_t n = 0; n < drawn; ++n) {
      const Point& other = places[draw.below(places.size())];
      const double x = places[i].x - other.x;
      const double y = places[i].y - other.y;
      // Nodes that are almost in one place would throw each other out of the picture.
      const double square = std::max(x * x + y * y, kSpacing);
      forces[i].x += x * share * kSpacing * kSpacing / square;
      forces[i].y += y * share * kSpacing * kSpacing / square;
    }
  }
}

void pull(const std::vector<Point>& places, const Net& net, std::vector<Point>& forces) {
  for (const auto& [from, to] : net) {
    const double x = places[to].x - places[from].x;
    const double y = places[to].y - places[from].y;
    const double strength = std::sqrt(x * x + y * y) / kSpacing;
    forces[from].x += x * strength;
    forces[from].y += y * strength;
    forces[to].x -= x * strength;
    forces[to].y -= y * strength;
  }
}

void move(std::vector<Point>& places, const std::vector<Point>& forces, double farthest) {
  for (std::size_t i = 0; i < places.size(); ++i) {
    const double length = std::hypot(forces[i].x, forces[i].y);
    const double share = length > farthest ? farthest / length : 1;
    places[i].x += forces[i].x * share;
    places[i].y += forces[i].y * share;
  }
}

}  // namespace

std::vector<Point> node_places(const View& view) {
  std::vector<Point> places = spiral(view.nodes.size());
  const Net net = net_of(view);
  const double cost = static_cast<double>(places.size() * kDrawn + net.size() + 1);
  const int steps = std::clamp(static_cast<int>(kWork / cost), 10, kMostSteps);
  const double start = kSpacing * std::sqrt(static_cast<double>(places.size())) / 10;
  Draw draw;
  for (int step = 0; step < steps; ++step) {
    std::vector<Point> forces(places.size());
    push(places, draw, forces);
    pull(places, net, forces);
    move(places, forces, start * (steps - step) / steps);
  }
  return places;
}

}  // namespace quanhe
