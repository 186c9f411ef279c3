#include "workbench/coverage.h"

#include "base/check.h"
#include "workbench/rule_times.h"

namespace quanhe {

Coverage::Coverage(const RuleSet& rules) : rules_(rules) {
  for_each_rule(rules, [&](const std::string& id, const AnyRule& rule) {
    const std::string kind = kind_of(rule);
    // Entity rules of one id in several steps are told of together.
    if (numbers_.emplace(std::pair(kind, id), uses_.size()).second) uses_.push_back({kind, id});
  });
}

RuleUse& Coverage::use(const std::string& kind, std::string_view id) {
  const auto number = numbers_.find(std::pair(kind, std::string(id)));
  QUANHE_CHECK(number != numbers_.end());
  return uses_[number->second];
}

void Coverage::add(const WorkingDocument& work) {
  for (const FoundMatch& found : work.matches) {
    // A reference's match makes no edges, and is counted below.
    if (found.edges != nullptr) ++use(found.makes_entity ? "entity" : "relation", found.rule).fired;
    if (found.cue != nullptr) ++use("status", found.cue->id).fired;
  }
  for (const KnownMention& mention : work.mentions) {
    if (mention.date_rule != nullptr) ++use("date", mention.date_rule->id).fired;
  }
  for (const OwnDate& own : work.own_dates) ++use("date", own.rule->id).fired;
  for (const ReferenceMention& reference : work.references) ++use("reference", reference.rule->id).fired;
  for (const FrameSetting& frame : work.frames) ++use("frame", frame.frame).fired;
  for (const Fact& fact : work.facts) {
    const bool derived = fact.match == Fact::kDerived;
    const bool of_entity = !derived && work.matches[fact.match].makes_entity;
    RuleUse& maker = use(derived ? "derivation" : of_entity ? "entity" : "relation", fact.rule);
    ++maker.edges;
    if (derived) ++maker.fired;
  }
}

void Coverage::measure(const DocumentSource& source) {
  measure_rules(source, rules_, [&](const std::string& kind, const std::string& id, std::chrono::nanoseconds time) {
    use(kind, id).time += time;
  });
}

}  // namespace quanhe
