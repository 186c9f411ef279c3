#pragma once

#include <functional>
#include <string>

#include "facts/facts.h"

namespace quanhe {

// One line without its line break, in the format of docs/facts.md: keys in a fixed order, empty and absent
// fields left out.
std::string to_json_line(const DocumentFacts& facts);

// The same in pieces, which `write` takes one after another, so that the line of a large document is never held whole.
void write_json_line(const DocumentFacts& facts, const std::function<void(const std::string&)>& write);

}  // namespace quanhe
