#include "rules/loading.h"

namespace quanhe {
namespace {

FrameScope load_scope(const Loading& loading, const YamlNode& node) {
  if (node.text == "sentence") return FrameScope::kSentence;
  if (node.text == "around") return FrameScope::kAround;
  if (node.text == "list") return FrameScope::kList;
  if (node.text == "paragraph") return FrameScope::kParagraph;
  if (node.text == "document") return FrameScope::kDocument;
  if (node.text == "throughout") return FrameScope::kThroughout;
  loading.fault(node, "\"" + node.text + "\", expected sentence, around, list, paragraph, document or throughout");
  return FrameScope::kSentence;
}

void load_for(const Loading& loading, const YamlNode& entry, FrameRule& rule) {
  const YamlNode* node = entry.find("for");
  if (node == nullptr) return;
  if (node->is_scalar()) {
    rule.scope = rule.scope_in_first_paragraph = load_scope(loading, *node);
    return;
  }
  if (!loading.check_keys(*node, {"first_paragraph", "else"})) return;
  if (const YamlNode* first = node->find("first_paragraph")) rule.scope_in_first_paragraph = load_scope(loading, *first);
  if (const YamlNode* other = node->find("else")) rule.scope = load_scope(loading, *other);
}

void load_sets(const Loading& loading, const YamlNode& entry, FrameRule& rule) {
  const YamlNode* sets = entry.find("sets");
  if (sets == nullptr || !sets->is_mapping()) {
    loading.fault(entry, "expected \"sets\", a mapping from slots to captures");
    return;
  }
  for (const auto& [slot, value] : sets->members) {
    loading.guarded(value, [&] {
      Scanner scanner(value.text);
      scanner.expect("$");
      rule.sets.emplace_back(slot.text, parse_reference(scanner, {rule.pattern.captures, loading.rules, false}).capture);
    });
  }
}

void load_frame(Loading& loading, const YamlNode& entry) {
  if (!loading.check_keys(entry, {"id", "match", "sets", "for"})) return;
  std::optional<CompiledPattern> pattern = loading.compile_member(entry, "match");
  if (!pattern) return;
  FrameRule rule;
  rule.id = loading.text(entry, "id");
  rule.pattern = std::move(*pattern);
  load_for(loading, entry, rule);
  load_sets(loading, entry, rule);
  loading.rules.frames.index.add(rule.pattern);
  loading.rules.frames.rules.push_back(std::move(rule));
}

}  // namespace

void load_frames(Loading& loading, const std::vector<YamlNode>& roots) {
  loading.rules.frames.index = loading.begin_patterns();
  for (const YamlNode* entry : loading.entries(roots)) load_frame(loading, *entry);
}

}  // namespace quanhe
