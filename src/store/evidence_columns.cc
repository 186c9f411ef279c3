#include "store/evidence_columns.h"

#include <algorithm>
#include <limits>

#include "json/json_value.h"
#include "json/json_writer.h"

namespace quanhe {
namespace {

constexpr std::int64_t kMost = 4294967295;

void append_span(NumberPacker& numbers, const Span& span, std::uint32_t origin) {
  numbers.number(std::int64_t{span.start} - origin);
  numbers.number(std::int64_t{span.end} - span.start);
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
  NumberPacker numbers;
  for (const Part& part : parts) {
    numbers.number(terms.key_of(part.role));
    if (part.span) {
      append_span(numbers, *part.span, origin);
    } else {
      numbers.missing();
      numbers.missing();
    }
    if (!part.via.empty() || !part.resolved.empty()) numbers.number(terms.key_of(part.via));
    for (const Span& span : part.resolved) append_span(numbers, span, origin);
    numbers.end_list();
  }
  return numbers.bytes();
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

std::string nodes_as_bytes(std::vector<ListedNode> nodes) {
  if (nodes.empty()) return "";
  std::sort(nodes.begin(), nodes.end(), [](const ListedNode& a, const ListedNode& b) { return a.key < b.key; });
  NumberPacker numbers;
  NodeKey before = 0;
  for (const ListedNode& node : nodes) {
    numbers.number(node.key - before);
    before = node.key;
  }
  numbers.end_list();
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (nodes[i].spellings.empty()) continue;
    numbers.number(static_cast<std::int64_t>(i));
    for (const SpellingKey spelling : nodes[i].spellings) numbers.number(spelling);
    numbers.end_list();
  }
  return numbers.bytes();
}

std::vector<ListedNode> parse_nodes(Database& database, std::string_view bytes) {
  std::vector<ListedNode> nodes;
  const std::vector<NumberList> lists = lists_of(database, bytes);
  if (lists.empty()) return nodes;
  NodeKey key = 0;
  for (const std::optional<std::int64_t>& step : lists.front()) {
    if (!step || *step < 0 || *step > std::numeric_limits<NodeKey>::max() - key) {
      database.report_damage("a document that names no node");
      return {};
    }
    key += *step;
    nodes.push_back({key, {}});
  }
  for (std::size_t i = 1; i < lists.size(); ++i) {
    const auto place = static_cast<std::size_t>(lists[i].empty() ? -1 : lists[i].front().value_or(-1));
    if (place >= nodes.size()) {
      database.report_damage("a spelling of no node");
      break;
    }
    for (std::size_t j = 1; j < lists[i].size(); ++j) nodes[place].spellings.push_back(lists[i][j].value_or(0));
  }
  return nodes;
}

std::string keys_as_bytes(const std::vector<std::uint64_t>& keys) {
  std::string bytes;
  for (const std::uint64_t key : keys) {
    for (int shift = 56; shift >= 0; shift -= 8) bytes += static_cast<char>(key >> shift & 0xFF);
  }
  return bytes;
}

std::vector<std::uint64_t> parse_keys(Database& database, std::string_view bytes) {
  if (bytes.size() % sizeof(std::uint64_t) != 0) database.report_damage("keys of near-copies that end too early");
  std::vector<std::uint64_t> keys(bytes.size() / sizeof(std::uint64_t));
  for (std::size_t i = 0; i < keys.size() * sizeof(std::uint64_t); ++i) {
    keys[i / sizeof(std::uint64_t)] = keys[i / sizeof(std::uint64_t)] << 8 | static_cast<unsigned char>(bytes[i]);
  }
  return keys;
}

}  // namespace quanhe
