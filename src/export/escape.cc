#include "export/escape.h"

#include <algorithm>
#include <array>

#include "base/strings.h"
#include "base/utf8.h"

namespace quanhe {
namespace {

bool is_ascii_alphanumeric(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

void append_percent(std::string& out, char c, char sign = '%') {
  const auto byte = static_cast<unsigned char>(c);
  out += sign;
  out += "0123456789ABCDEF"[byte >> 4];
  out += "0123456789ABCDEF"[byte & 15];
}

// How one byte of checked UTF-8 is written, or nullptr when it stays. Line breaks and tabs are written as
// references because a parser turns them into blanks inside an attribute.
const char* xml_reference(char c) {
  switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\t': return "&#9;";
    case '\n': return "&#10;";
    case '\r': return "&#13;";
    default: return static_cast<unsigned char>(c) < 0x20 ? "" : nullptr;
  }
}

bool is_noncharacter_at(std::string_view text, std::size_t i) {
  const std::string_view three = text.substr(i, 3);
  return three == "\xEF\xBF\xBE" || three == "\xEF\xBF\xBF";
}

// The bytes that may not stay, and those with which a noncharacter begins.
constexpr std::array<bool, 256> kXmlSpecial = [] {
  std::array<bool, 256> special{};
  for (unsigned char c = 0; c < 0x20; ++c) special[c] = true;
  for (const unsigned char c : {'&', '<', '>', '"', '\xEF'}) special[c] = true;
  return special;
}();

void append_checked_xml(std::string& out, std::string_view text) {
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!kXmlSpecial[static_cast<unsigned char>(text[i])]) continue;
    const bool noncharacter = text[i] == '\xEF' && is_noncharacter_at(text, i);
    const char* reference = noncharacter ? "" : xml_reference(text[i]);
    if (reference == nullptr) continue;
    out += text.substr(begin, i - begin);
    out += reference;
    if (noncharacter) i += 2;
    begin = i + 1;
  }
  out += text.substr(begin);
}

}  // namespace

void append_xml(std::string& out, std::string_view text) {
  if (is_valid_utf8(text)) {
    append_checked_xml(out, text);
  } else {
    append_checked_xml(out, replace_invalid_utf8(text));
  }
}

std::string to_xml(std::string_view text) {
  std::string out;
  append_xml(out, text);
  return out;
}

void append_xml_token(std::string& out, std::string_view id) {
  for (const char c : id) {
    if (is_ascii_alphanumeric(c) || c == '-' || c == '.' || c == '_' || c == ':') {
      out += c;
    } else if (c == '/') {
      out += ':';
    } else {
      append_percent(out, c, '_');
    }
  }
}

void append_iri_piece(std::string& out, std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (is_ascii_alphanumeric(c) || c == '-' || c == '.' || c == '_' || c == '~' || (c == '/' && i > 0)) {
      out += c;
    } else {
      append_percent(out, c);
    }
  }
}

std::string to_iri_piece(std::string_view text) {
  std::string piece;
  append_iri_piece(piece, text);
  return piece;
}

std::string to_language_tag(std::string_view language) {
  const auto is_subtag = [](std::string_view subtag) {
    return !subtag.empty() && subtag.size() <= 8 && std::all_of(subtag.begin(), subtag.end(), is_ascii_alphanumeric);
  };
  const auto subtags = split(language, '-');
  const bool letters_first =
      std::none_of(subtags.front().begin(), subtags.front().end(), [](char c) { return c >= '0' && c <= '9'; });
  const bool well_formed = letters_first && std::all_of(subtags.begin(), subtags.end(), is_subtag);
  return well_formed ? std::string(language) : "und";
}

void append_n_quads_string(std::string& out, std::string_view text) {
  const std::string repaired = is_valid_utf8(text) ? std::string() : replace_invalid_utf8(text);
  if (!repaired.empty()) text = repaired;
  out += '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20 && c != '"' && c != '\\' && byte != 0x7F) {
      out += c;
      continue;
    }
    switch (c) {
      case '"': out += "\\\""; break;
      case '\\': out += "\\\\"; break;
      case '\b': out += "\\b"; break;
      case '\t': out += "\\t"; break;
      case '\n': out += "\\n"; break;
      case '\f': out += "\\f"; break;
      case '\r': out += "\\r"; break;
      default:
        out += "\\u00";
        out += "0123456789ABCDEF"[byte >> 4];
        out += "0123456789ABCDEF"[byte & 15];
    }
  }
  out += '"';
}

std::string thousandths_to_decimal(int thousandths) {
  const std::string digits = std::to_string(1000 + thousandths % 1000);
  return std::to_string(thousandths / 1000) + "." + digits.substr(1);
}

bool is_absolute_iri(std::string_view iri) {
  constexpr std::string_view kForbidden = "<>\"{}|\\^`";
  const bool clean = std::none_of(iri.begin(), iri.end(), [&](char c) {
    return static_cast<unsigned char>(c) <= 0x20 || kForbidden.find(c) != std::string_view::npos;
  });
  return clean && iri.find("://") != std::string_view::npos;
}

std::string to_safe_url(std::string_view url) {
  const auto colon = url.find("://");
  std::string scheme(url.substr(0, colon == std::string_view::npos ? 0 : colon));
  std::transform(scheme.begin(), scheme.end(), scheme.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  if (scheme != "http" && scheme != "https") return "";
  std::string safe = scheme;
  for (const char c : url.substr(colon)) {
    constexpr std::string_view kPlain = "-._~:/?#[]@!$&()*+,;=%";
    if (is_ascii_alphanumeric(c) || kPlain.find(c) != std::string_view::npos) {
      safe += c;
    } else {
      append_percent(safe, c);
    }
  }
  return safe;
}

}  // namespace quanhe
