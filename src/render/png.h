#pragma once

#include <graphviz/gvc.h>

#include <string>

#include "base/result.h"

namespace quanhe {

// Draws a graph that has been laid out as a PNG of opaque pixels, 8 bits a channel, and gives its bytes. Graphviz's own
// packs pixels four times as long and no better: libpng's filters, of which it tries all, serve photographs.
//
// An Error says what libpng or Graphviz said, or that memory did not suffice. To be called once with a context.
Result<std::string> draw_png(GVC_t* context, Agraph_t* graph);

}  // namespace quanhe
