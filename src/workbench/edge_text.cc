#include "workbench/edge_text.h"

namespace quanhe {

std::string edge_text(const std::string& from, const std::string& relation, const std::string& to,
                      const Ontology& ontology) {
  const Relation* known = ontology.find_relation(relation);
  const bool symmetric = known != nullptr && known->symmetric;
  return from + " -" + relation + (symmetric ? "- " : "-> ") + to;
}

}  // namespace quanhe
