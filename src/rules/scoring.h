#pragma once

#include <map>
#include <set>
#include <string>

namespace quanhe {

// How facts are compared with annotations that people made: `scoring` of ontology.yaml. Without it every type and
// relation counts, names must agree, and no date is compared.
struct Scoring {
  std::map<std::string, std::string> counts_as;  // a type, by the type that is scored as it
  std::set<std::string> similar_names;           // types whose names match when most of their words do
  std::set<std::string> dated;                   // relations whose dates are compared
  std::set<std::string> not_acts;                // relations that are left out where acts are scored apart
  std::set<std::string> uncounted;               // types and relations that are shown and add to no total
};

}  // namespace quanhe
