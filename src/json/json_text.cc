#include "json/json_text.h"

#include <array>

#include "base/utf8.h"

namespace quanhe {
namespace {

constexpr std::array<bool, 256> kEscaped = [] {
  std::array<bool, 256> escaped{};
  for (unsigned char c = 0; c < 0x20; ++c) escaped[c] = true;
  for (const unsigned char c : {'"', '\\', '<', '\x7F', '\xEF'}) escaped[c] = true;
  return escaped;
}();

void append_escape(std::string& out, char c) {
  switch (c) {
    case '"': out += "\\\""; return;
    case '\\': out += "\\\\"; return;
    case '\n': out += "\\n"; return;
    case '\t': out += "\\t"; return;
    case '\r': out += "\\r"; return;
    default: break;
  }
  constexpr std::string_view kDigits = "0123456789abcdef";
  out += "\\u00";
  out += kDigits[static_cast<unsigned char>(c) >> 4];
  out += kDigits[static_cast<unsigned char>(c) & 15];
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  const std::string repaired = is_valid_utf8(text) ? std::string() : replace_invalid_utf8(text);
  if (!repaired.empty()) text = repaired;
  out += '"';
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!kEscaped[static_cast<unsigned char>(text[i])]) continue;
    const std::string_view three = text.substr(i, 3);
    const bool noncharacter = three == "\xEF\xBF\xBE" || three == "\xEF\xBF\xBF";
    if (text[i] == '\xEF' && !noncharacter) continue;
    out += text.substr(begin, i - begin);
    if (noncharacter) {
      out += three.back() == '\xBE' ? "\\ufffe" : "\\uffff";
      i += 2;
    } else {
      append_escape(out, text[i]);
    }
    begin = i + 1;
  }
  out += text.substr(begin);
  out += '"';
}

}  // namespace quanhe
