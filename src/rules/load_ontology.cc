#include <algorithm>

#include "base/strings.h"
#include "rules/loading.h"

namespace quanhe {
namespace {

Labels load_labels(const Loading& loading, const YamlNode& entry, const YamlNode& name) {
  Labels labels;
  const YamlNode* node = entry.find("labels");
  if (node != nullptr && !node->is_mapping()) loading.fault(*node, "expected a mapping from languages to labels");
  if (node != nullptr) {
    for (const auto& [language, label] : node->members) labels[language.text] = label.text;
  }
  if (labels.empty()) labels[loading.rules.ontology.language] = name.text;
  return labels;
}

bool is_colour(const std::string& text) {
  return text.size() == 7 && text[0] == '#' && text.find_first_not_of("0123456789abcdef", 1) == std::string::npos;
}

// The one of that name of an earlier pack is replaced, so that it keeps its place.
template <typename Entry>
void put(std::vector<Entry>& entries, Entry entry) {
  const auto known =
      std::find_if(entries.begin(), entries.end(), [&](const Entry& other) { return other.name == entry.name; });
  if (known == entries.end()) {
    entries.push_back(std::move(entry));
  } else {
    *known = std::move(entry);
  }
}

// A faulty type is a type all the same, so that what uses it is not at fault too.
void load_type(const Loading& loading, const YamlNode& name, const YamlNode& entry) {
  NodeType type;
  type.name = name.text;
  if (!loading.check_keys(entry, {"is", "labels", "iris", "colour", "shape", "year_in_name"})) {
    put(loading.rules.ontology.types, std::move(type));
    return;
  }
  type.parent = loading.text(entry, "is");
  type.labels = load_labels(loading, entry, name);
  type.iris = loading.member_texts(entry, "iris");
  type.colour = loading.text(entry, "colour");
  if (type.colour.empty()) type.colour = "#d9d9d9";
  if (!is_colour(type.colour)) loading.fault(*entry.find("colour"), "\"" + type.colour + "\", expected \"#rrggbb\"");
  type.shape = loading.text(entry, "shape");
  if (type.shape.empty()) type.shape = "ellipse";
  if (type.name == "Date") loading.fault(name, "\"Date\" is the type of dates and cannot be a node type");
  put(loading.rules.ontology.types, std::move(type));
}

// Masks by type: the type and all that are kinds of it.
void make_masks(Loading& loading) {
  RuleSet& rules = loading.rules;
  const std::vector<NodeType>& types = rules.ontology.types;
  for (const NodeType& ancestor : types) {
    TypeMask mask = 0;
    for (std::size_t i = 0; i < types.size(); ++i) {
      if (rules.ontology.is_kind_of(types[i].name, ancestor.name)) mask |= TypeMask{1} << i;
    }
    rules.type_masks.push_back(mask);
    rules.scope.types[ancestor.name] = mask;
  }
  rules.date_type = static_cast<std::uint32_t>(types.size());
  rules.scope.types["Date"] = TypeMask{1} << rules.date_type;
}

// "Event: {year_in_name: true}", of the type and its kinds, after make_masks().
void load_year_in_name(Loading& loading, const YamlNode& name, const YamlNode& entry) {
  const auto mask = loading.rules.scope.types.find(name.text);
  if (mask == loading.rules.scope.types.end() || entry.find("year_in_name") == nullptr) return;
  if (loading.boolean(entry, "year_in_name")) {
    loading.rules.years_in_names |= mask->second;
  } else {
    loading.rules.years_in_names &= ~mask->second;
  }
}

void check_parents(const Loading& loading, const YamlNode& types) {
  Ontology& ontology = loading.rules.ontology;
  std::vector<std::string> known;
  for (const NodeType& type : ontology.types) known.push_back(type.name);
  for (const auto& [name, entry] : types.members) {
    const std::string parent = entry.find("is") == nullptr ? "" : loading.text(entry, "is");
    if (parent.empty()) continue;
    if (ontology.find_type(parent) == nullptr) {
      loading.fault(*entry.find("is"), "unknown type \"" + parent + "\"", did_you_mean(parent, known));
    }
    std::size_t steps = 0;
    for (const NodeType* step = ontology.find_type(name.text); step != nullptr;
         step = ontology.find_type(step->parent)) {
      if (++steps <= ontology.types.size()) continue;
      loading.fault(name, "type \"" + name.text + "\" is a kind of itself");
      for (NodeType& type : ontology.types) type.parent = type.name == name.text ? "" : type.parent;
      break;
    }
  }
}

void load_group(Loading& loading, const YamlNode& name, const YamlNode& entry) {
  TypeMask mask = 0;
  if (loading.rules.ontology.find_type(name.text) != nullptr) {
    loading.fault(name, "\"" + name.text + "\" is the name of a type already");
    return;
  }
  for (const std::string& member : loading.texts(entry)) {
    const auto type = loading.rules.scope.types.find(member);
    if (type == loading.rules.scope.types.end()) {
      loading.fault(entry, "unknown type \"" + member + "\"", did_you_mean(member, loading.rules.scope.type_names()));
    } else {
      mask |= type->second;
    }
  }
  loading.rules.scope.types[name.text] = mask;
}

std::vector<std::string> load_end(const Loading& loading, const YamlNode& relation, const YamlNode& entry,
                                  std::string_view key) {
  TypeMask mask = 0;
  const YamlNode* node = entry.find(key);
  if (node == nullptr) {
    loading.fault(relation, "relation \"" + relation.text + "\" without \"" + std::string(key) + "\"",
                  "it lists the types that may stand at this end");
    mask = ~mask;
  }
  for (const std::string& name : loading.member_texts(entry, key)) {
    const auto type = loading.rules.scope.types.find(name);
    if (type == loading.rules.scope.types.end()) {
      loading.fault(*node, "unknown type \"" + name + "\"", did_you_mean(name, loading.rules.scope.type_names()));
      mask = ~TypeMask{0};  // what it should have been is not known, and so no end is wrong
    } else {
      mask |= type->second;
    }
  }
  std::vector<std::string> names;
  const std::vector<NodeType>& types = loading.rules.ontology.types;
  for (std::size_t i = 0; i < types.size(); ++i) {
    if ((mask >> i & 1) != 0) names.push_back(types[i].name);
  }
  return names;
}

// "from", "to", or "" where the key is missing.
std::string load_side(const Loading& loading, const YamlNode& entry, std::string_view key) {
  const std::string side = loading.text(entry, key);
  if (side.empty() || side == "from" || side == "to") return side;
  loading.fault(*entry.find(key), "\"" + side + "\", expected from or to");
  return "";
}

Exclusive load_exclusive(const Loading& loading, const YamlNode& entry) {
  const YamlNode* node = entry.find("exclusive");
  if (node == nullptr || !loading.check_keys(*node, {"each", "by", "among"})) return {};
  Exclusive exclusive{load_side(loading, *node, "each"), loading.text(*node, "by"), loading.member_texts(*node, "among")};
  if (node->find("each") == nullptr) {
    loading.fault(*node, "\"exclusive\" without \"each\"", "it names the end, from or to, whose nodes have one at a time");
  }
  if (!exclusive.among.empty() && exclusive.by.empty()) {
    loading.fault(*node, "\"among\" without \"by\"", "it lists values of the attribute that \"by\" names");
  }
  return exclusive;
}

void load_relation(const Loading& loading, const YamlNode& name, const YamlNode& entry) {
  Relation relation;
  relation.name = name.text;
  if (!loading.check_keys(entry, {"labels", "iri", "from", "to", "symmetric", "state", "excluded_by",
                                  "exclusive", "date_of"})) {
    return;
  }
  relation.labels = load_labels(loading, entry, name);
  relation.iri = loading.text(entry, "iri");
  relation.symmetric = loading.boolean(entry, "symmetric");
  relation.state = loading.boolean(entry, "state");
  relation.from = load_end(loading, name, entry, "from");
  relation.to = load_end(loading, name, entry, "to");
  relation.exclusive = load_exclusive(loading, entry);
  relation.date_of = load_side(loading, entry, "date_of");
  const auto says_what_is_not = [&](bool is_wrong, std::string_view key, std::string_view expected) {
    if (is_wrong) loading.fault(*entry.find(key), "\"" + std::string(key) + "\" in " + std::string(expected));
  };
  says_what_is_not(!relation.exclusive.empty() && !relation.state, "exclusive", "an act, expected a state");
  says_what_is_not(!relation.date_of.empty() && relation.state, "date_of", "a state, expected an act");
  put(loading.rules.ontology.relations, std::move(relation));
}

// "visited: {excluded_by: [citizen_of]}", after all relations are known.
void load_exclusions(const Loading& loading, const YamlNode& name, const YamlNode& entry) {
  const auto index_of = [&](const std::string& relation) {
    const std::vector<Relation>& relations = loading.rules.ontology.relations;
    const auto found = std::find_if(relations.begin(), relations.end(), [&](const Relation& r) { return r.name == relation; });
    return found == relations.end() ? UINT32_MAX : static_cast<std::uint32_t>(found - relations.begin());
  };
  for (const std::string& other : loading.member_texts(entry, "excluded_by")) {
    if (index_of(other) == UINT32_MAX) {
      std::vector<std::string> known;
      for (const Relation& relation : loading.rules.ontology.relations) known.push_back(relation.name);
      loading.fault(*entry.find("excluded_by"), "unknown relation \"" + other + "\"", did_you_mean(other, known));
    } else {
      loading.rules.exclusions.emplace_back(index_of(name.text), index_of(other));
    }
  }
}

template <typename Action>
void for_members(const Loading& loading, const std::vector<YamlNode>& roots, std::string_view key, Action action) {
  for (const YamlNode& root : roots) {
    const YamlNode* node = root.find(key);
    if (node == nullptr) continue;
    if (!node->is_mapping()) loading.fault(*node, "expected a mapping from names");
    for (const auto& [name, entry] : node->members) action(name, entry);
  }
}

}  // namespace

void load_ontology(Loading& loading, const std::vector<YamlNode>& roots) {
  if (roots.empty() && !loading.ontology_is_unread()) {
    loading.diagnostics.error({loading.pack_path, 0, 0}, "a pack without an ontology.yaml",
                              "it names the types of nodes and the relations between them");
    loading.without_ontology = true;
  }
  for (const YamlNode& root : roots) loading.check_keys(root, {"types", "groups", "relations", "scoring"});
  for_members(loading, roots, "types", [&](const auto& name, const auto& entry) { load_type(loading, name, entry); });
  for (const YamlNode& root : roots) {
    if (const YamlNode* types = root.find("types")) check_parents(loading, *types);
  }
  // One bit is left for dates.
  if (loading.rules.ontology.types.size() >= kMaximumTypes) {
    loading.fault(roots.front(), "more than " + std::to_string(kMaximumTypes - 1) + " node types");
    loading.rules.ontology.types.resize(kMaximumTypes - 1);
  }
  make_masks(loading);
  for_members(loading, roots, "types",
              [&](const auto& name, const auto& entry) { load_year_in_name(loading, name, entry); });
  for_members(loading, roots, "groups", [&](const auto& name, const auto& entry) { load_group(loading, name, entry); });
  for_members(loading, roots, "relations",
              [&](const auto& name, const auto& entry) { load_relation(loading, name, entry); });
  for_members(loading, roots, "relations",
              [&](const auto& name, const auto& entry) { load_exclusions(loading, name, entry); });
}

}  // namespace quanhe
