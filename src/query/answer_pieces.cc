#include "query/answer_pieces.h"

#include "base/utf8.h"

namespace quanhe {

std::string_view outcome_name(NameOutcome outcome) {
  switch (outcome) {
    case NameOutcome::kFound: return "found";
    case NameOutcome::kAmbiguous: return "ambiguous";
    case NameOutcome::kUnknown: break;
  }
  return "unknown";
}

std::string_view direction_name(Direction direction) {
  switch (direction) {
    case Direction::kOut: return "out";
    case Direction::kIn: return "in";
    case Direction::kBoth: break;
  }
  return "both";
}

std::string_view arrow(Direction direction) {
  switch (direction) {
    case Direction::kOut: return "→";
    case Direction::kIn: return "←";
    case Direction::kBoth: break;
  }
  return "↔";
}

std::string as_fraction(int thousandths) {
  const int hundredths = thousandths / 10;
  return std::string("0.") + (hundredths < 10 ? "0" : "") + std::to_string(hundredths);
}

std::string plural(std::size_t count, const std::string& thing) {
  return std::to_string(count) + ' ' + thing + (count == 1 ? "" : "s");
}

std::string first_date(const std::vector<std::string>& dates) {
  if (dates.empty()) return "";
  return dates.front() + (dates.size() > 1 ? " +" + std::to_string(dates.size() - 1) : "");
}

void append_tsv_line(std::string& text, std::initializer_list<std::string_view> values) {
  for (const std::string_view& value : values) {
    if (&value != values.begin()) text += '\t';
    text += in_one_line(value);
  }
  text += '\n';
}

void write_node(JsonWriter& json, std::string_view key, const StoredNode& node) {
  json.key(key);
  json.begin_object();
  json.field("id", node.id);
  json.field("type", node.type);
  json.field("name", node.name);
  json.end_object();
}

void write_node_fields(JsonWriter& json, const StoredNode& node) {
  json.field("id", node.id);
  json.field("type", node.type);
  json.field("name", node.name);
  json.key("documents");
  json.integer(node.document_count);
}

void write_candidate(JsonWriter& json, const Candidate& candidate) {
  json.field("id", candidate.node.id);
  json.field("type", candidate.node.type);
  json.field("name", candidate.node.name);
  json.field("matched", candidate.matched);
  json.key("documents");
  json.integer(candidate.node.document_count);
}

void write_strings(JsonWriter& json, std::string_view key, const std::vector<std::string>& values) {
  json.key(key);
  json.begin_array();
  for (const std::string& value : values) json.string(value);
  json.end_array();
}

}  // namespace quanhe
