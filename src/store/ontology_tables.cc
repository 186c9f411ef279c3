#include "store/ontology_tables.h"

#include <string_view>
#include <unordered_map>

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

void read_types(Database& database, Ontology& ontology) {
  std::unordered_map<std::int64_t, std::size_t> place;
  SqlStatement types = database.prepare("SELECT type, name, parent, colour, shape FROM node_types ORDER BY type");
  while (types.next()) {
    place.emplace(types.integer(0), ontology.types.size());
    ontology.types.push_back({types.text(1), types.text(2), {}, {}, types.text(3), types.text(4)});
  }
  SqlStatement iris = database.prepare("SELECT type, iri FROM node_type_iris ORDER BY type, position");
  while (iris.next()) {
    const auto found = place.find(iris.integer(0));
    if (found == place.end()) return database.report_damage("an IRI of no node type");
    ontology.types[found->second].iris.push_back(iris.text(1));
  }
}

void read_relations(Database& database, Ontology& ontology) {
  std::unordered_map<std::int64_t, std::size_t> place;
  SqlStatement relations = database.prepare(
      "SELECT relation, name, iri, is_symmetric, is_state FROM relation_types WHERE position IS NOT NULL "
      "ORDER BY position");
  while (relations.next()) {
    place.emplace(relations.integer(0), ontology.relations.size());
    ontology.relations.push_back({relations.text(1),
                                  {},
                                  relations.text(2),
                                  relations.integer_within(3, 0, 1) == 1,
                                  relations.integer_within(4, 0, 1) == 1,
                                  {},
                                  {},
                                  {},
                                  {}});
  }
  SqlStatement ends =
      database.prepare("SELECT relation, side, node_type FROM relation_ends ORDER BY relation, side, position");
  while (ends.next()) {
    const auto found = place.find(ends.integer(0));
    if (found == place.end()) return database.report_damage("an end of no relation");
    Relation& relation = ontology.relations[found->second];
    (ends.text(1) == "from" ? relation.from : relation.to).push_back(ends.text(2));
  }
  SqlStatement limits = database.prepare("SELECT relation, kind, value FROM relation_limits ORDER BY relation, kind, position");
  while (limits.next()) {
    const auto found = place.find(limits.integer(0));
    if (found == place.end()) return database.report_damage("a limit of no relation");
    Relation& relation = ontology.relations[found->second];
    const std::string kind = limits.text(1);
    if (kind == "exclusive") relation.exclusive.each = limits.text(2);
    if (kind == "exclusive_by") relation.exclusive.by = limits.text(2);
    if (kind == "exclusive_among") relation.exclusive.among.push_back(limits.text(2));
    if (kind == "date_of") relation.date_of = limits.text(2);
  }
}

Labels labels_of(SqlStatement& select, std::string_view kind, const std::string& name) {
  Labels labels;
  select.bind(kind, name);
  while (select.next()) labels.emplace(select.text(0), select.text(1));
  return labels;
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

Ontology read_ontology(Database& database) {
  Ontology ontology;
  SqlStatement language = database.prepare("SELECT language FROM pack");
  if (language.next()) ontology.language = language.text(0);
  read_types(database, ontology);
  read_relations(database, ontology);
  SqlStatement labels = database.prepare("SELECT language, label FROM labels WHERE kind = ? AND name = ?");
  for (NodeType& type : ontology.types) type.labels = labels_of(labels, "type", type.name);
  for (Relation& relation : ontology.relations) relation.labels = labels_of(labels, "relation", relation.name);
  SqlStatement locations = database.prepare("SELECT node, latitude, longitude FROM locations ORDER BY node");
  while (locations.next()) {
    ontology.locations.push_back(
        {locations.text(0), locations.real_within(1, -90, 90), locations.real_within(2, -180, 180)});
  }
  return ontology;
}

PackInfo read_pack(Database& database) {
  SqlStatement pack = database.prepare("SELECT name, version, hash FROM pack");
  if (!pack.next()) {
    database.report_damage("no line about the pack");
    return {};
  }
  return {pack.text(0), pack.text(1), pack.text(2)};
}

std::map<std::int64_t, std::string> read_relation_names(Database& database) {
  std::map<std::int64_t, std::string> names;
  SqlStatement row = database.prepare("SELECT relation, name FROM relation_types");
  while (row.next()) names.emplace(row.integer(0), row.text(1));
  return names;
}

}  // namespace quanhe
