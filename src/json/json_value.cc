#include "json/json_value.h"

#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <algorithm>

#include "base/keyed_hash.h"
#include "base/utf8.h"

namespace quanhe {
namespace {

constexpr std::size_t kMaximumDepth = 64;

// Builds the value from RapidJSON's events. Returning false stops the parse; `refusal` then says why.
class Builder : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, Builder> {
 public:
  bool Null() { return put(JsonValue()); }
  bool Bool(bool value) { return put(JsonValue(value)); }
  bool Int(int value) { return put(JsonValue(static_cast<double>(value))); }
  bool Uint(unsigned value) { return put(JsonValue(static_cast<double>(value))); }
  bool Int64(std::int64_t value) { return put(JsonValue(static_cast<double>(value))); }
  bool Uint64(std::uint64_t value) { return put(JsonValue(static_cast<double>(value))); }
  bool Double(double value) { return put(JsonValue(value)); }
  bool String(const char* text, rapidjson::SizeType length, bool) {
    return is_text({text, length}) && put(JsonValue(std::string(text, length)));
  }
  bool StartObject() { return open(false); }
  bool StartArray() { return open(true); }
  bool Key(const char* text, rapidjson::SizeType length, bool) {
    if (!is_text({text, length})) return false;
    std::string name(text, length);
    if (!open_.back().names.insert(name).second) {
      refusal = "member \"" + name + "\" is given twice";
      return false;
    }
    open_.back().object.emplace_back(std::move(name), JsonValue());
    return true;
  }
  bool EndObject(rapidjson::SizeType) { return close(); }
  bool EndArray(rapidjson::SizeType) { return close(); }

  std::string refusal;
  JsonValue root;

 private:
  struct Level {
    bool is_array;
    JsonValue::Array array;
    JsonValue::Object object;
    KeyedSet<std::string> names;
  };

  // RapidJSON takes the second half of a surrogate pair alone, and makes of it what is no UTF-8.
  bool is_text(std::string_view decoded) {
    if (is_valid_utf8(decoded)) return true;
    refusal = "half of a surrogate pair";
    return false;
  }

  bool open(bool is_array) {
    if (open_.size() == kMaximumDepth) {
      refusal = "nested deeper than " + std::to_string(kMaximumDepth);
      return false;
    }
    open_.push_back({is_array, {}, {}, {}});
    return true;
  }

  bool close() {
    Level level = std::move(open_.back());
    open_.pop_back();
    return put(level.is_array ? JsonValue(std::move(level.array)) : JsonValue(std::move(level.object)));
  }

  bool put(JsonValue value) {
    if (open_.empty()) {
      root = std::move(value);
    } else if (open_.back().is_array) {
      open_.back().array.push_back(std::move(value));
    } else {
      open_.back().object.back().second = std::move(value);
    }
    return true;
  }

  std::vector<Level> open_;
};

// RapidJSON's sentence in the form of our messages: lower case, no full stop.
std::string reason_of(rapidjson::ParseErrorCode code) {
  if (code == rapidjson::kParseErrorStringUnicodeSurrogateInvalid) return "half of a surrogate pair";
  if (code == rapidjson::kParseErrorDocumentRootNotSingular) return "more after the end of the value";
  std::string reason = rapidjson::GetParseError_En(code);
  if (reason.ends_with('.')) reason.pop_back();
  if (!reason.empty() && reason[0] >= 'A' && reason[0] <= 'Z') reason[0] = static_cast<char>(reason[0] - 'A' + 'a');
  return reason;
}

// What is wrong with a text, and at which byte.
struct Fault {
  std::size_t offset = 0;
  std::string reason;
};

std::variant<JsonValue, Fault> parse(std::string_view text) {
  // RapidJSON takes a NUL for the end of the text, whatever follows it.
  if (const std::size_t nul = text.find('\0'); nul != std::string_view::npos) return Fault{nul, "a NUL byte"};
  if (const std::size_t bad = find_invalid_utf8(text); bad != std::string_view::npos) {
    return Fault{bad, "a text that is not UTF-8"};
  }
  constexpr unsigned kFlags = rapidjson::kParseFullPrecisionFlag | rapidjson::kParseIterativeFlag;
  rapidjson::MemoryStream bytes(text.data(), text.size());
  rapidjson::EncodedInputStream<rapidjson::UTF8<>, rapidjson::MemoryStream> stream(bytes);
  rapidjson::Reader reader;
  Builder builder;
  const rapidjson::ParseResult result = reader.Parse<kFlags>(stream, builder);
  if (!result.IsError()) return std::move(builder.root);
  return Fault{result.Offset(), builder.refusal.empty() ? reason_of(result.Code()) : builder.refusal};
}

}  // namespace

const JsonValue* JsonValue::find(std::string_view name) const {
  const Object* object = as_object();
  if (object == nullptr) return nullptr;
  for (const auto& [key, value] : *object) {
    if (key == name) return &value;
  }
  return nullptr;
}

Result<JsonValue> parse_json(std::string_view text) {
  std::variant<JsonValue, Fault> parsed = parse(text);
  if (auto* value = std::get_if<JsonValue>(&parsed)) return std::move(*value);
  const Fault& fault = std::get<Fault>(parsed);
  return Error{"column " + std::to_string(fault.offset + 1) + ": not JSON: " + fault.reason};
}

Result<JsonValue> parse_json_file(std::string_view text, const std::string& path) {
  std::variant<JsonValue, Fault> parsed = parse(text);
  if (auto* value = std::get_if<JsonValue>(&parsed)) return std::move(*value);
  const Fault& fault = std::get<Fault>(parsed);
  const std::string_view before = text.substr(0, fault.offset);
  const auto line = std::count(before.begin(), before.end(), '\n') + 1;
  const std::size_t line_break = before.rfind('\n');
  const std::size_t column = line_break == std::string_view::npos ? before.size() + 1 : before.size() - line_break;
  return Error{path + ":" + std::to_string(line) + ":" + std::to_string(column) + ": not JSON: " + fault.reason};
}

}  // namespace quanhe
