#include "workbench/pack_diff.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "base/strings.h"
#include "workbench/edge_text.h"
#include "workbench/sentence_texts.h"

namespace quanhe {
namespace {

using EdgeKey = std::tuple<std::string, std::string, std::string>;  // ids of the ends around the relation

// The shown statements of each edge, in the order of the text.
using Edges = std::map<EdgeKey, std::vector<const Statement*>>;

Edges shown_edges(const DocumentFacts& facts) {
  Edges edges;
  for (const Statement& statement : facts.statements) {
    if (!is_shown(statement.status)) continue;
    const EdgeKey key(facts.nodes[statement.from].id, statement.relation, facts.nodes[statement.to].id);
    edges[key].push_back(&statement);
  }
  return edges;
}

// What stands in one and not in the other, by the first statement of each.
std::vector<const std::vector<const Statement*>*> only_in(const Edges& edges, const Edges& other) {
  std::vector<const std::vector<const Statement*>*> only;
  for (const auto& [key, statements] : edges) {
    if (!other.contains(key)) only.push_back(&statements);
  }
  std::stable_sort(only.begin(), only.end(),
                   [](const auto* a, const auto* b) { return a->front()->evidence.span < b->front()->evidence.span; });
  return only;
}

// How an edge is written, with the types of its ends or without.
std::string text_of(const DocumentFacts& facts, const Statement& statement, const Ontology& ontology, bool with_types) {
  const auto end = [&](const Node& node) { return with_types ? node.name + " (" + node.type + ")" : node.name; };
  return edge_text(end(facts.nodes[statement.from]), statement.relation, end(facts.nodes[statement.to]), ontology);
}

// One side of the comparison.
struct Side {
  const ReadFacts& read;
  const Ontology& ontology;
  std::vector<const std::vector<const Statement*>*> edges;

  std::multiset<std::string> texts() const {
    std::multiset<std::string> texts;
    for (const auto* statements : edges) texts.insert(text_of(read.facts, *statements->front(), ontology, false));
    return texts;
  }

  std::vector<ChangedEdge> changes(const std::multiset<std::string>& all) const {
    const SentenceTexts sentences(read.document);
    std::vector<ChangedEdge> changes;
    for (const auto* statements : edges) {
      const Statement& first = *statements->front();
      std::set<std::string> rules;
      for (const Statement* statement : *statements) rules.insert(statement->evidence.rule);
      std::string text = text_of(read.facts, first, ontology, false);
      if (all.count(text) > 1) text = text_of(read.facts, first, ontology, true);
      changes.push_back({std::move(text), join(std::vector<std::string>(rules.begin(), rules.end()), ", "),
                         sentences.at(first.evidence.span.start)});
    }
    return changes;
  }
};

std::string part_text(const std::string& label, const std::vector<ChangedEdge>& edges, const TextStyle& style) {
  std::string text;
  for (const ChangedEdge& edge : edges) {
    text += wrapped(printable(edge.edge + ", by " + edge.rules), "  " + label, style.width);
    text += wrapped(quoted(std::string_view(edge.sentence)), "    ", style.width);
  }
  return text;
}

}  // namespace

Result<DocumentDiff> PackDiff::compare(const DocumentSource& source) {
  const Result<ReadFacts> before = old_reader_.read(source);
  if (!before) return before.error();
  const Result<ReadFacts> after = new_reader_.read(source);
  if (!after) return after.error();
  const Edges old_edges = shown_edges(before.value().facts);
  const Edges new_edges = shown_edges(after.value().facts);
  const Side lost{before.value(), old_rules_.ontology, only_in(old_edges, new_edges)};
  const Side gained{after.value(), new_rules_.ontology, only_in(new_edges, old_edges)};
  std::multiset<std::string> texts = lost.texts();
  texts.merge(gained.texts());
  return DocumentDiff{source.id, lost.changes(texts), gained.changes(texts)};
}

std::string to_text(const DocumentDiff& diff, const TextStyle& style) {
  if (diff.lost.empty() && diff.gained.empty()) return "";
  return style.bold(printable(diff.id)) + "\n" + part_text(style.bad("lost") + "    ", diff.lost, style) +
         part_text(style.good("gained") + "  ", diff.gained, style);
}

}  // namespace quanhe
