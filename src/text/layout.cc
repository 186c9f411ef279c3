#include "text/layout.h"

#include <charconv>

#include "base/strings.h"
#include "text/fold.h"

namespace quanhe {
namespace {

int hex_value(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  return value;
}

std::string without_escapes(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\033') {
      plain += text[i];
    } else {
      while (i < text.size() && text[i] != 'm') ++i;
    }
  }
  return plain;
}

}  // namespace

std::string colour_start(std::string_view colour) {
  if (colour.size() != 7) return "\033[4m";
  std::string code = "\033[38;2";
  for (std::size_t i = 1; i < 7; i += 2) code += ";" + std::to_string(hex_value(colour.substr(i, 2)));
  return code + "m";
}

std::string TextStyle::painted(std::string_view code, std::string_view text) const {
  if (!colours) return std::string(text);
  return "\033[" + std::string(code) + "m" + std::string(text) + std::string(kColourEnd);
}

std::string TextStyle::in_colour(std::string_view colour, std::string_view text) const {
  if (!colours) return std::string(text);
  return colour_start(colour) + std::string(text) + std::string(kColourEnd);
}

int shown_width(std::string_view text) { return display_width(without_escapes(text)); }

std::string wrapped(std::string_view text, std::string_view first, int width) {
  const int indent = shown_width(first);
  std::string lines(first);
  int column = indent;
  bool at_start = true;
  for (std::size_t begin = 0; begin < text.size();) {
    if (text[begin] == ' ' || text[begin] == '\n') {
      ++begin;
      continue;
    }
    const std::size_t end = std::min(text.find_first_of(" \n", begin), text.size());
    const std::string_view word = text.substr(begin, end - begin);
    const int needed = shown_width(word);
    if (!at_start && column + 1 + needed > width) {
      lines += "\n" + std::string(static_cast<std::size_t>(indent), ' ');
      column = indent;
      at_start = true;
    }
    lines += (at_start ? "" : " ") + std::string(word);
    column += needed + (at_start ? 0 : 1);
    at_start = false;
    begin = end;
  }
  return lines + "\n";
}

std::string padded(std::string_view text, int columns) {
  const int missing = columns - shown_width(text);
  return std::string(text) + std::string(static_cast<std::size_t>(std::max(missing, 0)), ' ');
}

std::string quoted(std::string_view text) { return "\"" + collapse_blanks(printable(text)) + "\""; }

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

std::string printable(std::string_view text) {
  std::string shown;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool second_control = byte == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0;
    if (second_control) ++i;
    if (second_control || byte == 0x7F || (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r')) {
      shown += '?';
    } else {
      shown += byte < 0x20 ? ' ' : text[i];
    }
  }
  return shown;
}

}  // namespace quanhe
