#include "base/strings.h"
#include "base/utf8.h"
#include "query/answer_pieces.h"
#include "query/card.h"
#include "query/markdown.h"
#include "query/table.h"

namespace quanhe {
namespace {

const Candidate& asked(const CardAnswer& answer) { return answer.name.candidates.front(); }

std::string facts_of_node(const CardAnswer& answer) {
  return asked(answer).type_label + ", in " + plural(asked(answer).node.document_count, "article") + ", " +
         asked(answer).node.id;
}

// "person/son-12 is person/bui-thanh-son-34, said Lan on 2026-01-02: same office"
std::string line_text(const MergeLine& line) {
  std::string text = line.other + " is " + line.kept;
  if (!line.who.empty()) text += ", said " + line.who;
  if (!line.when.empty()) text += " on " + line.when;
  if (!line.why.empty()) text += ": " + line.why;
  return in_one_line(text);
}

std::string identity_text(const StoredIdentity& identity) {
  std::vector<std::string> names;
  for (const StoredNode& part : identity.parts) {
    names.push_back(part.name + " (" + plural(part.document_count, "article") + ')');
  }
  return "also the nodes: " + join(names, "; ");
}

Table states_table(const CardAnswer& answer) {
  Table table({{"SEEN FROM", false, 0}, {"TO", false, 0}, {"STATE", false, 8}, {"OF", false, 8}, {"AS", false, 6},
               {"SAID", true, 0}, {"SRC", true, 0}, {"SURE", true, 0}});
  for (const CardState& state : answer.states) {
    const EdgeFigures& figures = state.edge.figures;
    table.add_row({state.period.first, state.period.last, state.edge.label, state.edge.to.name, join(state.values, "; "),
                   std::to_string(figures.statements), std::to_string(figures.sources), as_fraction(figures.confidence)});
  }
  return table;
}

Table counts_table(const CardAnswer& answer) {
  Table table({{"", false, 0}, {"RELATION", false, 8}, {"NODES", true, 0}, {"SAID", true, 0}});
  for (const CardCount& count : answer.counts) {
    table.add_row({std::string(arrow(count.direction)), count.label, std::to_string(count.nodes),
                   std::to_string(count.statements)});
  }
  return table;
}

std::string card_paragraphs(const CardAnswer& answer, const TextStyle& style) {
  std::string text = style.bold(in_one_line(asked(answer).node.name)) + '\n';
  text += wrapped(facts_of_node(answer), "  ", style.width);
  if (!answer.aliases.empty()) {
    text += wrapped(in_one_line("also written: " + join(answer.aliases, "; ")), "  ", style.width);
  }
  if (!answer.identity.parts.empty()) {
    text += wrapped(in_one_line(identity_text(answer.identity)), "  ", style.width);
    for (const MergeLine& line : answer.identity.lines) text += wrapped(line_text(line), "    ", style.width);
  }
  if (!answer.states.empty()) text += '\n' + states_table(answer).to_text(style.width);
  if (!answer.counts.empty()) text += '\n' + counts_table(answer).to_text(style.width);
  return text;
}

std::string card_markdown(const CardAnswer& answer) {
  std::string text = "## " + in_markdown(asked(answer).node.name) + "\n\n" + in_markdown(facts_of_node(answer)) + '\n';
  if (!answer.aliases.empty()) text += "\nAlso written: " + in_markdown(join(answer.aliases, "; ")) + '\n';
  if (!answer.identity.parts.empty()) {
    text += '\n' + in_markdown(identity_text(answer.identity)) + "\n\n";
    for (const MergeLine& line : answer.identity.lines) text += "- " + in_markdown(line_text(line)) + '\n';
  }
  if (!answer.states.empty()) text += '\n' + states_table(answer).to_markdown();
  if (!answer.counts.empty()) text += '\n' + counts_table(answer).to_markdown();
  return text;
}

void write_line(JsonWriter& json, const MergeLine& line) {
  json.field("kept", line.kept);
  json.field("other", line.other);
  json.field("who", line.who);
  json.field("when", line.when);
  json.field("why", line.why);
}

void write_state(JsonWriter& json, const CardState& state) {
  json.field("first", state.period.first);
  json.field("last", state.period.last);
  json.field("relation", state.edge.relation);
  json.field("label", state.edge.label);
  write_node(json, "node", state.edge.to);
  write_strings(json, "values", state.values);
  write_figures(json, state.edge.figures);
}

void write_count(JsonWriter& json, const CardCount& count) {
  json.field("relation", count.relation);
  json.field("label", count.label);
  json.field("direction", direction_name(count.direction));
  json.key("nodes");
  json.integer(count.nodes);
  json.key("statements");
  json.integer(count.statements);
}

template <typename Row, typename WriteFields>
void write_all(JsonWriter& json, std::string_view key, const std::vector<Row>& rows, const WriteFields& write_fields) {
  json.key(key);
  json.begin_array();
  for (const Row& row : rows) {
    json.begin_object();
    write_fields(json, row);
    json.end_object();
  }
  json.end_array();
}

void write_head(JsonWriter& json, const CardAnswer& answer) {
  write_node(json, "node", asked(answer).node);
  json.field("type_label", asked(answer).type_label);
  json.key("documents");
  json.integer(asked(answer).node.document_count);
  write_strings(json, "aliases", answer.aliases);
}

std::string card_json(const CardAnswer& answer) {
  JsonWriter json;
  json.begin_object();
  write_card(json, answer);
  json.end_object();
  return json.take() + '\n';
}

template <typename Row, typename WriteFields>
std::string lines_of(std::string_view kind, const std::vector<Row>& rows, const WriteFields& write_fields) {
  return json_lines(rows, [&](JsonWriter& json, const Row& row) {
    json.begin_object();
    json.field("kind", kind);
    write_fields(json, row);
    json.end_object();
  });
}

std::string card_json_lines(const CardAnswer& answer) {
  return lines_of("node", std::vector<CardAnswer>{answer}, write_head) +
         lines_of("merged", answer.identity.parts, write_node_fields) +
         lines_of("merge", answer.identity.lines, write_line) +
         lines_of("state", answer.states, write_state) + lines_of("relation", answer.counts, write_count);
}

std::string card_tsv(const CardAnswer& answer) {
  std::string text;
  append_tsv_line(text, {"kind", "label", "name", "id", "direction", "first", "last", "nodes", "statements", "note"});
  const Candidate& node = asked(answer);
  append_tsv_line(text, {"node", node.type_label, node.node.name, node.node.id, "", "", "", "", "", ""});
  for (const std::string& alias : answer.aliases) append_tsv_line(text, {"alias", "", alias, "", "", "", "", "", "", ""});
  for (const StoredNode& part : answer.identity.parts) {
    append_tsv_line(text, {"merged", "", part.name, part.id, "", "", "", "", "", ""});
  }
  for (const MergeLine& line : answer.identity.lines) {
    append_tsv_line(text, {"merge", "", line.kept, line.other, "", line.when, "", "", "",
                           line.who.empty() ? line.why : line.who + ": " + line.why});
  }
  for (const CardState& state : answer.states) {
    append_tsv_line(text, {"state", state.edge.label, state.edge.to.name, state.edge.to.id, "out", state.period.first, state.period.last,
                           "1", std::to_string(state.edge.figures.statements), join(state.values, "; ")});
  }
  for (const CardCount& count : answer.counts) {
    append_tsv_line(text, {"relation", count.label, count.relation, "", direction_name(count.direction), "", "",
                           std::to_string(count.nodes), std::to_string(count.statements), ""});
  }
  return text;
}

}  // namespace

void write_card(JsonWriter& json, const CardAnswer& answer) {
  json.field("outcome", outcome_name(answer.name.outcome));
  json.field("asked", answer.name.name);
  write_head(json, answer);
  write_all(json, "merged", answer.identity.parts, write_node_fields);
  write_all(json, "merges", answer.identity.lines, write_line);
  write_all(json, "states", answer.states, write_state);
  write_all(json, "relations", answer.counts, write_count);
}

std::string format_card(const CardAnswer& answer, Format format, const TextStyle& style) {
  if (answer.name.outcome != NameOutcome::kFound) return format_name_answer(answer.name, format, style.width);
  switch (format) {
    case Format::kTable: return card_paragraphs(answer, style);
    case Format::kJson: return card_json(answer);
    case Format::kJsonLines: return card_json_lines(answer);
    case Format::kTsv: return card_tsv(answer);
    case Format::kMarkdown: break;
  }
  return card_markdown(answer);
}

}  // namespace quanhe
