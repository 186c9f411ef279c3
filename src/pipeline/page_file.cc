#include "pipeline/page_file.h"

#include <algorithm>
#include <optional>

#include "graph/best_connected.h"
#include "graph/layout.h"

namespace quanhe {
namespace {

std::uint32_t degree_of(const WholeFigures& whole, const std::string& id) {
  const auto found = std::lower_bound(whole.ids.begin(), whole.ids.end(), id);
  if (found == whole.ids.end() || *found != id) return 0;
  return whole.degrees[static_cast<std::size_t>(found - whole.ids.begin())];
}

std::string share(std::size_t part, std::size_t all, const std::string& what) {
  return std::to_string(part) + " of " + std::to_string(all) + ' ' + what;
}

std::string note_on(const View& part, const View& all) {
  return "the page holds the best-connected " + share(part.nodes.size(), all.nodes.size(), "nodes") + " and " +
         share(part.edges.size(), all.edges.size(), "edges");
}

}  // namespace

WholeFigures whole_figures(const View& view) {
  WholeFigures whole;
  whole.counts = {view.documents.size(), view.nodes.size(), view.edges.size()};
  whole.degrees.resize(view.nodes.size());
  for (const ViewNode& node : view.nodes) whole.ids.push_back(node.id);
  for (const ViewEdge& edge : view.edges) {
    ++whole.degrees[edge.from];
    ++whole.degrees[edge.to];
  }
  return whole;
}

Result<std::string> write_page(const View& view, const WholeFigures& whole, ExportOptions options, StoredGraph& graph,
                               ByteSink& sink) {
  const GraphLimits limits{kMostPageNodes, kMostPageEdges};
  std::optional<View> best;
  if (!limits.hold(view)) best = best_connected(view, limits);
  const View& part = best ? *best : view;
  options.figures = {};
  for (const Point& place : node_places(part, true)) options.figures.positions.push_back({place.x, place.y});
  for (const ViewNode& node : part.nodes) options.figures.degrees.push_back(degree_of(whole, node.id));
  if (const Result<void> written = write_html(part, whole.counts, options, graph, sink); !written) {
    return written.error();
  }
  return best ? note_on(part, view) : "";
}

}  // namespace quanhe
