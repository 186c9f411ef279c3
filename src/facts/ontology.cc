#include "facts/ontology.h"

#include <algorithm>

#include "base/check.h"

namespace quanhe {

const NodeType* Ontology::find_type(std::string_view name) const {
  const auto found = std::find_if(types.begin(), types.end(), [&](const NodeType& t) { return t.name == name; });
  return found == types.end() ? nullptr : &*found;
}

const Relation* Ontology::find_relation(std::string_view name) const {
  const auto found =
      std::find_if(relations.begin(), relations.end(), [&](const Relation& r) { return r.name == name; });
  return found == relations.end() ? nullptr : &*found;
}

const Location* Ontology::find_location(std::string_view node) const {
  const auto found = std::lower_bound(locations.begin(), locations.end(), node,
                                      [](const Location& location, std::string_view wanted) { return location.node < wanted; });
  return found == locations.end() || found->node != node ? nullptr : &*found;
}

bool Ontology::is_kind_of(std::string_view type, std::string_view ancestor) const {
  for (const NodeType* step = find_type(type); step != nullptr; step = find_type(step->parent)) {
    if (step->name == ancestor) return true;
  }
  return false;
}

const std::string& label_in(const Labels& labels, const std::string& language) {
  QUANHE_CHECK(!labels.empty());
  const auto found = labels.find(language);
  return found == labels.end() ? labels.begin()->second : found->second;
}

}  // namespace quanhe
