#include "export/graphml.h"

#include <array>
#include <string>
#include <string_view>

#include "export/edge_summary.h"
#include "export/escape.h"
#include "export/evidence_json.h"
#include "export/numbers.h"
#include "export/words.h"

namespace quanhe {
namespace {

struct Key {
  std::string_view id;
  std::string_view target;
  std::string_view name;
  std::string_view type;
};

// The ids label, r, g, b, x, y, edgelabel and weight are those by which Gephi knows a visual property; no other
// column may have such a name.
constexpr std::array kKeys = {
    Key{"label", "node", "label", "string"},
    Key{"r", "node", "r", "int"},
    Key{"g", "node", "g", "int"},
    Key{"b", "node", "b", "int"},
    Key{"n_id", "node", "entity_id", "string"},
    Key{"n_type", "node", "node_type", "string"},
    Key{"n_type_label", "node", "node_type_label", "string"},
    Key{"n_type_label_en", "node", "node_type_label_en", "string"},
    Key{"n_aliases", "node", "aliases", "string"},
    Key{"n_documents", "node", "document_count", "int"},
    Key{"n_rank", "node", "rank", "double"},
    Key{"x", "node", "x", "double"},
    Key{"y", "node", "y", "double"},
    Key{"n_latitude", "node", "latitude", "double"},
    Key{"n_longitude", "node", "longitude", "double"},
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
    Key{"e_precision", "edge", "date_precision", "string"},
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

void append_double(std::string& out, std::string_view key, double value) {
  out += "<data key=\"";
  out += key;
  out += "\">";
  append_decimal(out, value);
  out += "</data>";
}

// Columns that hold nothing in this export are not declared.
bool is_declared(const Key& key, const ExportOptions& options) {
  if (key.id == "n_rank") return !options.figures.ranks.empty();
  if (key.id == "x" || key.id == "y") return !options.figures.positions.empty();
  if (key.id == "n_latitude" || key.id == "n_longitude") return !options.figures.coordinates.empty();
  return key.id != "e_evidence" || options.evidence != EvidenceDetail::kNone;
}

// A comment must not hold "--", nor end in '-'.
std::string comment(const std::string& text) {
  std::string safe;
  for (const char c : text) {
    if (c == '-' && safe.ends_with('-')) safe += ' ';
    safe += c;
  }
  return "<!-- " + to_xml(safe) + " -->\n";
}

class GraphmlWriter {
 public:
  GraphmlWriter(const View& view, const ExportOptions& options, ByteSink& sink)
      : view_(view), options_(options), sink_(sink), words_(view) {}

  void write() {
    write_header();
    for (std::size_t i = 0; i < view_.nodes.size() && !sink_.failed(); ++i) {
      append_node(i);
      give();
    }
    for (const ViewEdge& edge : view_.edges) {
      if (sink_.failed()) return;
      if (!is_exported(edge, options_)) continue;
      append_edge(edge);
      give();
    }
    sink_.append("</graph>\n</graphml>\n");
  }

 private:
  void give() {
    sink_.append(item_);
    item_.clear();
  }

  void write_header() {
    item_ =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\""
        " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
        " xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns"
        " http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n";
    item_ += comment(made_by(view_, options_));
    for (const Key& key : kKeys) {
      if (!is_declared(key, options_)) continue;
      const std::pair<std::string_view, std::string_view> attributes[] = {
          {"id", key.id}, {"for", key.target}, {"attr.name", key.name}, {"attr.type", key.type}};
      item_ += "<key";
      for (const auto& [name, value] : attributes) {
        item_ += ' ';
        item_ += name;
        item_ += "=\"";
        item_ += value;
        item_ += '"';
      }
      item_ += "/>\n";
    }
    item_ += "<graph id=\"G\" edgedefault=\"directed\">\n";
    give();
  }

  void append_node(std::size_t index) {
    const ViewNode& node = view_.nodes[index];
    const TypeWords& type = words_.type(node.type);
    item_ += "<node id=\"";
    append_xml_token(item_, node.id);
    item_ += "\">";
    append_data(item_, "n_id", node.id);
    append_data(item_, "label", node.name);
    append_data(item_, "r", std::to_string(type.colour.red));
    append_data(item_, "g", std::to_string(type.colour.green));
    append_data(item_, "b", std::to_string(type.colour.blue));
    append_data(item_, "n_type", node.type);
    append_data(item_, "n_type_label", type.label);
    append_data(item_, "n_type_label_en", type.label_en);
    scratch_.clear();
    append_aliases_json(scratch_, node);
    append_data(item_, "n_aliases", scratch_);
    append_data(item_, "n_documents", std::to_string(node.document_count));
    append_figures(index);
    item_ += "</node>\n";
  }

  void append_figures(std::size_t index) {
    const NodeFigures& figures = options_.figures;
    if (!figures.ranks.empty()) append_double(item_, "n_rank", figures.ranks[index]);
    if (!figures.positions.empty()) {
      append_double(item_, "x", figures.positions[index].x);
      append_double(item_, "y", figures.positions[index].y);
    }
    if (!figures.coordinates.empty() && figures.coordinates[index]) {
      append_double(item_, "n_latitude", figures.coordinates[index]->latitude);
      append_double(item_, "n_longitude", figures.coordinates[index]->longitude);
    }
  }

  void append_edge_start(const ViewEdge& edge) {
    item_ += "<edge id=\"";
    append_xml_token(item_, edge_id(view_, edge));
    item_ += "\" source=\"";
    append_xml_token(item_, view_.nodes[edge.from].id);
    item_ += "\" target=\"";
    append_xml_token(item_, view_.nodes[edge.to].id);
    item_ += "\" label=\"";
    append_xml(item_, edge.relation);
    item_ += "\">";
  }

  void append_edge(const ViewEdge& edge) {
    const EdgeSummary summary = summarize(edge, options_);
    const RelationWords& relation = words_.relation(edge.relation);
    const std::string count = std::to_string(summary.shown.size());
    append_edge_start(edge);
    append_data(item_, "edgelabel", relation.label);
    append_data(item_, "weight", count);
    append_data(item_, "e_relation", edge.relation);
    append_data(item_, "e_label", relation.label);
    append_data(item_, "e_label_en", relation.label_en);
    append_data(item_, "e_symmetric", relation.symmetric ? "true" : "false");
    append_data(item_, "e_state", relation.state ? "true" : "false");
    append_data(item_, "e_status", to_string(edge.status));
    append_data(item_, "e_confidence", thousandths_to_decimal(edge.confidence));
    append_data(item_, "e_count", count);
    append_data(item_, "e_sources", std::to_string(edge.source_count));
    if (summary.start) append_data(item_, "e_start", to_iso(*summary.start));
    if (summary.end) append_data(item_, "e_end", to_iso(*summary.end));
    append_data(item_, "e_dates", dates_as_json(summary));
    append_data(item_, "e_precision", precision_of(summary));
    scratch_.clear();
    append_evidence_json(scratch_, view_, summary, options_.evidence.value_or(EvidenceDetail::kShort));
    append_data(item_, "e_evidence", scratch_);
    item_ += "</edge>\n";
  }

  const View& view_;
  const ExportOptions& options_;
  ByteSink& sink_;
  Vocabulary words_;
  std::string item_;     // what is being written
  std::string scratch_;  // the text of one value
};

}  // namespace

Result<void> write_graphml(const View& view, const ExportOptions& options, ByteSink& sink) {
  GraphmlWriter(view, options, sink).write();
  return sink.finish();
}

}  // namespace quanhe
