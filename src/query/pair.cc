#include "query/pair.h"

#include <utility>

namespace quanhe {

Result<PairAnswer> find_pair(StoredGraph& graph, std::string_view from, std::string_view to) {
  PairAnswer pair;
  for (const auto& [name, answer] : {std::pair(from, &pair.from), std::pair(to, &pair.to)}) {
    Result<NameAnswer> found = find_node(graph, name);
    if (!found) return found.error();
    *answer = std::move(found).value();
  }
  return pair;
}

std::string format_missing(const PairAnswer& pair, Format format, int width) {
  return format_name_answer(pair.from.outcome == NameOutcome::kFound ? pair.to : pair.from, format, width);
}

}  // namespace quanhe
