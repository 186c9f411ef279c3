#include "facts/facts_json.h"

#include <algorithm>

#include "json/json_writer.h"

namespace quanhe {
namespace {

void optional_field(JsonWriter& json, JsonKey name, const std::string& value) {
  if (!value.empty()) json.field(name, value);
}

// What else the document calls it, and the name that the graph knows it by.
std::vector<std::string> other_names(const Node& node) {
  if (node.spelling.empty()) return node.aliases;
  std::vector<std::string> names = node.aliases;
  std::erase(names, node.spelling);
  names.insert(std::upper_bound(names.begin(), names.end(), node.name), node.name);
  return names;
}

void write_span(JsonWriter& json, const Span& span) {
  json.key("start");
  json.integer(span.start);
  json.key("end");
  json.integer(span.end);
}

void write_node(JsonWriter& json, const Node& node) {
  json.begin_object();
  json.field("id", node.id);
  json.field("type", node.type);
  json.field("name", node.written_name());
  json.key("aliases");
  json.begin_array();
  for (const std::string& alias : other_names(node)) json.string(alias);
  json.end_array();
  json.end_object();
}

void write_part(JsonWriter& json, const Part& part) {
  json.begin_object();
  json.field("role", part.role);
  if (part.span) write_span(json, *part.span);
  optional_field(json, "via", part.via);
  if (!part.resolved.empty()) {
    json.key("resolved");
    json.begin_array();
    for (const Span& span : part.resolved) {
      json.begin_object();
      write_span(json, span);
      json.end_object();
    }
    json.end_array();
  }
  json.end_object();
}

void write_evidence(JsonWriter& json, const Evidence& evidence) {
  json.begin_object();
  write_span(json, evidence.span);
  json.field("quote", evidence.quote);
  json.field("rule", evidence.rule);
  json.key("confidence");
  json.integer(evidence.confidence);
  json.key("parts");
  json.begin_array();
  for (const Part& part : evidence.parts) write_part(json, part);
  json.end_array();
  json.end_object();
}

void write_statement(JsonWriter& json, const DocumentFacts& facts, const Statement& statement) {
  json.begin_object();
  json.field("from", facts.nodes[statement.from].id);
  json.field("relation", statement.relation);
  json.field("to", facts.nodes[statement.to].id);
  json.field("occurrence", "o" + std::to_string(statement.occurrence));
  json.field("status", to_string(statement.status));
  if (!statement.attributes.empty()) {
    json.key("attributes");
    json.begin_object();
    for (const auto& [name, value] : statement.attributes) json.field(name, value);
    json.end_object();
  }
  json.key("evidence");
  write_evidence(json, statement.evidence);
  json.end_object();
}

}  // namespace

void write_json_line(const DocumentFacts& facts, const std::function<void(const std::string&)>& write) {
  constexpr std::size_t kStatementsAPiece = 256;
  JsonWriter json;
  json.begin_object();
  json.field("id", facts.id);
  optional_field(json, "date", facts.date);
  optional_field(json, "date_basis", facts.date_basis);
  optional_field(json, "url", facts.url);
  optional_field(json, "title", facts.title);
  json.key("nodes");
  json.begin_array();
  for (const Node& node : facts.nodes) write_node(json, node);
  json.end_array();
  json.key("edges");
  json.begin_array();
  for (std::size_t i = 0; i < facts.statements.size(); ++i) {
    write_statement(json, facts, facts.statements[i]);
    if (i % kStatementsAPiece == kStatementsAPiece - 1) write(json.take_piece());
  }
  json.end_array();
  json.end_object();
  write(json.take());
}

std::string to_json_line(const DocumentFacts& facts) {
  std::string line;
  write_json_line(facts, [&](const std::string& piece) { line += piece; });
  return line;
}

}  // namespace quanhe
