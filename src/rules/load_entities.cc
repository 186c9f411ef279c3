#include <algorithm>
#include <optional>

#include "base/strings.h"
#include "rules/loading.h"

namespace quanhe {
namespace {

// The only member of `node: {Person: "$name"}`, or nullptr (reported).
const std::pair<YamlNode, YamlNode>* node_of(const Loading& loading, const YamlNode& entry) {
  const YamlNode* node = entry.find("node");
  if (node == nullptr) return nullptr;
  if (node->is_mapping() && node->members.size() == 1) return &node->members.front();
  loading.fault(*node, "expected one type and name", "for example: node: {Person: \"$name\"}");
  return nullptr;
}

// What the rule makes, as long as its type is known, whatever else is wrong with it.
TypeMask made_by(const Loading& loading, const YamlNode& entry) {
  const YamlNode* node = entry.find("node");
  if (node == nullptr || node->members.empty()) return 0;
  const auto& types = loading.rules.ontology.types;
  const std::string& name = node->members.front().first.text;
  for (std::size_t i = 0; i < types.size(); ++i) {
    if (types[i].name == name) return TypeMask{1} << i;
  }
  return 0;
}

// Needs no pattern, and so is told of a rule whose pattern is faulty.
std::optional<std::uint32_t> load_node_type(const Loading& loading, const YamlNode& entry) {
  std::optional<std::uint32_t> made;
  if (const auto* node = node_of(loading, entry)) {
    loading.guarded(node->first, [&] { made = type_index(loading.rules, node->first.text, 0); });
  }
  return made;
}

void load_node(Loading& loading, const YamlNode& entry, std::optional<std::uint32_t> node_type, EntityRule& rule) {
  if (!node_type) return;
  const YamlNode& name = entry.find("node")->members.front().second;
  const TermScope scope{rule.pattern.captures, loading.rules, true};
  loading.guarded(name, [&] { rule.node = std::pair(*node_type, parse_template(name.text, scope)); });
}

// The capture that the key names, if the entry has the key.
std::optional<std::uint32_t> load_capture(Loading& loading, const YamlNode& entry, std::string_view key,
                                          const CompiledPattern& pattern) {
  std::optional<std::uint32_t> capture;
  if (const YamlNode* node = entry.find(key)) {
    loading.guarded(*node, [&] {
      Scanner scanner(node->text);
      scanner.expect("$");
      capture = parse_reference(scanner, {pattern.captures, loading.rules, false}).capture;
    });
  }
  return capture;
}

// Of two equal patterns in one step one never wins.
void check_is_new(const Loading& loading, const YamlNode& entry, const CompiledPattern& pattern,
                  const EntityStep& step) {
  for (const EntityRule& earlier : step.rules) {
    if (collapse_blanks(earlier.pattern.source) != collapse_blanks(pattern.source)) continue;
    loading.fault(*entry.find("match"), "the same pattern as that of the rule \"" + earlier.id + "\" in this step",
                  "of two equal patterns one never wins");
    return;
  }
}

void load_rule(Loading& loading, const YamlNode& entry, EntityStep& step) {
  if (!loading.check_keys(
          entry, {"id", "match", "node", "edges", "span", "also", "shows", "priority", "confidence", "examples"})) {
    return;
  }
  EntityRule rule;
  rule.id = loading.text(entry, "id");
  rule.priority = loading.integer(entry, "priority", 0, -100, 100);
  rule.confidence = loading.integer(entry, "confidence", loading.default_confidence, 1, 1000);
  rule.examples = loading.examples(entry);
  const std::optional<std::uint32_t> node_type = load_node_type(loading, entry);
  std::optional<CompiledPattern> pattern = loading.compile_member(entry, "match");
  if (!pattern) return;
  if (loading.checking) check_is_new(loading, entry, *pattern, step);
  rule.pattern = std::move(*pattern);
  load_node(loading, entry, node_type, rule);
  rule.span = load_capture(loading, entry, "span", rule.pattern).value_or(CaptureReference::kSelf);
  rule.also = load_capture(loading, entry, "also", rule.pattern);
  rule.shows = load_capture(loading, entry, "shows", rule.pattern);
  rule.edges = loading.edges(entry, {rule.pattern.captures, loading.rules, entry.find("node") != nullptr});
  step.index.add(rule.pattern);
  step.rules.push_back(std::move(rule));
}

// The rules of the steps of one name, in the order in which the name first comes. A later pack's rule replaces that
// of the same id in a step of the same name.
struct StepEntries {
  std::string name;
  std::vector<YamlNode> lists;
};

}  // namespace

void load_entities(Loading& loading, const std::vector<YamlNode>& roots) {
  std::vector<StepEntries> steps;
  for (const YamlNode& root : roots) {
    if (root.kind == YamlNode::Kind::kNull) continue;
    if (!root.is_sequence()) loading.fault(root, "expected a list of steps, each with \"step\" and \"rules\"");
    for (const YamlNode& item : root.items) {
      if (!loading.check_keys(item, {"step", "rules"})) continue;
      const std::string name = loading.required_text(item, "step");
      const YamlNode* rules = item.find("rules");
      if (rules == nullptr) {
        loading.fault(item, "\"rules\" is missing here");
        continue;
      }
      const auto known = std::find_if(steps.begin(), steps.end(), [&](const StepEntries& s) { return s.name == name; });
      if (known != steps.end()) {
        known->lists.push_back(*rules);
      } else {
        steps.push_back({name, {*rules}});
      }
    }
  }
  for (const StepEntries& entries : steps) {
    EntityStep step;
    step.index = loading.begin_patterns();
    step.id = entries.name;
    TypeMask made = 0;
    for (const YamlNode* entry : loading.entries(entries.lists)) {
      made |= made_by(loading, *entry);
      load_rule(loading, *entry, step);
    }
    loading.made |= made;
    loading.rules.entity_steps.push_back(std::move(step));
  }
}

}  // namespace quanhe
