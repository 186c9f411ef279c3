// Problem: facts of a text take five times its bytes, most of them in keys, ids and numbers of a few bytes each, and a
// library's way to a short string (is it UTF-8, is there room, a loop over its bytes) costs more than its bytes do.
//
// Idea: eight bytes at a time tell whether a string is ASCII with nothing to escape, as nearly all are; such a one is
// copied as it is, to room that was asked for once. The others are checked, and copied run by run.

#include "json/json_text.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

#include "base/utf8.h"

namespace quanhe {
namespace {

constexpr std::uint64_t kOnes = 0x0101010101010101U;
constexpr std::uint64_t kTops = kOnes << 7;

template <typename Number>
std::uint64_t load(const char* bytes) {
  Number number = 0;
  std::memcpy(&number, bytes, sizeof number);
  return number;
}

// The bytes of a text of less than eight, in any order and more than once, and others that stand for themselves.
std::uint64_t few_bytes(std::string_view text) {
  const char* const first = text.data();
  const char* const last = first + text.size();
  if (text.size() >= 4) return load<std::uint32_t>(first) | load<std::uint32_t>(last - 4) << 32;
  constexpr std::uint64_t kOthers = kOnes * 'x';
  if (text.size() >= 2) return kOthers << 32 | load<std::uint16_t>(last - 2) << 16 | load<std::uint16_t>(first);
  return text.empty() ? kOthers : kOthers << 8 | static_cast<unsigned char>(*first);
}

// Bits at some of the bytes if one of them is written as an escape sequence, else none. Bytes that are not ASCII are
// for the caller.
inline std::uint64_t escaped(std::uint64_t eight) {
  const auto zeros = [](std::uint64_t bytes) { return (bytes - kOnes) & ~bytes; };
  const std::uint64_t below_space = (eight - kOnes * ' ') & ~eight;
  return (below_space | zeros(eight ^ kOnes * '"') | zeros(eight ^ kOnes * '\\')) & kTops;
}

// Every byte is ASCII and stands for itself in a string of JSON.
bool is_plain(std::string_view text) {
  const auto special = [](std::uint64_t eight) { return escaped(eight) | (eight & kTops); };
  if (text.size() < 8) return special(few_bytes(text)) == 0;
  std::uint64_t found = special(load<std::uint64_t>(text.data() + text.size() - 8));
  for (std::size_t place = 0; place + 8 < text.size(); place += 8) {
    found |= special(load<std::uint64_t>(text.data() + place));
  }
  return found == 0;
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

// How many bytes stand for themselves before the first that does not, or the end.
std::size_t run_length(std::string_view text) {
  std::size_t place = 0;
  while (place + 8 <= text.size() && escaped(load<std::uint64_t>(text.data() + place)) == 0) place += 8;
  while (place < text.size() && escape_of(text[place]) == 0) ++place;
  return place;
}

}  // namespace

void JsonText::grow(std::size_t count) {
  constexpr std::size_t kLeast = 256;
  capacity_ = std::max({kLeast, 2 * capacity_, size_ + count});
  auto grown = std::make_unique_for_overwrite<char[]>(capacity_);
  std::copy_n(bytes_.get(), size_, grown.get());
  bytes_ = std::move(grown);
}

void JsonText::append(std::string_view bytes) {
  std::copy(bytes.begin(), bytes.end(), room(bytes.size()));
  size_ += bytes.size();
}

void JsonText::append(std::size_t count, char byte) {
  std::fill_n(room(count), count, byte);
  size_ += count;
}

void JsonText::append_string(std::string_view value) {
  if (is_plain(value)) {
    append_quoted(value, 0);
    return;
  }
  append('"');
  if (is_valid_utf8(value)) {
    append_escaped(value);
  } else {
    append_escaped(replace_invalid_utf8(value));
  }
  append('"');
}

void JsonText::append_escaped(std::string_view value) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  while (true) {
    const std::size_t run = run_length(value);
    append(value.substr(0, run));
    if (run == value.size()) return;
    const char special = value[run];
    append('\\');
    append(escape_of(special));
    if (escape_of(special) == 'u') {
      append("00");
      append(kDigits[static_cast<unsigned char>(special) >> 4]);
      append(kDigits[special & 15]);
    }
    value.remove_prefix(run + 1);
  }
}

std::string JsonText::take() {
  std::string text(bytes_.get(), size_);
  size_ = 0;
  return text;
}

}  // namespace quanhe
