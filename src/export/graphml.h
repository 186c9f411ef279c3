#pragma once

#include "base/result.h"
#include "corpus/view.h"
#include "export/byte_sink.h"
#include "export/options.h"

namespace quanhe {

// GraphML in the dialect that Gephi, Cytoscape, yEd, NetworkX, igraph and graphology all read alike: every
// key before the graph, no defaults, only boolean, int, double and string columns, lists as JSON text, one
// directed graph in which a symmetric relation stands once with `symmetric` true. The XML attribute `label`
// of an edge names its relation, which is how Gephi keeps two relations of one pair apart.
//
// Ids are NMTOKENs, as its schema asks (append_xml_token()); nodes have their own id as `entity_id`.
//
// All nodes are written, and of the edges those with a status that is shown. `weight` and `count` are the number
// of shown occurrences, `confidence` is a probability in (0, 1), `evidence` is append_evidence_json(). Pack and
// program stand in a comment, because some readers take data of the graph for data of its last node.
//
// The same view gives the same bytes. Memory does not grow with the output. Fails when the sink does.
Result<void> write_graphml(const View& view, const ExportOptions& options, ByteSink& sink);

}  // namespace quanhe
