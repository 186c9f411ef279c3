#include "rules/loading.h"

namespace quanhe {
namespace {

void load_node(Loading& loading, const YamlNode& entry, EntityRule& rule) {
  const YamlNode* node = entry.find("node");
  if (node == nullptr) return;
  if (!node->is_mapping() || node->members.size() != 1) {
    loading.fault(*node, "expected one type and name", "for example: node: {Person: $name}");
    return;
  }
  const auto& [type, name] = node->members.front();
  const TermScope scope{rule.pattern.captures, loading.rules, true};
  std::pair<std::uint32_t, Template> made;
  const bool good = loading.guarded(type, [&] { made.first = type_index(loading.rules, type.text, 0); }) &&
                    loading.guarded(name, [&] { made.second = parse_template(name.text, scope); });
  if (good) rule.node = std::move(made);
}

void load_span(Loading& loading, const YamlNode& entry, EntityRule& rule) {
  const YamlNode* span = entry.find("span");
  if (span == nullptr) return;
  loading.guarded(*span, [&] {
    Scanner scanner(span->text);
    scanner.expect("$");
    rule.span = parse_reference(scanner, {rule.pattern.captures, loading.rules, false}).capture;
  });
}

void load_rule(Loading& loading, const YamlNode& entry, EntityStep& step) {
  if (!loading.check_keys(entry, {"id", "match", "node", "edges", "span", "priority", "confidence", "accept",
                                  "examples"})) {
    return;
  }
  EntityRule rule;
  rule.id = loading.text(entry, "id");
  rule.priority = loading.integer(entry, "priority", 0, -100, 100);
  rule.confidence = loading.integer(entry, "confidence", loading.default_confidence, 1, 1000);
  rule.examples = loading.examples(entry);
  std::optional<CompiledPattern> pattern = loading.compile_member(entry, "match");
  if (!pattern) return;
  rule.pattern = std::move(*pattern);
  load_node(loading, entry, rule);
  load_span(loading, entry, rule);
  rule.edges = loading.edges(entry, {rule.pattern.captures, loading.rules, rule.node.has_value()});
  step.index.add(rule.pattern.first);
  step.rules.push_back(std::move(rule));
}

}  // namespace

void load_entities(Loading& loading, const std::vector<YamlNode>& roots) {
  for (const YamlNode& root : roots) {
    if (!root.is_sequence()) loading.fault(root, "expected a list of steps, each with \"step\" and \"rules\"");
    for (const YamlNode& item : root.items) {
      if (!loading.check_keys(item, {"step", "rules"})) continue;
      EntityStep step;
      step.id = loading.required_text(item, "step");
      const YamlNode* rules = item.find("rules");
      if (rules == nullptr) {
        loading.fault(item, "\"rules\" is missing here");
        continue;
      }
      const std::vector<YamlNode> list = {*rules};
      for (const YamlNode* entry : loading.entries(list)) load_rule(loading, *entry, step);
      loading.rules.entity_steps.push_back(std::move(step));
    }
  }
}

}  // namespace quanhe
