#include "export/style.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <string_view>

namespace quanhe {
namespace {

// Values of "shape" with room for several lines of text.
constexpr std::array<std::string_view, 21> kShapes = {
    "box",           "box3d",    "cds",       "component", "diamond",   "ellipse", "egg",
    "folder",        "hexagon",  "house",     "invhouse",  "note",      "octagon", "oval",
    "parallelogram", "pentagon", "plaintext", "rect",      "rectangle", "tab",     "trapezium"};

// A chain of parents longer than this is a cycle, which the checks of the rules refuse; here it only must end.
constexpr int kDeepest = 64;

std::optional<Colour> parse_colour(std::string_view text) {
  if (text.size() != 7 || text[0] != '#') return std::nullopt;
  int value = 0;
  const auto [end, error] = std::from_chars(text.data() + 1, text.data() + 7, value, 16);
  if (error != std::errc() || end != text.data() + 7 || value < 0) return std::nullopt;
  return Colour{value >> 16, (value >> 8) & 255, value & 255};
}

// The relative luminance of WCAG 2.1, 0 to 1.
double luminance(const Colour& colour) {
  const auto linear = [](int channel) {
    const double c = channel / 255.0;
    return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

// `share` percent of the colour, the rest white.
Colour tint(const Colour& colour, int share) {
  const auto mix = [share](int channel) { return 255 - (255 - channel) * share / 100; };
  return {mix(colour.red), mix(colour.green), mix(colour.blue)};
}

}  // namespace

Colour colour_of(const Ontology& ontology, const std::string& type) {
  const NodeType* step = ontology.find_type(type);
  for (int depth = 0; step != nullptr && depth < kDeepest; ++depth, step = ontology.find_type(step->parent)) {
    if (const auto colour = parse_colour(step->colour)) return *colour;
  }
  return Colour{};
}

std::string shape_of(const Ontology& ontology, const std::string& type) {
  const NodeType* step = ontology.find_type(type);
  for (int depth = 0; step != nullptr && depth < kDeepest; ++depth, step = ontology.find_type(step->parent)) {
    if (std::find(kShapes.begin(), kShapes.end(), step->shape) != kShapes.end()) return step->shape;
  }
  return "ellipse";
}

std::string to_hex(const Colour& colour) {
  std::string text = "#";
  for (const int channel : {colour.red, colour.green, colour.blue}) {
    text += "0123456789abcdef"[(channel >> 4) & 15];
    text += "0123456789abcdef"[channel & 15];
  }
  return text;
}

Colour fill_of(const Colour& colour) {
  Colour fill = colour;
  for (int share = 95; (luminance(fill) + 0.05) / 0.05 < 12 && share >= 0; share -= 5) fill = tint(colour, share);
  return fill;
}

Colour border_of(const Colour& colour) {
  Colour border = colour;
  while (1.05 / (luminance(border) + 0.05) < 3) {
    border = {border.red * 9 / 10, border.green * 9 / 10, border.blue * 9 / 10};
  }
  return border;
}

}  // namespace quanhe
