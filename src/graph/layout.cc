#include "graph/layout.h"

#include <algorithm>
#include <utility>

#include "graph/connected_parts.h"
#include "graph/force_layout.h"
#include "graph/packing.h"

namespace quanhe {
namespace {

constexpr double kGap = kSpacing;  // between parts that no edge joins

using Pair = std::pair<std::uint32_t, std::uint32_t>;

// The nodes that edges join, each pair once.
std::vector<Pair> joined_pairs(const View& view, bool every_status) {
  std::vector<Pair> pairs;
  for (const ViewEdge& edge : view.edges) {
    if (edge.from == edge.to || !(every_status || is_shown(edge.status))) continue;
    pairs.push_back(std::minmax(edge.from, edge.to));
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

// A part that is connected, its nodes numbered anew.
struct NetPart {
  std::vector<std::uint32_t> nodes;  // of the view
  ForceNet net;
};

std::vector<NetPart> parts_of(std::uint32_t nodes, const std::vector<Pair>& pairs) {
  ConnectedParts connected(nodes);
  for (const auto& [from, to] : pairs) connected.join(from, to);
  const std::vector<std::uint32_t> numbers = connected.numbers();
  std::vector<NetPart> parts;
  std::vector<std::uint32_t> places;
  for (std::uint32_t node = 0; node < nodes; ++node) {
    if (numbers[node] == parts.size()) parts.emplace_back();
    NetPart& part = parts[numbers[node]];
    places.push_back(static_cast<std::uint32_t>(part.nodes.size()));
    part.nodes.push_back(node);
    part.net.masses.push_back(1);
  }
  for (const auto& [from, to] : pairs) parts[numbers[from]].net.links.push_back({places[from], places[to], 1});
  return parts;
}

}  // namespace

std::vector<Point> node_places(const View& view, bool every_status) {
  const std::vector<NetPart> parts =
      parts_of(static_cast<std::uint32_t>(view.nodes.size()), joined_pairs(view, every_status));
  std::vector<std::vector<Point>> pictures;
  for (const NetPart& part : parts) pictures.push_back(force_places(part.net));
  pack(pictures, kGap);
  std::vector<Point> places(view.nodes.size());
  for (std::size_t i = 0; i < parts.size(); ++i) {
    for (std::size_t node = 0; node < parts[i].nodes.size(); ++node) places[parts[i].nodes[node]] = pictures[i][node];
  }
  return places;
}

}  // namespace quanhe
