#pragma once

#include "corpus/view.h"
#include "export/byte_sink.h"
#include "export/options.h"

namespace quanhe {

// The ontology with every type and relation that nodes and edges of the view have, also those that the pack has no
// more.
Ontology complete_ontology(const View& view);

// {"id":[...],"type":[...],...} and {"from":[...],...}: the columns of nodes and of edges in a page's file
// (docs/explorer.md), in the view's order. `ontology` is the completed one. '<' is written \u003c.
void write_node_columns(const View& view, const Ontology& ontology, const NodeFigures& figures, ByteSink& sink);
void write_edge_columns(const View& view, const Ontology& ontology, ByteSink& sink);

}  // namespace quanhe
