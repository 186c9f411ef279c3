#pragma once

#include <string>

#include "query/quotation.h"
#include "text/layout.h"

namespace quanhe {

// A quotation as a paragraph: where it stands, the sentence with the words that count marked, what part each plays. `first`
// begins the first line, the others are indented as much.
std::string quotation_paragraph(const Quotation& quotation, const std::string& first, const TextStyle& style);

// A quotation as the text of a footnote, in one line.
std::string quotation_footnote(const Quotation& quotation);

}  // namespace quanhe
