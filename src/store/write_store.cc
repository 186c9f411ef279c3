#include <map>
#include <string>
#include <string_view>
#include <tuple>

#include "base/hash.h"
#include "base/interner.h"
#include "store/ontology_tables.h"
#include "store/schema.h"
#include "store/store.h"
#include "text/fold.h"

namespace quanhe {
namespace {

void write_documents(Database& database, const std::vector<ViewDocument>& documents) {
  SqlStatement row = database.prepare("INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  for (std::size_t i = 0; i < documents.size(); ++i) {
    const ViewDocument& document = documents[i];
    row.run(i + 1, document.id, document.date, document.date_basis, document.url, document.title,
            to_hex(document.content_hash), document.source_group + 1);
  }
}

void write_nodes(Database& database, const std::vector<ViewNode>& nodes) {
  SqlStatement node_row = database.prepare("INSERT INTO nodes VALUES (?, ?, ?, ?, ?)");
  SqlStatement name_row = database.prepare("INSERT INTO names VALUES (?, ?, ?, ?)");
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const ViewNode& node = nodes[i];
    node_row.run(i + 1, node.id, node.type, node.name, node.document_count);
    name_row.run(i + 1, node.name, ascii_fold(node.name), 1);
    for (const std::string& alias : node.aliases) name_row.run(i + 1, alias, ascii_fold(alias), 0);
  }
}

// The statements of one match share their words, so these are stored once.
class PassageTable {
 public:
  explicit PassageTable(Database& database) : row_(database.prepare("INSERT INTO passages VALUES (?, ?, ?, ?, ?)")) {}

  std::size_t key_of(const ViewOccurrence& occurrence) {
    const Evidence& evidence = occurrence.evidence;
    const auto [found, is_new] = keys_.emplace(
        std::tuple(occurrence.document, evidence.span, std::string_view(evidence.quote)), keys_.size() + 1);
    if (is_new) {
      row_.run(found->second, occurrence.document + 1, evidence.span.start, evidence.span.end, evidence.quote);
    }
    return found->second;
  }

 private:
  SqlStatement row_;
  std::map<std::tuple<std::uint32_t, Span, std::string_view>, std::size_t> keys_;
};

class RuleTable {
 public:
  explicit RuleTable(Database& database) : row_(database.prepare("INSERT INTO rules VALUES (?, ?)")) {}

  std::uint32_t key_of(const std::string& rule) {
    const std::uint32_t count = rules_.size();
    const std::uint32_t number = rules_.add(rule);
    if (number == count) row_.run(number + 1, rule);
    return number + 1;
  }

 private:
  SqlStatement row_;
  Interner rules_;
};

// "60-78 90-95"
std::string spans_as_text(const std::vector<Span>& spans) {
  std::string text;
  for (const Span& span : spans) {
    if (!text.empty()) text += ' ';
    text += std::to_string(span.start) + '-' + std::to_string(span.end);
  }
  return text;
}

void write_part(SqlStatement& row, std::size_t occurrence, std::size_t position, const Part& part) {
  const std::string resolved = spans_as_text(part.resolved);
  if (part.span) {
    row.run(occurrence, position, part.role, part.span->start, part.span->end, part.via, resolved);
  } else {
    row.run(occurrence, position, part.role, nullptr, nullptr, part.via, resolved);
  }
}

void write_edges(Database& database, const std::vector<ViewEdge>& edges) {
  SqlStatement edge_row = database.prepare("INSERT INTO edges VALUES (?, ?, ?, ?, ?, ?, ?)");
  SqlStatement occurrence_row = database.prepare("INSERT INTO occurrences VALUES (?, ?, ?, ?, ?, ?, ?)");
  SqlStatement attribute_row = database.prepare("INSERT INTO attributes VALUES (?, ?, ?, ?)");
  SqlStatement part_row = database.prepare("INSERT INTO parts VALUES (?, ?, ?, ?, ?, ?, ?)");
  PassageTable passages(database);
  RuleTable rules(database);

  std::size_t key = 0;  // of the occurrence
  for (std::size_t i = 0; i < edges.size(); ++i) {
    const ViewEdge& edge = edges[i];
    edge_row.run(i + 1, edge.from + 1, edge.relation, edge.to + 1, static_cast<int>(edge.status), edge.confidence,
                 edge.source_count);
    for (const ViewOccurrence& occurrence : edge.occurrences) {
      const Evidence& evidence = occurrence.evidence;
      ++key;
      occurrence_row.run(key, i + 1, passages.key_of(occurrence), occurrence.number,
                         static_cast<int>(occurrence.status), rules.key_of(evidence.rule), evidence.confidence);
      for (std::size_t j = 0; j < occurrence.attributes.size(); ++j) {
        attribute_row.run(key, j, occurrence.attributes[j].first, occurrence.attributes[j].second);
      }
      for (std::size_t j = 0; j < evidence.parts.size(); ++j) write_part(part_row, key, j, evidence.parts[j]);
    }
    if (!database.status()) return;
  }
}

}  // namespace

Result<void> write_store(const View& view, const std::filesystem::path& path) {
  Result<Database> database = create_store(path);
  if (!database) return database.error();
  write_ontology(database.value(), view.ontology, view.pack);
  write_documents(database.value(), view.documents);
  write_nodes(database.value(), view.nodes);
  write_edges(database.value(), view.edges);
  finish_store(database.value());
  return database.value().status();
}

}  // namespace quanhe
