#include "rules/loading.h"

namespace quanhe {
namespace {

// A rule whose words nobody has tried on a sentence that it must not read is not finished.
void check_examples(const Loading& loading, const YamlNode& entry) {
  std::size_t shown = 0;
  std::size_t all = 0;
  if (const YamlNode* examples = entry.find("examples")) {
    for (const YamlNode& example : examples->items) {
      const YamlNode* edges = example.find("edges");
      shown += edges != nullptr && !edges->items.empty() ? 1 : 0;
      ++all;
    }
  }
  const YamlNode& place = entry.find("id") == nullptr ? entry : *entry.find("id");
  if (shown == 0) {
    loading.fault(place, "the relation rule \"" + place.text + "\" has no example with edges",
                  "add a sentence that it reads: - {text: \"...\", edges: [\"A -relation-> B\"]}");
  }
  if (shown == all) {
    loading.fault(place, "the relation rule \"" + place.text + "\" has no example without edges",
                  "add a sentence that it must not read: - {text: \"...\", edges: []}");
  }
}

void load_relation(Loading& loading, const YamlNode& entry) {
  if (!loading.check_keys(entry, {"id", "match", "edges", "confidence", "examples"})) return;
  const YamlNode* match = entry.find("match");
  if (match == nullptr) {
    loading.fault(entry, "\"match\" is missing here");
    return;
  }
  if (entry.find("edges") == nullptr) loading.fault(entry, "a relation rule without \"edges\"");
  RelationRule rule;
  rule.id = loading.text(entry, "id");
  rule.confidence = loading.integer(entry, "confidence", loading.default_confidence, 1, 1000);
  rule.examples = loading.examples(entry);
  if (loading.checking) check_examples(loading, entry);
  rule.variants = loading.compile(*match, TriggerUse::kRequired);
  if (rule.variants.empty()) return;
  rule.edges = loading.edges(entry, {rule.variants.front().captures, loading.rules, false});
  const auto number = static_cast<std::uint32_t>(loading.rules.relations.size());
  for (std::uint32_t variant = 0; variant < rule.variants.size(); ++variant) {
    loading.rules.relation_index.add(rule.variants[variant]);
    loading.rules.relation_variants.emplace_back(number, variant);
  }
  loading.rules.relations.push_back(std::move(rule));
}

}  // namespace

void load_relations(Loading& loading, const std::vector<YamlNode>& roots) {
  loading.rules.relation_index = loading.begin_patterns();
  for (const YamlNode* entry : loading.entries(roots)) load_relation(loading, *entry);
}

}  // namespace quanhe
