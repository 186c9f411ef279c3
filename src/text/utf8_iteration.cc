#include "text/utf8_iteration.h"

#include <unicode/uchar.h>

#include <array>

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

namespace {

enum : std::uint8_t { kLetter = 1, kBlank = 2, kUpper = 4, kLower = 8 };

std::uint8_t classify(std::int32_t c) {
  std::uint8_t classes = 0;
  if ((U_GET_GC_MASK(c) & (U_GC_L_MASK | U_GC_M_MASK)) != 0) classes |= kLetter;
  const bool unseen = u_charType(c) == U_FORMAT_CHAR || u_charType(c) == U_CONTROL_CHAR;
  if (u_isUWhiteSpace(c) || unseen) classes |= kBlank;
  if (u_isUUppercase(c) || u_charType(c) == U_TITLECASE_LETTER) classes |= kUpper;
  if (u_isULowercase(c)) classes |= kLower;
  return classes;
}

// ICU's answers for the alphabets of Europe and Vietnam and for common signs, asked once: a look-up in this table
// costs a tenth of the question.
constexpr std::int32_t kTableSize = 0x2100;

std::uint8_t classes_of(std::int32_t c) {
  static const std::array<std::uint8_t, kTableSize> table = [] {
    std::array<std::uint8_t, kTableSize> classes{};
    for (std::int32_t code_point = 0; code_point < kTableSize; ++code_point) {
      classes[static_cast<std::size_t>(code_point)] = classify(code_point);
    }
    return classes;
  }();
  return c < kTableSize ? table[static_cast<std::size_t>(c)] : classify(c);
}

}  // namespace

bool is_letter(std::int32_t c) { return (classes_of(c) & kLetter) != 0; }
bool is_digit(std::int32_t c) { return c >= '0' && c <= '9'; }
bool is_blank(std::int32_t c) { return (classes_of(c) & kBlank) != 0; }
bool is_line_break(std::int32_t c) { return c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029; }
bool is_upper(std::int32_t c) { return (classes_of(c) & kUpper) != 0; }
bool is_lower(std::int32_t c) { return (classes_of(c) & kLower) != 0; }

}  // namespace quanhe
