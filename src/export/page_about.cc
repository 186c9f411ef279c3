#include "export/page_about.h"

#include "export/style.h"
#include "json/json_writer.h"

namespace quanhe {
namespace {

std::string english(const Labels& labels) {
  const auto found = labels.find("en");
  return found == labels.end() ? "" : found->second;
}

void write_pack(JsonWriter& json, const PackInfo& pack, const std::string& language) {
  json.begin_object();
  json.field("name", pack.name);
  json.field("version", pack.version);
  json.field("hash", pack.hash);
  json.field("language", language);
  json.end_object();
}

void write_number(JsonWriter& json, std::string_view name, std::uint64_t value) {
  json.key(name);
  json.integer(static_cast<std::int64_t>(value));
}

void write_labels(JsonWriter& json, const Labels& labels, const Ontology& ontology) {
  json.field("label", label_in(labels, ontology.language));
  json.field("label_en", english(labels));
}

void write_types(JsonWriter& json, const Ontology& ontology) {
  json.begin_array();
  for (const NodeType& type : ontology.types) {
    json.begin_object();
    json.field("name", type.name);
    write_labels(json, type.labels, ontology);
    json.field("parent", type.parent);
    json.field("color", to_hex(colour_of(ontology, type.name)));
    json.field("shape", shape_of(ontology, type.name));
    json.end_object();
  }
  json.end_array();
}

void write_relations(JsonWriter& json, const Ontology& ontology) {
  json.begin_array();
  for (const Relation& relation : ontology.relations) {
    json.begin_object();
    json.field("name", relation.name);
    write_labels(json, relation.labels, ontology);
    json.key("symmetric");
    json.boolean(relation.symmetric);
    json.key("state");
    json.boolean(relation.state);
    json.end_object();
  }
  json.end_array();
}

// '<' stands in strings only.
std::string without_less_than(const std::string& json) {
  std::string text;
  for (const char c : json) c == '<' ? text += "\\u003c" : text += c;
  return text;
}

}  // namespace

std::string about_as_json(const PageAbout& about) {
  JsonWriter json;
  json.begin_object();
  json.field("program", about.program_version);
  json.key("pack");
  write_pack(json, about.pack, about.ontology.language);
  json.field("form", about.file ? "file" : "served");
  write_number(json, "documents", about.documents);
  write_number(json, "nodes", about.nodes);
  write_number(json, "edges", about.edges);
  if (about.file) {
    write_number(json, "shown_nodes", about.file->nodes);
    write_number(json, "shown_edges", about.file->edges);
  }
  json.key("types");
  write_types(json, about.ontology);
  json.key("relations");
  write_relations(json, about.ontology);
  json.end_object();
  return without_less_than(json.take());
}

}  // namespace quanhe
