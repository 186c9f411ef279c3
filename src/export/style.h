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

// The inside of a node of that colour: as much white as black text needs to stand out well (contrast at least
// 12 by WCAG 2.1), so strong colours and pale ones both serve.
Colour fill_of(const Colour& colour);

// Its border: darkened where needed to be seen on white (contrast at least 3).
Colour border_of(const Colour& colour);

}  // namespace quanhe
