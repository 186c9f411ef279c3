#include <optional>

#include "base/strings.h"
#include "rules/loading.h"

namespace quanhe {
namespace {

void load_spelling(const Loading& loading, const YamlNode& settings, SpellingRules& spelling) {
  const YamlNode* node = settings.find("spelling");
  if (node == nullptr || !loading.check_keys(*node, {"letters", "canonical", "alike"})) return;
  const auto pairs = [&](std::string_view key, std::vector<std::pair<std::string, std::string>>& target) {
    const YamlNode* mapping = node->find(key);
    if (mapping == nullptr) return;
    if (!mapping->is_mapping()) loading.fault(*mapping, "expected a mapping from one spelling to another");
    for (const auto& [written, canonical] : mapping->members) target.emplace_back(written.text, canonical.text);
  };
  pairs("letters", spelling.letters);
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

char load_sign(const Loading& loading, const YamlNode& numbers, std::string_view key) {
  const std::string sign = loading.required_text(numbers, key);
  if (sign == "." || sign == ",") return sign.front();
  if (const YamlNode* node = numbers.find(key)) loading.fault(*node, "\"" + sign + "\", expected \".\" or \",\"");
  return '\0';
}

void load_numbers(Loading& loading, const YamlNode& settings) {
  const YamlNode* node = settings.find("numbers");
  if (node == nullptr || !loading.check_keys(*node, {"decimal", "group"})) return;
  const NumberSigns signs{load_sign(loading, *node, "decimal"), load_sign(loading, *node, "group")};
  if (signs.decimal == signs.group && signs.group != '\0') {
    loading.fault(*node->find("group"), "both signs are \"" + std::string(1, signs.group) + "\"");
  }
  loading.rules.numbers = signs;
}

std::optional<DefaultChain::Step> parse_step(const std::string& name) {
  using Step = DefaultChain::Step;
  if (name == "frame") return Step::kFrame;
  if (name == "document") return Step::kDocument;
  if (name == "neighbour") return Step::kNeighbour;
  if (name == "register") return Step::kRegister;
  if (name == "topic") return Step::kTopic;
  if (name == "home") return Step::kHome;
  return std::nullopt;
}

void put_chain(std::vector<DefaultChain>& chains, DefaultChain chain) {
  for (DefaultChain& known : chains) {
    if (known.name != chain.name) continue;
    known = std::move(chain);
    return;
  }
  chains.push_back(std::move(chain));
}

DefaultChain load_chain(const Loading& loading, const YamlNode& name, const YamlNode& node) {
  static const std::vector<std::string> kSteps = {"written", "frame", "document", "neighbour", "register", "topic", "home"};
  DefaultChain chain;
  chain.name = name.text;
  if (!loading.check_keys(node, {"type", "chain"})) return chain;
  const std::string type = loading.required_text(node, "type");
  if (node.find("type") == nullptr) return chain;
  loading.guarded(*node.find("type"), [&] { chain.type = type_index(loading.rules, type, 0); });
  for (const std::string& step : loading.member_texts(node, "chain")) {
    if (step == "written") continue;  // the match itself; named so that the chain reads whole
    if (const std::optional<DefaultChain::Step> known = parse_step(step)) {
      chain.steps.push_back(*known);
    } else {
      const std::string near = did_you_mean(step, kSteps);
      loading.fault(*node.find("chain"), "unknown step \"" + step + "\" of a default",
                    near.empty() ? "known are: " + join(kSteps, ", ") : near);
    }
  }
  return chain;
}

}  // namespace

void load_settings(Loading& loading, const std::vector<YamlNode>& roots) {
  RuleSet& rules = loading.rules;
  SpellingRules spelling;
  for (const YamlNode& settings : roots) {
    loading.pack_path = settings.file->path;
    if (!loading.check_keys(settings,
                            {"name", "version", "licence", "description", "language", "extends", "home", "spelling",
                             "numbers", "abbreviations", "coordination", "defaults", "recurring", "confidence"})) {
      continue;
    }
    rules.info.name += (rules.info.name.empty() ? "" : "+") + loading.required_text(settings, "name");
    rules.info.version = loading.required_text(settings, "version");
    rules.ontology.language = loading.required_text(settings, "language");
    loading.default_confidence = loading.integer(settings, "confidence", loading.default_confidence, 1, 1000);
    load_spelling(loading, settings, spelling);
    load_numbers(loading, settings);
    load_coordination(loading, settings, rules.scope.coordination);
    for (std::string& word : loading.member_texts(settings, "abbreviations")) {
      spelling.abbreviations.push_back(std::move(word));
    }
  }
  rules.words = std::make_unique<WordTable>(spelling);
  rules.scope.words = rules.words.get();
}

void load_recurring(Loading& loading, const std::vector<YamlNode>& settings) {
  RuleSet& rules = loading.rules;
  for (const YamlNode& root : settings) {
    const YamlNode* recurring = root.find("recurring");
    if (recurring == nullptr) continue;
    for (const std::string& type : loading.member_texts(root, "recurring")) {
      loading.guarded(*recurring, [&] { rules.recurring |= rules.type_masks[type_index(rules, type, 0)]; });
    }
  }
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
    for (const auto& [name, chain] : defaults->members) {
      put_chain(rules.defaults, load_chain(loading, name, chain));
    }
  }
}

}  // namespace quanhe
