#include "export/dot_groups.h"

#include <utility>

#include "graph/communities.h"

namespace quanhe {
namespace {

constexpr std::size_t kLeastNodes = 3;

}  // namespace

std::vector<std::vector<std::uint32_t>> groups_of(const View& view, const std::vector<DotLine>& lines) {
  EdgeList list;
  list.nodes.resize(view.nodes.size());
  list.relations.push_back({"line", false});
  for (const DotLine& line : lines) {
    for (std::size_t i = 0; i < line.edges.size(); ++i) list.edges.push_back({line.from, line.to});
  }
  const Communities communities = find_communities(Network(std::move(list)));
  std::vector<std::vector<std::uint32_t>> groups(communities.count);
  for (std::uint32_t node = 0; node < view.nodes.size(); ++node) groups[communities.of_node[node]].push_back(node);
  std::erase_if(groups, [](const auto& group) { return group.size() < 2; });
  if (groups.size() < 2) return {};
  std::erase_if(groups, [](const auto& group) { return group.size() < kLeastNodes; });
  return groups;
}

}  // namespace quanhe
