#include "export/table.h"

#include <array>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "export/edge_summary.h"
#include "export/escape.h"
#include "export/evidence_json.h"
#include "export/numbers.h"
#include "export/words.h"

namespace quanhe {
namespace {

bool begins_a_formula(std::string_view text) {
  return !text.empty() && std::string_view("=+-@\t\r'").find(text.front()) != std::string_view::npos;
}

// Bytes because of which a field may have to be written otherwise than as it stands.
constexpr std::array<bool, 256> kSpecial = [] {
  std::array<bool, 256> special{};
  for (unsigned char c = 0; c < 0x20; ++c) special[c] = true;
  for (const unsigned char c : {'"', ',', ';'}) special[c] = true;
  return special;
}();

bool is_plain(std::string_view text) {
  for (const char c : text) {
    if (kSpecial[static_cast<unsigned char>(c)]) return false;
  }
  return text.empty() || (text.front() != ' ' && text.back() != ' ');
}

class TableWriter {
 public:
  TableWriter(char separator, ByteSink& sink) : separator_(separator), sink_(sink) {}

  void names(std::initializer_list<std::string_view> columns) {
    for (const std::string_view column : columns) known(column);
  }

  void text(std::string_view value) {
    part();
    append_table_field(row_, value, separator_);
  }

  // A value that needs no quotes: a number, a date, one of our own words.
  void known(std::string_view value) {
    part();
    row_ += value;
  }

  void number(std::uint64_t value) { known(std::to_string(value)); }

  void decimal(double value) {
    part();
    append_decimal(row_, value);
  }

  void end_row() {
    row_ += '\n';
    sink_.append(row_);
    row_.clear();
  }

 private:
  void part() {
    if (!row_.empty()) row_ += separator_;
  }

  char separator_;
  ByteSink& sink_;
  std::string row_;
};

void write_node(TableWriter& table, Vocabulary& words, const ViewNode& node, std::size_t index,
                const NodeFigures& figures) {
  const TypeWords& type = words.type(node.type);
  std::string aliases;
  append_aliases_json(aliases, node);
  table.text(node.id);
  table.text(node.name);
  table.text(node.type);
  table.text(type.label);
  table.text(type.label_en);
  table.text(aliases);
  table.number(node.document_count);
  if (!figures.ranks.empty()) table.decimal(figures.ranks[index]);
  if (!figures.positions.empty()) {
    table.decimal(figures.positions[index].x);
    table.decimal(figures.positions[index].y);
  }
  if (!figures.coordinates.empty()) {
    const auto& place = figures.coordinates[index];
    place ? table.decimal(place->latitude) : table.known("");
    place ? table.decimal(place->longitude) : table.known("");
  }
  table.end_row();
}

class OccurrenceTable {
 public:
  OccurrenceTable(const View& view, const ExportOptions& options, char separator, ByteSink& sink)
      : view_(view),
        options_(options),
        words_(view),
        evidence_(options.evidence.value_or(EvidenceDetail::kFull)),
        table_(separator, sink) {}

  void write_header() {
    table_.names({"edge_id",
                  "relation",
                  "relation_label",
                  "relation_label_en",
                  "symmetric",
                  "is_state",
                  "from_id",
                  "from_name",
                  "to_id",
                  "to_name",
                  "status",
                  "confidence",
                  "count",
                  "sources",
                  "statement_status",
                  "statement_confidence",
                  "date_start",
                  "date_end",
                  "attributes",
                  "occurrence",
                  "document",
                  "document_date",
                  "title",
                  "url"});
    if (evidence_ != EvidenceDetail::kNone) table_.names({"rule", "start", "end"});
    if (has_quotes()) table_.known("quote");
    table_.end_row();
  }

  void write(const ViewEdge& edge) {
    const EdgeSummary summary = summarize(edge, options_);
    for (const ViewOccurrence* occurrence : summary.shown) {
      write_edge(edge, summary);
      write_statement(*occurrence);
      table_.end_row();
    }
  }

 private:
  bool has_quotes() const { return evidence_ == EvidenceDetail::kShort || evidence_ == EvidenceDetail::kFull; }

  void write_edge(const ViewEdge& edge, const EdgeSummary& summary) {
    const RelationWords& relation = words_.relation(edge.relation);
    table_.text(edge_id(view_, edge));
    table_.text(edge.relation);
    table_.text(relation.label);
    table_.text(relation.label_en);
    table_.known(relation.symmetric ? "true" : "false");
    table_.known(relation.state ? "true" : "false");
    table_.text(view_.nodes[edge.from].id);
    table_.text(view_.nodes[edge.from].name);
    table_.text(view_.nodes[edge.to].id);
    table_.text(view_.nodes[edge.to].name);
    table_.known(to_string(edge.status));
    table_.known(thousandths_to_decimal(edge.confidence));
    table_.number(summary.shown.size());
    table_.number(edge.source_count);
  }

  void write_statement(const ViewOccurrence& occurrence) {
    const ViewDocument& document = view_.documents[occurrence.document];
    const auto date = date_of(occurrence);
    std::string attributes;
    if (!occurrence.attributes.empty()) append_attributes_json(attributes, occurrence);
    table_.known(to_string(occurrence.status));
    table_.known(thousandths_to_decimal(occurrence.evidence.confidence));
    table_.known(date ? to_iso(date->start) : "");
    table_.known(date ? to_iso(date->end.value_or(date->start)) : "");
    table_.text(attributes);
    table_.number(occurrence.number);
    table_.text(document.id);
    table_.text(document.date);
    table_.text(document.title);
    table_.text(document.url);
    if (evidence_ == EvidenceDetail::kNone) return;
    const Evidence& evidence = occurrence.evidence;
    table_.text(evidence.rule);
    table_.number(evidence.span.start);
    table_.number(evidence.span.end);
    if (!has_quotes()) return;
    table_.text(evidence_ == EvidenceDetail::kFull ? evidence.quote : cut_quote(evidence.quote, kLongestShortQuote));
  }

  const View& view_;
  const ExportOptions& options_;
  Vocabulary words_;
  EvidenceDetail evidence_;
  TableWriter table_;
};

}  // namespace

void append_table_field(std::string& out, std::string_view text, char separator) {
  const std::string repaired = is_valid_utf8(text) ? std::string() : replace_invalid_utf8(text);
  if (!repaired.empty()) text = repaired;
  const bool formula = begins_a_formula(text);
  if (is_plain(text)) {
    if (formula) out += '\'';
    out += text;
    return;
  }
  const bool quoted = text.front() == ' ' || text.back() == ' ' ||
                      text.find_first_of(std::string{'"', '\n', '\r', separator}) != std::string_view::npos;
  if (quoted) out += '"';
  if (formula) out += '\'';
  for (const char c : text) {
    if (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r') continue;
    out.append(c == '"' ? 2 : 1, c);
  }
  if (quoted) out += '"';
}

Result<void> write_node_table(const View& view, const ExportOptions& options, char separator, ByteSink& sink) {
  TableWriter table(separator, sink);
  table.names({"id", "name", "type", "type_label", "type_label_en", "aliases", "document_count"});
  if (!options.figures.ranks.empty()) table.known("rank");
  if (!options.figures.positions.empty()) table.names({"x", "y"});
  if (!options.figures.coordinates.empty()) table.names({"latitude", "longitude"});
  table.end_row();
  Vocabulary words(view);
  for (std::size_t i = 0; i < view.nodes.size() && !sink.failed(); ++i) {
    write_node(table, words, view.nodes[i], i, options.figures);
  }
  return sink.finish();
}

Result<void> write_about_table(const View& view, const ExportOptions& options, char separator, ByteSink& sink) {
  TableWriter table(separator, sink);
  const std::pair<std::string_view, std::string> rows[] = {{"what", "value"},
                                                           {"program", "quanhe " + options.program_version},
                                                           {"pack", view.pack.name},
                                                           {"pack_version", view.pack.version},
                                                           {"pack_hash", view.pack.hash}};
  for (const auto& [what, value] : rows) {
    table.known(what);
    table.text(value);
    table.end_row();
  }
  return sink.finish();
}

Result<void> write_occurrence_table(const View& view, const ExportOptions& options, char separator, ByteSink& sink) {
  OccurrenceTable table(view, options, separator, sink);
  table.write_header();
  for (const ViewEdge& edge : view.edges) {
    if (sink.failed()) break;
    if (is_exported(edge, options)) table.write(edge);
  }
  return sink.finish();
}

}  // namespace quanhe
