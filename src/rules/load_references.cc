#include "rules/loading.h"

namespace quanhe {
namespace {

// "2 Country", "nothing".
void load_stands_for(Loading& loading, const YamlNode& entry, ReferenceRule& rule) {
  const std::string text = loading.required_text(entry, "stands_for");
  if (entry.find("stands_for") == nullptr) return;
  rule.count = text == "nothing" ? 0 : 1;
  if (rule.count == 0) return;
  loading.guarded(*entry.find("stands_for"), [&] {
    Scanner scanner(text);
    scanner.at_end();
    rule.count = scanner.number();
    if (rule.count < 1 || rule.count > 2) Scanner::fail_at(0, "a reference stands for 1 or 2 nodes, or for nothing");
    scanner.at_end();  // skips blanks
    const std::uint32_t offset = scanner.position();
    rule.type = type_index(loading.rules, scanner.name("a type"), offset);
  });
}

void load_selectors(Loading& loading, const YamlNode& selectors, ReferenceRule& rule) {
  const TermScope scope{rule.pattern.captures, loading.rules, false};
  loading.texts(selectors);
  if (selectors.is_sequence() && selectors.items.empty()) loading.fault(selectors, "an empty list of selectors");
  for (const YamlNode& item : selectors.items) {
    loading.guarded(item, [&] { rule.selectors.push_back(parse_selector(item.text, scope)); });
  }
}

// "[Ms]": single words.
void load_not_called(Loading& loading, const YamlNode& entry, ReferenceRule& rule) {
  for (const std::string& word : loading.member_texts(entry, "not_called")) {
    if (word.find(' ') != std::string::npos) {
      loading.fault(*entry.find("not_called"), "\"" + word + "\", expected single words");
    } else {
      rule.not_called.push_back(loading.rules.words->add(word).folded);
    }
  }
}

void load_reference(Loading& loading, const YamlNode& entry) {
  if (!loading.check_keys(entry, {"id", "match", "stands_for", "refers", "not_called", "priority"})) return;
  ReferenceRule rule;
  rule.id = loading.text(entry, "id");
  rule.priority = loading.integer(entry, "priority", 0, -100, 100);
  load_stands_for(loading, entry, rule);
  load_not_called(loading, entry, rule);
  std::optional<CompiledPattern> pattern = loading.compile_member(entry, "match");
  const YamlNode* selectors = entry.find("refers");
  if (selectors == nullptr && rule.count > 0) loading.fault(entry, "\"refers\" is missing here");
  if (selectors != nullptr && rule.count == 0) {
    loading.fault(*selectors, "\"refers\" of a reference that stands for nothing");
  }
  if (!pattern || (selectors == nullptr) != (rule.count == 0)) return;
  rule.pattern = std::move(*pattern);
  if (selectors != nullptr) load_selectors(loading, *selectors, rule);
  loading.rules.references.index.add(rule.pattern);
  loading.rules.references.rules.push_back(std::move(rule));
}

// The type that it stands for, whatever else is wrong with it.
TypeMask made_by(const RuleSet& rules, const YamlNode& entry) {
  const YamlNode* stands_for = entry.find("stands_for");
  if (stands_for == nullptr) return 0;
  TypeMask made = 0;
  for (std::size_t i = 0; i < rules.ontology.types.size(); ++i) {
    if (stands_for->text.ends_with(" " + rules.ontology.types[i].name)) made |= TypeMask{1} << i;
  }
  return made;
}

}  // namespace

void load_references(Loading& loading, const std::vector<YamlNode>& roots) {
  loading.rules.references.index = loading.begin_patterns();
  TypeMask made = 0;
  for (const YamlNode* entry : loading.entries(roots)) {
    load_reference(loading, *entry);
    made |= made_by(loading.rules, *entry);
  }
  loading.made |= made;
}

}  // namespace quanhe
