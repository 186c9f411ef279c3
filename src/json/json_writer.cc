// Problem: facts of a text take four times its bytes, most of them in keys, ids and numbers of a few bytes each, and a
// library's way to a short string (what may stand here, is it UTF-8, a loop over its bytes) costs more than its bytes do.
//
// Idea: eight bytes at a time tell whether a string is ASCII with nothing to escape, as nearly all are; such a one is
// copied as it is. The others are checked and escaped run by run.
//
// Why not RapidJSON's writer: it took twice the instructions, and checks neither nesting nor UTF-8 in a release build.

#include "json/json_writer.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <vector>

#include "base/check.h"
#include "base/utf8.h"

namespace quanhe {
namespace {

constexpr std::uint64_t kOnes = 0x0101010101010101U;

// One of the bytes is not ASCII, or is written as an escape sequence.
bool is_special(std::uint64_t eight) {
  const auto holds_zero = [](std::uint64_t bytes) { return (bytes - kOnes) & ~bytes & kOnes << 7; };
  const std::uint64_t below_space = (eight - kOnes * 0x20) & ~eight;
  return ((below_space | eight) & kOnes << 7) != 0 || holds_zero(eight ^ kOnes * '"') != 0 ||
         holds_zero(eight ^ kOnes * '\\') != 0;
}

// Every byte stands for itself in a string of JSON.
bool is_plain(std::string_view text) {
  const auto eight_at = [text](std::size_t place) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, text.data() + place, sizeof eight);
    return eight;
  };
  if (text.size() < sizeof(std::uint64_t)) {
    std::uint64_t bytes = kOnes * 'x';
    for (const char byte : text) bytes = bytes << 8 | static_cast<unsigned char>(byte);
    return !is_special(bytes);
  }
  for (std::size_t place = 0; place + 8 < text.size(); place += 8) {
    if (is_special(eight_at(place))) return false;
  }
  return !is_special(eight_at(text.size() - 8));
}

// The letter behind the backslash, 'u' for one with a number, or 0: the byte stands for itself.
constexpr std::array<char, 256> kEscapes = [] {
  std::array<char, 256> escapes{};
  std::fill_n(escapes.begin(), 0x20, 'u');
  escapes['\b'] = 'b';
  escapes['\f'] = 'f';
  escapes['\n'] = 'n';
  escapes['\r'] = 'r';
  escapes['\t'] = 't';
  escapes['"'] = '"';
  escapes['\\'] = '\\';
  return escapes;
}();

char escape_of(char byte) { return kEscapes[static_cast<unsigned char>(byte)]; }

}  // namespace

class JsonWriter::Implementation {
 public:
  explicit Implementation(Layout layout) : indented_(layout == Layout::kIndented) {}

  void open(bool is_object) {
    begin_value();
    text_ += is_object ? '{' : '[';
    open_.push_back({is_object, false, true});
  }

  void close(bool is_object) {
    QUANHE_CHECK(!open_.empty() && open_.back().is_object == is_object && !open_.back().has_key);
    const bool is_empty = open_.back().is_empty;
    open_.pop_back();
    if (!is_empty) begin_line();
    text_ += is_object ? '}' : ']';
  }

  void key(std::string_view name) {
    QUANHE_CHECK(!open_.empty() && open_.back().is_object && !open_.back().has_key);
    begin_member();
    open_.back().has_key = true;
    write_string(name);
    text_ += ':';
    if (indented_) text_ += ' ';
  }

  void string(std::string_view value) {
    begin_value();
    write_string(value);
  }

  void bare(std::string_view value) {
    begin_value();
    text_ += value;
  }

  std::string take_piece() {
    std::string piece = text_;
    text_.clear();
    return piece;
  }

  std::string take() {
    open_.clear();
    complete_ = false;
    return take_piece();
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
    if (!open_.back().is_empty) text_ += ',';
    open_.back().is_empty = false;
    begin_line();
  }

  void begin_line() {
    if (!indented_) return;
    text_ += '\n';
    text_.append(2 * open_.size(), ' ');
  }

  void write_string(std::string_view value) {
    text_ += '"';
    if (is_plain(value)) {
      text_ += value;
    } else if (is_valid_utf8(value)) {
      write_escaped(value);
    } else {
      write_escaped(replace_invalid_utf8(value));
    }
    text_ += '"';
  }

  void write_escaped(std::string_view value) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    while (!value.empty()) {
      const auto special = std::find_if(value.begin(), value.end(), [](char byte) { return escape_of(byte) != 0; });
      const auto run = static_cast<std::size_t>(special - value.begin());
      text_ += value.substr(0, run);
      if (special == value.end()) return;
      text_ += '\\';
      text_ += escape_of(*special);
      if (escape_of(*special) == 'u') {
        text_ += "00";
        text_ += kDigits[static_cast<unsigned char>(*special) >> 4];
        text_ += kDigits[*special & 15];
      }
      value.remove_prefix(run + 1);
    }
  }

  bool indented_;
  bool complete_ = false;  // the one value at the top has begun
  std::vector<Level> open_;
  std::string text_;
};

JsonWriter::JsonWriter(Layout layout) : implementation_(std::make_unique<Implementation>(layout)) {}
JsonWriter::~JsonWriter() = default;

void JsonWriter::begin_object() { implementation_->open(true); }
void JsonWriter::end_object() { implementation_->close(true); }
void JsonWriter::begin_array() { implementation_->open(false); }
void JsonWriter::end_array() { implementation_->close(false); }
void JsonWriter::key(std::string_view name) { implementation_->key(name); }
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

void JsonWriter::field(std::string_view name, std::string_view value) {
  key(name);
  string(value);
}

std::string JsonWriter::take() { return implementation_->take(); }
std::string JsonWriter::take_piece() { return implementation_->take_piece(); }

}  // namespace quanhe
