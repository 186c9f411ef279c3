#pragma once

#include <graphviz/gvc.h>

namespace quanhe {

// Only Graphviz's dot draws clusters; its other engines scatter the members of "cluster_legend" among the
// rest. After such a layout of `graph`, this stacks them in a column left of the picture, frames them, and
// lays the graph out again with every place fixed. The layout is bound to `context` before and after.
//
// False when Graphviz refused, in which case the graph has no layout.
bool gather_legend(GVC_t* context, Agraph_t* graph);

}  // namespace quanhe
