#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace quanhe {

// What the tokenizer needs to know of a code point.
struct CodePoint {
  std::int32_t value = 0;
  std::uint32_t end = 0;  // byte offset after it
};

// The code point at byte `offset`, which must be a boundary within valid UTF-8.
CodePoint code_point_at(std::string_view utf8, std::uint32_t offset);

// 0 for an empty string.
std::size_t first_code_point_length(std::string_view utf8);

bool is_letter(std::int32_t code_point);  // marks included: a letter may carry one that NFC cannot compose
bool is_digit(std::int32_t code_point);   // ASCII digits
bool is_blank(std::int32_t code_point);   // white space, and signs that are not seen (format characters)
bool is_line_break(std::int32_t code_point);
bool is_upper(std::int32_t code_point);
bool is_lower(std::int32_t code_point);

}  // namespace quanhe
