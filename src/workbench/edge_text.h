#pragma once

#include <string>

#include "facts/ontology.h"

namespace quanhe {

// An edge as examples in rule files write it: "A -thanked-> B", "A -met- B". A relation that the ontology does not have
// is directed.
std::string edge_text(const std::string& from, const std::string& relation, const std::string& to,
                      const Ontology& ontology);

}  // namespace quanhe
