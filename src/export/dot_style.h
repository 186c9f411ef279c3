#pragma once

namespace quanhe {

// How a kind of line is drawn: values of Graphviz attributes.
struct LineStyle {
  const char* style;
  const char* colour;
  const char* font_colour;
  const char* width;
};

inline constexpr const char* kStateColour = "#90a4ae";
inline constexpr LineStyle kActLine = {"solid", "#37474f", "#263238", "1.4"};
inline constexpr LineStyle kStateLine = {"dashed", kStateColour, "#546e7a", "1"};
inline constexpr LineStyle kPlannedLine = {"dotted", "#37474f", "#263238", "1.6"};

}  // namespace quanhe
