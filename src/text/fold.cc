#include "text/fold.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>

#include "base/check.h"
#include "base/utf8.h"
#include "text/icu.h"
#include "text/utf8_iteration.h"

namespace quanhe {
namespace {

// Latin letters that Unicode does not take apart into a letter and a mark.
std::string_view undecomposed_letter(UChar32 c) {
  switch (c) {
    case 0x00DF: return "ss";
    case 0x00E6: return "ae";
    case 0x00F0: return "d";
    case 0x00F8: return "o";
    case 0x00FE: return "th";
    case 0x0111: return "d";
    case 0x0127: return "h";
    case 0x0131: return "i";
    case 0x0142: return "l";
    case 0x0153: return "oe";
    default: return {};
  }
}

bool is_mark(UChar32 c) { return (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0; }

void append_blank(std::string& folded) {
  if (!folded.empty() && folded.back() != ' ') folded += ' ';
}

// One code point in lower case that Unicode does not take apart further.
void append_folded(std::string& folded, UChar32 c) {
  if (is_mark(c)) return;
  if (const std::string_view letters = undecomposed_letter(c); !letters.empty()) {
    folded += letters;
  } else if (u_isalnum(c)) {
    icu::UnicodeString(c).toUTF8String(folded);
  } else {
    append_blank(folded);
  }
}

// For each ASCII character what it is folded to, 0 for a sign.
constexpr std::array<char, 128> kFoldedAscii = [] {
  std::array<char, 128> folded{};
  for (char c = 'a'; c <= 'z'; ++c)
    folded[static_cast<std::size_t>(c)] = folded[static_cast<std::size_t>(c - 'a' + 'A')] = c;
  for (char c = '0'; c <= '9'; ++c) folded[static_cast<std::size_t>(c)] = c;
  return folded;
}();

// What is appended for a code point beyond ASCII.
void append_folded_beyond_ascii(std::string& folded, UChar32 c) {
  const UChar32 lower = u_foldCase(c, U_FOLD_CASE_DEFAULT);
  icu::UnicodeString pieces;
  if (!icu_nfd().getDecomposition(lower, pieces)) return append_folded(folded, lower);
  for (std::int32_t i = 0; i < pieces.length(); i = pieces.moveIndex32(i, 1)) append_folded(folded, pieces.char32At(i));
}

// Remembers what is appended for the letters of Latin and its neighbours, each from its first time on. A text is
// written in letters of a few blocks: a short question about one name has no time to clear the others.
class FoldedLetters {
 public:
  // What is appended behind other than a blank; lives until the next call.
  std::string_view of(UChar32 c) {
    if (c >= kEnd) return beyond(c);
    std::unique_ptr<Block>& block = blocks_[static_cast<std::size_t>(c) / kBlock];
    if (block == nullptr) block = std::make_unique<Block>();
    Letter& letter = (*block)[static_cast<std::size_t>(c) % kBlock];
    if (letter.size == kUnknown && !learn(letter, c)) return beyond(c);
    return {letter.text.data(), letter.size};
  }

 private:
  static constexpr UChar32 kEnd = 0x2100;
  static constexpr std::uint8_t kUnknown = 0xFF;
  struct Letter {
    std::uint8_t size = kUnknown;
    std::array<char, 6> text = {};
  };
  static constexpr std::size_t kBlock = 64;
  using Block = std::array<Letter, kBlock>;

  std::string_view beyond(UChar32 c) {
    text_.assign(1, 'x');  // before which a blank is not left out
    append_folded_beyond_ascii(text_, c);
    return std::string_view(text_).substr(1);
  }

  // False where it is more than a few letters.
  bool learn(Letter& letter, UChar32 c) {
    const std::string_view text = beyond(c);
    if (text.size() > letter.text.size()) return false;
    letter.size = static_cast<std::uint8_t>(text.size());
    std::copy(text.begin(), text.end(), letter.text.begin());
    return true;
  }

  std::array<std::unique_ptr<Block>, kEnd / kBlock> blocks_;
  std::string text_;
};

// `text` is valid. Most letters become shorter, so what is left to read has room behind what is written; a string that
// looks for room with each letter takes twice the time.
std::string folded_of(std::string_view text) {
  thread_local FoldedLetters letters;
  std::string folded(text.size(), '\0');
  std::size_t end = 0;
  bool is_after_letter = false;  // where a blank may follow
  for (std::uint32_t begin = 0; begin < text.size();) {
    const CodePoint c = code_point_at(text, begin);
    begin = c.end;
    if (c.value < 0x80) {
      const char letter = kFoldedAscii[static_cast<std::size_t>(c.value)];
      folded[end] = letter != 0 ? letter : ' ';
      end += letter != 0 || is_after_letter ? 1 : 0;
      is_after_letter = letter != 0;
      continue;
    }
    std::string_view pieces = letters.of(c.value);
    if (!is_after_letter && pieces.starts_with(' ')) pieces.remove_prefix(1);
    if (pieces.empty()) continue;
    const std::size_t needed = end + pieces.size() + text.size() - begin;
    if (needed > folded.size()) folded.resize(2 * needed);
    for (const char piece : pieces) folded[end++] = piece;
    is_after_letter = pieces.back() != ' ';
  }
  folded.resize(end > 0 && folded[end - 1] == ' ' ? end - 1 : end);
  return folded;
}

}  // namespace

std::string ascii_fold(std::string_view utf8) {
  return is_valid_utf8(utf8) ? folded_of(utf8) : folded_of(replace_invalid_utf8(utf8));
}

std::string ascii_slug(std::string_view utf8) {
  std::string slug = ascii_fold(utf8);
  std::size_t end = 0;
  for (const char c : slug) {
    const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (kept || (end > 0 && slug[end - 1] != '-')) slug[end++] = kept ? c : '-';
  }
  slug.resize(end > 0 && slug[end - 1] == '-' ? end - 1 : end);
  return slug;
}

std::string comparable_name(std::string_view utf8) {
  icu::UnicodeString text = icu::UnicodeString::fromUTF8(replace_invalid_utf8(utf8));
  text.foldCase(U_FOLD_CASE_DEFAULT);
  text.findAndReplace(icu::UnicodeString(UChar32{0x0111}), icu::UnicodeString(UChar32{'d'}));
  UErrorCode code = U_ZERO_ERROR;
  const icu::UnicodeString pieces = icu_nfd().normalize(text, code);
  QUANHE_CHECK(U_SUCCESS(code));
  std::string name;
  for (std::int32_t i = 0; i < pieces.length(); i = pieces.moveIndex32(i, 1)) {
    const UChar32 c = pieces.char32At(i);
    if (u_getCombiningClass(c) != 0) continue;
    const bool is_number = u_getIntPropertyValue(c, UCHAR_NUMERIC_TYPE) != U_NT_NONE;
    if (is_number || (U_GET_GC_MASK(c) & U_GC_L_MASK) != 0) {
      icu::UnicodeString(c).toUTF8String(name);
    } else {
      append_blank(name);
    }
  }
  if (!name.empty() && name.back() == ' ') name.pop_back();
  return name;
}

std::string case_folded(std::string_view utf8) { return icu_case_folded(replace_invalid_utf8(utf8)); }

int display_width(std::string_view utf8) {
  int width = 0;
  const std::string text = replace_invalid_utf8(utf8);
  for (std::uint32_t begin = 0; begin < text.size();) {
    const CodePoint c = code_point_at(text, begin);
    begin = c.end;
    if (is_mark(c.value) || u_charType(c.value) == U_FORMAT_CHAR) continue;
    const int east_asian = u_getIntPropertyValue(c.value, UCHAR_EAST_ASIAN_WIDTH);
    width += east_asian == U_EA_FULLWIDTH || east_asian == U_EA_WIDE ? 2 : 1;
  }
  return width;
}

}  // namespace quanhe
