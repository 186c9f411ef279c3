#include "workbench/judged_edges.h"

#include <map>
#include <set>

#include "base/strings.h"
#include "corpus/identity.h"
#include "store/stored_sources.h"
#include "workbench/documents.h"
#include "workbench/edge_text.h"
#include "workbench/sentence_texts.h"

namespace quanhe {
namespace {

// The shown statements of each edge, its ends under the ids that the graph shows.
std::map<EdgeName, std::vector<const Statement*>> shown_edges(const DocumentFacts& facts, const MergedIds& merged,
                                                              const Ontology& ontology) {
  const auto shown_id = [&](const Node& node) {
    const auto found = merged.find(node.id);
    return found == merged.end() ? node.id : found->second;
  };
  std::map<EdgeName, std::vector<const Statement*>> edges;
  for (const Statement& statement : facts.statements) {
    if (!is_shown(statement.status)) continue;
    std::string from = shown_id(facts.nodes[statement.from]), to = shown_id(facts.nodes[statement.to]);
    const Relation* relation = ontology.find_relation(statement.relation);
    if (relation != nullptr && relation->symmetric && to < from) std::swap(from, to);
    edges[{from, statement.relation, to}].push_back(&statement);
  }
  return edges;
}

JudgedEdge::Finding finding_of(const ReadFacts& read, const std::vector<const Statement*>& statements) {
  std::set<std::string> rules;
  for (const Statement* statement : statements) rules.insert(statement->evidence.rule);
  return {read.facts.id, join(std::vector<std::string>(rules.begin(), rules.end()), ", "),
          SentenceTexts(read.document).at(statements.front()->evidence.span.start)};
}

Result<MergedIds> merged_in(StoredGraph& graph) {
  const Result<Ledgers> ledgers = graph.ledgers();
  if (!ledgers) return ledgers.error();
  return merged_ids(ledgers.value().merges, [&](const std::string& id) {
    const Result<std::optional<StoredNode>> node = graph.find_id(id);
    return node && node.value().has_value();
  });
}

std::string failure(const JudgedEdge& edge, const TextStyle& style) {
  const bool rejected = edge.judgement == Judgement::kRejected;
  std::string text = (rejected ? "rejected edge is " + style.bad("found again") : "confirmed edge is " + style.bad("not found")) +
                     ": " + printable(edge.edge) + "\n" + wrapped(printable(edge.because), "  because: ", style.width);
  for (const JudgedEdge::Finding& found : edge.found) {
    text += "  " + printable(found.document) + ", by " + found.rules + "\n" +
            wrapped(quanhe::quoted(printable(found.sentence)), "    ", style.width);
  }
  if (!rejected) text += wrapped(printable(join(edge.documents, ", ")), "  read: ", style.width);
  return text + "\n";
}

}  // namespace

Result<std::vector<JudgedEdge>> run_judgements(const RuleSet& rules, const std::vector<JudgementLine>& lines,
                                               const std::filesystem::path& path) {
  Result<StoredGraph> graph = StoredGraph::open(path);
  if (!graph) return graph.error();
  const Result<MergedIds> merged = merged_in(graph.value());
  if (!merged) return merged.error();

  std::vector<JudgedEdge> edges;
  std::vector<EdgeName> names;
  std::vector<StoredSources::Ids> ids;
  for (const auto& [name, judged] : judged_edges(lines, merged.value(), rules.ontology)) {
    const auto& [from, relation, to] = name;
    edges.push_back({edge_text(from, relation, to, rules.ontology), judged.judgement, judged.because, {}, {}});
    names.push_back(name);
    ids.emplace_back(from, to);
  }
  StoredSources sources(graph.value());
  const Result<std::vector<std::vector<DocumentKey>>> telling = sources.telling_of(ids);
  if (!telling) return telling.error();
  std::map<DocumentKey, std::vector<std::size_t>> asked;  // which edges a document can tell of
  for (std::size_t i = 0; i < edges.size(); ++i) {
    for (const DocumentKey document : telling.value()[i]) asked[document].push_back(i);
  }

  FactsReader reader(rules);
  for (const auto& [document, places] : asked) {
    Result<DocumentSource> source = sources.source(document);
    if (!source) return source.error();
    const Result<ReadFacts> read = reader.read(std::move(source).value());
    if (!read) return read.error();
    const auto shown = shown_edges(read.value().facts, merged.value(), rules.ontology);
    for (const std::size_t place : places) {
      edges[place].documents.push_back(read.value().facts.id);
      const auto found = shown.find(names[place]);
      if (found != shown.end()) edges[place].found.push_back(finding_of(read.value(), found->second));
    }
  }
  return edges;
}

std::string to_text(const std::vector<JudgedEdge>& edges, const TextStyle& style) {
  std::string text;
  std::size_t failed = 0, untested = 0;
  for (const JudgedEdge& edge : edges) {
    if (!edge.is_tested()) ++untested;
    if (edge.holds()) continue;
    ++failed;
    text += failure(edge, style);
  }
  text += counted(edges.size(), "judged edge", "judged edges") + ": ";
  if (failed == 0) {
    text += untested == 0 ? style.good("all hold") : std::to_string(edges.size() - untested) + " hold";
  } else {
    text += std::to_string(edges.size() - failed - untested) + " hold, " +
            style.bad(std::to_string(failed) + (failed == 1 ? " does not" : " do not"));
  }
  if (untested > 0) text += ", " + std::to_string(untested) + " not tested: no document of the graph names both ends";
  return text + "\n";
}

}  // namespace quanhe
