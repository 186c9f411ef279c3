#include "export/gexf.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "export/edge_summary.h"
#include "export/escape.h"
#include "export/evidence_json.h"
#include "export/numbers.h"
#include "export/words.h"

namespace quanhe {
namespace {

struct Column {
  std::string_view name;
  std::string_view type;
};

constexpr std::array kNodeColumns = {Column{"node_type", "string"}, Column{"node_type_label", "string"},
                                     Column{"node_type_label_en", "string"}, Column{"aliases", "liststring"},
                                     Column{"document_count", "integer"}};
constexpr std::array kEdgeColumns = {
    Column{"relation", "string"},      Column{"relation_label", "string"}, Column{"relation_label_en", "string"},
    Column{"symmetric", "boolean"},    Column{"is_state", "boolean"},      Column{"status", "string"},
    Column{"confidence", "double"},    Column{"count", "integer"},         Column{"sources", "integer"},
    Column{"date_start", "string"},    Column{"date_end", "string"},       Column{"dates", "string"},
    Column{"date_precision", "string"}};

// A list as Gephi reads one: it takes what follows a backslash as it stands, so no escape of JSON but these two will do.
std::string list_of(const std::vector<std::string>& values) {
  std::string list;
  for (const std::string& value : values) {
    list += list.empty() ? "[\"" : ", \"";
    for (const char c : value) {
      if (c == '"' || c == '\\') list += '\\';
      list += c;
    }
    list += '"';
  }
  return list.empty() ? list : list + "]";
}

class GexfWriter {
 public:
  GexfWriter(const View& view, const ExportOptions& options, ByteSink& sink)
      : view_(view),
        options_(options),
        sink_(sink),
        words_(view),
        evidence_(options.evidence.value_or(EvidenceDetail::kShort)) {}

  void write() {
    write_header();
    sink_.append("<nodes>\n");
    for (std::size_t i = 0; i < view_.nodes.size() && !sink_.failed(); ++i) {
      append_node(i);
      give();
    }
    sink_.append("</nodes>\n<edges>\n");
    for (const ViewEdge& edge : view_.edges) {
      if (sink_.failed()) return;
      if (!is_exported(edge, options_)) continue;
      append_edge(edge);
      give();
    }
    sink_.append("</edges>\n</graph>\n</gexf>\n");
  }

 private:
  void give() {
    sink_.append(item_);
    item_.clear();
  }

  void write_header() {
    const bool new_one = options_.gexf_version == GexfVersion::k13;
    const std::string space = new_one ? "http://gexf.net/1.3" : "http://www.gexf.net/1.2draft";
    item_ = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gexf xmlns=\"" + space + "\" xmlns:viz=\"" + space +
            "/viz\" version=\"" + (new_one ? "1.3" : "1.2") + "\">\n<meta><creator>quanhe</creator><description>";
    append_xml(item_, made_by(view_, options_));
    // Days have no zone; one is named because Gephi would take that of the machine it runs on.
    item_ +=
        "</description></meta>\n<graph mode=\"dynamic\" defaultedgetype=\"directed\" idtype=\"string\""
        " timeformat=\"date\" timerepresentation=\"interval\" timezone=\"UTC\">\n";
    append_columns("node", node_columns());
    append_columns("edge", edge_columns());
    give();
  }

  std::vector<Column> node_columns() const {
    std::vector<Column> columns(kNodeColumns.begin(), kNodeColumns.end());
    if (!options_.figures.ranks.empty()) columns.push_back({"rank", "double"});
    if (!options_.figures.coordinates.empty()) {
      columns.push_back({"latitude", "double"});
      columns.push_back({"longitude", "double"});
    }
    return columns;
  }

  std::vector<Column> edge_columns() const {
    std::vector<Column> columns(kEdgeColumns.begin(), kEdgeColumns.end());
    if (evidence_ != EvidenceDetail::kNone) columns.push_back({"evidence", "string"});
    return columns;
  }

  void append_columns(std::string_view target, const std::vector<Column>& columns) {
    item_ += "<attributes class=\"";
    item_ += target;
    item_ += "\">";
    for (const Column& column : columns) {
      item_ += "<attribute id=\"";
      item_ += column.name;
      item_ += "\" title=\"";
      item_ += column.name;
      item_ += "\" type=\"";
      item_ += column.type;
      item_ += "\"/>";
    }
    item_ += "</attributes>\n";
  }

  // An empty value is no value to Gephi and "" to others, so it is left out for all.
  void append_value(std::string_view name, std::string_view value) {
    if (value.empty()) return;
    item_ += "<attvalue for=\"";
    item_ += name;
    item_ += "\" value=\"";
    append_xml(item_, value);
    item_ += "\"/>";
  }

  void append_number(std::string_view name, double value) {
    scratch_.clear();
    append_decimal(scratch_, value);
    append_value(name, scratch_);
  }

  void append_node(std::size_t index) {
    const ViewNode& node = view_.nodes[index];
    const TypeWords& type = words_.type(node.type);
    item_ += "<node id=\"";
    append_xml(item_, node.id);
    item_ += "\" label=\"";
    append_xml(item_, node.name);
    item_ += "\"><attvalues>";
    append_value("node_type", node.type);
    append_value("node_type_label", type.label);
    append_value("node_type_label_en", type.label_en);
    append_value("aliases", list_of(node.aliases));
    append_value("document_count", std::to_string(node.document_count));
    append_figures(index);
    item_ += "</attvalues><viz:color r=\"" + std::to_string(type.colour.red) + "\" g=\"" +
             std::to_string(type.colour.green) + "\" b=\"" + std::to_string(type.colour.blue) + "\"/>";
    append_position(index);
    item_ += "</node>\n";
  }

  void append_figures(std::size_t index) {
    const NodeFigures& figures = options_.figures;
    if (!figures.ranks.empty()) append_number("rank", figures.ranks[index]);
    if (figures.coordinates.empty() || !figures.coordinates[index]) return;
    append_number("latitude", figures.coordinates[index]->latitude);
    append_number("longitude", figures.coordinates[index]->longitude);
  }

  void append_position(std::size_t index) {
    if (options_.figures.positions.empty()) return;
    item_ += "<viz:position x=\"";
    append_decimal(item_, options_.figures.positions[index].x);
    item_ += "\" y=\"";
    append_decimal(item_, options_.figures.positions[index].y);
    item_ += "\" z=\"0\"/>";
  }

  void append_edge_start(const ViewEdge& edge, const RelationWords& relation, const std::string& weight) {
    item_ += "<edge id=\"";
    append_xml(item_, edge_id(view_, edge));
    item_ += "\" source=\"";
    append_xml(item_, view_.nodes[edge.from].id);
    item_ += "\" target=\"";
    append_xml(item_, view_.nodes[edge.to].id);
    item_ += "\" type=\"directed\" kind=\"";
    append_xml(item_, edge.relation);
    item_ += "\" label=\"";
    append_xml(item_, relation.label);
    item_ += "\" weight=\"" + weight + "\">";
  }

  void append_edge(const ViewEdge& edge) {
    const EdgeSummary summary = summarize(edge, options_);
    const RelationWords& relation = words_.relation(edge.relation);
    const std::string count = std::to_string(summary.shown.size());
    append_edge_start(edge, relation, count);
    item_ += "<attvalues>";
    append_value("relation", edge.relation);
    append_value("relation_label", relation.label);
    append_value("relation_label_en", relation.label_en);
    append_value("symmetric", relation.symmetric ? "true" : "false");
    append_value("is_state", relation.state ? "true" : "false");
    append_value("status", to_string(edge.status));
    append_value("confidence", thousandths_to_decimal(edge.confidence));
    append_value("count", count);
    append_value("sources", std::to_string(edge.source_count));
    if (summary.start) append_value("date_start", to_iso(*summary.start));
    if (summary.end) append_value("date_end", to_iso(*summary.end));
    append_value("dates", dates_as_json(summary));
    append_value("date_precision", precision_of(summary));
    scratch_.clear();
    append_evidence_json(scratch_, view_, summary, evidence_);
    append_value("evidence", scratch_);
    item_ += "</attvalues>";
    append_spells(summary);
    item_ += "</edge>\n";
  }

  void append_spells(const EdgeSummary& summary) {
    const std::vector<Spell> spells = spells_of(summary);
    if (spells.empty()) return;
    item_ += "<spells>";
    for (const Spell& spell : spells) {
      item_ += "<spell start=\"" + to_iso(spell.start);
      if (spell.end) item_ += "\" end=\"" + to_iso(*spell.end);
      item_ += "\"/>";
    }
    item_ += "</spells>";
  }

  const View& view_;
  const ExportOptions& options_;
  ByteSink& sink_;
  Vocabulary words_;
  EvidenceDetail evidence_;
  std::string item_;     // what is being written
  std::string scratch_;  // the text of one value
};

}  // namespace

Result<void> write_gexf(const View& view, const ExportOptions& options, ByteSink& sink) {
  GexfWriter(view, options, sink).write();
  return sink.finish();
}

}  // namespace quanhe
