#include "rules/loading.h"

namespace quanhe {
namespace {

void load_spelling(const Loading& loading, const YamlNode& settings, SpellingRules& spelling) {
  const YamlNode* node = settings.find("spelling");
  if (node == nullptr || !loading.check_keys(*node, {"canonical", "alike"})) return;
  const auto pairs = [&](std::string_view key, std::vector<std::pair<std::string, std::string>>& target) {
    const YamlNode* mapping = node->find(key);
    if (mapping == nullptr) return;
    if (!mapping->is_mapping()) loading.fault(*mapping, "expected a mapping from one ending to another");
    for (const auto& [written, canonical] : mapping->members) target.emplace_back(written.text, canonical.text);
  };
  pairs("canonical", spelling.canonical);
  pairs("alike", spelling.alike);
}

void load_coordination(const Loading& loading, const YamlNode& settings, Coordination& coordination) {
  const YamlNode* node = settings.find("coordination");
  if (node == nullptr || !loading.check_keys(*node, {"between", "last", "pair"})) return;
  coordination.between = loading.member_texts(*node, "between");
  coordination.last = loading.member_texts(*node, "last");
  coordination.pair = loading.member_texts(*node, "pair");
}

DefaultChain load_chain(const Loading& loading, const YamlNode& name, const YamlNode& node) {
  DefaultChain chain;
  chain.name = name.text;
  if (!loading.check_keys(node, {"type", "chain"})) return chain;
  const std::string type = loading.required_text(node, "type");
  loading.guarded(*node.find("type"), [&] { chain.type = type_index(loading.rules, type, 0); });
  for (const std::string& step : loading.member_texts(node, "chain")) {
    if (step == "written") continue;  // the match itself; named so that the chain reads whole
    if (step == "frame") {
      chain.steps.push_back(DefaultChain::Step::kFrame);
    } else if (step == "document") {
      chain.steps.push_back(DefaultChain::Step::kDocument);
    } else if (step == "home") {
      chain.steps.push_back(DefaultChain::Step::kHome);
    } else {
      loading.fault(*node.find("chain"), "unknown step \"" + step + "\" of a default",
                    "known are: written, frame, document, home");
    }
  }
  return chain;
}

}  // namespace

void load_settings(Loading& loading, const std::vector<YamlNode>& roots) {
  RuleSet& rules = loading.rules;
  SpellingRules spelling;
  for (const YamlNode& settings : roots) {
    if (!loading.check_keys(settings, {"name", "version", "licence", "description", "language", "home", "spelling",
                                       "abbreviations", "coordination", "defaults", "confidence"})) {
      continue;
    }
    rules.info.name += (rules.info.name.empty() ? "" : "+") + loading.required_text(settings, "name");
    rules.info.version = loading.required_text(settings, "version");
    rules.ontology.language = loading.required_text(settings, "language");
    loading.default_confidence = loading.integer(settings, "confidence", loading.default_confidence, 1, 1000);
    load_spelling(loading, settings, spelling);
    load_coordination(loading, settings, rules.scope.coordination);
    for (std::string& word : loading.member_texts(settings, "abbreviations")) {
      spelling.abbreviations.push_back(std::move(word));
    }
  }
  rules.words = std::make_unique<WordTable>(spelling);
  rules.scope.words = rules.words.get();
}

void load_defaults(Loading& loading, const std::vector<YamlNode>& settings) {
  RuleSet& rules = loading.rules;
  for (const YamlNode& root : settings) {
    if (const YamlNode* home = root.find("home"); home != nullptr) {
      if (!home->is_mapping() || home->members.size() != 1) {
        loading.fault(*home, "expected one type and name", "for example: home: {Country: Việt Nam}");
        continue;
      }
      const auto& [type, name] = home->members.front();
      loading.guarded(type, [&] { rules.home = std::pair(type_index(rules, type.text, 0), name.text); });
    }
    const YamlNode* defaults = root.find("defaults");
    if (defaults == nullptr) continue;
    if (!defaults->is_mapping()) loading.fault(*defaults, "expected a mapping from names to chains");
    for (const auto& [name, chain] : defaults->members) rules.defaults.push_back(load_chain(loading, name, chain));
  }
}

}  // namespace quanhe
