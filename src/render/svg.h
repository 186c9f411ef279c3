#pragma once

#include <string>
#include <string_view>

namespace quanhe {

// Graphviz's SVG made fit for a page and for a screen reader: the root gets role="img" and a title and a
// description that name it, every raw name of a node that Graphviz shows as a tooltip goes, the tooltips that
// the DOT gave stand as <title>, which every browser shows, and the fonts get substitutes. `title` and
// `description` are plain text. What is not recognised stays as it is. Cost: one pass.
std::string make_accessible(std::string_view svg, std::string_view title, std::string_view description);

}  // namespace quanhe
