// Pictures side by side, the largest in the middle.
//
// Each picture becomes a shape of squares: in every row of squares from its leftmost node to its rightmost, and one
// square more to the right and below. The shapes are put one after another, the largest first, where they fit nearest
// to the origin (the polyominoes of Freivalds, Dogrusoz and Kikusts, "Disconnected graph layout and the polyomino
// packing approach", 2001). A row is filled between its nodes, so that no small picture comes to lie among the edges of
// a large one. Boxes instead of shapes would be simpler, and leave the corners around a round picture empty, where most
// of the small ones find room here.
//
// Where a shape does not fit, the same shape will not fit later, so equal shapes go on searching where the one before
// was put: thousands of single nodes cost one search together.

#include "graph/packing.h"

#include <algorithm>
#include <cmath>
#include <compare>
#include <cstdint>
#include <cstdlib>
#include <numeric>
#include <tuple>
#include <utility>

namespace quanhe {
namespace {

// Squares of one row, the end excluded.
struct Row {
  int first = 0;
  int end = 0;

  friend auto operator<=>(const Row&, const Row&) = default;
};

struct Shape {
  std::vector<Row> rows;  // seen from `corner`
  Point corner;           // of the picture, where its square (0, 0) begins
  int width = 0;
  std::int64_t squares = 0;
};

Shape shape_of(const std::vector<Point>& picture, double gap) {
  Shape shape;
  Point low = picture[0];
  Point high = picture[0];
  for (const Point& place : picture) {
    low = {std::min(low.x, place.x), std::min(low.y, place.y)};
    high = {std::max(high.x, place.x), std::max(high.y, place.y)};
  }
  // Nodes stand in the middle of the first squares, and not where rounding decides.
  shape.corner = {low.x - gap / 2, low.y - gap / 2};
  const auto square = [gap](double distance) { return static_cast<int>(std::floor(distance / gap)); };
  shape.width = square(high.x - shape.corner.x) + 2;
  shape.rows.assign(static_cast<std::size_t>(square(high.y - shape.corner.y)) + 2, {shape.width, 0});
  for (const Point& place : picture) {
    const int column = square(place.x - shape.corner.x);
    const int row = square(place.y - shape.corner.y);
    for (const int near : {row, row + 1}) {
      Row& squares = shape.rows[static_cast<std::size_t>(near)];
      squares.first = std::min(squares.first, column);
      squares.end = std::max(squares.end, column + 2);
    }
  }
  for (const Row& row : shape.rows) shape.squares += row.end - row.first;
  return shape;
}

// The plane in squares.
class Plane {
 public:
  // There is room for shapes within this distance of the origin; what goes beyond it always fits.
  explicit Plane(int radius) : radius_(radius), width_(2 * radius + 1) {
    taken_.resize(static_cast<std::size_t>(width_) * static_cast<std::size_t>(width_));
  }

  // True when the shape had room there, and has taken it.
  bool take(const Shape& shape, int x, int y) {
    for (std::size_t row = 0; row < shape.rows.size(); ++row) {
      for (int column = shape.rows[row].first; column < shape.rows[row].end; ++column) {
        const char* square = at(x + column, y + static_cast<int>(row));
        if (square != nullptr && *square != 0) return false;
      }
    }
    for (std::size_t row = 0; row < shape.rows.size(); ++row) {
      for (int column = shape.rows[row].first; column < shape.rows[row].end; ++column) {
        if (char* square = at(x + column, y + static_cast<int>(row))) *square = 1;
      }
    }
    return true;
  }

 private:
  char* at(int x, int y) {
    if (std::abs(x) > radius_ || std::abs(y) > radius_) return nullptr;
    return &taken_[static_cast<std::size_t>(y + radius_) * static_cast<std::size_t>(width_) +
                   static_cast<std::size_t>(x + radius_)];
  }

  int radius_;
  int width_;
  std::vector<char> taken_;
};

// All squares, the nearest to the origin first; made as far as they are asked for.
class Spiral {
 public:
  std::pair<int, int> operator[](std::size_t number) {
    while (squares_.size() <= number) add_ring();
    return squares_[number];
  }

 private:
  // The squares from `radius_` on, nearer than the next whole number.
  void add_ring() {
    const std::int64_t inner = std::int64_t{radius_} * radius_;
    const std::int64_t outer = std::int64_t{radius_ + 1} * (radius_ + 1);
    for (int y = -radius_; y <= radius_; ++y) {
      const std::int64_t height = std::int64_t{y} * y;
      int x = static_cast<int>(std::sqrt(static_cast<double>(inner - height)));
      for (; std::int64_t{x} * x + height < outer; ++x) {
        if (std::int64_t{x} * x + height < inner) continue;
        squares_.emplace_back(x, y);
        if (x != 0) squares_.emplace_back(-x, y);
      }
    }
    ++radius_;
  }

  int radius_ = 0;
  std::vector<std::pair<int, int>> squares_;
};

}  // namespace

void pack(std::vector<std::vector<Point>>& pictures, double gap) {
  std::vector<Shape> shapes;
  int largest = 0;
  std::int64_t squares = 0;
  for (const std::vector<Point>& picture : pictures) {
    shapes.push_back(shape_of(picture, gap));
    largest = std::max({largest, shapes.back().width, static_cast<int>(shapes.back().rows.size())});
    squares += shapes.back().squares;
  }
  std::vector<std::size_t> order(pictures.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    if (shapes[a].squares != shapes[b].squares) return shapes[a].squares > shapes[b].squares;
    return shapes[a].rows < shapes[b].rows;
  });
  Plane plane(2 * static_cast<int>(std::sqrt(static_cast<double>(squares))) + 2 * largest);
  Spiral spiral;
  std::size_t number = 0;
  const Shape* before = nullptr;
  for (const std::size_t picture : order) {
    const Shape& shape = shapes[picture];
    if (before == nullptr || before->rows != shape.rows) number = 0;
    before = &shape;
    int x = 0;
    int y = 0;
    do {
      std::tie(x, y) = spiral[number++];
      x -= shape.width / 2;
      y -= static_cast<int>(shape.rows.size()) / 2;
    } while (!plane.take(shape, x, y));
    for (Point& place : pictures[picture]) {
      place = {place.x - shape.corner.x + x * gap, place.y - shape.corner.y + y * gap};
    }
  }
}

}  // namespace quanhe
