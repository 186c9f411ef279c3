#include "text/utf8_iteration.h"

#include <unicode/uchar.h>

namespace quanhe {

std::size_t first_code_point_length(std::string_view utf8) {
  return utf8.empty() ? 0 : code_point_at(utf8, 0).end;
}

CharacterClasses::CharacterClasses() {
  for (std::int32_t c = 0; c < kTableSize; ++c) table_[static_cast<std::size_t>(c)] = classify(c);
}

const CharacterClasses& CharacterClasses::get() {
  static const CharacterClasses classes;
  return classes;
}

std::uint8_t CharacterClasses::classify(std::int32_t c) {
  unsigned classes = 0;
  if ((U_GET_GC_MASK(c) & (U_GC_L_MASK | U_GC_M_MASK)) != 0) classes |= kLetter;
  const bool unseen = u_charType(c) == U_FORMAT_CHAR || u_charType(c) == U_CONTROL_CHAR;
  if (u_isUWhiteSpace(c) || unseen) classes |= kBlank;
  if (u_isUUppercase(c) || u_charType(c) == U_TITLECASE_LETTER) classes |= kUpper;
  if (u_isULowercase(c)) classes |= kLower;
  return static_cast<std::uint8_t>(classes);
}

}  // namespace quanhe
