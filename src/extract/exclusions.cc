#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "extract/steps.h"

namespace quanhe {
namespace {

// Two rules that read one edge from the same words say it once: with more attributes, else as the first of them.
void drop_repeated_facts(WorkingDocument& work) {
  using Edge = std::tuple<std::uint32_t, std::uint32_t, std::uint32_t, Status, std::uint32_t>;
  std::map<Edge, std::vector<std::size_t>> kept;  // by edge and sentence
  std::set<std::size_t> dropped;
  for (std::size_t i = 0; i < work.facts.size(); ++i) {
    const Fact& fact = work.facts[i];
    if (fact.match == Fact::kDerived || work.matches[fact.match].trigger.length() == 0) continue;
    const FoundMatch& match = work.matches[fact.match];
    const bool symmetric = work.rules.ontology.relations[fact.relation].symmetric;
    const auto [low, high] = std::minmax(fact.from, fact.to);
    const Edge edge{fact.relation, symmetric ? low : fact.from, symmetric ? high : fact.to, fact.status, match.sentence};
    std::vector<std::size_t>& others = kept[edge];
    const auto same = std::find_if(others.begin(), others.end(), [&](std::size_t other) {
      return work.matches[work.facts[other].match].trigger.overlaps(match.trigger);
    });
    if (same == others.end()) {
      others.push_back(i);
      continue;
    }
    const bool says_more = fact.attributes.size() > work.facts[*same].attributes.size();
    dropped.insert(says_more ? *same : i);
    if (says_more) *same = i;
  }
  std::vector<Fact> facts;
  for (std::size_t i = 0; i < work.facts.size(); ++i) {
    if (!dropped.contains(i)) facts.push_back(std::move(work.facts[i]));
  }
  work.facts = std::move(facts);
}

}  // namespace

void drop_excluded_facts(WorkingDocument& work) {
  std::set<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>> excluded;  // relation, from, to
  for (const auto& [relation, by] : work.rules.exclusions) {
    for (const Fact& fact : work.facts) {
      if (fact.relation == by && is_shown(fact.status)) excluded.emplace(relation, fact.from, fact.to);
    }
  }
  std::erase_if(work.facts, [&](const Fact& fact) { return excluded.contains({fact.relation, fact.from, fact.to}); });
  drop_repeated_facts(work);
  work.facts_changed();
}

}  // namespace quanhe
