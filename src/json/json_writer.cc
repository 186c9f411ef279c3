// Why not RapidJSON's writer: it took twice the instructions, and checks neither nesting nor UTF-8 in a release build.

#include "json/json_writer.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <vector>

#include "base/check.h"
#include "json/json_text.h"

namespace quanhe {

class JsonWriter::Implementation {
 public:
  explicit Implementation(Layout layout) : indented_(layout == Layout::kIndented) {}

  void open(bool is_object) {
    begin_value();
    text_.append(is_object ? '{' : '[');
    open_.push_back({is_object, false, true});
  }

  void close(bool is_object) {
    QUANHE_CHECK(!open_.empty() && open_.back().is_object == is_object && !open_.back().has_key);
    const bool is_empty = open_.back().is_empty;
    open_.pop_back();
    if (!is_empty) begin_line();
    text_.append(is_object ? '}' : ']');
  }

  void key(JsonKey name) {
    QUANHE_CHECK(!open_.empty() && open_.back().is_object && !open_.back().has_key);
    begin_member();
    open_.back().has_key = true;
    if (name.is_plain()) {
      text_.append_key(name.text());
    } else {
      text_.append_string(name.text());
      text_.append(':');
    }
    if (indented_) text_.append(' ');
  }

  void string(std::string_view value) {
    begin_value();
    text_.append_string(value);
  }

  void bare(std::string_view value) {
    begin_value();
    text_.append(value);
  }

  std::string take_piece() { return text_.take(); }

  std::string take() {
    open_.clear();
    complete_ = false;
    return text_.take();
  }

 private:
  struct Level {
    bool is_object;
    bool has_key;  // its value is still to come
    bool is_empty;
  };

  // Asks what may be written next, and writes what stands before it.
  void begin_value() {
    QUANHE_CHECK(!open_.empty() || !complete_);
    if (open_.empty()) {
      complete_ = true;
    } else if (open_.back().is_object) {
      QUANHE_CHECK(open_.back().has_key);
      open_.back().has_key = false;
    } else {
      begin_member();
    }
  }

  void begin_member() {
    if (!open_.back().is_empty) text_.append(',');
    open_.back().is_empty = false;
    begin_line();
  }

  void begin_line() {
    if (!indented_) return;
    text_.append('\n');
    text_.append(2 * open_.size(), ' ');
  }

  bool indented_;
  bool complete_ = false;  // the one value at the top has begun
  std::vector<Level> open_;
  JsonText text_;
};

JsonWriter::JsonWriter(Layout layout) : implementation_(std::make_unique<Implementation>(layout)) {}
JsonWriter::~JsonWriter() = default;

void JsonWriter::begin_object() { implementation_->open(true); }
void JsonWriter::end_object() { implementation_->close(true); }
void JsonWriter::begin_array() { implementation_->open(false); }
void JsonWriter::end_array() { implementation_->close(false); }
void JsonWriter::key(JsonKey name) { implementation_->key(name); }
void JsonWriter::string(std::string_view value) { implementation_->string(value); }
void JsonWriter::integer(std::int64_t value) {
  std::array<char, 20> text;
  const auto written = std::to_chars(text.data(), text.data() + text.size(), value);
  implementation_->bare({text.data(), written.ptr});
}
void JsonWriter::decimal(double value, int decimals) {
  QUANHE_CHECK(std::isfinite(value) && decimals >= 1 && decimals <= 9);
  std::array<char, 400> text;
  std::snprintf(text.data(), text.size(), "%.*f", decimals, value);
  std::string number = text.data();
  while (number.back() == '0' && number[number.size() - 2] != '.') number.pop_back();
  implementation_->bare(number);
}
void JsonWriter::boolean(bool value) { implementation_->bare(value ? "true" : "false"); }
void JsonWriter::null() { implementation_->bare("null"); }

void JsonWriter::field(JsonKey name, std::string_view value) {
  implementation_->key(name);
  implementation_->string(value);
}

std::string JsonWriter::take() { return implementation_->take(); }
std::string JsonWriter::take_piece() { return implementation_->take_piece(); }

}  // namespace quanhe
