#include "export/gexf.h"

#include <array>
#include <string>
#include <string_view>
#include <utility>
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
    Column{"relation", "string"},       Column{"relation_label", "string"}, Column{"relation_label_en", "string"},
    Column{"symmetric", "boolean"},     Column{"is_state", "boolean"},      Column{"status", "string"},
    Column{"confidence", "double"},     Column{"count", "integer"},         Column{"sources", "integer"},
    Column{"date_start", "string"},     Column{"date_end", "string"},       Column{"dates", "string"},
    Column{"date_precision", "string"}, Column{"judgement", "string"}};

// A list as Gephi reads one: it takes what follows a backslash as it stands, so no escape of JSON but these two will
// do.
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
        out_(sink),
        json_(sink, Escape::kJsonInXml),
        words_(view),
        evidence_(options.evidence.value_or(EvidenceDetail::kShort)) {}

  void write() {
    write_header();
    out_.append("<nodes>\n");
    for (std::size_t i = 0; i < view_.nodes.size() && !out_.failed(); ++i) {
      write_node(i);
    }
    out_.append("</nodes>\n<edges>\n");
    for (std::size_t i = 0; i < view_.edges.size(); ++i) {
      if (out_.failed()) return;
      announce_edges_behind(view_, i);
      const ViewEdge& edge = view_.edges[i];
      if (!is_exported(edge, options_)) continue;
      write_edge(edge);
    }
    out_.append("</edges>\n</graph>\n</gexf>\n");
  }

 private:
  void write_header() {
    const bool new_one = options_.gexf_version == GexfVersion::k13;
    const std::string space = new_one ? "http://gexf.net/1.3" : "http://www.gexf.net/1.2draft";
    out_.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gexf xmlns=\"" + space + "\" xmlns:viz=\"" + space +
                "/viz\" version=\"" + (new_one ? "1.3" : "1.2") + "\">\n<meta><creator>quanhe</creator><description>");
    append_escaped(out_, Escape::kXml, made_by(view_, options_));
    // Days have no zone; one is named because Gephi would take that of the machine it runs on.
    out_.append(
        "</description></meta>\n<graph mode=\"dynamic\" defaultedgetype=\"directed\" idtype=\"string\""
        " timeformat=\"date\" timerepresentation=\"interval\" timezone=\"UTC\">\n");
    append_columns("node", node_columns());
    append_columns("edge", edge_columns());
  }

  std::vector<Column> node_columns() const {
    std::vector<Column> columns(kNodeColumns.begin(), kNodeColumns.end());
    if (!view_.ontology.locations.empty()) {
      columns.push_back({"latitude", "double"});
      columns.push_back({"longitude", "double"});
    }
    if (!options_.figures.ranks.empty()) columns.push_back({"rank", "double"});
    return columns;
  }

  std::vector<Column> edge_columns() const {
    std::vector<Column> columns(kEdgeColumns.begin(), kEdgeColumns.end());
    if (evidence_ != EvidenceDetail::kNone) columns.push_back({"evidence", "string"});
    return columns;
  }

  void append_columns(std::string_view target, const std::vector<Column>& columns) {
    out_.append("<attributes class=\"");
    out_.append(target);
    out_.append("\">");
    for (const Column& column : columns) {
      out_.append("<attribute id=\"");
      out_.append(column.name);
      out_.append("\" title=\"");
      out_.append(column.name);
      out_.append("\" type=\"");
      out_.append(column.type);
      out_.append("\"/>");
    }
    out_.append("</attributes>\n");
  }

  // An empty value is no value to Gephi and "" to others, so it is left out for all.
  void text(std::string_view name, std::string_view value) {
    if (value.empty()) return;
    open(name);
    append_escaped(out_, Escape::kXml, value);
    close();
  }

  void open(std::string_view name) {
    out_.append_all("<attvalue for=\"", name, "\" value=\"");
  }
  void close() { out_.append("\"/>"); }

  // A value that needs no escaping.
  void known(std::string_view name, std::string_view value) {
    if (value.empty()) return;
    open(name);
    out_.append(value);
    close();
  }

  void number(std::string_view name, std::uint64_t value) {
    open(name);
    append_number(out_, value);
    close();
  }

  void decimal(std::string_view name, double value) {
    open(name);
    append_decimal(out_, value);
    close();
  }

  void exact(std::string_view name, double value) {
    open(name);
    append_exact(out_, value);
    close();
  }

  void write_node(std::size_t index) {
    const ViewNode& node = view_.nodes[index];
    const TypeWords& type = words_.type(node.type);
    out_.append("<node id=\"");
    append_escaped(out_, Escape::kXml, node.id);
    out_.append("\" label=\"");
    append_escaped(out_, Escape::kXml, node.name);
    out_.append("\"><attvalues>");
    text("node_type", node.type);
    text("node_type_label", type.label);
    text("node_type_label_en", type.label_en);
    text("aliases", list_of(node.aliases));
    number("document_count", node.document_count);
    if (const Location* location = view_.ontology.find_location(node.id)) {
      exact("latitude", location->latitude);
      exact("longitude", location->longitude);
    }
    if (!options_.figures.ranks.empty()) decimal("rank", options_.figures.ranks[index]);
    out_.append("</attvalues><viz:color r=\"" + std::to_string(type.colour.red) + "\" g=\"" +
                std::to_string(type.colour.green) + "\" b=\"" + std::to_string(type.colour.blue) + "\"/>");
    append_position(index);
    out_.append("</node>\n");
  }

  void append_position(std::size_t index) {
    if (options_.figures.positions.empty()) return;
    out_.append("<viz:position x=\"");
    append_decimal(out_, options_.figures.positions[index].x);
    out_.append("\" y=\"");
    append_decimal(out_, options_.figures.positions[index].y);
    out_.append("\" z=\"0\"/>");
  }

  void write_edge(const ViewEdge& edge) {
    const EdgeSummary summary = summarize(edge, options_);
    write_ends(edge);
    write_relation(edge.relation, summary.shown.size());
    known("status", to_string(edge.status));
    known("confidence", thousandths_to_decimal(edge.confidence));
    number("count", summary.shown.size());
    number("sources", edge.source_count);
    if (summary.start) known("date_start", to_iso(*summary.start));
    if (summary.end) known("date_end", to_iso(*summary.end));
    if (!summary.dates.empty()) {
      open("dates");
      json_.dates(summary);
      close();
    }
    known("date_precision", precision_of(summary));
    known("judgement", judgement_of(edge));
    if (evidence_ != EvidenceDetail::kNone) {
      open("evidence");
      json_.evidence(view_, summary, evidence_);
      close();
    }
    out_.append("</attvalues>");
    append_spells(summary);
    out_.append("</edge>\n");
  }

  void write_ends(const ViewEdge& edge) {
    const std::string& from = view_.nodes[edge.from].id;
    const std::string& to = view_.nodes[edge.to].id;
    out_.append("<edge id=\"");
    append_escaped(out_, Escape::kXml, edge.relation);
    out_.append('/');
    append_escaped(out_, Escape::kXml, from);
    out_.append('/');
    append_escaped(out_, Escape::kXml, to);
    out_.append("\" source=\"");
    append_escaped(out_, Escape::kXml, from);
    out_.append("\" target=\"");
    append_escaped(out_, Escape::kXml, to);
  }

  // The rest of the tag and the values that depend on the relation alone, made once for the edges of one relation,
  // which stand together.
  void write_relation(const std::string& relation, std::size_t weight) {
    if (relation_tag_.empty() || relation != relation_) {
      relation_ = relation;
      const RelationWords& words = words_.relation(relation);
      relation_tag_ = tag_of(relation, words);
      relation_values_ = values_of(relation, words);
    }
    out_.append(relation_tag_);
    append_number(out_, weight);
    out_.append(relation_values_);
  }

  static std::string tag_of(const std::string& relation, const RelationWords& words) {
    return "\" type=\"directed\" kind=\"" + escaped(Escape::kXml, relation) + "\" label=\"" +
           escaped(Escape::kXml, words.label) + "\" weight=\"";
  }

  static std::string values_of(const std::string& relation, const RelationWords& words) {
    const std::pair<std::string_view, std::string> values[] = {
        {"relation", escaped(Escape::kXml, relation)},
        {"relation_label", escaped(Escape::kXml, words.label)},
        {"relation_label_en", escaped(Escape::kXml, words.label_en)},
        {"symmetric", words.symmetric ? "true" : "false"},
        {"is_state", words.state ? "true" : "false"}};
    std::string text = "\"><attvalues>";
    for (const auto& [name, value] : values) {
      if (!value.empty())
        text.append("<attvalue for=\"").append(name).append("\" value=\"").append(value).append("\"/>");
    }
    return text;
  }

  void append_spells(const EdgeSummary& summary) {
    const std::vector<Spell> spells = spells_of(summary);
    if (spells.empty()) return;
    out_.append("<spells>");
    for (const Spell& spell : spells) {
      out_.append("<spell start=\"" + to_iso(spell.start));
      if (spell.end) out_.append("\" end=\"" + to_iso(*spell.end));
      out_.append("\"/>");
    }
    out_.append("</spells>");
  }

  const View& view_;
  const ExportOptions& options_;
  ByteSink& out_;
  JsonText json_;
  Vocabulary words_;
  EvidenceDetail evidence_;
  std::string relation_;      // of the edge before
  std::string relation_tag_;  // what write_relation() writes for it, before the weight and after it
  std::string relation_values_;
};

}  // namespace

Result<void> write_gexf(const View& view, const ExportOptions& options, ByteSink& sink) {
  GexfWriter(view, options, sink).write();
  return sink.finish();
}

}  // namespace quanhe
