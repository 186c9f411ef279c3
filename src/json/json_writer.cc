#include "json/json_writer.h"

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "base/check.h"
#include "base/utf8.h"

namespace quanhe {

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
    const std::string repaired = is_valid_utf8(value) ? std::string() : replace_invalid_utf8(value);
    const std::string_view text = repaired.empty() ? value : std::string_view(repaired);
    const auto length = static_cast<rapidjson::SizeType>(text.size());
    const char* data = text.empty() ? "" : text.data();
    write([&](auto& writer) { return is_key ? writer.Key(data, length) : writer.String(data, length); });
  }

  std::string take() {
    std::string text(buffer_.GetString(), buffer_.GetSize());
    buffer_.Clear();
    pretty_.Reset(buffer_);
    compact_.Reset(buffer_);
    return text;
  }

 private:
  bool indented_;
  rapidjson::StringBuffer buffer_;
  rapidjson::PrettyWriter<rapidjson::StringBuffer> pretty_;
  rapidjson::Writer<rapidjson::StringBuffer> compact_;
};

JsonWriter::JsonWriter(Layout layout) : implementation_(std::make_unique<Implementation>(layout)) {}
JsonWriter::~JsonWriter() = default;

void JsonWriter::begin_object() {
  implementation_->write([](auto& writer) { return writer.StartObject(); });
}
void JsonWriter::end_object() {
  implementation_->write([](auto& writer) { return writer.EndObject(); });
}
void JsonWriter::begin_array() {
  implementation_->write([](auto& writer) { return writer.StartArray(); });
}
void JsonWriter::end_array() {
  implementation_->write([](auto& writer) { return writer.EndArray(); });
}
void JsonWriter::key(std::string_view name) { implementation_->write_string(name, true); }
void JsonWriter::string(std::string_view value) { implementation_->write_string(value, false); }
void JsonWriter::integer(std::int64_t value) {
  implementation_->write([value](auto& writer) { return writer.Int64(value); });
}
void JsonWriter::boolean(bool value) {
  implementation_->write([value](auto& writer) { return writer.Bool(value); });
}
void JsonWriter::null() {
  implementation_->write([](auto& writer) { return writer.Null(); });
}

void JsonWriter::field(std::string_view name, std::string_view value) {
  key(name);
  string(value);
}

std::string JsonWriter::take() { return implementation_->take(); }

}  // namespace quanhe
