#include "workbench/rule_index.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/strings.h"

namespace quanhe {
namespace {

std::optional<std::string> unknown(const std::string& kind, const std::string& name,
                                   const std::vector<std::string>& names) {
  if (std::find(names.begin(), names.end(), name) != names.end()) return std::nullopt;
  const std::string near = nearest(name, names);
  const std::string help = near.empty() ? "known are: " + join(names, ", ") : "did you mean \"" + near + "\"?";
  return "unknown " + kind + " \"" + name + "\"\nhelp: " + help;
}

}  // namespace

void for_each_rule(const RuleSet& rules, const std::function<void(const std::string&, const AnyRule&)>& action) {
  for (const RelationRule& rule : rules.relations) action(rule.id, &rule);
  for (const EntityStep& step : rules.entity_steps) {
    for (const EntityRule& rule : step.rules) action(rule.id, EntityRulePlace{&rule, &step});
  }
  for (const DateRule& rule : rules.dates.rules) action(rule.id, &rule);
  for (const DateRule& rule : rules.document_dates.rules) action(rule.id, &rule);
  for (const ReferenceRule& rule : rules.references.rules) action(rule.id, &rule);
  for (const FrameRule& rule : rules.frames.rules) action(rule.id, &rule);
  for (const CueRule& rule : rules.cues.rules) action(rule.id, &rule);
  for (const DerivationRule& rule : rules.derivations) action(rule.id, &rule);
}

std::vector<AnyRule> rules_named(const RuleSet& rules, const std::string& id) {
  std::vector<AnyRule> named;
  for_each_rule(rules, [&](const std::string& rule_id, const AnyRule& rule) {
    if (rule_id == id) named.push_back(rule);
  });
  return named;
}

std::vector<std::string> rule_ids(const RuleSet& rules) {
  std::set<std::string> ids;
  for_each_rule(rules, [&](const std::string& id, const AnyRule&) { ids.insert(id); });
  return {ids.begin(), ids.end()};
}

std::optional<std::string> unknown_rule(const RuleSet& rules, const std::string& id) {
  return unknown("rule", id, rule_ids(rules));
}

std::optional<std::string> unknown_relation(const RuleSet& rules, const std::string& name) {
  std::vector<std::string> names;
  for (const Relation& relation : rules.ontology.relations) names.push_back(relation.name);
  return unknown("relation", name, names);
}

std::vector<int> declared_confidences(const RuleSet& rules, const std::string& id) {
  std::set<int> confidences;
  for (const AnyRule& rule : rules_named(rules, id)) {
    if (const auto* relation = std::get_if<const RelationRule*>(&rule)) confidences.insert((*relation)->confidence);
    if (const auto* entity = std::get_if<EntityRulePlace>(&rule)) confidences.insert(entity->rule->confidence);
    if (const auto* derivation = std::get_if<const DerivationRule*>(&rule))
      confidences.insert((*derivation)->confidence);
  }
  return {confidences.begin(), confidences.end()};
}

std::string kind_of(const AnyRule& rule) {
  static constexpr std::array kKinds = {"relation", "entity", "date", "reference", "frame", "status", "derivation"};
  return kKinds[rule.index()];
}

}  // namespace quanhe
