#pragma once

#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "rules/rule_set.h"

namespace quanhe {

// An entity rule and the step in which it runs.
struct EntityRulePlace {
  const EntityRule* rule = nullptr;
  const EntityStep* step = nullptr;
};

using AnyRule = std::variant<const RelationRule*, EntityRulePlace, const DateRule*, const ReferenceRule*,
                             const FrameRule*, const CueRule*, const DerivationRule*>;

// Calls `action` with the id of each rule and the rule: relations, entities, dates, references, frames, cues of status,
// derivations, each in the order of the pack.
void for_each_rule(const RuleSet& rules, const std::function<void(const std::string&, const AnyRule&)>& action);

// The rules of that id, at most one of each file: ids are unique within a file only.
std::vector<AnyRule> rules_named(const RuleSet& rules, const std::string& id);

// Ids of all rules; sorted, unique.
std::vector<std::string> rule_ids(const RuleSet& rules);

// What to print after "error: " where no rule has the id, with the one that was likely meant. Nothing where one has.
std::optional<std::string> unknown_rule(const RuleSet& rules, const std::string& id);

// The same of a relation that the pack does not have.
std::optional<std::string> unknown_relation(const RuleSet& rules, const std::string& name);

// The confidences that rules of that id declare for their edges, in thousandths; sorted, unique. Empty where none of
// them makes edges.
std::vector<int> declared_confidences(const RuleSet& rules, const std::string& id);

// "relation", "entity", "date", "reference", "frame", "status", "derivation": the file that the rule stands in.
std::string kind_of(const AnyRule& rule);

}  // namespace quanhe
