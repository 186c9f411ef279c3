#include "rules/loading.h"

namespace quanhe {
namespace {

void load_relation(Loading& loading, const YamlNode& entry) {
  if (!loading.check_keys(entry, {"id", "match", "edges", "confidence", "accept", "examples"})) return;
  const YamlNode* match = entry.find("match");
  if (match == nullptr) {
    loading.fault(entry, "\"match\" is missing here");
    return;
  }
  RelationRule rule;
  rule.id = loading.text(entry, "id");
  rule.confidence = loading.integer(entry, "confidence", loading.default_confidence, 1, 1000);
  rule.examples = loading.examples(entry);
  rule.variants = loading.compile(*match, TriggerUse::kRequired);
  if (rule.variants.empty()) return;
  rule.edges = loading.edges(entry, {rule.variants.front().captures, loading.rules, false});
  if (entry.find("edges") == nullptr) loading.fault(entry, "a relation rule without \"edges\"");
  const auto number = static_cast<std::uint32_t>(loading.rules.relations.size());
  for (std::uint32_t variant = 0; variant < rule.variants.size(); ++variant) {
    loading.rules.relation_index.add(rule.variants[variant].first);
    loading.rules.relation_variants.emplace_back(number, variant);
  }
  loading.rules.relations.push_back(std::move(rule));
}

}  // namespace

void load_relations(Loading& loading, const std::vector<YamlNode>& roots) {
  for (const YamlNode* entry : loading.entries(roots)) load_relation(loading, *entry);
}

}  // namespace quanhe
