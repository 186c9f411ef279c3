#pragma once

#include "corpus/view.h"
#include "export/dot_graph.h"

namespace quanhe {

// Adds the key of the picture: one node of each type that the view has, in the order of the ontology, with
// its colour and shape, and one sample of each kind of line.
void add_legend(DotGraph& graph, const View& view);

}  // namespace quanhe
