#include "json/json_writer.h"

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <array>
#include <cmath>
#include <cstdio>
#include <vector>

#include "base/check.h"
#include "base/utf8.h"

namespace quanhe {
namespace {

// What may be written next. RapidJSON's own checks are off in release builds, and let a key stand for a value.
class Nesting {
 public:
  void value() {
    QUANHE_CHECK(!open_.empty() || !complete_);
    if (open_.empty()) complete_ = true;
    if (open_.empty() || !open_.back().is_object) return;
    QUANHE_CHECK(open_.back().has_key);
    open_.back().has_key = false;
  }
  void key() {
    QUANHE_CHECK(!open_.empty() && open_.back().is_object && !open_.back().has_key);
    open_.back().has_key = true;
  }
  void open(bool is_object) {
    value();
    open_.push_back({is_object, false});
  }
  void close(bool is_object) {
    QUANHE_CHECK(!open_.empty() && open_.back().is_object == is_object && !open_.back().has_key);
    open_.pop_back();
  }

 private:
  struct Level {
    bool is_object;
    bool has_key;  // its value is still to come
  };

  std::vector<Level> open_;
  bool complete_ = false;  // the one value at the top has begun
};

}  // namespace

class JsonWriter::Implementation {
 public:
  explicit Implementation(Layout layout) : indented_(layout == Layout::kIndented), pretty_(buffer_), compact_(buffer_) {
    pretty_.SetIndent(' ', 2);
  }

  template <typename Action>
  void write(Action action) {
    QUANHE_CHECK(indented_ ? action(pretty_) : action(compact_));
  }

  void write_string(std::string_view value, bool is_key) {
    is_key ? nesting.key() : nesting.value();
    const std::string repaired = is_valid_utf8(value) ? std::string() : replace_invalid_utf8(value);
    const std::string_view text = repaired.empty() ? value : std::string_view(repaired);
    const auto length = static_cast<rapidjson::SizeType>(text.size());
    const char* data = text.empty() ? "" : text.data();
    write([&](auto& writer) { return is_key ? writer.Key(data, length) : writer.String(data, length); });
  }

  std::string take_piece() {
    std::string text(buffer_.GetString(), buffer_.GetSize());
    buffer_.Clear();
    return text;
  }

  std::string take() {
    std::string text = take_piece();
    pretty_.Reset(buffer_);
    compact_.Reset(buffer_);
    nesting = {};
    return text;
  }

  Nesting nesting;

 private:
  bool indented_;
  rapidjson::StringBuffer buffer_;
  rapidjson::PrettyWriter<rapidjson::StringBuffer> pretty_;
  rapidjson::Writer<rapidjson::StringBuffer> compact_;
};

JsonWriter::JsonWriter(Layout layout) : implementation_(std::make_unique<Implementation>(layout)) {}
JsonWriter::~JsonWriter() = default;

void JsonWriter::begin_object() {
  implementation_->nesting.open(true);
  implementation_->write([](auto& writer) { return writer.StartObject(); });
}
void JsonWriter::end_object() {
  implementation_->nesting.close(true);
  implementation_->write([](auto& writer) { return writer.EndObject(); });
}
void JsonWriter::begin_array() {
  implementation_->nesting.open(false);
  implementation_->write([](auto& writer) { return writer.StartArray(); });
}
void JsonWriter::end_array() {
  implementation_->nesting.close(false);
  implementation_->write([](auto& writer) { return writer.EndArray(); });
}
void JsonWriter::key(std::string_view name) { implementation_->write_string(name, true); }
void JsonWriter::string(std::string_view value) { implementation_->write_string(value, false); }
void JsonWriter::integer(std::int64_t value) {
  implementation_->nesting.value();
  implementation_->write([value](auto& writer) { return writer.Int64(value); });
}
void JsonWriter::decimal(double value, int decimals) {
  QUANHE_CHECK(std::isfinite(value) && decimals >= 1 && decimals <= 9);
  implementation_->nesting.value();
  std::array<char, 400> text;
  std::snprintf(text.data(), text.size(), "%.*f", decimals, value);
  std::string number = text.data();
  while (number.back() == '0' && number[number.size() - 2] != '.') number.pop_back();
  implementation_->write(
      [&](auto& writer) { return writer.RawValue(number.data(), number.size(), rapidjson::kNumberType); });
}
void JsonWriter::boolean(bool value) {
  implementation_->nesting.value();
  implementation_->write([value](auto& writer) { return writer.Bool(value); });
}
void JsonWriter::null() {
  implementation_->nesting.value();
  implementation_->write([](auto& writer) { return writer.Null(); });
}

void JsonWriter::field(std::string_view name, std::string_view value) {
  key(name);
  string(value);
}

std::string JsonWriter::take() { return implementation_->take(); }
std::string JsonWriter::take_piece() { return implementation_->take_piece(); }

}  // namespace quanhe
