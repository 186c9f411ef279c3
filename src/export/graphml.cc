#include "export/graphml.h"

#include <array>
#include <string>
#include <string_view>
#include <utility>

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
    Key{"n_latitude", "node", "latitude", "double"},
    Key{"n_longitude", "node", "longitude", "double"},
    Key{"n_rank", "node", "rank", "double"},
    Key{"x", "node", "x", "double"},
    Key{"y", "node", "y", "double"},
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
    Key{"e_judgement", "edge", "judgement", "string"},
    Key{"e_evidence", "edge", "evidence", "string"},
};

// Columns that hold nothing in this export are not declared.
bool is_declared(const Key& key, const View& view, const ExportOptions& options) {
  if (key.id == "n_latitude" || key.id == "n_longitude") return !view.ontology.locations.empty();
  if (key.id == "n_rank") return !options.figures.ranks.empty();
  if (key.id == "x" || key.id == "y") return !options.figures.positions.empty();
  return key.id != "e_evidence" || options.evidence != EvidenceDetail::kNone;
}

// A comment must not hold "--", nor end in '-'.
std::string comment(const std::string& text) {
  std::string safe;
  for (const char c : text) {
    if (c == '-' && safe.ends_with('-')) safe += ' ';
    safe += c;
  }
  return "<!-- " + escaped(Escape::kXml, safe) + " -->\n";
}

class GraphmlWriter {
 public:
  GraphmlWriter(const View& view, const ExportOptions& options, ByteSink& sink)
      : view_(view), options_(options), out_(sink), json_(sink, Escape::kJsonInXml), words_(view) {}

  void write() {
    write_header();
    for (std::size_t i = 0; i < view_.nodes.size() && !out_.failed(); ++i) write_node(i);
    for (std::size_t i = 0; i < view_.edges.size(); ++i) {
      if (out_.failed()) return;
      announce_edges_behind(view_, i);
      const ViewEdge& edge = view_.edges[i];
      if (is_exported(edge, options_)) write_edge(edge);
    }
    out_.append("</graph>\n</graphml>\n");
  }

 private:
  void write_header() {
    out_.append(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\""
        " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
        " xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns"
        " http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n");
    out_.append(comment(made_by(view_, options_)));
    for (const Key& key : kKeys) {
      if (!is_declared(key, view_, options_)) continue;
      const std::pair<std::string_view, std::string_view> attributes[] = {
          {" id=\"", key.id}, {"\" for=\"", key.target}, {"\" attr.name=\"", key.name}, {"\" attr.type=\"", key.type}};
      out_.append("<key");
      for (const auto& [before, value] : attributes) {
        out_.append(before);
        out_.append(value);
      }
      out_.append("\"/>\n");
    }
    out_.append("<graph id=\"G\" edgedefault=\"directed\">\n");
  }

  void open(std::string_view key) {
    out_.append_all("<data key=\"", key, "\">");
  }
  void close() { out_.append("</data>"); }

  // An empty value is no value to Gephi and "" to others, so it is left out for all.
  void text(std::string_view key, std::string_view value) {
    if (value.empty()) return;
    open(key);
    append_escaped(out_, Escape::kXml, value);
    close();
  }

  // A value that needs no escaping.
  void known(std::string_view key, std::string_view value) {
    if (value.empty()) return;
    open(key);
    out_.append(value);
    close();
  }

  void number(std::string_view key, std::uint64_t value) {
    open(key);
    append_number(out_, value);
    close();
  }

  void decimal(std::string_view key, double value) {
    open(key);
    append_decimal(out_, value);
    close();
  }

  void exact(std::string_view key, double value) {
    open(key);
    append_exact(out_, value);
    close();
  }

  void write_node(std::size_t index) {
    const ViewNode& node = view_.nodes[index];
    const TypeWords& type = words_.type(node.type);
    out_.append("<node id=\"");
    append_xml_token(out_, node.id);
    out_.append("\">");
    text("n_id", node.id);
    text("label", node.name);
    number("r", static_cast<std::uint64_t>(type.colour.red));
    number("g", static_cast<std::uint64_t>(type.colour.green));
    number("b", static_cast<std::uint64_t>(type.colour.blue));
    text("n_type", node.type);
    text("n_type_label", type.label);
    text("n_type_label_en", type.label_en);
    if (!node.aliases.empty()) {
      open("n_aliases");
      json_.texts(node.aliases);
      close();
    }
    number("n_documents", node.document_count);
    if (const Location* location = view_.ontology.find_location(node.id)) {
      exact("n_latitude", location->latitude);
      exact("n_longitude", location->longitude);
    }
    write_figures(index);
    out_.append("</node>\n");
  }

  void write_figures(std::size_t index) {
    const NodeFigures& figures = options_.figures;
    if (!figures.ranks.empty()) decimal("n_rank", figures.ranks[index]);
    if (!figures.positions.empty()) {
      decimal("x", figures.positions[index].x);
      decimal("y", figures.positions[index].y);
    }
  }

  void write_edge(const ViewEdge& edge) {
    const EdgeSummary summary = summarize(edge, options_);
    write_ends(edge);
    write_relation(edge.relation);
    number("weight", summary.shown.size());
    known("e_status", to_string(edge.status));
    known("e_confidence", thousandths_to_decimal(edge.confidence));
    number("e_count", summary.shown.size());
    number("e_sources", edge.source_count);
    if (summary.start) known("e_start", to_iso(*summary.start));
    if (summary.end) known("e_end", to_iso(*summary.end));
    if (!summary.dates.empty()) {
      open("e_dates");
      json_.dates(summary);
      close();
    }
    known("e_precision", precision_of(summary));
    known("e_judgement", judgement_of(edge));
    const EvidenceDetail detail = options_.evidence.value_or(EvidenceDetail::kShort);
    if (detail != EvidenceDetail::kNone) {
      open("e_evidence");
      json_.evidence(view_, summary, detail);
      close();
    }
    out_.append("</edge>\n");
  }

  void write_ends(const ViewEdge& edge) {
    const std::string& from = view_.nodes[edge.from].id;
    const std::string& to = view_.nodes[edge.to].id;
    out_.append("<edge id=\"");
    append_xml_token(out_, edge.relation);
    out_.append(':');
    append_xml_token(out_, from);
    out_.append(':');
    append_xml_token(out_, to);
    out_.append("\" source=\"");
    append_xml_token(out_, from);
    out_.append("\" target=\"");
    append_xml_token(out_, to);
  }

  // The end of the tag and all that depends on the relation alone, made once for the edges of one relation, which
  // stand together.
  void write_relation(const std::string& relation) {
    if (relation_text_.empty() || relation != relation_) {
      relation_ = relation;
      relation_text_ = text_of(relation, words_.relation(relation));
    }
    out_.append(relation_text_);
  }

  static std::string text_of(const std::string& relation, const RelationWords& words) {
    const std::string name = escaped(Escape::kXml, relation);
    const std::pair<std::string_view, std::string> data[] = {
        {"edgelabel", escaped(Escape::kXml, words.label)},   {"e_relation", name},
        {"e_label", escaped(Escape::kXml, words.label)},     {"e_label_en", escaped(Escape::kXml, words.label_en)},
        {"e_symmetric", words.symmetric ? "true" : "false"}, {"e_state", words.state ? "true" : "false"}};
    std::string text = "\" label=\"" + name + "\">";
    for (const auto& [key, value] : data) {
      if (!value.empty()) text.append("<data key=\"").append(key).append("\">").append(value).append("</data>");
    }
    return text;
  }

  const View& view_;
  const ExportOptions& options_;
  ByteSink& out_;
  JsonText json_;
  Vocabulary words_;
  std::string relation_;       // of the edge before
  std::string relation_text_;  // what write_relation() writes for it
};

}  // namespace

Result<void> write_graphml(const View& view, const ExportOptions& options, ByteSink& sink) {
  GraphmlWriter(view, options, sink).write();
  return sink.finish();
}

}  // namespace quanhe
