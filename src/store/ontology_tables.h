#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "corpus/view.h"
#include "store/database.h"

namespace quanhe {

// Replaces what the tables pack, node_types, node_type_iris, relation_types, relation_ends, relation_limits, labels,
// locations and statuses say. Relations keep their keys; those that the ontology no longer has stay without a position.
// Failures stick in the database.
void write_ontology(Database& database, const Ontology& ontology, const PackInfo& pack);
Ontology read_ontology(Database& database);
PackInfo read_pack(Database& database);

// The relations that edges may have, also those of earlier packs, by key.
using RelationNames = std::map<std::int64_t, std::string>;
RelationNames read_relation_names(Database& database);

// What most questions ask for.
struct Vocabulary {
  Ontology ontology;  // types and relations with their labels; neither IRIs of types, nor ends, limits and locations
  PackInfo pack;
  RelationNames relation_names;
};
Vocabulary read_vocabulary(Database& database);

}  // namespace quanhe
