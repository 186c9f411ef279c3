#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "facts/ontology.h"

namespace quanhe {

// The relations or node types that a person asks for, as names of the ontology. Each is given by its name or by
// its label in any language, letter case and diacritics aside; a label that several share stands for all of
// them. Sorted, unique. The Error quotes what is unknown and names the nearest, or else all there are.
Result<std::vector<std::string>> find_relations(const Ontology& ontology, const std::vector<std::string>& asked);
Result<std::vector<std::string>> find_types(const Ontology& ontology, const std::vector<std::string>& asked);

// Whether the type is one of `wanted` or a kind of one; of none, every type is.
bool is_kind_of_any(const Ontology& ontology, const std::string& type, const std::vector<std::string>& wanted);

// What is shown of a relation or type: its label in the ontology's language, or the name where the ontology
// does not have it.
std::string relation_label(const Ontology& ontology, const std::string& name);
std::string type_label(const Ontology& ontology, const std::string& name);

}  // namespace quanhe
