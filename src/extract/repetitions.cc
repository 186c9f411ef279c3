#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "extract/steps.h"

namespace quanhe {
namespace {

using Edge = std::tuple<std::uint32_t, std::uint32_t, std::uint32_t, Status, std::uint32_t>;

// What facts have in common that say the same in one sentence.
Edge edge_of(const WorkingDocument& work, const Fact& fact) {
  const bool symmetric = work.rules.ontology.relations[fact.relation].symmetric;
  const auto [low, high] = std::minmax(fact.from, fact.to);
  return {fact.relation, symmetric ? low : fact.from, symmetric ? high : fact.to, fact.status,
          work.matches[fact.match].sentence};
}

// For each fact, whether another says the same of the same trigger and is kept for both.
std::vector<bool> find_repeated(const WorkingDocument& work) {
  std::vector<bool> repeated(work.facts.size());
  std::map<Edge, std::vector<std::size_t>> kept;
  for (std::size_t i = 0; i < work.facts.size(); ++i) {
    const Fact& fact = work.facts[i];
    if (fact.match == Fact::kDerived || work.matches[fact.match].trigger.length() == 0) continue;
    const Span trigger = work.matches[fact.match].trigger;
    std::vector<std::size_t>& others = kept[edge_of(work, fact)];
    const auto same = std::find_if(others.begin(), others.end(), [&](std::size_t other) {
      return work.matches[work.facts[other].match].trigger.overlaps(trigger);
    });
    if (same == others.end()) {
      others.push_back(i);
      continue;
    }
    const bool says_more = fact.attributes.size() > work.facts[*same].attributes.size();
    repeated[says_more ? *same : i] = true;
    if (says_more) *same = i;
  }
  return repeated;
}

}  // namespace

// Of two rules that read one edge from the same words, the one with more attributes says it, else the first of them.
void drop_repeated_facts(WorkingDocument& work) {
  const std::vector<bool> repeated = find_repeated(work);
  std::size_t left = 0;
  for (std::size_t i = 0; i < work.facts.size(); ++i) {
    if (repeated[i]) continue;
    if (left != i) work.facts[left] = std::move(work.facts[i]);
    ++left;
  }
  work.facts.resize(left);
  work.facts_changed();
}

}  // namespace quanhe
