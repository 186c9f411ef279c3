#include <variant>

#include "rules/loading.h"

namespace quanhe {
namespace {

// "Bộ trưởng", or "Ngoại trưởng: {title: Bộ trưởng}".
void load_word(Loading& loading, const YamlNode& item, WordClass& target) {
  WordClass::Entry entry;
  if (item.is_scalar()) {
    entry.text = item.text;
  } else if (item.is_mapping() && item.members.size() == 1 && item.members.front().second.is_mapping()) {
    entry.text = item.members.front().first.text;
    for (const auto& [name, value] : item.members.front().second.members) {
      if (!value.is_scalar()) loading.fault(value, "expected a text for the feature \"" + name.text + "\"");
      entry.features.emplace_back(name.text, value.text);
    }
  } else {
    loading.fault(item, "expected a word, or a word with its features",
                  "for example: - Ngoại trưởng: {title: Bộ trưởng}");
    return;
  }
  const std::string text = entry.text;
  if (tokenize(text).size() > TokenTrie::kLongest) {
    loading.fault(item, too_many_words());
    return;
  }
  if (!target.add(std::move(entry), *loading.rules.words)) {
    loading.fault(item, "\"" + text + "\" is in the class \"" + target.name() + "\" already, or has no word");
  }
}

void load_class(Loading& loading, const YamlNode& name, const YamlNode& node) {
  loading.broken_names.insert(name.text);  // until the end is reached
  const bool with_options = node.is_mapping();
  if (with_options && !loading.check_keys(node, {"case", "words"})) return;
  const std::string letter_case = with_options ? loading.text(node, "case") : "";
  if (!letter_case.empty() && letter_case != "exact" && letter_case != "folded") {
    loading.fault(*node.find("case"), "\"" + letter_case + "\", expected exact or folded");
  }
  const YamlNode* words = with_options ? node.find("words") : &node;
  if (words == nullptr || !words->is_sequence()) {
    loading.fault(name, "expected a list of words for the class \"" + name.text + "\"");
    return;
  }
  WordClass made(name.text, letter_case == "exact" ? LetterCase::kExact : LetterCase::kFolded);
  for (const YamlNode& item : words->items) load_word(loading, item, made);
  if (made.empty()) {
    loading.fault(name, "the word class \"" + name.text + "\" is empty");
  } else {
    loading.broken_names.erase(name.text);
  }
  loading.rules.scope.classes.insert_or_assign(name.text, std::move(made));
}

}  // namespace

void load_words(Loading& loading, const std::vector<YamlNode>& roots) {
  for (const YamlNode& root : roots) {
    if (!root.is_mapping()) loading.fault(root, "expected a mapping from classes to lists of words");
    for (const auto& [name, node] : root.members) load_class(loading, name, node);
  }
}

void load_phrases(Loading& loading, const std::vector<YamlNode>& roots) {
  for (const YamlNode& root : roots) {
    if (!root.is_mapping()) loading.fault(root, "expected a mapping from names to patterns");
    for (const auto& [name, pattern] : root.members) {
      if (loading.rules.scope.classes.count(name.text) != 0) {
        loading.fault(name, "\"" + name.text + "\" is the name of a word class already");
      }
      if (!pattern.is_scalar()) {
        loading.broken_names.insert(name.text);
        continue;
      }
      std::variant<PatternNode, PatternFault> parsed = parse_pattern(pattern.text);
      if (std::holds_alternative<PatternFault>(parsed)) {
        loading.broken_names.insert(name.text);
      } else {
        loading.rules.scope.phrases[name.text] = std::move(std::get<PatternNode>(parsed));
      }
    }
  }
  // Each is compiled once on its own, so that its faults are reported where it stands.
  loading.in_phrases = true;
  for (const YamlNode& root : roots) {
    for (const auto& [name, pattern] : root.members) {
      if (loading.compile(pattern, TriggerUse::kNone).empty()) loading.broken_names.insert(name.text);
    }
  }
  loading.in_phrases = false;
}

}  // namespace quanhe
