#include "extract/edge_join.h"

namespace quanhe {

void EdgeJoin::add(const Fact& fact, std::uint32_t number, bool symmetric) {
  if (!is_shown(fact.status)) return;
  add_directed(fact.relation, {fact.from, fact.to, number});
  if (symmetric) add_directed(fact.relation, {fact.to, fact.from, number});
}

void EdgeJoin::add_directed(std::uint32_t relation, Edge edge) {
  std::vector<Edge>& same = edges_[{relation, edge.from, edge.to}];
  if (!same.empty()) return;
  same.push_back(edge);
  edges_[{relation, edge.from, kAny}].push_back(edge);
  edges_[{relation, kAny, edge.to}].push_back(edge);
  edges_[{relation, kAny, kAny}].push_back(edge);
  ++size_;
}

std::span<const EdgeJoin::Edge> EdgeJoin::find(std::uint32_t relation, std::uint32_t from, std::uint32_t to) const {
  const auto found = edges_.find({relation, from, to});
  return found == edges_.end() ? std::span<const Edge>() : found->second;
}

}  // namespace quanhe
