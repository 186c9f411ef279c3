#include "query/facts_list.h"

#include <algorithm>
#include <tuple>

#include "base/strings.h"
#include "query/answer_pieces.h"
#include "query/table.h"
#include "query/vocabulary.h"
#include "store/stored_evidence.h"

namespace quanhe {
namespace {

// The nodes that were asked for; 0 where none was.
struct AskedNodes {
  NodeKey either = 0;
  NodeKey from = 0;
  NodeKey to = 0;
};

bool has_asked_ends(const StoredEdge& edge, bool symmetric, const AskedNodes& asked) {
  const auto has = [&](NodeKey node) { return edge.from == node || edge.to == node; };
  if (asked.either != 0 && !has(asked.either)) return false;
  if (symmetric) return (asked.from == 0 || has(asked.from)) && (asked.to == 0 || has(asked.to));
  return (asked.from == 0 || edge.from == asked.from) && (asked.to == 0 || edge.to == asked.to);
}

Result<AskedNodes> find_asked(StoredGraph& graph, const FactsQuestion& question, FactsAnswer& answer) {
  AskedNodes asked;
  for (const auto& [name, key] : {std::pair(&question.name, &asked.either), std::pair(&question.from, &asked.from),
                                  std::pair(&question.to, &asked.to)}) {
    if (name->empty()) continue;
    Result<NameAnswer> found = find_node(graph, *name);
    if (!found) return found.error();
    if (found.value().outcome == NameOutcome::kFound) *key = found.value().candidates.front().node.key;
    answer.names.push_back(std::move(found).value());
  }
  return asked;
}

void sort_facts(std::vector<ShownEdge>& facts, const Ontology& ontology) {
  const auto key = [&](const ShownEdge& fact) {
    return std::tuple(place_of(ontology, fact.relation), std::tie(fact.relation, fact.from.name, fact.to.name),
                      std::tie(fact.from.id, fact.to.id));
  };
  std::sort(facts.begin(), facts.end(), [&](const ShownEdge& a, const ShownEdge& b) { return key(a) < key(b); });
}

// The status has a column where not all happened.
Table facts_table(const FactsAnswer& answer) {
  const bool statuses = std::any_of(answer.facts.begin(), answer.facts.end(), [](const ShownEdge& fact) {
    return fact.figures.status != Status::kHappened;
  });
  std::vector<Column> columns = {{"FROM", false, 8}, {"RELATION", false, 8}, {"TO", false, 8}};
  if (statuses) columns.push_back({"STATUS", false, 0});
  columns.insert(columns.end(), {{"DATE", false, 7}, {"SAID", true, 0}, {"SRC", true, 0}, {"SURE", true, 0}});
  Table table(std::move(columns));
  for (const ShownEdge& fact : answer.facts) {
    const EdgeFigures& figures = fact.figures;
    std::vector<std::string> values = {fact.from.name, fact.label, fact.to.name};
    if (statuses) values.emplace_back(to_string(figures.status));
    values.insert(values.end(), {first_date(figures.dates), std::to_string(figures.statements),
                                 std::to_string(figures.sources), as_fraction(figures.confidence)});
    table.add_row(std::move(values));
  }
  return table;
}

void write_fact(JsonWriter& json, const ShownEdge& fact) {
  json.begin_object();
  write_edge(json, fact);
  json.end_object();
}

std::string facts_json(const FactsAnswer& answer) {
  JsonWriter json;
  json.begin_object();
  json.field("outcome", outcome_name(NameOutcome::kFound));
  json.key("count");
  json.integer(static_cast<std::int64_t>(answer.count));
  json.key("facts");
  json.begin_array();
  for (const ShownEdge& fact : answer.facts) write_fact(json, fact);
  json.end_array();
  json.end_object();
  return json.take() + '\n';
}

std::string facts_tsv(const FactsAnswer& answer) {
  std::string text;
  append_tsv_line(text, {"from", "relation", "label", "to", "from_id", "to_id", "status", "statements", "documents",
                         "sources", "confidence", "dates"});
  for (const ShownEdge& fact : answer.facts) {
    const EdgeFigures& figures = fact.figures;
    append_tsv_line(text, {fact.from.name, fact.relation, fact.label, fact.to.name, fact.from.id, fact.to.id,
                           to_string(figures.status), std::to_string(figures.statements),
                           std::to_string(figures.documents), std::to_string(figures.sources),
                           std::to_string(figures.confidence), join(figures.dates, " ")});
  }
  return text;
}

std::string heading(const FactsAnswer& answer) {
  if (answer.count == 0) return "no facts";
  const std::string all = plural(answer.count, "fact");
  return answer.facts.size() < answer.count ? all + ", of which the first " + std::to_string(answer.facts.size()) : all;
}

}  // namespace

const NameAnswer* first_not_found(const std::vector<NameAnswer>& names) {
  const auto found =
      std::find_if(names.begin(), names.end(), [](const NameAnswer& name) { return name.outcome != NameOutcome::kFound; });
  return found == names.end() ? nullptr : &*found;
}

Result<FactsAnswer> find_facts(StoredGraph& graph, const FactsQuestion& question) {
  const Result<std::vector<std::string>> relations = find_relations(graph.ontology(), question.relations);
  if (!relations) return relations.error();
  FactsAnswer answer;
  const Result<AskedNodes> found = find_asked(graph, question, answer);
  if (!found) return found.error();
  if (first_not_found(answer.names) != nullptr) return answer;
  const AskedNodes& asked = found.value();
  const NodeKey any = std::max({asked.either, asked.from, asked.to});
  StoredEvidence evidence(graph);
  const auto edges = any != 0 ? graph.edges_at(any) : evidence.edges_of(relations.value());
  if (!edges) return edges.error();
  for (const StoredEdge& stored : edges.value()) {
    const Relation* relation = graph.ontology().find_relation(stored.relation);
    const std::vector<std::string>& wanted = relations.value();
    if (!wanted.empty() && !std::binary_search(wanted.begin(), wanted.end(), stored.relation)) continue;
    if (!has_asked_ends(stored, relation != nullptr && relation->symmetric, asked)) continue;
    Result<std::optional<ShownEdge>> fact = show_edge(graph, stored, question.selection);
    if (!fact) return fact.error();
    if (fact.value()) answer.facts.push_back(std::move(*fact.value()));
  }
  sort_facts(answer.facts, graph.ontology());
  answer.count = answer.facts.size();
  if (question.limit > 0 && answer.count > question.limit) answer.facts.resize(question.limit);
  return answer;
}

std::string format_facts(const FactsAnswer& answer, Format format, int width) {
  if (const NameAnswer* name = first_not_found(answer.names)) return format_name_answer(*name, format, width);
  switch (format) {
    case Format::kTable:
      return heading(answer) + '\n' + (answer.facts.empty() ? "" : facts_table(answer).to_text(width));
    case Format::kJson: return facts_json(answer);
    case Format::kJsonLines: return json_lines(answer.facts, write_fact);
    case Format::kTsv: return facts_tsv(answer);
    case Format::kMarkdown: break;
  }
  return heading(answer) + '\n' + (answer.facts.empty() ? "" : '\n' + facts_table(answer).to_markdown());
}

}  // namespace quanhe
