#include "explorer/cursor.h"

#include <charconv>

#include "base/hash.h"
#include "base/utf8.h"

namespace quanhe {
namespace {

constexpr std::size_t kDegreeDigits = 8;
constexpr std::size_t kHashDigits = 16;

// Of everything before it, so that a cursor that was changed by hand is refused and not followed.
std::string seal(std::string_view content, std::string_view question) {
  return to_hex(stable_hash(std::string(question) + '\n' + std::string(content)));
}

std::optional<std::uint32_t> hexadecimal(std::string_view digits) {
  std::uint32_t value = 0;
  const auto [end, code] = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  if (code != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

}  // namespace

std::string to_text(const Cursor& cursor, std::string_view question) {
  std::string content = to_hex(cursor.degree, kDegreeDigits);
  for (const char byte : cursor.id) content += to_hex(static_cast<unsigned char>(byte), 2);
  return content + seal(content, question);
}

std::optional<Cursor> parse_cursor(std::string_view text, std::string_view question) {
  if (text.size() < kDegreeDigits + kHashDigits || text.size() % 2 != 0) return std::nullopt;
  const std::string_view content = text.substr(0, text.size() - kHashDigits);
  if (text.substr(content.size()) != seal(content, question)) return std::nullopt;
  const std::optional<std::uint32_t> degree = hexadecimal(content.substr(0, kDegreeDigits));
  if (!degree) return std::nullopt;
  Cursor cursor{*degree, ""};
  for (std::size_t i = kDegreeDigits; i < content.size(); i += 2) {
    const std::optional<std::uint32_t> byte = hexadecimal(content.substr(i, 2));
    if (!byte) return std::nullopt;
    cursor.id += static_cast<char>(*byte);
  }
  if (cursor.id.empty() || !is_valid_utf8(cursor.id)) return std::nullopt;
  return cursor;
}

}  // namespace quanhe
