#include "explorer/edge_question.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "explorer/elements.h"
#include "explorer/limits.h"

namespace quanhe {

Result<Answer> answer_edges(const Asked& asked, const Target& target) {
  Parameters parameters(target);
  const std::vector<std::string> of = parameters.required_list("of"), with = parameters.list("with");
  if (const Result<void> checked = parameters.checked(); !checked) return wrong_request(checked.error().message);
  Elements elements(asked.graph, asked.loaded);
  // What somebody sees may have gone from the graph since.
  const auto find = [&](const std::vector<std::string>& ids, std::set<std::uint32_t>& numbers) -> Result<void> {
    for (const std::string& id : ids) {
      const Result<std::optional<FoundNode>> node = find_node_of(asked, id);
      if (!node) return node.error();
      if (!node.value()) continue;
      numbers.insert(node.value()->number);
      elements.note(node.value()->stored);
    }
    return {};
  };
  std::set<std::uint32_t> wanted;
  if (const Result<void> found = find(of, wanted); !found) return found.error();
  std::set<std::uint32_t> all = wanted;
  if (const Result<void> found = find(with, all); !found) return found.error();
  std::vector<NetworkStep> edges = asked.loaded.network().among({all.begin(), all.end()});
  std::erase_if(edges, [&](const NetworkStep& edge) { return !wanted.contains(edge.node) && !wanted.contains(edge.through); });
  edges.resize(std::min(edges.size(), kMostEdges));
  JsonWriter json;
  json.begin_object();
  if (const Result<void> written = elements.write(json, {}, edges); !written) return written.error();
  json.end_object();
  return answer_of(json);
}

}  // namespace quanhe
