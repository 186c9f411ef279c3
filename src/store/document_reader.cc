#include "store/document_reader.h"

#include <algorithm>
#include <utility>

namespace quanhe {
namespace {

// A document's occurrences stand side by side.
const std::string kItsOccurrences =
    " FROM documents d JOIN occurrences o ON o.occurrence >= d.first_occurrence "
    "AND o.occurrence < d.first_occurrence + d.occurrence_count ";

std::uint32_t small(SqlStatement& row, int column) {
  return static_cast<std::uint32_t>(row.integer_within(column, 0, UINT32_MAX));
}

}  // namespace

DocumentReader::DocumentReader(Database& database, StatementNames& names)
    : database_(database),
      names_(names),
      head_(database.prepare("SELECT id, date, date_basis, url, title, content_hash, is_cut_short, near_copy_keys FROM "
                             "documents WHERE document = ?")),
      node_list_(database.prepare("SELECT nodes FROM documents WHERE document = ?")),
      node_(database.prepare("SELECT id, type, name FROM nodes WHERE node = ?")),
      spelling_(database.prepare("SELECT name FROM spellings WHERE spelling = ?")),
      sentences_(database.prepare(
          "SELECT s.start, s.text FROM documents d JOIN sentences s ON s.sentence >= d.first_sentence "
          "AND s.sentence < d.first_sentence + d.sentence_count WHERE d.document = ? ORDER BY s.sentence")),
      statements_(database.prepare(
          "SELECT e.from_node, e.relation, e.to_node, o.number, o.form, o.start, o.length, coalesce(o.date, 0), "
          "coalesce(o.attributes, ''), o.places" +
          kItsOccurrences +
          "JOIN edges e ON e.edge = coalesce(o.said_edge, o.edge) WHERE d.document = ? ORDER BY o.occurrence")),
      defaulted_(database.prepare(
          "SELECT o.occurrence, o.edge, o.standing, e.from_node, e.to_node, o.number, o.form, o.start, o.places" +
          kItsOccurrences +
          "JOIN edges e ON e.edge = o.edge WHERE d.document = ? AND o.standing > 0 AND e.from_node <> e.to_node "
          "ORDER BY o.occurrence")) {}

std::vector<ListedNode> DocumentReader::nodes_of(DocumentKey document) {
  std::vector<ListedNode> nodes;
  if (node_list_.bind(document).next()) nodes = parse_nodes(database_, node_list_.bytes(0));
  node_list_.reset();
  return nodes;
}

void DocumentReader::read_head(DocumentKey document, DocumentFacts& facts) {
  if (!head_.bind(document).next()) return database_.report_damage("a document that is not there");
  facts.id = head_.text(0);
  facts.date = head_.text(1);
  facts.date_basis = head_.text(2);
  facts.url = head_.text(3);
  facts.title = head_.text(4);
  facts.content_hash = head_.hash(5);
  facts.cut_short = head_.integer(6) != 0;
  facts.near_copy_keys = parse_keys(database_, head_.bytes(7));
  head_.reset();
}

DocumentReader::Places DocumentReader::read_nodes(DocumentKey document, DocumentFacts& facts) {
  std::vector<std::pair<Node, NodeKey>> nodes;
  for (const ListedNode& listed : nodes_of(document)) {
    if (!node_.bind(listed.key).next()) {
      database_.report_damage("a document that names no node");
      return {};
    }
    Node& node = nodes.emplace_back(Node{node_.text(0), node_.text(1), node_.text(2), {}, {}}, listed.key).first;
    node_.reset();
    for (const SpellingKey key : listed.spellings) {
      if (spelling_.bind(key).next()) node.aliases.push_back(spelling_.text(0));
      spelling_.reset();
    }
  }
  std::sort(nodes.begin(), nodes.end(), [](const auto& a, const auto& b) { return a.first.id < b.first.id; });
  Places places;
  for (auto& [node, key] : nodes) {
    places.emplace(key, static_cast<std::uint32_t>(facts.nodes.size()));
    facts.nodes.push_back(std::move(node));
  }
  return places;
}

void DocumentReader::read_sentences(DocumentKey document, DocumentFacts& facts) {
  sentences_.bind(document);
  while (sentences_.next()) {
    facts.sentence_starts.push_back(small(sentences_, 0));
    facts.text += sentences_.text(1);
  }
}

// Of the current row of statements_; nothing where its ends are not among `places`.
std::optional<Statement> DocumentReader::read_statement(const Places& places, const std::string& text) {
  SqlStatement& row = statements_;
  const auto from = places.find(row.integer(0)), to = places.find(row.integer(2));
  if (from == places.end() || to == places.end()) return std::nullopt;
  Statement statement;
  statement.from = from->second;
  statement.to = to->second;
  statement.relation = names_.relations.name_of(row.integer(1));
  statement.occurrence = small(row, 3);
  const StatementForm& form = names_.forms.of(row.integer(4));
  statement.status = form.status;
  Evidence& evidence = statement.evidence;
  evidence.rule = names_.rules.name_of(form.rule);
  evidence.confidence = form.confidence;
  const std::uint32_t start = small(row, 5);
  evidence.span = {start, start + small(row, 6)};
  if (evidence.span.end <= text.size()) evidence.quote = text.substr(start, evidence.span.length());
  statement.attributes = parse_attributes(database_, names_.dates.name_of(row.integer(7)), row.text(8));
  evidence.parts = parse_parts(database_, form.roles, row.bytes(9), start, names_.terms);
  return statement;
}

DocumentFacts DocumentReader::text(DocumentKey document) {
  DocumentFacts facts;
  read_sentences(document, facts);
  return facts;
}

DocumentFacts DocumentReader::facts(DocumentKey document) {
  DocumentFacts facts;
  read_head(document, facts);
  const Places places = read_nodes(document, facts);
  read_sentences(document, facts);
  statements_.bind(document);
  while (statements_.next()) {
    std::optional<Statement> statement = read_statement(places, facts.text);
    if (!statement) {
      database_.report_damage("a statement about a node that the document does not name");
      break;
    }
    facts.statements.push_back(std::move(*statement));
  }
  return facts;
}

DefaultedRows DocumentReader::defaulted_statements(DocumentKey document) {
  DefaultedRows rows;
  Places places;
  const auto place_of = [&](NodeKey key) {
    return places.emplace(key, static_cast<std::uint32_t>(places.size())).first->second;
  };
  SqlStatement& row = defaulted_.bind(document);
  while (row.next()) {
    rows.keys.push_back(row.integer(0));
    rows.edges.push_back(row.integer(1));
    rows.standings.push_back(static_cast<Standing>(row.integer_within(2, 0, 2)));
    Statement statement;
    statement.from = place_of(row.integer(3));
    statement.to = place_of(row.integer(4));
    statement.occurrence = small(row, 5);
    const StatementForm& form = names_.forms.of(row.integer(6));
    statement.evidence.parts = parse_parts(database_, form.roles, row.bytes(8), small(row, 7), names_.terms);
    rows.statements.push_back(std::move(statement));
  }
  return rows;
}

}  // namespace quanhe
