#include "export/node_link.h"

#include <string>
#include <string_view>

#include "export/edge_summary.h"
#include "export/escape.h"
#include "export/evidence_json.h"
#include "export/numbers.h"
#include "export/words.h"
#include "json/json_text.h"

namespace quanhe {
namespace {

class NodeLinkWriter {
 public:
  NodeLinkWriter(const View& view, const ExportOptions& options, ByteSink& sink)
      : view_(view), options_(options), sink_(sink), words_(view) {}

  void write() {
    write_header();
    for (std::size_t i = 0; i < view_.nodes.size() && !sink_.failed(); ++i) {
      item_ = i == 0 ? "\n" : ",\n";
      append_node(i);
      sink_.append(item_);
    }
    sink_.append("\n],\"links\":[");
    item_ = "\n";
    for (const ViewEdge& edge : view_.edges) {
      if (sink_.failed()) return;
      if (!is_exported(edge, options_)) continue;
      append_edge(edge);
      sink_.append(item_);
      item_ = ",\n";
    }
    sink_.append("\n]}\n");
  }

 private:
  void write_header() {
    item_ = "{\"directed\":true,\"multigraph\":true,\"graph\":{";
    text("program", "quanhe " + options_.program_version);
    item_ += ",\"pack\":{";
    text("name", view_.pack.name);
    text("version", view_.pack.version);
    text("hash", view_.pack.hash);
    item_ += "}},\n\"nodes\":[";
    sink_.append(item_);
  }

  void key(std::string_view name) {
    if (item_.back() != '{') item_ += ',';
    item_ += '"';
    item_ += name;
    item_ += "\":";
  }

  void text(std::string_view name, std::string_view value) {
    key(name);
    append_json_string(item_, value);
  }

  // A number, true or false, or JSON that is complete.
  void raw(std::string_view name, std::string_view value) {
    key(name);
    item_ += value;
  }

  void decimal(std::string_view name, double value) {
    key(name);
    append_decimal(item_, value);
  }

  void append_node(std::size_t index) {
    const ViewNode& node = view_.nodes[index];
    const TypeWords& type = words_.type(node.type);
    item_ += '{';
    text("id", node.id);
    text("label", node.name);
    text("node_type", node.type);
    text("node_type_label", type.label);
    if (!type.label_en.empty()) text("node_type_label_en", type.label_en);
    text("colour", to_hex(type.colour));
    if (!node.aliases.empty()) {
      key("aliases");
      append_aliases_json(item_, node);
    }
    raw("document_count", std::to_string(node.document_count));
    append_figures(index);
    item_ += '}';
  }

  void append_figures(std::size_t index) {
    const NodeFigures& figures = options_.figures;
    if (!figures.ranks.empty()) decimal("rank", figures.ranks[index]);
    if (!figures.positions.empty()) {
      decimal("x", figures.positions[index].x);
      decimal("y", figures.positions[index].y);
    }
    if (!figures.coordinates.empty() && figures.coordinates[index]) {
      decimal("latitude", figures.coordinates[index]->latitude);
      decimal("longitude", figures.coordinates[index]->longitude);
    }
  }

  void append_edge(const ViewEdge& edge) {
    const EdgeSummary summary = summarize(edge, options_);
    const RelationWords& relation = words_.relation(edge.relation);
    const std::string count = std::to_string(summary.shown.size());
    item_ += '{';
    text("source", view_.nodes[edge.from].id);
    text("target", view_.nodes[edge.to].id);
    text("key", edge_id(view_, edge));
    text("relation", edge.relation);
    text("relation_label", relation.label);
    if (!relation.label_en.empty()) text("relation_label_en", relation.label_en);
    raw("symmetric", relation.symmetric ? "true" : "false");
    raw("is_state", relation.state ? "true" : "false");
    text("status", to_string(edge.status));
    raw("confidence", thousandths_to_decimal(edge.confidence));
    raw("weight", count);
    raw("count", count);
    raw("sources", std::to_string(edge.source_count));
    if (summary.start) text("date_start", to_iso(*summary.start));
    if (summary.end) text("date_end", to_iso(*summary.end));
    if (!summary.dates.empty()) raw("dates", dates_as_json(summary));
    if (summary.start) text("date_precision", precision_of(summary));
    const EvidenceDetail detail = options_.evidence.value_or(EvidenceDetail::kShort);
    if (detail != EvidenceDetail::kNone) {
      key("evidence");
      append_evidence_json(item_, view_, summary, detail);
    }
    item_ += '}';
  }

  const View& view_;
  const ExportOptions& options_;
  ByteSink& sink_;
  Vocabulary words_;
  std::string item_;  // what is being written
};

}  // namespace

Result<void> write_node_link(const View& view, const ExportOptions& options, ByteSink& sink) {
  NodeLinkWriter(view, options, sink).write();
  return sink.finish();
}

}  // namespace quanhe
