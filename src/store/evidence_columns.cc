#include "store/evidence_columns.h"

#include "json/json_value.h"
#include "json/json_writer.h"

namespace quanhe {
namespace {

constexpr double kMost = 4294967295.0;

void append_span(std::string& text, const Span& span, std::uint32_t origin) {
  text += std::to_string(std::int64_t{span.start} - origin) + ',' + std::to_string(span.end - span.start);
}

// Whole numbers, or nothing where a value is null. Anything else is damage.
std::vector<std::optional<std::int64_t>> numbers_of(Database& database, const JsonValue& value) {
  std::vector<std::optional<std::int64_t>> numbers;
  const JsonValue::Array* array = value.as_array();
  if (array == nullptr) {
    database.report_damage("a part that is no list");
    return numbers;
  }
  for (const JsonValue& element : *array) {
    const double* number = element.as_number();
    const bool fits = number != nullptr && -kMost <= *number && *number <= kMost;
    if (!fits && !element.is_null()) database.report_damage("a part with what is no number");
    numbers.push_back(fits ? std::optional(static_cast<std::int64_t>(*number)) : std::nullopt);
  }
  return numbers;
}

Span span_at(Database& database, const std::vector<std::optional<std::int64_t>>& numbers, std::size_t at,
             std::uint32_t origin) {
  if (at + 1 < numbers.size() && numbers[at] && numbers[at + 1]) {
    const std::int64_t start = *numbers[at] + origin;
    const std::int64_t end = start + *numbers[at + 1];
    if (0 <= start && start <= end && static_cast<double>(end) <= kMost) {
      return {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end)};
    }
  }
  database.report_damage("a part without a place");
  return {};
}

}  // namespace

std::string attributes_as_text(const Attributes& attributes) {
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

std::string parts_as_text(const std::vector<Part>& parts, std::uint32_t origin, NumberedNames& terms) {
  std::string text = "[";
  for (const Part& part : parts) {
    if (text.size() > 1) text += ',';
    text += '[' + std::to_string(terms.key_of(part.role)) + ',';
    part.span ? append_span(text, *part.span, origin) : void(text += "null,null");
    if (!part.via.empty() || !part.resolved.empty()) text += ',' + std::to_string(terms.key_of(part.via));
    for (const Span& span : part.resolved) {
      text += ',';
      append_span(text, span, origin);
    }
    text += ']';
  }
  return text + ']';
}

std::vector<Part> parse_parts(Database& database, const std::string& text, std::uint32_t origin, NumberedNames& terms) {
  std::vector<Part> parts;
  const Result<JsonValue> value = parse_json(text);
  const JsonValue::Array* array = value ? value.value().as_array() : nullptr;
  if (array == nullptr) {
    database.report_damage("parts that are no list");
    return parts;
  }
  for (const JsonValue& element : *array) {
    const auto numbers = numbers_of(database, element);
    Part part;
    part.role = terms.name_of(!numbers.empty() && numbers[0] ? *numbers[0] : -1);
    if (numbers.size() > 2 && numbers[1]) part.span = span_at(database, numbers, 1, origin);
    if (numbers.size() > 3) part.via = terms.name_of(numbers[3].value_or(-1));
    for (std::size_t at = 4; at < numbers.size(); at += 2) part.resolved.push_back(span_at(database, numbers, at, origin));
    parts.push_back(std::move(part));
  }
  return parts;
}

std::vector<std::vector<std::int64_t>> parse_node_list(Database& database, const std::string& text) {
  std::vector<std::vector<std::int64_t>> nodes;
  const Result<JsonValue> value = parse_json(text);
  const JsonValue::Array* array = value ? value.value().as_array() : nullptr;
  if (array == nullptr) {
    database.report_damage("a list of nodes that is none");
    return nodes;
  }
  for (const JsonValue& element : *array) {
    std::vector<std::int64_t>& node = nodes.emplace_back();
    for (const auto& number : numbers_of(database, element)) node.push_back(number.value_or(0));
    if (node.empty()) node.push_back(0);
  }
  return nodes;
}

}  // namespace quanhe
