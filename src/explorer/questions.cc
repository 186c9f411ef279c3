#include "explorer/questions.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "explorer/edge_question.h"
#include "explorer/elements.h"
#include "explorer/limits.h"
#include "explorer/neighbour_question.h"
#include "explorer/question_parts.h"
#include "export/page_about.h"
#include "graph/nearest_path.h"
#include "query/card.h"
#include "query/edge_evidence.h"
#include "query/why.h"

namespace quanhe {
namespace {

// Every statement counts here; the page hides what it hides itself.
Selection everything() {
  return {.statuses = {Status::kDenied, Status::kRequested, Status::kPlanned, Status::kReported, Status::kHappened}};
}

Result<Answer> answer_about(const Asked& asked, const Target& target) {
  if (const Result<void> checked = Parameters(target).checked(); !checked)
    return wrong_request(checked.error().message);
  PageAbout about;
  about.program_version = asked.program_version;
  about.pack = asked.graph.pack();
  about.ontology = asked.graph.ontology();
  about.documents = asked.loaded.document_count();
  about.nodes = asked.loaded.network().node_count();
  about.edges = asked.loaded.network().edge_count();
  return Answer{.body = about_as_json(about)};
}

// The best-connected nodes, and fewer of them where there are too many edges among them.
Result<Answer> answer_start(const Asked& asked, const Target& target) {
  Parameters parameters(target);
  const std::size_t limit = parameters.limit(200);
  if (const Result<void> checked = parameters.checked(); !checked) return wrong_request(checked.error().message);
  std::vector<std::uint32_t> nodes = asked.loaded.best_connected();
  nodes.resize(std::min(nodes.size(), limit));
  std::vector<NetworkStep> edges;
  while (true) {
    std::vector<std::uint32_t> ascending = nodes;
    std::sort(ascending.begin(), ascending.end());
    edges = asked.loaded.network().among(ascending);
    if (edges.size() <= kMostEdges || nodes.size() <= 2) break;
    nodes.resize(nodes.size() / 2);
  }
  edges.resize(std::min(edges.size(), kMostEdges));
  JsonWriter json;
  json.begin_object();
  if (const Result<void> written = Elements(asked.graph, asked.loaded).write(json, nodes, edges); !written) {
    return written.error();
  }
  json.end_object();
  return answer_of(json);
}

// By number, whether nodes of the type are wanted. Nothing where there is no such type; empty where all are.
std::optional<std::vector<bool>> wanted_types(const Ontology& ontology, const std::string& type) {
  if (type.empty()) return std::vector<bool>();
  if (ontology.find_type(type) == nullptr) return std::nullopt;
  std::vector<bool> wanted;
  for (const NodeType& other : ontology.types) wanted.push_back(ontology.is_kind_of(other.name, type));
  wanted.push_back(false);  // of a type that the rules have no more
  return wanted;
}

Result<Answer> answer_search(const Asked& asked, const Target& target) {
  Parameters parameters(target);
  const std::string text = parameters.text("q"), type = parameters.text("type");
  const std::size_t limit = parameters.limit(20);
  if (const Result<void> checked = parameters.checked(); !checked) return wrong_request(checked.error().message);
  const std::optional<std::vector<bool>> types = wanted_types(asked.graph.ontology(), type);
  if (!types) return wrong_request("there is no type '" + type + "'");
  JsonWriter json;
  json.begin_object();
  json.key("names");
  json.begin_array();
  for (const NameIndex::Found& found : asked.loaded.names().find(text, *types, limit)) {
    const Result<std::optional<StoredNode>> node = asked.graph.find_key(asked.loaded.network().node_key(found.node));
    if (!node) return node.error();
    if (!node.value()) continue;
    json.begin_object();
    json.field("id", node.value()->id);
    json.field("type", node.value()->type);
    json.field("name", node.value()->name);
    json.field("matched", found.text);
    json.key("documents");
    json.integer(node.value()->document_count);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return answer_of(json);
}

Result<Answer> answer_node(const Asked& asked, const Target& target) {
  Parameters parameters(target);
  const std::string id = parameters.required("id");
  if (const Result<void> checked = parameters.checked(); !checked) return wrong_request(checked.error().message);
  const Result<std::optional<FoundNode>> node = find_node_of(asked, id);
  if (!node) return node.error();
  if (!node.value()) return no_node(id);
  const Result<CardAnswer> card = find_card(asked.graph, {id, everything()});
  if (!card) return card.error();
  JsonWriter json;
  json.begin_object();
  write_card(json, card.value());
  json.key("degree");
  json.integer(asked.loaded.degree(node.value()->number));
  json.end_object();
  return answer_of(json);
}

Result<Answer> answer_path(const Asked& asked, const Target& target) {
  Parameters parameters(target);
  const std::array<std::string, 2> ids = {parameters.required("from"), parameters.required("to")};
  if (const Result<void> checked = parameters.checked(); !checked) return wrong_request(checked.error().message);
  std::vector<std::uint32_t> ends;
  for (const std::string& id : ids) {
    const Result<std::optional<FoundNode>> node = find_node_of(asked, id);
    if (!node) return node.error();
    if (!node.value()) return no_node(id);
    ends.push_back(node.value()->number);
  }
  const Network& network = asked.loaded.network();
  const NearestPath path = nearest_path(network, ends[0], ends[1], kMostEdgesForAPath);
  std::vector<NetworkStep> edges;
  for (std::size_t i = 1; i < path.nodes.size(); ++i) {
    const std::vector<NetworkStep> steps = network.between(path.nodes[i - 1], path.nodes[i]);
    edges.insert(edges.end(), steps.begin(), steps.end());
  }
  JsonWriter json;
  json.begin_object();
  if (const Result<void> written = Elements(asked.graph, asked.loaded).write(json, path.nodes, edges); !written) {
    return written.error();
  }
  json.key("cut");
  json.boolean(path.cut);
  json.end_object();
  return answer_of(json);
}

Result<Answer> answer_evidence(const Asked& asked, const Target& target) {
  Parameters parameters(target);
  const std::string from = parameters.required("from"), relation = parameters.required("relation"),
                    to = parameters.required("to");
  const std::size_t limit = parameters.limit(20);
  if (const Result<void> checked = parameters.checked(); !checked) return wrong_request(checked.error().message);
  for (const std::string& id : {from, to}) {
    const Result<std::optional<StoredNode>> node = asked.graph.find_id(id);
    if (!node) return node.error();
    if (!node.value()) return no_node(id);
  }
  // A relation that the rules have no more is still in the file.
  std::vector<std::string> relations;
  if (asked.graph.ontology().find_relation(relation) != nullptr) relations = {relation};
  const Result<WhyAnswer> why = find_why(asked.graph, {from, to, relations, limit, everything()});
  if (!why) return why.error();
  for (const WhyEdge& edge : why.value().edges) {
    if (edge.edge.from.id != from || edge.edge.relation != relation || edge.edge.to.id != to) continue;
    JsonWriter json;
    write_evidence(json, edge.judgement, edge.quotations, edge.edge.figures.statements);
    return answer_of(json);
  }
  return refusal(404, "not_found", "there is no such edge");
}

using AnswerFunction = Result<Answer> (*)(const Asked&, const Target&);

constexpr std::array<std::pair<std::string_view, AnswerFunction>, 8> kQuestions = {{
    {"/api/about", answer_about},
    {"/api/start", answer_start},
    {"/api/search", answer_search},
    {"/api/node", answer_node},
    {"/api/neighbours", answer_neighbours},
    {"/api/edges", answer_edges},
    {"/api/path", answer_path},
    {"/api/evidence", answer_evidence},
}};

AnswerFunction question_at(std::string_view path) {
  for (const auto& [name, function] : kQuestions) {
    if (name == path) return function;
  }
  return nullptr;
}

}  // namespace

bool is_question(std::string_view path) { return question_at(path) != nullptr; }

Result<Answer> answer_question(const Asked& asked, const Target& target) {
  const AnswerFunction function = question_at(target.path);
  return function == nullptr ? Result<Answer>(refusal(404, "not_found", "there is no '" + target.path + "'"))
                             : function(asked, target);
}

}  // namespace quanhe
