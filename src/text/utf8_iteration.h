#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace quanhe {

// A code point and the byte offset after it.
struct CodePoint {
  std::int32_t value = 0;
  std::uint32_t end = 0;
};

// The code point at byte `offset`, which must be a boundary within valid UTF-8.
inline CodePoint code_point_at(std::string_view utf8, std::uint32_t offset) {
  const auto bits = [&](std::uint32_t ahead, std::int32_t mask) {
    return static_cast<unsigned char>(utf8[offset + ahead]) & mask;
  };
  const std::int32_t lead = bits(0, 0xFF);
  if (lead < 0x80) return {lead, offset + 1};
  if (lead < 0xE0) return {(lead & 0x1F) << 6 | bits(1, 0x3F), offset + 2};
  const std::int32_t middle = bits(1, 0x3F) << 6 | bits(2, 0x3F);
  if (lead < 0xF0) return {(lead & 0x0F) << 12 | middle, offset + 3};
  return {(lead & 0x07) << 18 | middle << 6 | bits(3, 0x3F), offset + 4};
}

// 0 for an empty string.
std::size_t first_code_point_length(std::string_view utf8);

inline bool is_digit(std::int32_t c) { return c >= '0' && c <= '9'; }
inline bool is_line_break(std::int32_t c) { return c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029; }

// What Unicode says of characters. The alphabets of Europe and Vietnam and the common signs are looked up in a table
// that is made once, at a tenth of the cost of asking ICU.
class CharacterClasses {
 public:
  static const CharacterClasses& get();

  // Marks are letters too: a letter may carry one that NFC cannot compose.
  bool is_letter(std::int32_t c) const { return (of(c) & kLetter) != 0; }
  // White space, and signs that are not seen: format and control characters.
  bool is_blank(std::int32_t c) const { return (of(c) & kBlank) != 0; }
  bool is_upper(std::int32_t c) const { return (of(c) & kUpper) != 0; }
  bool is_lower(std::int32_t c) const { return (of(c) & kLower) != 0; }

 private:
  enum : std::uint8_t { kLetter = 1, kBlank = 2, kUpper = 4, kLower = 8 };
  static constexpr std::int32_t kTableSize = 0x2100;

  CharacterClasses();
  static std::uint8_t classify(std::int32_t c);
  std::uint8_t of(std::int32_t c) const { return c < kTableSize ? table_[static_cast<std::size_t>(c)] : classify(c); }

  std::array<std::uint8_t, kTableSize> table_;
};

}  // namespace quanhe
