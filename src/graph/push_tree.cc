// What all bodies push at one, without a look at each of them.
//
// The plane is cut into four squares, each with several bodies again into four. From far away a square pushes almost as
// one body of its whole mass at its centre of mass would, so it is opened only where it is near for its size (Barnes
// and Hut, "A hierarchical O(N log N) force-calculation algorithm", 1986). Cells stand in the order in which they are
// visited, each with the place of the one to visit when it is not opened, so that asking is one loop over a vector.
//
// Works: n bodies at different places cost n log n. Does not: bodies at one place cannot be told apart, so squares are
// cut only so many times, and such bodies stand in the last one by themselves, at a cost of their number each.

#include "graph/push_tree.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace quanhe {
namespace {

constexpr int kDeepest = 24;
constexpr double kOpening = 1.1;   // a square of side s counts as one body from the distance 1.1 s on
constexpr double kNearest = 1e-2;  // nodes at one place would push each other out of the picture

int quarter_of(const Point& place, const Point& middle) {
  return (place.x >= middle.x ? 1 : 0) + (place.y >= middle.y ? 2 : 0);
}

}  // namespace

void PushTree::build(std::span<const Point> places, std::span<const double> masses) {
  places_ = places;
  masses_ = masses;
  order_.resize(places.size());
  std::iota(order_.begin(), order_.end(), 0U);
  cells_.clear();
  cells_.reserve(places.size() * 2);
  if (places.empty()) return;
  Point low = places[0];
  Point high = places[0];
  for (const Point& place : places) {
    low = {std::min(low.x, place.x), std::min(low.y, place.y)};
    high = {std::max(high.x, place.x), std::max(high.y, place.y)};
  }
  add_square(0, static_cast<std::uint32_t>(places.size()), low, std::max(high.x - low.x, high.y - low.y), 0);
}

Point PushTree::push_at(std::uint32_t number) const {
  const Point at = places_[number];
  Point push;
  std::uint32_t next = 0;
  while (next < cells_.size()) {
    const Cell& cell = cells_[next];
    const double x = at.x - cell.centre.x;
    const double y = at.y - cell.centre.y;
    const double square = x * x + y * y;
    if (square < cell.reach) {
      ++next;
      continue;
    }
    // From its own place a body is not pushed: x and y are 0.
    const double share = cell.mass / std::max(square, kNearest);
    push.x += x * share;
    push.y += y * share;
    next = cell.after;
  }
  return push;
}

void PushTree::add_square(std::uint32_t first, std::uint32_t end, Point corner, double side, int depth) {
  if (end - first == 1) return add_body(order_[first]);
  const std::size_t own = cells_.size();
  cells_.emplace_back();
  Point moment;
  double mass = 0;
  for (std::uint32_t i = first; i < end; ++i) {
    const std::uint32_t body = order_[i];
    mass += masses_[body];
    moment.x += masses_[body] * places_[body].x;
    moment.y += masses_[body] * places_[body].y;
  }
  const double half = side / 2;
  const Point middle{corner.x + half, corner.y + half};
  if (depth == kDeepest) {
    for (std::uint32_t i = first; i < end; ++i) add_body(order_[i]);
  } else {
    for (int quarter = 0; quarter < 4; ++quarter) {
      const std::uint32_t begin = first;
      first = gather(begin, end, quarter, middle);
      const Point inner{quarter % 2 == 0 ? corner.x : middle.x, quarter / 2 == 0 ? corner.y : middle.y};
      if (first > begin) add_square(begin, first, inner, half, depth + 1);
    }
  }
  cells_[own] = {{moment.x / mass, moment.y / mass},
                 mass,
                 side * side * kOpening * kOpening,
                 static_cast<std::uint32_t>(cells_.size())};
}

// Brings the bodies of one quarter to the front; where they end.
std::uint32_t PushTree::gather(std::uint32_t first, std::uint32_t end, int quarter, Point middle) {
  const auto begin = order_.begin();
  const auto split = std::partition(begin + first, begin + end,
                                    [&](std::uint32_t body) { return quarter_of(places_[body], middle) == quarter; });
  return static_cast<std::uint32_t>(split - begin);
}

void PushTree::add_body(std::uint32_t number) {
  const auto after = static_cast<std::uint32_t>(cells_.size()) + 1;
  cells_.push_back({places_[number], masses_[number], 0, after});
}

}  // namespace quanhe
