#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace quanhe {

// The name of a field. Whether one that stands in the program has to be escaped is known when it is compiled.
class JsonKey {
 public:
  consteval JsonKey(const char* literal) : text_(literal), is_plain_(true) {
    for (const char byte : text_) {
      is_plain_ = is_plain_ && ' ' <= byte && byte <= '~' && byte != '"' && byte != '\\';
    }
  }
  JsonKey(std::string_view text) : text_(text) {}
  JsonKey(const std::string& text) : text_(text) {}

  std::string_view text() const { return text_; }
  bool is_plain() const { return is_plain_; }

 private:
  std::string_view text_;
  bool is_plain_ = false;
};

// Writes one JSON value after another, keys in the order in which they are given, UTF-8 not escaped.
// Strings are checked: a byte that is not valid UTF-8 becomes U+FFFD. Wrong nesting is a broken invariant.
class JsonWriter {
 public:
  enum class Layout { kCompact, kIndented };

  explicit JsonWriter(Layout layout = Layout::kCompact);
  ~JsonWriter();
  JsonWriter(const JsonWriter&) = delete;
  JsonWriter& operator=(const JsonWriter&) = delete;

  void begin_object();
  void end_object();
  void begin_array();
  void end_array();
  void key(JsonKey name);
  void string(std::string_view value);
  void integer(std::int64_t value);
  // A finite number, rounded to so many decimals (at most 9), without zeros at its end but the first: 0.5, 1.0.
  void decimal(double value, int decimals);
  void boolean(bool value);
  void null();

  // The commonest pair of calls: a key and its string.
  void field(JsonKey name, std::string_view value);

  // What was written so far; leaves the writer empty for the next value.
  std::string take();

  // What was written since take() and take_piece() were last called; the value that has begun goes on.
  std::string take_piece();

 private:
  class Implementation;
  std::unique_ptr<Implementation> implementation_;
};

}  // namespace quanhe
