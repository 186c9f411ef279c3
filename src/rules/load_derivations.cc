#include <map>

#include "rules/loading.h"

namespace quanhe {
namespace {

class DerivationParser {
 public:
  DerivationParser(const RuleSet& rules, std::string_view text) : rules_(rules), scanner_(text) {}

  DerivationRule parse() {
    do {
      made_.premises.push_back(atom());
    } while (scanner_.take(","));
    scanner_.expect("=>");
    const std::size_t known = names_.size();
    made_.conclusion = atom();
    if (names_.size() != known) scanner_.fail("a variable of the conclusion that no premise names");
    if (!scanner_.at_end()) scanner_.fail("unexpected \"" + std::string(scanner_.rest()) + "\"");
    return std::move(made_);
  }

 private:
  DerivationRule::Atom atom() {
    DerivationRule::Atom atom;
    atom.from = variable();
    scanner_.expect("-");
    const std::uint32_t offset = scanner_.position();
    atom.relation = relation_index(rules_, scanner_.name("a relation"), offset);
    const bool symmetric = rules_.ontology.relations[atom.relation].symmetric;
    scanner_.expect(symmetric ? "-" : "->");
    atom.to = variable();
    return atom;
  }

  // "m" or "m: Organization"; what is said of a variable's type once holds everywhere.
  std::uint32_t variable() {
    const std::string name = scanner_.name("a variable");
    const auto found = names_.emplace(name, static_cast<std::uint32_t>(names_.size()));
    if (found.second) made_.variables.push_back(~TypeMask{0});
    const std::uint32_t index = found.first->second;
    if (scanner_.take(":")) {
      const std::uint32_t offset = scanner_.position() + 1;
      made_.variables[index] &= rules_.type_masks[type_index(rules_, scanner_.name("a type"), offset)];
    }
    return index;
  }

  const RuleSet& rules_;
  Scanner scanner_;
  DerivationRule made_;
  std::map<std::string, std::uint32_t> names_;
};

}  // namespace

void load_derivations(Loading& loading, const std::vector<YamlNode>& roots) {
  for (const YamlNode* entry : loading.entries(roots)) {
    if (!loading.check_keys(*entry, {"id", "rule", "confidence"})) continue;
    const std::string text = loading.required_text(*entry, "rule");
    if (entry->find("rule") == nullptr) continue;
    loading.guarded(*entry->find("rule"), [&] {
      DerivationRule rule = DerivationParser(loading.rules, text).parse();
      rule.id = loading.text(*entry, "id");
      rule.confidence = loading.integer(*entry, "confidence", loading.default_confidence, 1, 1000);
      loading.rules.derivations.push_back(std::move(rule));
    });
  }
}

}  // namespace quanhe
