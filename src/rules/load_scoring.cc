#include <algorithm>

#include "rules/loading.h"

namespace quanhe {
namespace {

// What one name of the section may stand for.
struct Known {
  std::string kind;  // "type", for messages
  std::vector<std::string> names;
};

Known known_types(const Loading& loading) {
  Known known{"type", {}};
  for (const NodeType& type : loading.rules.ontology.types) known.names.push_back(type.name);
  return known;
}

Known known_relations(const Loading& loading) {
  Known known{"relation", {}};
  for (const Relation& relation : loading.rules.ontology.relations) known.names.push_back(relation.name);
  return known;
}

Known known_types_and_relations(const Loading& loading) {
  Known known = known_types(loading);
  const Known relations = known_relations(loading);
  known.kind += " or relation";
  known.names.insert(known.names.end(), relations.names.begin(), relations.names.end());
  return known;
}

bool check_name(const Loading& loading, const YamlNode& node, const std::string& name, const Known& known) {
  if (loading.ontology_is_unread()) return true;
  if (std::find(known.names.begin(), known.names.end(), name) != known.names.end()) return true;
  loading.fault(node, "unknown " + known.kind + " \"" + name + "\"", did_you_mean(name, known.names));
  return false;
}

void load_names(const Loading& loading, const YamlNode& scoring, std::string_view key, const Known& known,
                std::set<std::string>& target) {
  const YamlNode* node = scoring.find(key);
  if (node == nullptr) return;
  if (node->is_scalar() && check_name(loading, *node, node->text, known)) target.insert(node->text);
  if (!node->is_sequence() && !node->is_scalar()) loading.fault(*node, "expected a list of names");
  for (const YamlNode& item : node->items) {
    if (!item.is_scalar()) {
      loading.fault(item, "expected a name");
    } else if (check_name(loading, item, item.text, known)) {
      target.insert(item.text);
    }
  }
}

void load_counts_as(const Loading& loading, const YamlNode& scoring, Scoring& target) {
  const YamlNode* node = scoring.find("counts_as");
  if (node == nullptr) return;
  if (!node->is_mapping()) loading.fault(*node, "expected a mapping from one type to another");
  const Known types = known_types(loading);
  for (const auto& [type, other] : node->members) {
    const bool type_is_known = check_name(loading, type, type.text, types);
    if (check_name(loading, other, other.text, types) && type_is_known) target.counts_as[type.text] = other.text;
  }
}

}  // namespace

void load_scoring(Loading& loading, const std::vector<YamlNode>& roots) {
  Scoring& target = loading.rules.scoring;
  for (const YamlNode& root : roots) {
    const YamlNode* scoring = root.find("scoring");
    const std::vector<std::string> keys = {"counts_as", "similar_names", "dated", "not_acts", "uncounted"};
    if (scoring == nullptr || !loading.check_keys(*scoring, keys)) continue;
    load_counts_as(loading, *scoring, target);
    load_names(loading, *scoring, "similar_names", known_types(loading), target.similar_names);
    load_names(loading, *scoring, "dated", known_relations(loading), target.dated);
    load_names(loading, *scoring, "not_acts", known_relations(loading), target.not_acts);
    load_names(loading, *scoring, "uncounted", known_types_and_relations(loading), target.uncounted);
  }
}

}  // namespace quanhe
