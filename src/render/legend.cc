#include "render/legend.h"

#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

namespace quanhe {
namespace {

constexpr double kGap = 14;         // points between the members of the column
constexpr double kLineLength = 90;  // of a sample line, points

void set(void* object, std::string name, std::string value) {
  std::string empty;
  agsafeset(object, name.data(), value.data(), empty.data());
}

std::string place(double x, double y) {
  char text[64];
  std::snprintf(text, sizeof text, "%.2f,%.2f", x, y);
  return text;
}

// A member of the column: a type alone, or the two ends of a sample line.
struct Row {
  Agnode_t* left = nullptr;
  Agnode_t* right = nullptr;
  double height = 0;
  double width = 0;
};

std::vector<Row> rows_of(Agraph_t* legend) {
  std::vector<Row> rows;
  for (Agnode_t* node = agfstnode(legend); node != nullptr; node = agnxtnode(legend, node)) {
    if (agfstin(agroot(legend), node) != nullptr) continue;
    Agedge_t* line = agfstout(agroot(legend), node);
    Row row{node, line == nullptr ? nullptr : aghead(line), ND_height(node) * 72, ND_width(node) * 72};
    if (line != nullptr) row = {node, aghead(line), 18, kLineLength};
    rows.push_back(row);
  }
  return rows;
}

// Writes the places of the column's members into the graph; (right, top) is the corner of its frame.
void stack(Agraph_t* legend, const std::vector<Row>& rows, double right, double top) {
  double width = 0;
  for (const Row& row : rows) width = std::max(width, row.width);
  const double middle = right - kGap - width / 2;
  double y = top - 3 * kGap;
  for (const Row& row : rows) {
    y -= row.height / 2;
    if (row.right == nullptr) {
      set(row.left, "pos", place(middle, y));
    } else {
      set(row.left, "pos", place(middle - kLineLength / 2, y));
      set(row.right, "pos", place(middle + kLineLength / 2, y));
    }
    y -= row.height / 2 + kGap;
  }
  const double left = right - width - 2 * kGap;
  set(legend, "bb", place(left, y) + "," + place(right, top));
  set(legend, "lp", place(middle, top - kGap));
}

}  // namespace

bool gather_legend(GVC_t* context, Agraph_t* graph) {
  std::string name = "cluster_legend";
  Agraph_t* legend = agsubg(graph, name.data(), 0);
  if (legend == nullptr) return true;
  // Places of all nodes go into the attribute `pos`, from which the engine "nop" takes them again.
  double left = 0, top = 0;
  bool first = true;
  for (Agnode_t* node = agfstnode(graph); node != nullptr; node = agnxtnode(graph, node)) {
    set(node, "pos", place(ND_coord(node).x, ND_coord(node).y));
    if (agcontains(legend, node) != 0) continue;
    const double side = ND_coord(node).x - ND_width(node) * 36;
    const double upper = ND_coord(node).y + ND_height(node) * 36;
    left = first ? side : std::min(left, side);
    top = first ? upper : std::max(top, upper);
    first = false;
  }
  stack(legend, rows_of(legend), left - 2 * kGap, top);
  gvFreeLayout(context, graph);
  // The first would win over the engine that is asked for here, the second would move what is in its place.
  set(graph, "layout", "nop");
  set(graph, "overlap", "true");
  return gvLayout(context, graph, "nop") == 0;
}

}  // namespace quanhe
