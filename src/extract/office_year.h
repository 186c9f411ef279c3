#pragma once

#include <string>
#include <vector>

#include "extract/working_document.h"

namespace quanhe {

struct OfficeYears {
  std::vector<int> years;  // ascending
  std::string holders;     // who held office in them, as "A (Minister), B (Premier)"
};

// The years in which, on the day that the text tells first without its year, most of those whom it gives an office held
// that office, as the register of offices knows. None where nothing can be told. Cost: reads the text once
// without its relations; nothing is told of a text longer than any report.
OfficeYears years_by_offices(WorkingDocument& work);

}  // namespace quanhe
