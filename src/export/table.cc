#include "export/table.h"

#include <cstdint>
#include <initializer_list>
#include <optional>
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

bool begins_a_formula(std::string_view text) {
  switch (text.front()) {
    case '=':
    case '+':
    case '-':
    case '@':
    case '\t':
    case '\r':
    case '\'': return true;
    default: return false;
  }
}

// Blanks at the ends stand in quotes because some readers drop them otherwise.
bool needs_quotes(std::string_view text, TextLook look, char separator) {
  if (text.front() == ' ' || text.back() == ' ') return true;
  // One search a character, each of them many bytes at a time.
  const auto holds = [&](char c) { return text.find(c) != std::string_view::npos; };
  if (holds(separator)) return true;
  return !look.is_plain && (holds('"') || holds('\n') || holds('\r'));
}

class TableWriter {
 public:
  TableWriter(char separator, ByteSink& sink) : separator_(separator), out_(sink), json_(sink, Escape::kJsonInTable) {}

  void names(std::initializer_list<std::string_view> columns) {
    for (const std::string_view column : columns) known(column);
  }

  void text(std::string_view value) {
    part();
    append_table_field(out_, value, separator_);
  }

  // A value that needs no quotes: a number, a date, one of our own words.
  void known(std::string_view value) {
    part();
    out_.append(value);
  }

  void number(std::uint64_t value) {
    part();
    append_number(out_, value);
  }

  void decimal(double value) {
    part();
    append_decimal(out_, value);
  }

  void exact(double value) {
    part();
    append_exact(out_, value);
  }

  // JSON, in quotes; write(JsonText&) writes it.
  template <typename Write>
  void json(Write write) {
    part();
    out_.append('"');
    write(json_);
    out_.append('"');
  }

  void end_row() {
    out_.append('\n');
    end_part();
  }

  // Ends fields that are to stand in a row of another.
  void end_part() { begun_ = false; }

 private:
  void part() {
    if (begun_) out_.append(separator_);
    begun_ = true;
  }

  char separator_;
  ByteSink& out_;
  JsonText json_;
  bool begun_ = false;
};

void write_location(TableWriter& table, const Location* location) {
  if (location == nullptr) return table.names({"", ""});
  table.exact(location->latitude);
  table.exact(location->longitude);
}

void write_node(TableWriter& table, Vocabulary& words, const View& view, std::size_t index,
                const NodeFigures& figures) {
  const ViewNode& node = view.nodes[index];
  const TypeWords& type = words.type(node.type);
  table.text(node.id);
  table.text(node.name);
  table.text(node.type);
  table.text(type.label);
  table.text(type.label_en);
  if (node.aliases.empty()) {
    table.known("");
  } else {
    table.json([&](JsonText& json) { json.texts(node.aliases); });
  }
  table.number(node.document_count);
  if (!view.ontology.locations.empty()) write_location(table, view.ontology.find_location(node.id));
  if (!figures.ranks.empty()) table.decimal(figures.ranks[index]);
  if (!figures.positions.empty()) {
    table.decimal(figures.positions[index].x);
    table.decimal(figures.positions[index].y);
  }
  table.end_row();
}

constexpr std::size_t kKeptDocuments = 2048;
constexpr std::size_t kLongestKept = 512;

// What a row says of a document.
struct DocumentFields {
  std::optional<std::uint32_t> index;
  std::string text;
};

class OccurrenceTable {
 public:
  OccurrenceTable(const View& view, const ExportOptions& options, char separator, ByteSink& sink)
      : view_(view),
        options_(options),
        words_(view),
        evidence_(options.evidence.value_or(EvidenceDetail::kFull)),
        table_(separator, sink),
        row_(separator, fields_.begin()) {}

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
                  "judgement",
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
    const std::vector<const ViewOccurrence*> shown = shown_occurrences(edge, options_);
    const std::string& fields = fields_of(edge, shown.size());
    for (const ViewOccurrence* occurrence : shown) {
      table_.known(fields);
      write_statement(*occurrence);
      table_.end_row();
    }
  }

 private:
  bool has_quotes() const { return evidence_ == EvidenceDetail::kShort || evidence_ == EvidenceDetail::kFull; }

  // What each row of the edge begins with.
  const std::string& fields_of(const ViewEdge& edge, std::size_t count) {
    const std::string& relation = relation_fields_of(edge.relation);
    fields_.begin();
    row_.text(edge_id(view_, edge));
    row_.known(relation);
    row_.text(view_.nodes[edge.from].id);
    row_.text(view_.nodes[edge.from].name);
    row_.text(view_.nodes[edge.to].id);
    row_.text(view_.nodes[edge.to].name);
    row_.known(to_string(edge.status));
    row_.known(thousandths_to_decimal(edge.confidence));
    row_.number(count);
    row_.number(edge.source_count);
    row_.known(judgement_of(edge));
    row_.end_part();
    return edge_fields_ = fields_.text();
  }

  // What depends on the relation alone, made once for the edges of one relation, which stand together.
  const std::string& relation_fields_of(const std::string& relation) {
    if (!relation_fields_.empty() && relation == relation_) return relation_fields_;
    const RelationWords& words = words_.relation(relation);
    fields_.begin();
    row_.text(relation);
    row_.text(words.label);
    row_.text(words.label_en);
    row_.known(words.symmetric ? "true" : "false");
    row_.known(words.state ? "true" : "false");
    row_.end_part();
    relation_ = relation;
    return relation_fields_ = fields_.text();
  }

  // A document says many things, in rows that stand apart.
  const std::string& document_fields_of(std::uint32_t index) {
    DocumentFields& kept = documents_[index % documents_.size()];
    if (kept.index == index) return kept.text;
    const ViewDocument& document = view_.documents[index];
    fields_.begin();
    row_.text(document.id);
    row_.text(document.date);
    row_.text(document.title);
    row_.text(document.url);
    row_.end_part();
    if (fields_.text().size() > kLongestKept) return fields_.text();
    kept.index = index;
    return kept.text = fields_.text();
  }

  void write_statement(const ViewOccurrence& occurrence) {
    const auto date = date_of(occurrence);
    table_.known(to_string(occurrence.status));
    table_.known(thousandths_to_decimal(occurrence.evidence.confidence));
    const std::string start = date ? to_iso(date->start) : "";
    table_.known(start);
    table_.known(date && date->end ? to_iso(*date->end) : start);
    if (occurrence.attributes.empty()) {
      table_.known("");
    } else {
      table_.json([&](JsonText& json) { json.attributes(occurrence); });
    }
    table_.number(occurrence.number);
    table_.known(document_fields_of(occurrence.document));
    if (evidence_ == EvidenceDetail::kNone) return;
    const Evidence& evidence = occurrence.evidence;
    table_.text(evidence.rule);
    table_.number(evidence.span.start);
    table_.number(evidence.span.end);
    if (!has_quotes()) return;
    if (evidence_ == EvidenceDetail::kFull) return table_.text(evidence.quote);
    table_.text(cut_quote(evidence.quote, kLongestShortQuote));
  }

  const View& view_;
  const ExportOptions& options_;
  Vocabulary words_;
  EvidenceDetail evidence_;
  TableWriter table_;
  TextSink fields_;
  TableWriter row_;  // into `fields_`
  std::string edge_fields_;
  std::string relation_;  // of the edge before
  std::string relation_fields_;
  std::vector<DocumentFields> documents_ = std::vector<DocumentFields>(kKeptDocuments);  // by the last digits of their index
};

}  // namespace

void append_table_field(ByteSink& out, std::string_view text, char separator) {
  if (text.empty()) return;
  const TextLook look = look_at(text);
  const bool quoted = needs_quotes(text, look, separator);
  if (quoted) out.append('"');
  if (begins_a_formula(text)) out.append('\'');
  append_escaped(out, Escape::kTable, text, look);
  if (quoted) out.append('"');
}

Result<void> write_node_table(const View& view, const ExportOptions& options, char separator, ByteSink& sink) {
  TableWriter table(separator, sink);
  table.names({"id", "name", "type", "type_label", "type_label_en", "aliases", "document_count"});
  if (!view.ontology.locations.empty()) table.names({"latitude", "longitude"});
  if (!options.figures.ranks.empty()) table.known("rank");
  if (!options.figures.positions.empty()) table.names({"x", "y"});
  table.end_row();
  Vocabulary words(view);
  for (std::size_t i = 0; i < view.nodes.size() && !sink.failed(); ++i) {
    write_node(table, words, view, i, options.figures);
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
  for (std::size_t i = 0; i < view.edges.size() && !sink.failed(); ++i) {
    announce_edges_behind(view, i);
    const ViewEdge& edge = view.edges[i];
    if (is_exported(edge, options)) table.write(edge);
  }
  return sink.finish();
}

}  // namespace quanhe
