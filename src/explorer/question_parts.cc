#include "explorer/question_parts.h"

#include <limits>
#include <utility>

namespace quanhe {

Result<std::optional<FoundNode>> find_node_of(const Asked& asked, const std::string& id) {
  Result<std::optional<StoredNode>> stored = asked.graph.find_id(id);
  if (!stored) return stored.error();
  if (!stored.value()) return std::optional<FoundNode>();
  const std::uint32_t number = asked.loaded.node_of_key(stored.value()->key);
  if (number == std::numeric_limits<std::uint32_t>::max()) return std::optional<FoundNode>();
  return std::optional(FoundNode{*std::move(stored).value(), number});
}

Answer no_node(const std::string& id) { return refusal(404, "not_found", "there is no node '" + id + "'"); }

Answer answer_of(JsonWriter& json) { return {.body = json.take()}; }

}  // namespace quanhe
