#pragma once

#include "extract/working_document.h"
#include "workbench/why_not.h"

namespace quanhe {

// Says of a match that the steps of extraction found what became of it: its edges, or for each edge that was not made
// which end gave nothing and why. `number` is its index in the document, whose steps have all been taken.
void explain_edges(WorkingDocument& work, std::uint32_t number, WhyNotSentence& said);

}  // namespace quanhe
