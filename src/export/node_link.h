#pragma once

#include "base/result.h"
#include "corpus/view.h"
#include "export/byte_sink.h"
#include "export/options.h"

namespace quanhe {

// The node-link JSON that D3 takes as it is and NetworkX reads with node_link_graph(data, edges="links"):
//
//   {"directed": true, "multigraph": true,
//    "graph": {"program": ..., "pack": {"name": ..., "version": ..., "hash": ...}},
//    "nodes": [{"id": ..., "label": ..., "node_type": ..., "aliases": [...], ...}, ...],
//    "links": [{"source": ..., "target": ..., "key": ..., "relation": ..., "evidence": [...], ...}, ...]}
//
// Names of fields are those of write_graphml(), lists are lists. '<' is written \u003c, so that it may stand within a
// page. The same view gives the same bytes. Memory does not grow with the output. Fails when the sink does.
Result<void> write_node_link(const View& view, const ExportOptions& options, ByteSink& sink);

}  // namespace quanhe
