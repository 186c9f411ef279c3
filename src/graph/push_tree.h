#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "graph/layout.h"

namespace quanhe {

// How strongly bodies push each other away, all of them at each: a body of mass m at distance d pushes with m/d. Built
// for one set of places; built anew when they move.
class PushTree {
 public:
  // Of as many masses as places. Cost: n log n.
  void build(std::span<const Point> places, std::span<const double> masses);

  // The sum of what all others push at body `number`, right to some percent. Cost: log n.
  Point push_at(std::uint32_t number) const;

 private:
  // A square of the plane, or one body; squares stand before what they hold.
  struct Cell {
    Point centre;  // of the masses
    double mass = 0;
    double reach = 0;         // the square of the distance from which it counts as one body
    std::uint32_t after = 0;  // the cell that follows all that it holds
  };

  void add_square(std::uint32_t first, std::uint32_t end, Point corner, double side, int depth);
  std::uint32_t gather(std::uint32_t first, std::uint32_t end, int quarter, Point middle);
  void add_body(std::uint32_t number);

  std::span<const Point> places_;
  std::span<const double> masses_;
  std::vector<std::uint32_t> order_;  // of the bodies, those of a square side by side
  std::vector<Cell> cells_;
};

}  // namespace quanhe
