#include "export/shown_text.h"

#include <algorithm>

#include "base/strings.h"
#include "base/utf8.h"

namespace quanhe {
namespace {

std::size_t sequence_length(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

// U+202A to U+202E and U+2066 to U+2069.
bool turns_direction(std::string_view c) {
  if (c.size() != 3 || c[0] != '\xE2') return false;
  return (c[1] == '\x80' && c[2] >= '\xAA' && c[2] <= '\xAE') || (c[1] == '\x81' && c[2] >= '\xA6' && c[2] <= '\xA9');
}

// U+0080 to U+009F, the line and paragraph separators, and the noncharacters that XML cannot hold.
bool is_wide_control(std::string_view c) {
  if (c.size() == 2) return c[0] == '\xC2' && c[1] < '\xA0';
  return c == "\xE2\x80\xA8" || c == "\xE2\x80\xA9" || c == "\xEF\xBF\xBE" || c == "\xEF\xBF\xBF";
}

// The combining diacritics, variation selectors and joiners, which sit on the character before them.
bool takes_no_place(std::string_view c) {
  if (c.size() == 2) return c[0] == '\xCC' || (c[0] == '\xCD' && c[1] < '\xB0');
  return c == "\xE2\x80\x8D" || c == "\xEF\xB8\x8F" || c == "\xE2\x80\x8E" || c == "\xE2\x80\x8F";
}

std::string clean(std::string_view text) {
  const std::string repaired = replace_invalid_utf8(text);
  std::string cleaned;
  for (std::size_t i = 0; i < repaired.size();) {
    const std::string_view c = std::string_view(repaired).substr(i, sequence_length(repaired[i]));
    i += c.size();
    const auto lead = static_cast<unsigned char>(c[0]);
    if (lead < 0x20 || lead == 0x7F || is_wide_control(c)) {
      cleaned += ' ';
    } else if (!turns_direction(c)) {
      cleaned += c;
    }
  }
  return collapse_blanks(cleaned);
}

// The code points of clean text, each with the marks that sit on it.
std::vector<std::string_view> characters(std::string_view text) {
  std::vector<std::string_view> pieces;
  for (std::size_t i = 0; i < text.size();) {
    const std::string_view c = text.substr(i, sequence_length(text[i]));
    i += c.size();
    // A pile of marks on one letter would grow over its neighbours, so it has a limit too.
    const bool joins = takes_no_place(c) && !pieces.empty() && pieces.back().size() < 16;
    if (joins) {
      pieces.back() = std::string_view(pieces.back().data(), pieces.back().size() + c.size());
    } else {
      pieces.push_back(c);
    }
  }
  return pieces;
}

std::size_t length_of(std::string_view text) { return characters(text).size(); }

std::string cut(std::string_view text, std::size_t most) {
  const auto pieces = characters(text);
  if (pieces.size() <= most) return std::string(text);
  std::string shortened;
  for (std::size_t i = 0; i + 1 < most; ++i) shortened += pieces[i];
  return std::string(trim(shortened)) + "…";
}

// Words, the long ones cut into pieces that fit on a line.
std::vector<std::string> fitting_words(std::string_view text, std::size_t width) {
  std::vector<std::string> words;
  for (const std::string_view word : split(text, ' ')) {
    const auto pieces = characters(word);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      if (i % width == 0) words.emplace_back();
      words.back() += pieces[i];
    }
  }
  return words;
}

std::vector<std::string> fill(const std::vector<std::string>& words, std::size_t width) {
  std::vector<std::string> lines;
  std::size_t length = 0;
  for (const std::string& word : words) {
    const std::size_t more = length_of(word);
    if (lines.empty() || length + 1 + more > width) {
      lines.push_back(word);
      length = more;
    } else {
      lines.back() += " " + word;
      length += 1 + more;
    }
  }
  return lines;
}

std::string dot_value(std::string_view text, std::string_view line_break) {
  std::string value;
  for (const char c : text) {
    switch (c) {
      case '\\': value += "\\\\"; break;
      case '&': value += "&amp;"; break;
      case '\n': value += line_break; break;
      default: value += c;
    }
  }
  return value;
}

}  // namespace

std::string shorten(std::string_view text, std::size_t most) { return cut(clean(text), most); }

std::vector<std::string> wrap(std::string_view text, std::size_t width, std::size_t most_lines) {
  const std::string whole = shorten(text, width * most_lines);
  const auto words = fitting_words(whole, width);
  std::vector<std::string> lines = fill(words, width);
  if (lines.empty()) return {""};
  // The narrowest lines that are not more of them: "a b c / d" becomes "a b / c d".
  for (std::size_t narrow = width; narrow > 1; --narrow) {
    auto evened = fill(fitting_words(whole, width), narrow - 1);
    if (evened.size() > lines.size()) break;
    lines = std::move(evened);
  }
  if (lines.size() > most_lines) {
    lines.resize(most_lines);
    lines.back() = cut(lines.back() + " …", width);
    if (!lines.back().ends_with("…")) lines.back() += "…";
  }
  return lines;
}

std::string to_dot_value(std::string_view text) { return dot_value(text, "\\n"); }

std::string to_dot_value_flush_left(std::string_view text) {
  // In Graphviz the break belongs to the line before it, so the last line needs one too.
  return dot_value(text, "\\l") + "\\l";
}

}  // namespace quanhe
