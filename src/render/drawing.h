#pragma once

#include <string>

#include "base/result.h"
#include "render/limits.h"

namespace quanhe {

// Draws DOT as "svg" or "png" and gives the bytes of the picture. The engine is what the graph's attribute
// `layout` names: dot, neato or sfdp; dot otherwise. Attributes that make Graphviz read files or take a label
// for markup are emptied first, and the resolution is lowered until the picture keeps the limit on pixels.
//
// An Error says what Graphviz said, or which package is missing. To be called once in a process: libgvc is not
// thread-safe and does not give back all memory.
Result<std::string> draw(const std::string& dot, const std::string& format, const RenderLimits& limits);

}  // namespace quanhe
