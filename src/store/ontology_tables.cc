#include "store/ontology_tables.h"

#include <string_view>
#include <unordered_map>
#include <utility>

namespace quanhe {
namespace {

void write_labels(SqlStatement& insert, std::string_view kind, const std::string& name, const Labels& labels) {
  for (const auto& [language, label] : labels) insert.run(kind, name, language, label);
}

void write_ends(SqlStatement& insert, std::size_t relation, std::string_view side,
                const std::vector<std::string>& types) {
  for (std::size_t i = 0; i < types.size(); ++i) insert.run(relation, side, i, types[i]);
}

void write_types(Database& database, const std::vector<NodeType>& types) {
  SqlStatement type_row = database.prepare("INSERT INTO node_types VALUES (?, ?, ?, ?, ?)");
  SqlStatement iri_row = database.prepare("INSERT INTO node_type_iris VALUES (?, ?, ?)");
  SqlStatement label_row = database.prepare("INSERT INTO labels VALUES (?, ?, ?, ?)");
  for (std::size_t i = 0; i < types.size(); ++i) {
    const NodeType& type = types[i];
    type_row.run(i + 1, type.name, type.parent, type.colour, type.shape);
    for (std::size_t j = 0; j < type.iris.size(); ++j) iri_row.run(i + 1, j, type.iris[j]);
    write_labels(label_row, "type", type.name, type.labels);
  }
}

void write_limits(SqlStatement& insert, std::size_t relation, std::string_view kind,
                  const std::vector<std::string>& values) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (!values[i].empty()) insert.run(relation, kind, i, values[i]);
  }
}

void write_relations(Database& database, const std::vector<Relation>& relations) {
  SqlStatement relation_row = database.prepare(
      "INSERT INTO relation_types (name, position, iri, is_symmetric, is_state) VALUES (?, ?, ?, ?, ?) "
      "ON CONFLICT (name) DO UPDATE SET position = excluded.position, iri = excluded.iri, "
      "is_symmetric = excluded.is_symmetric, is_state = excluded.is_state RETURNING relation");
  SqlStatement end_row = database.prepare("INSERT INTO relation_ends VALUES (?, ?, ?, ?)");
  SqlStatement label_row = database.prepare("INSERT INTO labels VALUES (?, ?, ?, ?)");
  SqlStatement limit_row = database.prepare("INSERT INTO relation_limits VALUES (?, ?, ?, ?)");
  for (std::size_t i = 0; i < relations.size(); ++i) {
    const Relation& relation = relations[i];
    relation_row.bind(relation.name, i, relation.iri, relation.symmetric, relation.state);
    if (!relation_row.next()) return;
    const auto key = static_cast<std::size_t>(relation_row.integer(0));
    write_ends(end_row, key, "from", relation.from);
    write_ends(end_row, key, "to", relation.to);
    write_limits(limit_row, key, "exclusive", {relation.exclusive.each});
    write_limits(limit_row, key, "exclusive_by", {relation.exclusive.by});
    write_limits(limit_row, key, "exclusive_among", relation.exclusive.among);
    write_limits(limit_row, key, "date_of", {relation.date_of});
    write_labels(label_row, "relation", relation.name, relation.labels);
  }
}

// What is read first, and where its rows are in it.
struct Parts {
  Vocabulary vocabulary;
  std::unordered_map<std::int64_t, std::size_t> types;
  std::unordered_map<std::int64_t, std::size_t> relations;

  Ontology& ontology() { return vocabulary.ontology; }
};

void read_pack_row(Database& database, Parts& parts) {
  SqlStatement pack = database.prepare("SELECT name, version, hash, language FROM pack");
  if (!pack.next()) return database.report_damage("no line about the pack");
  parts.vocabulary.pack = {pack.text(0), pack.text(1), pack.text(2)};
  parts.ontology().language = pack.text(3);
}

void read_types(Database& database, Parts& parts) {
  SqlStatement row = database.prepare("SELECT type, name, parent, colour, shape FROM node_types ORDER BY type");
  while (row.next()) {
    parts.types.emplace(row.integer(0), parts.ontology().types.size());
    parts.ontology().types.push_back({row.text(1), row.text(2), {}, {}, row.text(3), row.text(4)});
  }
}

void read_relations(Database& database, Parts& parts) {
  SqlStatement row = database.prepare(
      "SELECT relation, name, position, iri, is_symmetric, is_state FROM relation_types ORDER BY position");
  while (row.next()) {
    parts.vocabulary.relation_names.emplace(row.integer(0), row.text(1));
    if (row.is_null(2)) continue;
    parts.relations.emplace(row.integer(0), parts.ontology().relations.size());
    Relation& relation = parts.ontology().relations.emplace_back();
    relation.name = row.text(1);
    relation.iri = row.text(3);
    relation.symmetric = row.integer_within(4, 0, 1) == 1;
    relation.state = row.integer_within(5, 0, 1) == 1;
  }
}

void read_labels(Database& database, Ontology& ontology) {
  std::map<std::pair<std::string, std::string>, Labels> labels;  // by kind and name
  SqlStatement row = database.prepare("SELECT kind, name, language, label FROM labels");
  while (row.next()) labels[{row.text(0), row.text(1)}].emplace(row.text(2), row.text(3));
  for (NodeType& type : ontology.types) type.labels = std::move(labels[{"type", type.name}]);
  for (Relation& relation : ontology.relations) relation.labels = std::move(labels[{"relation", relation.name}]);
}

Parts read_parts(Database& database) {
  Parts parts;
  read_pack_row(database, parts);
  read_types(database, parts);
  read_relations(database, parts);
  read_labels(database, parts.ontology());
  return parts;
}

void read_iris(Database& database, Parts& parts) {
  SqlStatement row = database.prepare("SELECT type, iri FROM node_type_iris ORDER BY type, position");
  while (row.next()) {
    const auto found = parts.types.find(row.integer(0));
    if (found == parts.types.end()) return database.report_damage("an IRI of no node type");
    parts.ontology().types[found->second].iris.push_back(row.text(1));
  }
}

// That of the row's first column; nullptr where there is none, which is damage.
Relation* relation_of(Database& database, Parts& parts, SqlStatement& row, std::string_view damage) {
  const auto found = parts.relations.find(row.integer(0));
  if (found != parts.relations.end()) return &parts.ontology().relations[found->second];
  database.report_damage(damage);
  return nullptr;
}

void read_ends(Database& database, Parts& parts) {
  SqlStatement row =
      database.prepare("SELECT relation, side, node_type FROM relation_ends ORDER BY relation, side, position");
  while (row.next()) {
    Relation* relation = relation_of(database, parts, row, "an end of no relation");
    if (relation == nullptr) return;
    (row.text(1) == "from" ? relation->from : relation->to).push_back(row.text(2));
  }
}

void read_limits(Database& database, Parts& parts) {
  SqlStatement row =
      database.prepare("SELECT relation, kind, value FROM relation_limits ORDER BY relation, kind, position");
  while (row.next()) {
    Relation* relation = relation_of(database, parts, row, "a limit of no relation");
    if (relation == nullptr) return;
    const std::string kind = row.text(1);
    if (kind == "exclusive") relation->exclusive.each = row.text(2);
    if (kind == "exclusive_by") relation->exclusive.by = row.text(2);
    if (kind == "exclusive_among") relation->exclusive.among.push_back(row.text(2));
    if (kind == "date_of") relation->date_of = row.text(2);
  }
}

void read_locations(Database& database, Ontology& ontology) {
  SqlStatement row = database.prepare("SELECT node, latitude, longitude FROM locations ORDER BY node");
  while (row.next()) {
    ontology.locations.push_back({row.text(0), row.real_within(1, -90, 90), row.real_within(2, -180, 180)});
  }
}

}  // namespace

void write_ontology(Database& database, const Ontology& ontology, const PackInfo& pack) {
  database.execute(
      "DELETE FROM pack; DELETE FROM statuses; DELETE FROM node_type_iris; DELETE FROM node_types;"
      "DELETE FROM relation_ends; DELETE FROM relation_limits; DELETE FROM labels; DELETE FROM locations;"
      "UPDATE relation_types SET position = NULL");
  database.prepare("INSERT INTO pack VALUES (?, ?, ?, ?)").run(pack.name, pack.version, pack.hash, ontology.language);
  SqlStatement status_row = database.prepare("INSERT INTO statuses VALUES (?, ?, ?)");
  for (int number = 0; number <= static_cast<int>(Status::kHappened); ++number) {
    const auto status = static_cast<Status>(number);
    status_row.run(number, to_string(status), is_shown(status));
  }
  write_types(database, ontology.types);
  write_relations(database, ontology.relations);
  SqlStatement location_row = database.prepare("INSERT INTO locations VALUES (?, ?, ?)");
  for (const Location& location : ontology.locations) {
    location_row.run(location.node, location.latitude, location.longitude);
  }
}

Vocabulary read_vocabulary(Database& database) { return read_parts(database).vocabulary; }

Ontology read_ontology(Database& database) {
  Parts parts = read_parts(database);
  read_iris(database, parts);
  read_ends(database, parts);
  read_limits(database, parts);
  read_locations(database, parts.ontology());
  return std::move(parts.ontology());
}

PackInfo read_pack(Database& database) {
  Parts parts;
  read_pack_row(database, parts);
  return parts.vocabulary.pack;
}

RelationNames read_relation_names(Database& database) {
  RelationNames names;
  SqlStatement row = database.prepare("SELECT relation, name FROM relation_types");
  while (row.next()) names.emplace(row.integer(0), row.text(1));
  return names;
}

}  // namespace quanhe
