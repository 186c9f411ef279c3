#include "store/evidence_columns.h"

#include <algorithm>
#include <limits>
#include <optional>

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

// Reads the spans that append_span() wrote.
class Spans {
 public:
  Spans(Database& database, std::string_view bytes, std::uint32_t origin) : database_(database), origin_(origin) {
    std::vector<NumberList> lists = lists_of(database, bytes);
    if (lists.size() > 1) database.report_damage("places in several lists");
    if (!lists.empty()) numbers_ = std::move(lists.front());
  }

  Span next() {
    if (at_ + 1 < numbers_.size()) {
      const std::int64_t start = numbers_[at_] + origin_;
      const std::int64_t end = start + numbers_[at_ + 1];
      at_ += 2;
      if (0 <= start && start <= end && end <= kMost) {
        return {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end)};
      }
    }
    database_.report_damage("a part without a place");
    return {};
  }

  bool is_at_end() const { return at_ == numbers_.size(); }

 private:
  Database& database_;
  std::uint32_t origin_;
  NumberList numbers_;
  std::size_t at_ = 0;
};

// A whole number from 0 that 32 bits hold.
std::optional<std::int64_t> count_of(const JsonValue& value) {
  const double* number = value.as_number();
  if (number == nullptr || !(0 <= *number && *number <= static_cast<double>(kMost))) return std::nullopt;
  const auto whole = static_cast<std::int64_t>(*number);
  return static_cast<double>(whole) == *number ? std::optional(whole) : std::nullopt;
}

std::optional<PartRole> role_of(const JsonValue& value) {
  const JsonValue::Array* list = value.as_array();
  if (list == nullptr || list->size() != 4) return std::nullopt;
  std::int64_t numbers[4] = {};
  for (std::size_t i = 0; i < 4; ++i) {
    const std::optional<std::int64_t> number = count_of((*list)[i]);
    if (!number) return std::nullopt;
    numbers[i] = *number;
  }
  return PartRole{numbers[0], numbers[1], numbers[2] != 0, static_cast<std::uint32_t>(numbers[3])};
}

}  // namespace

std::string_view date_among(const Attributes& attributes) {
  for (const auto& [name, value] : attributes) {
    if (name == kDateAttribute) return value;
  }
  return {};
}

std::string others_as_text(const Attributes& attributes) {
  JsonWriter json;
  bool is_empty = true;
  json.begin_object();
  for (const auto& [name, value] : attributes) {
    if (name == kDateAttribute && !value.empty()) continue;
    json.field(name, value);
    is_empty = false;
  }
  json.end_object();
  return is_empty ? "" : json.take();
}

Attributes parse_attributes(Database& database, std::string_view date, const std::string& others) {
  Attributes attributes;
  if (!others.empty()) {
    const Result<JsonValue> value = parse_json(others);
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
  }
  if (!date.empty()) {
    const auto place = std::find_if(attributes.begin(), attributes.end(),
                                    [](const auto& attribute) { return attribute.first > kDateAttribute; });
    attributes.emplace(place, kDateAttribute, date);
  }
  return attributes;
}

PartRoles roles_of(const std::vector<Part>& parts, NumberedNames& terms) {
  PartRoles roles;
  roles.reserve(parts.size());
  for (const Part& part : parts) {
    roles.push_back({terms.key_of(part.role), terms.key_of(part.via), part.span.has_value(),
                     static_cast<std::uint32_t>(part.resolved.size())});
  }
  return roles;
}

void append_roles(const PartRoles& roles, std::string& text) {
  text += '[';
  for (const PartRole& role : roles) {
    text += text.ends_with('[') ? "[" : ",[";
    text += std::to_string(role.role) + ',' + std::to_string(role.via) + (role.has_words ? ",1," : ",0,") +
            std::to_string(role.resolved) + ']';
  }
  text += ']';
}

PartRoles parse_roles(Database& database, const std::string& text) {
  PartRoles roles;
  const Result<JsonValue> value = parse_json(text);
  const JsonValue::Array* list = value ? value.value().as_array() : nullptr;
  if (list == nullptr) database.report_damage("roles that are no list");
  for (std::size_t i = 0; list != nullptr && i < list->size(); ++i) {
    const std::optional<PartRole> role = role_of((*list)[i]);
    if (!role) database.report_damage("a role that is no list of four numbers");
    roles.push_back(role.value_or(PartRole{}));
  }
  return roles;
}

std::string places_as_bytes(const std::vector<Part>& parts, std::uint32_t origin) {
  NumberPacker numbers;
  for (const Part& part : parts) {
    if (part.span) append_span(numbers, *part.span, origin);
    for (const Span& span : part.resolved) append_span(numbers, span, origin);
  }
  return numbers.bytes();
}

std::vector<Part> parse_parts(Database& database, const PartRoles& roles, std::string_view places, std::uint32_t origin,
                              NumberedNames& terms) {
  std::vector<Part> parts;
  Spans spans(database, places, origin);
  for (const PartRole& role : roles) {
    Part part;
    part.role = terms.name_of(role.role);
    part.via = terms.name_of(role.via);
    if (role.has_words) part.span = spans.next();
    for (std::uint32_t i = 0; i < role.resolved && database.status(); ++i) part.resolved.push_back(spans.next());
    parts.push_back(std::move(part));
  }
  if (!spans.is_at_end()) database.report_damage("a place of no part");
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
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (nodes[i].spellings.empty()) continue;
    numbers.begin_next_list();
    numbers.number(static_cast<std::int64_t>(i));
    for (const SpellingKey spelling : nodes[i].spellings) numbers.number(spelling);
  }
  return numbers.bytes();
}

std::vector<ListedNode> parse_nodes(Database& database, std::string_view bytes) {
  std::vector<ListedNode> nodes;
  const std::vector<NumberList> lists = lists_of(database, bytes);
  if (lists.empty()) return nodes;
  NodeKey key = 0;
  for (const std::int64_t step : lists.front()) {
    if (step < 0 || step > std::numeric_limits<NodeKey>::max() - key) {
      database.report_damage("a document that names no node");
      return {};
    }
    key += step;
    nodes.push_back({key, {}});
  }
  for (std::size_t i = 1; i < lists.size(); ++i) {
    const auto place = static_cast<std::size_t>(lists[i].empty() ? -1 : lists[i].front());
    if (place >= nodes.size()) {
      database.report_damage("a spelling of no node");
      break;
    }
    for (std::size_t j = 1; j < lists[i].size(); ++j) nodes[place].spellings.push_back(lists[i][j]);
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
