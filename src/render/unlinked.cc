#include "render/unlinked.h"

#include <cstddef>
#include <string>

namespace quanhe {
namespace {

constexpr std::size_t kNodesInRow = 6;

void hold_together(Agraph_t* graph, Agnode_t* left, Agnode_t* right) {
  std::string style = "style";
  std::string invisible = "invis";
  std::string empty;
  Agedge_t* edge = agedge(graph, left, right, nullptr, 1);
  agsafeset(edge, style.data(), invisible.data(), empty.data());
}

}  // namespace

void set_unlinked_in_rows(Agraph_t* graph) {
  std::string name = "cluster_legend";
  Agraph_t* legend = agsubg(graph, name.data(), 0);
  Agnode_t* before = nullptr;
  std::size_t count = 0;
  for (Agnode_t* node = agfstnode(graph); node != nullptr; node = agnxtnode(graph, node)) {
    if (agdegree(graph, node, 1, 1) > 0) continue;
    if (legend != nullptr && agcontains(legend, node) != 0) continue;
    if (count++ % kNodesInRow != 0) hold_together(graph, before, node);
    before = node;
  }
}

}  // namespace quanhe
