#include "store/evidence_columns.h"

#include "json/json_value.h"
#include "json/json_writer.h"

namespace quanhe {
namespace {

constexpr std::int64_t kMost = 4294967295;

void append_span(NumberList& list, const Span& span, std::uint32_t origin) {
  list.push_back(std::int64_t{span.start} - origin);
  list.push_back(std::int64_t{span.end} - span.start);
}

std::vector<NumberList> lists_of(Database& database, std::string_view bytes) {
  Result<std::vector<NumberList>> lists = unpack_numbers(bytes);
  if (lists) return std::move(lists).value();
  database.report_damage(lists.error().message);
  return {};
}

Span span_at(Database& database, const NumberList& numbers, std::size_t at, std::uint32_t origin) {
  if (at + 1 < numbers.size() && numbers[at] && numbers[at + 1]) {
    const std::int64_t start = *numbers[at] + origin;
    const std::int64_t end = start + *numbers[at + 1];
    if (0 <= start && start <= end && end <= kMost) {
      return {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end)};
    }
  }
  database.report_damage("a part without a place");
  return {};
}

}  // namespace

std::string attributes_as_text(const Attributes& attributes) {
  if (attributes.empty()) return "";
  JsonWriter json;
  json.begin_object();
  for (const auto& [name, value] : attributes) json.field(name, value);
  json.end_object();
  return json.take();
}

Attributes parse_attributes(Database& database, const std::string& text) {
  Attributes attributes;
  const Result<JsonValue> value = parse_json(text);
  const JsonValue::Object* object = value ? value.value().as_object() : nullptr;
  if (object == nullptr) {
    database.report_damage("attributes that are no object");
    return attributes;
  }
  for (const auto& [name, content] : *object) {
    const std::string* string = content.as_string();
    if (string == nullptr) database.report_damage("an attribute that is no text");
    attributes.emplace_back(name, string == nullptr ? "" : *string);
  }
  return attributes;
}

std::string parts_as_bytes(const std::vector<Part>& parts, std::uint32_t origin, NumberedNames& terms) {
  std::vector<NumberList> lists;
  for (const Part& part : parts) {
    NumberList& list = lists.emplace_back();
    list.push_back(terms.key_of(part.role));
    part.span ? append_span(list, *part.span, origin) : list.resize(3);
    if (!part.via.empty() || !part.resolved.empty()) list.push_back(terms.key_of(part.via));
    for (const Span& span : part.resolved) append_span(list, span, origin);
  }
  return pack_numbers(lists);
}

std::vector<Part> parse_parts(Database& database, std::string_view bytes, std::uint32_t origin, NumberedNames& terms) {
  std::vector<Part> parts;
  for (const NumberList& numbers : lists_of(database, bytes)) {
    Part part;
    part.role = terms.name_of(!numbers.empty() && numbers[0] ? *numbers[0] : -1);
    if (numbers.size() > 2 && numbers[1]) part.span = span_at(database, numbers, 1, origin);
    if (numbers.size() > 3) part.via = terms.name_of(numbers[3].value_or(-1));
    for (std::size_t at = 4; at < numbers.size(); at += 2)
      part.resolved.push_back(span_at(database, numbers, at, origin));
    parts.push_back(std::move(part));
  }
  return parts;
}

std::string nodes_as_bytes(const std::vector<ListedNode>& nodes) {
  std::vector<NumberList> lists;
  for (const ListedNode& node : nodes) {
    lists.push_back({node.key});
    lists.back().insert(lists.back().end(), node.spellings.begin(), node.spellings.end());
  }
  return pack_numbers(lists);
}

std::vector<ListedNode> parse_nodes(Database& database, std::string_view bytes) {
  std::vector<ListedNode> nodes;
  for (const NumberList& numbers : lists_of(database, bytes)) {
    ListedNode& node = nodes.emplace_back();
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      if (!numbers[i]) database.report_damage("a document that names no node");
      i == 0 ? void(node.key = numbers[0].value_or(0)) : node.spellings.push_back(numbers[i].value_or(0));
    }
  }
  return nodes;
}

}  // namespace quanhe
