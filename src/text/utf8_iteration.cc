#include "text/utf8_iteration.h"

#include <unicode/uchar.h>

namespace quanhe {

namespace {

std::int32_t bits(std::string_view utf8, std::uint32_t offset, int mask) {
  return static_cast<unsigned char>(utf8[offset]) & mask;
}

}  // namespace

CodePoint code_point_at(std::string_view utf8, std::uint32_t offset) {
  const std::int32_t lead = bits(utf8, offset, 0xFF);
  if (lead < 0x80) return {lead, offset + 1};
  if (lead < 0xE0) return {(lead & 0x1F) << 6 | bits(utf8, offset + 1, 0x3F), offset + 2};
  const std::int32_t middle = bits(utf8, offset + 1, 0x3F) << 6 | bits(utf8, offset + 2, 0x3F);
  if (lead < 0xF0) return {(lead & 0x0F) << 12 | middle, offset + 3};
  return {(lead & 0x07) << 18 | middle << 6 | bits(utf8, offset + 3, 0x3F), offset + 4};
}

std::size_t first_code_point_length(std::string_view utf8) {
  return utf8.empty() ? 0 : code_point_at(utf8, 0).end;
}

bool is_letter(std::int32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return (U_GET_GC_MASK(c) & (U_GC_L_MASK | U_GC_M_MASK)) != 0;
}

bool is_digit(std::int32_t c) { return c >= '0' && c <= '9'; }

bool is_blank(std::int32_t c) {
  if (c < 0x80) return c <= ' ' || c == 0x7F;
  return u_isUWhiteSpace(c) || u_charType(c) == U_FORMAT_CHAR || u_charType(c) == U_CONTROL_CHAR;
}

bool is_line_break(std::int32_t c) { return c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029; }

bool is_upper(std::int32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  return u_isUUppercase(c) || u_charType(c) == U_TITLECASE_LETTER;
}

bool is_lower(std::int32_t c) {
  if (c < 0x80) return c >= 'a' && c <= 'z';
  return u_isULowercase(c);
}

}  // namespace quanhe
