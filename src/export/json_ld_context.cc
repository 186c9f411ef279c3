#include "export/json_ld_context.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <utility>

#include "export/edge_summary.h"
#include "export/escape.h"

namespace quanhe {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kPublicPrefixes = {{
    {"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
    {"rdfs", "http://www.w3.org/2000/01/rdf-schema#"},
    {"owl", "http://www.w3.org/2002/07/owl#"},
    {"xsd", "http://www.w3.org/2001/XMLSchema#"},
    {"skos", "http://www.w3.org/2004/02/skos/core#"},
    // The IRIs of schema.org's own context begin with http, whatever its pages say.
    {"schema", "http://schema.org/"},
    {"prov", "http://www.w3.org/ns/prov#"},
    {"oa", "http://www.w3.org/ns/oa#"},
}};

struct Term {
  std::string_view name;
  std::string_view iri;
  std::string_view type;       // "@id", a datatype, or ""
  std::string_view container;  // "@language" or ""
};

constexpr std::array kTerms = {
    Term{"label", "rdfs:label", "", "@language"},
    Term{"altLabel", "skos:altLabel", "", "@language"},
    Term{"subClassOf", "rdfs:subClassOf", "@id", ""},
    Term{"subPropertyOf", "rdfs:subPropertyOf", "@id", ""},
    Term{"subject", "rdf:subject", "@id", ""},
    Term{"predicate", "rdf:predicate", "@id", ""},
    Term{"object", "rdf:object", "@id", ""},
    Term{"evidence", "qh:evidence", "@id", ""},
    Term{"status", "qh:status", "", ""},
    Term{"rule", "qh:rule", "", ""},
    Term{"confidence", "qh:confidence", "xsd:decimal", ""},
    Term{"count", "qh:count", "xsd:nonNegativeInteger", ""},
    Term{"sourceCount", "qh:sourceCount", "xsd:nonNegativeInteger", ""},
    Term{"documentCount", "qh:documentCount", "xsd:nonNegativeInteger", ""},
    Term{"hasSource", "oa:hasSource", "@id", ""},
    Term{"derivedFrom", "prov:wasDerivedFrom", "@id", ""},
    Term{"generatedBy", "prov:wasGeneratedBy", "@id", ""},
    Term{"used", "prov:used", "@id", ""},
    Term{"associatedWith", "prov:wasAssociatedWith", "@id", ""},
    Term{"hasSelector", "oa:hasSelector", "", ""},
    Term{"exact", "oa:exact", "", ""},
    Term{"start", "oa:start", "xsd:nonNegativeInteger", ""},
    Term{"end", "oa:end", "xsd:nonNegativeInteger", ""},
    Term{"url", "schema:url", "@id", ""},
};

void write_term(JsonWriter& json, const Term& term) {
  json.key(term.name);
  json.begin_object();
  json.field("@id", term.iri);
  if (!term.type.empty()) json.field("@type", term.type);
  if (!term.container.empty()) json.field("@container", term.container);
  json.end_object();
}

void write_run(JsonWriter& json, const View& view, const ExportOptions& options, const std::function<void()>& give) {
  const std::string program = "kg:program/quanhe";
  json.begin_object();
  json.field("@id", pack_iri(view));
  json.key("@type");
  json.begin_array();
  json.string("prov:Entity");
  json.string("qh:Pack");
  json.end_array();
  json.field("schema:name", view.pack.name);
  json.field("schema:version", view.pack.version);
  json.field("qh:hash", view.pack.hash);
  json.end_object();
  give();
  json.begin_object();
  json.field("@id", program);
  json.field("@type", "prov:SoftwareAgent");
  json.field("schema:name", "quanhe");
  json.field("schema:softwareVersion", options.program_version);
  json.end_object();
  give();
  json.begin_object();
  json.field("@id", run_iri(view));
  json.field("@type", "prov:Activity");
  json.field("used", pack_iri(view));
  json.field("associatedWith", program);
  json.end_object();
  give();
}

void write_class(JsonWriter& json, const NodeType& type) {
  json.begin_object();
  json.field("@id", term_iri(type.name));
  json.field("@type", "rdfs:Class");
  write_labels(json, "label", type.labels);
  json.key("subClassOf");
  json.begin_array();
  json.string(type.parent.empty() ? "qh:Entity" : term_iri(type.parent));
  for (const std::string& iri : type.iris) {
    if (is_absolute_iri(iri)) json.string(iri);
  }
  json.end_array();
  json.end_object();
}

void write_property(JsonWriter& json, const Relation& relation) {
  json.begin_object();
  json.field("@id", term_iri(relation.name));
  json.key("@type");
  json.begin_array();
  json.string("rdf:Property");
  json.string(relation.state ? "qh:StateRelation" : "qh:ActRelation");
  if (relation.symmetric) json.string("owl:SymmetricProperty");
  json.end_array();
  write_labels(json, "label", relation.labels);
  if (is_absolute_iri(relation.iri)) json.field("subPropertyOf", relation.iri);
  json.end_object();
}

// The types of the nodes and all that they are a kind of.
std::set<std::string> types_in_use(const View& view) {
  std::set<std::string> used;
  for (const ViewNode& node : view.nodes) {
    const NodeType* type = view.ontology.find_type(node.type);
    while (type != nullptr && used.insert(type->name).second) type = view.ontology.find_type(type->parent);
  }
  return used;
}

std::set<std::string> relations_in_use(const View& view) {
  std::set<std::string> used;
  for (const ViewEdge& edge : view.edges) {
    if (is_exported(edge)) used.insert(edge.relation);
  }
  return used;
}

}  // namespace

void write_context(JsonWriter& json, const View& view, const ExportOptions& options) {
  const std::string vocabulary = options.base_iri + "vocab/" + to_iri_piece(view.pack.name);
  json.begin_object();
  json.field("kg", options.base_iri + "id/");
  json.field("qh", options.base_iri + "vocab#");
  json.field("pack", vocabulary + "#");
  json.field("attr", vocabulary + "/attribute#");
  for (const auto& [prefix, iri] : kPublicPrefixes) json.field(prefix, iri);
  for (const Term& term : kTerms) write_term(json, term);
  json.end_object();
}

void write_vocabulary(JsonWriter& json, const View& view, const ExportOptions& options,
                      const std::function<void()>& give) {
  write_run(json, view, options, give);
  const auto types = types_in_use(view);
  for (const NodeType& type : view.ontology.types) {
    if (!types.contains(type.name)) continue;
    write_class(json, type);
    give();
  }
  const auto relations = relations_in_use(view);
  for (const Relation& relation : view.ontology.relations) {
    if (!relations.contains(relation.name)) continue;
    write_property(json, relation);
    give();
  }
}

std::string pack_iri(const View& view) { return "kg:pack/" + to_iri_piece(view.pack.name); }
std::string run_iri(const View& view) {
  return "kg:run/" + to_iri_piece(view.pack.name) + "-" + to_iri_piece(view.pack.hash);
}
std::string node_iri(const ViewNode& node) { return "kg:" + to_iri_piece(node.id); }
std::string document_iri(const ViewDocument& document) { return "kg:document/" + to_iri_piece(document.id); }
std::string term_iri(const std::string& type_or_relation) { return "pack:" + to_iri_piece(type_or_relation); }
std::string attribute_iri(const std::string& name) { return "attr:" + to_iri_piece(name); }

void write_labels(JsonWriter& json, const std::string& key, const Labels& labels) {
  // Two languages may come out as the same tag, and a key must not stand twice.
  std::set<std::string> written;
  json.key(key);
  json.begin_object();
  for (const auto& [language, text] : labels) {
    const std::string tag = to_language_tag(language);
    if (written.insert(tag).second) json.field(tag, text);
  }
  json.end_object();
}

void write_date(JsonWriter& json, const std::string& key, const PartialDate& date) {
  json.key(key);
  json.begin_object();
  json.field("@type", date.day != 0 ? "xsd:date" : date.month != 0 ? "xsd:gYearMonth" : "xsd:gYear");
  json.field("@value", to_iso(date));
  json.end_object();
}

}  // namespace quanhe
