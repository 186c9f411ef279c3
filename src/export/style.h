#pragma once

#include <string>

#include "facts/ontology.h"

namespace quanhe {

struct Colour {
  int red = 158;
  int green = 158;
  int blue = 158;

  friend bool operator==(const Colour&, const Colour&) = default;
};

// The colour of a type, or of the nearest ancestor that has one; grey when there is none, or none of the
// form "#rrggbb".
Colour colour_of(const Ontology& ontology, const std::string& type);

// The shape of a type, or of the nearest ancestor that has one: one of Graphviz's closed shapes that hold a
// text well, "ellipse" otherwise. Shapes that read files or give a label a syntax of its own are not among them.
std::string shape_of(const Ontology& ontology, const std::string& type);

// "#rrggbb".
std::string to_hex(const Colour& colour);

// A tint: `share` percent of the colour, the rest white.
Colour tint(const Colour& colour, int share);

}  // namespace quanhe
