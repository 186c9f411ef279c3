#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace quanhe {

// How text is put on a terminal. Without colours nothing but plain text comes out.
struct TextStyle {
  bool colours = false;
  int width = 80;  // columns, at least 40

  std::string bold(std::string_view text) const { return painted("1", text); }
  std::string faint(std::string_view text) const { return painted("2", text); }
  std::string good(std::string_view text) const { return painted("32", text); }
  std::string bad(std::string_view text) const { return painted("31", text); }
  // `colour` is "#rrggbb".
  std::string in_colour(std::string_view colour, std::string_view text) const;

 private:
  std::string painted(std::string_view code, std::string_view text) const;
};

// The escape sequence that begins a colour of "#rrggbb"; kColourEnd goes back.
std::string colour_start(std::string_view colour);
inline constexpr std::string_view kColourEnd = "\033[0m";

// Columns that a text takes; escape sequences take none.
int shown_width(std::string_view text);

// Words of `text` in lines of at most `width` columns, each with a line break. The first line begins with `first`,
// the others with as many blanks. A word that is longer than a line stands alone in one. Line breaks in `text` are
// blanks.
std::string wrapped(std::string_view text, std::string_view first, int width);

// `text` and blanks up to `columns`.
std::string padded(std::string_view text, int columns);

// `text` between quotes, its runs of blanks and line breaks as one blank.
std::string quoted(std::string_view text);

// "1 example", "3 examples".
std::string counted(std::size_t count, std::string_view one, std::string_view many);

// Control characters of a text as '?', but line breaks and tabs as blanks: nothing that comes out of a document may
// steer the terminal.
std::string printable(std::string_view text);

}  // namespace quanhe
