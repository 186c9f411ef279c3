#include <algorithm>
#include <set>
#include <tuple>

#include "extract/steps.h"

namespace quanhe {

void drop_excluded_facts(WorkingDocument& work) {
  std::set<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>> excluded;  // relation, from, to
  for (const auto& [relation, by] : work.rules.exclusions) {
    for (const Fact& fact : work.facts) {
      if (fact.relation == by && is_shown(fact.status)) excluded.emplace(relation, fact.from, fact.to);
    }
  }
  if (excluded.empty()) return;
  std::erase_if(work.facts, [&](const Fact& fact) { return excluded.contains({fact.relation, fact.from, fact.to}); });
  work.facts_changed();
}

}  // namespace quanhe
