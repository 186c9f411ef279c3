#pragma once

#include <string_view>
#include <vector>

#include "extract/working_document.h"

namespace quanhe {

// Of the spellings that the lexicon lists for the node's name, in their order, those that the document writes. Views of the
// lexicon.
std::vector<std::string_view> written_spellings(const Lexicon& lexicon, const DocumentNode& node);

}  // namespace quanhe
