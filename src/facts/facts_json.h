#pragma once

#include <string>

#include "facts/facts.h"

namespace quanhe {

// One line without its line break, in the format of docs/facts.md: keys in a fixed order, empty and absent
// fields left out.
std::string to_json_line(const DocumentFacts& facts);

}  // namespace quanhe
