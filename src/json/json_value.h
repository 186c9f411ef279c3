#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/result.h"

namespace quanhe {

// A parsed JSON value: owned, immutable, members in the order of the text. Numbers are kept as doubles.
class JsonValue {
 public:
  using Array = std::vector<JsonValue>;
  using Object = std::vector<std::pair<std::string, JsonValue>>;

  JsonValue() = default;  // null
  explicit JsonValue(bool value) : content_(value) {}
  explicit JsonValue(double value) : content_(value) {}
  explicit JsonValue(std::string value) : content_(std::move(value)) {}
  explicit JsonValue(Array value) : content_(std::move(value)) {}
  explicit JsonValue(Object value) : content_(std::move(value)) {}

  bool is_null() const { return std::holds_alternative<std::monostate>(content_); }

  // nullptr when the value is of another kind.
  const std::string* as_string() const { return std::get_if<std::string>(&content_); }
  const double* as_number() const { return std::get_if<double>(&content_); }
  const bool* as_boolean() const { return std::get_if<bool>(&content_); }
  const Array* as_array() const { return std::get_if<Array>(&content_); }
  const Object* as_object() const { return std::get_if<Object>(&content_); }

  // The member of an object, or nullptr.
  const JsonValue* find(std::string_view name) const;

 private:
  std::variant<std::monostate, bool, double, std::string, Array, Object> content_;
};

// Parses exactly one value (RFC 8259). The Error says what is wrong and at which one-based byte column:
// ill-formed JSON or UTF-8, a lone surrogate escape, a member given twice, or nesting deeper than 64.
Result<JsonValue> parse_json(std::string_view text);

// As parse_json, for a file of many lines: the Error begins with "path:line:column: ", both one-based, the column in
// bytes of the line.
Result<JsonValue> parse_json_file(std::string_view text, const std::string& path);

}  // namespace quanhe
