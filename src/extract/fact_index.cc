#include "extract/fact_index.h"

#include <tuple>

#include "text/fold.h"

namespace quanhe {

FactIndex::FactIndex(const WorkingDocument& work) : work_(work) {
  using Edge = std::tuple<std::uint32_t, std::uint32_t, std::uint32_t, bool>;
  std::set<Edge> known;
  for (std::uint32_t number = 0; number < work.facts.size(); ++number) {
    const Fact& fact = work.facts[number];
    if (fact.through != Through::kWords) continue;
    if (known.insert({fact.from, fact.relation, fact.to, is_shown(fact.status)}).second) add_edge(number);
  }
}

void FactIndex::add_edge(std::uint32_t number) {
  const Fact& fact = work_.facts[number];
  std::vector<std::uint32_t>& edges = edges_[{fact.from, fact.relation}];
  if (edges.size() < kMostEdges) edges.push_back(number);
  if (!work_.rules.ontology.relations[fact.relation].state || !is_shown(fact.status)) return;
  std::vector<std::uint32_t>& lasting = lasting_[fact.from];
  if (lasting.size() < kMostTies) lasting.push_back(fact.to);
}

std::span<const std::uint32_t> FactIndex::edges(std::uint32_t node, std::uint32_t relation) const {
  const auto found = edges_.find({node, relation});
  return found == edges_.end() ? std::span<const std::uint32_t>() : found->second;
}

const std::vector<std::uint32_t>& FactIndex::tied(std::uint32_t node) const {
  constexpr int kMostSteps = 2;
  const auto [place, is_new] = tied_.try_emplace(node);
  if (is_new) add_tied(node, kMostSteps, place->second);
  return place->second;
}

void FactIndex::add_tied(std::uint32_t node, int steps, std::vector<std::uint32_t>& tied) const {
  const auto found = lasting_.find(node);
  if (found == lasting_.end()) return;
  for (const std::uint32_t other : found->second) {
    tied.push_back(other);
    if (steps > 1) add_tied(other, steps - 1, tied);
  }
}

const Places& FactIndex::places(std::uint32_t relation, Through through) const {
  const auto [place, is_new] = places_.try_emplace({relation, through});
  if (!is_new) return place->second;
  for (std::uint32_t number = 0; number < work_.facts.size(); ++number) {
    const Fact& fact = work_.facts[number];
    const bool counts = fact.relation == relation && fact.through <= through && is_shown(fact.status);
    if (counts) place->second.add(fact.tokens, number);
  }
  place->second.put_in_order();
  return place->second;
}

bool FactIndex::has_attribute(std::uint32_t node, std::uint32_t relation, const std::string& attribute,
                              const std::string& folded) const {
  const auto [place, is_new] = attributes_.try_emplace({relation, attribute});
  for (std::size_t number = 0; is_new && number < work_.facts.size(); ++number) {
    const Fact& fact = work_.facts[number];
    if (fact.relation != relation || fact.through != Through::kWords) continue;
    for (const auto& [name, text] : fact.attributes) {
      if (name == attribute) place->second.emplace(fact.from, ascii_fold(text));
    }
  }
  return place->second.contains({node, folded});
}

}  // namespace quanhe
