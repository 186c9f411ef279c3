#include "export/graphml.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "export/edge_summary.h"
#include "export/escape.h"
#include "export/shown_text.h"
#include "export/style.h"
#include "json/json_writer.h"

namespace quanhe {
namespace {

constexpr std::size_t kMostEvidence = 20;
constexpr std::size_t kLongestQuote = 300;

struct Key {
  std::string_view id;
  std::string_view target;
  std::string_view name;
  std::string_view type;
};

// The ids label, r, g, b, edgelabel and weight are those by which Gephi knows a visual property; no other
// column may have such a name.
constexpr std::array kKeys = {
    Key{"label", "node", "label", "string"},
    Key{"r", "node", "r", "int"},
    Key{"g", "node", "g", "int"},
    Key{"b", "node", "b", "int"},
    Key{"n_type", "node", "node_type", "string"},
    Key{"n_type_label", "node", "node_type_label", "string"},
    Key{"n_aliases", "node", "aliases", "string"},
    Key{"n_documents", "node", "document_count", "int"},
    Key{"edgelabel", "edge", "edgelabel", "string"},
    Key{"weight", "edge", "weight", "double"},
    Key{"e_relation", "edge", "relation", "string"},
    Key{"e_label", "edge", "relation_label", "string"},
    Key{"e_label_en", "edge", "relation_label_en", "string"},
    Key{"e_symmetric", "edge", "symmetric", "boolean"},
    Key{"e_state", "edge", "is_state", "boolean"},
    Key{"e_status", "edge", "status", "string"},
    Key{"e_confidence", "edge", "confidence", "double"},
    Key{"e_count", "edge", "count", "int"},
    Key{"e_sources", "edge", "sources", "int"},
    Key{"e_start", "edge", "date_start", "string"},
    Key{"e_end", "edge", "date_end", "string"},
    Key{"e_dates", "edge", "dates", "string"},
    Key{"e_evidence", "edge", "evidence", "string"},
};

void append_data(std::string& out, std::string_view key, std::string_view value) {
  // An empty value is no value to Gephi and "" to others, so it is left out for all.
  if (value.empty()) return;
  out += "<data key=\"";
  out += key;
  out += "\">";
  append_xml(out, value);
  out += "</data>";
}

// A comment must not hold "--", nor end in '-'.
std::string comment_text(std::string text) {
  std::replace(text.begin(), text.end(), '-', '_');
  return to_xml(text);
}

std::string header(const View& view, const ExportOptions& options) {
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\""
      " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
      " xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns"
      " http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n";
  const auto safe = [](const std::string& text) {
    return text.find("--") == std::string::npos && !text.ends_with('-') ? to_xml(text) : comment_text(text);
  };
  out += "<!-- program quanhe " + safe(options.program_version) + "; pack " + safe(view.pack.name) + " " +
         safe(view.pack.version) + ", hash " + safe(view.pack.hash) + " -->\n";
  for (const Key& key : kKeys) {
    out += "<key id=\"";
    out += key.id;
    out += "\" for=\"";
    out += key.target;
    out += "\" attr.name=\"";
    out += key.name;
    out += "\" attr.type=\"";
    out += key.type;
    out += "\"/>\n";
  }
  return out + "<graph id=\"G\" edgedefault=\"directed\">\n";
}

std::string aliases_as_json(const ViewNode& node) {
  if (node.aliases.empty()) return "";
  JsonWriter json;
  json.begin_array();
  for (const std::string& alias : node.aliases) json.string(alias);
  json.end_array();
  return json.take();
}

std::string dates_as_json(const EdgeSummary& summary) {
  if (summary.dates.empty()) return "";
  JsonWriter json;
  json.begin_array();
  for (const DateRange& date : summary.dates) json.string(to_iso(date));
  json.end_array();
  return json.take();
}

void write_evidence(JsonWriter& json, const View& view, const ViewOccurrence& occurrence) {
  json.begin_object();
  json.field("document", view.documents[occurrence.document].id);
  json.field("quote", shorten(occurrence.evidence.quote, kLongestQuote));
  json.key("start");
  json.integer(occurrence.evidence.span.start);
  json.key("end");
  json.integer(occurrence.evidence.span.end);
  json.field("rule", occurrence.evidence.rule);
  json.field("status", to_string(occurrence.status));
  if (!occurrence.attributes.empty()) {
    json.key("attributes");
    json.begin_object();
    for (const auto& [name, value] : occurrence.attributes) json.field(name, value);
    json.end_object();
  }
  json.end_object();
}

std::string evidence_as_json(const View& view, const EdgeSummary& summary) {
  JsonWriter json;
  json.begin_array();
  const std::size_t written = std::min(summary.shown.size(), kMostEvidence);
  for (std::size_t i = 0; i < written; ++i) write_evidence(json, view, *summary.shown[i]);
  if (written < summary.shown.size()) {
    json.begin_object();
    json.key("omitted");
    json.integer(static_cast<std::int64_t>(summary.shown.size() - written));
    json.end_object();
  }
  json.end_array();
  return json.take();
}

void append_node(std::string& out, const View& view, const ViewNode& node) {
  const Colour colour = colour_of(view.ontology, node.type);
  out += "<node id=\"";
  append_xml(out, node.id);
  out += "\">";
  append_data(out, "label", node.name);
  append_data(out, "r", std::to_string(colour.red));
  append_data(out, "g", std::to_string(colour.green));
  append_data(out, "b", std::to_string(colour.blue));
  append_data(out, "n_type", node.type);
  append_data(out, "n_type_label", type_label(view, node.type));
  append_data(out, "n_aliases", aliases_as_json(node));
  append_data(out, "n_documents", std::to_string(node.document_count));
  out += "</node>\n";
}

void append_edge_start(std::string& out, const View& view, const ViewEdge& edge) {
  out += "<edge id=\"";
  append_xml(out, edge_id(view, edge));
  out += "\" source=\"";
  append_xml(out, view.nodes[edge.from].id);
  out += "\" target=\"";
  append_xml(out, view.nodes[edge.to].id);
  out += "\" label=\"";
  append_xml(out, edge.relation);
  out += "\">";
}

void append_edge(std::string& out, const View& view, const ViewEdge& edge) {
  const EdgeSummary summary = summarize(edge);
  const Relation* relation = view.ontology.find_relation(edge.relation);
  const std::string label = relation_label(view, edge.relation);
  const std::string count = std::to_string(summary.shown.size());
  append_edge_start(out, view, edge);
  append_data(out, "edgelabel", label);
  append_data(out, "weight", count);
  append_data(out, "e_relation", edge.relation);
  append_data(out, "e_label", label);
  if (relation != nullptr && relation->labels.contains("en")) {
    append_data(out, "e_label_en", relation->labels.at("en"));
  }
  append_data(out, "e_symmetric", relation != nullptr && relation->symmetric ? "true" : "false");
  append_data(out, "e_state", relation != nullptr && relation->state ? "true" : "false");
  append_data(out, "e_status", to_string(edge.status));
  append_data(out, "e_confidence", thousandths_to_decimal(edge.confidence));
  append_data(out, "e_count", count);
  append_data(out, "e_sources", std::to_string(edge.source_count));
  if (summary.start) append_data(out, "e_start", to_iso(*summary.start));
  if (summary.end) append_data(out, "e_end", to_iso(*summary.end));
  append_data(out, "e_dates", dates_as_json(summary));
  append_data(out, "e_evidence", evidence_as_json(view, summary));
  out += "</edge>\n";
}

}  // namespace

Result<void> write_graphml(const View& view, const ExportOptions& options, ByteSink& sink) {
  sink.append(header(view, options));
  std::string item;
  for (const ViewNode& node : view.nodes) {
    if (sink.failed()) break;
    item.clear();
    append_node(item, view, node);
    sink.append(item);
  }
  for (const ViewEdge& edge : view.edges) {
    if (sink.failed()) break;
    if (!is_exported(edge)) continue;
    item.clear();
    append_edge(item, view, edge);
    sink.append(item);
  }
  sink.append("</graph>\n</graphml>\n");
  return sink.finish();
}

}  // namespace quanhe
