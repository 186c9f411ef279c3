#pragma once

#include "facts/ontology.h"
#include "graph/edge_list.h"
#include "store/database.h"

namespace quanhe {

// All edges of the view as numbers, whatever their status; relations are in the order of the ontology, then by name.
// Failures stick in the database. Cost: the tables of nodes and edges once.
EdgeList read_edge_list(Database& database, const Ontology& ontology);

}  // namespace quanhe
