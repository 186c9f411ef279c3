#pragma once

#include <graphviz/gvc.h>

namespace quanhe {

// Lets the engine dot set nodes without edges, but for those of the legend, in rows of a few: it would stack them all into one
// column, beside which the picture stays empty. What holds them in rows is not drawn. To be called before the layout.
void set_unlinked_in_rows(Agraph_t* graph);

}  // namespace quanhe
