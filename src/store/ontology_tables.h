#pragma once

#include "corpus/view.h"
#include "store/database.h"

namespace quanhe {

// The tables pack, node_types, node_type_iris, relation_types, relation_ends, labels and statuses. Failures
// stick in the database.
void write_ontology(Database& database, const Ontology& ontology, const PackInfo& pack);
Ontology read_ontology(Database& database);
PackInfo read_pack(Database& database);

}  // namespace quanhe
