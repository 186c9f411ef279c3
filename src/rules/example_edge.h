#pragma once

#include <string_view>

#include "rules/rule_set.h"

namespace quanhe {

// Reads an expected edge of an example: "A -thanked-> Campuchia", "A -met- B". Names may hold anything but what looks
// like a relation between them. Throws PatternFault where the form is wrong, the relation is unknown, or it is written
// as directed and is not, or the other way round.
ExampleEdge parse_example_edge(std::string_view text, const RuleSet& rules);

// The edge in that form.
std::string to_text(const ExampleEdge& edge, const Ontology& ontology);

}  // namespace quanhe
