#include "export/node_link.h"

#include <string>
#include <string_view>

#include "export/edge_summary.h"
#include "export/escape.h"
#include "export/evidence_json.h"
#include "export/numbers.h"
#include "export/words.h"

namespace quanhe {
namespace {

class NodeLinkWriter {
 public:
  NodeLinkWriter(const View& view, const ExportOptions& options, ByteSink& sink)
      : view_(view), options_(options), out_(sink), json_(sink, Escape::kJson), words_(view) {}

  void write() {
    write_header();
    for (std::size_t i = 0; i < view_.nodes.size() && !out_.failed(); ++i) {
      out_.append(i == 0 ? "\n" : ",\n");
      write_node(i);
    }
    out_.append("\n],\"links\":[");
    std::string_view before = "\n";
    for (std::size_t i = 0; i < view_.edges.size(); ++i) {
      if (out_.failed()) return;
      announce_edges_behind(view_, i);
      const ViewEdge& edge = view_.edges[i];
      if (!is_exported(edge, options_)) continue;
      out_.append(before);
      write_edge(edge);
      before = ",\n";
    }
    out_.append("\n]}\n");
  }

 private:
  void write_header() {
    out_.append("{\"directed\":true,\"multigraph\":true,\"graph\":{\"program\":");
    string("quanhe " + options_.program_version);
    out_.append(",\"pack\":{\"name\":");
    string(view_.pack.name);
    text("version", view_.pack.version);
    text("hash", view_.pack.hash);
    out_.append("}},\n\"nodes\":[");
  }

  void string(std::string_view value) {
    out_.append('"');
    append_escaped(out_, Escape::kJson, value);
    out_.append('"');
  }

  // All but the first of an object.
  void key(std::string_view name) {
    out_.append(",\"");
    out_.append(name);
    out_.append("\":");
  }

  void text(std::string_view name, std::string_view value) {
    key(name);
    string(value);
  }

  void number(std::string_view name, std::uint64_t value) {
    key(name);
    append_number(out_, value);
  }

  void decimal(std::string_view name, double value) {
    key(name);
    append_decimal(out_, value);
  }

  void exact(std::string_view name, double value) {
    key(name);
    append_exact(out_, value);
  }

  void write_node(std::size_t index) {
    const ViewNode& node = view_.nodes[index];
    const TypeWords& type = words_.type(node.type);
    out_.append("{\"id\":");
    string(node.id);
    text("label", node.name);
    text("node_type", node.type);
    text("node_type_label", type.label);
    if (!type.label_en.empty()) text("node_type_label_en", type.label_en);
    text("colour", to_hex(type.colour));
    if (!node.aliases.empty()) {
      key("aliases");
      json_.texts(node.aliases);
    }
    number("document_count", node.document_count);
    if (const Location* location = view_.ontology.find_location(node.id)) {
      exact("latitude", location->latitude);
      exact("longitude", location->longitude);
    }
    write_figures(index);
    out_.append('}');
  }

  void write_figures(std::size_t index) {
    const NodeFigures& figures = options_.figures;
    if (!figures.ranks.empty()) decimal("rank", figures.ranks[index]);
    if (!figures.positions.empty()) {
      decimal("x", figures.positions[index].x);
      decimal("y", figures.positions[index].y);
    }
  }

  void write_edge(const ViewEdge& edge) {
    const EdgeSummary summary = summarize(edge, options_);
    write_ends(edge);
    write_relation(edge.relation);
    text("status", to_string(edge.status));
    key("confidence");
    out_.append(thousandths_to_decimal(edge.confidence));
    number("weight", summary.shown.size());
    number("count", summary.shown.size());
    number("sources", edge.source_count);
    if (summary.start) text("date_start", to_iso(*summary.start));
    if (summary.end) text("date_end", to_iso(*summary.end));
    if (!summary.dates.empty()) {
      key("dates");
      json_.dates(summary);
    }
    if (summary.start) text("date_precision", precision_of(summary));
    if (edge.confirmed) text("judgement", judgement_of(edge));
    const EvidenceDetail detail = options_.evidence.value_or(EvidenceDetail::kShort);
    if (detail != EvidenceDetail::kNone) {
      key("evidence");
      json_.evidence(view_, summary, detail);
    }
    out_.append('}');
  }

  void write_ends(const ViewEdge& edge) {
    const std::string& from = view_.nodes[edge.from].id;
    const std::string& to = view_.nodes[edge.to].id;
    out_.append("{\"source\":");
    string(from);
    text("target", to);
    out_.append(",\"key\":\"");
    append_escaped(out_, Escape::kJson, edge.relation);
    out_.append('/');
    append_escaped(out_, Escape::kJson, from);
    out_.append('/');
    append_escaped(out_, Escape::kJson, to);
    out_.append('"');
  }

  // What depends on the relation alone, made once for the edges of one relation, which stand together.
  void write_relation(const std::string& relation) {
    if (relation_text_.empty() || relation != relation_) {
      relation_ = relation;
      relation_text_ = text_of(relation, words_.relation(relation));
    }
    out_.append(relation_text_);
  }

  static std::string text_of(const std::string& relation, const RelationWords& words) {
    std::string text = ",\"relation\":\"" + escaped(Escape::kJson, relation) + "\",\"relation_label\":\"" +
                       escaped(Escape::kJson, words.label) + '"';
    if (!words.label_en.empty()) text += ",\"relation_label_en\":\"" + escaped(Escape::kJson, words.label_en) + '"';
    text += ",\"symmetric\":";
    text += words.symmetric ? "true" : "false";
    text += ",\"is_state\":";
    return text + (words.state ? "true" : "false");
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

Result<void> write_node_link(const View& view, const ExportOptions& options, ByteSink& sink) {
  NodeLinkWriter(view, options, sink).write();
  return sink.finish();
}

}  // namespace quanhe
